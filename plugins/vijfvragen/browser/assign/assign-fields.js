// What stands in the fields of a teacher's form, and what an address fills in there.
import { fill } from "../dom.js";
import { LONGEST_TITLE, readAssignment } from "./assignment.js";
import { dayAt, now, sayDay } from "./dates.js";

const CHOOSE = /^#kies\.([a-z0-9.-]+)$/;
const UNSEEN = /\p{C}+/gu;
const YEAR = 366 * 24 * 60 * 60;

/** Set what the fields take at most. */
export function limit({ title, due }) {
  title.maxLength = LONGEST_TITLE;
  due.min = dayAt(now());
  due.max = dayAt(now() + YEAR);
}

/** A title as a link can hold it: in one line, without signs that cannot be seen. */
export const cleaned = (text) =>
  text.replace(/\s+/g, " ").replace(UNSEEN, "").trim().slice(0, LONGEST_TITLE).replace(UNSEEN, "").trim();

/** A title for quizzes with these titles: as much of them as fits. */
export function suggestion(titles, { plus, andMore }) {
  const [first = ""] = titles;
  const long = [titles.join(plus), titles.length > 1 ? fill(andMore, { title: first }) : first];
  return cleaned(long.find((title) => title.length <= LONGEST_TITLE) ?? first);
}

/** How many questions these quizzes have, with or without the `extra` ones for more practice. */
export function counted(quizzes, more) {
  const sum = (name) => quizzes.reduce((total, quiz) => total + quiz[name], 0);
  const extra = sum("more");
  return { count: sum("questions") + (more ? extra : 0), extra };
}

export const valuesOf = ({ title, due, mode, more }) => ({
  title: title.value,
  due: due.value,
  test: mode.value === "test",
  more: more.checked,
});

/** Fill the fields from an assignment. */
export function fillIn(fields, { title, due, test, more, key }) {
  fields.title.value = title;
  fields.due.value = due;
  fields.more.checked = more;
  fields.mode.value = test ? "test" : "practice";
  fields.results.value = key ? "yes" : "no";
}

/** What a fragment asks for: an `assignment` or what is `wrong` with it, and which quizzes are `named`. */
export function askedBy(hash) {
  const chosen = CHOOSE.exec(hash)?.[1].split(".");
  const { assignment, wrong, quizzes } = chosen ? { quizzes: chosen } : readAssignment(hash);
  return { assignment, wrong, named: [...new Set(assignment?.quizzes ?? quizzes)] };
}

/** An assignment in a few words. */
export function inShort({ quizzes, test, due, key }, total, texts) {
  return [
    quizzes.length === 1 ? texts.quizOne : fill(texts.quizzes, { count: quizzes.length }),
    total.replace(/\.$/, "").toLowerCase(),
    test ? texts.test : texts.practice,
    due && fill(texts.by, { day: sayDay(due) }),
    key ? texts.back : texts.noBack,
  ].filter(Boolean).join(" · ");
}
