// What goes to the teacher when a child hands in: a code, or a sentence to show.
import { outcomeOf } from "../scoring.js";
import { fill } from "../dom.js";
import { dayAt, sayDay, sayTime } from "./dates.js";
import { packHandIn } from "./hand-in.js";
import { sayNumbers } from "./assigned-who.js";

/**
 * The hand-in of a turn, as `packHandIn` wants it. In a test that is not done yet, what was chosen
 * counts as given.
 */
export function handInOf({ assignment, numbers }, at, works) {
  const given = ({ best, chosen, first }) =>
    assignment.test ? { best: best ?? chosen } : { first: first ?? [], best: best ?? [] };
  const quizzes = works.map(({ key, responses, handedIn }) => ({
    key,
    whole: handedIn,
    answers: mapped(responses, ({ answers }) => mapped(answers, given)),
  }));
  return { assignment, numbers, at, quizzes };
}

/**
 * The code of a hand-in; null where the key in the link can lock nothing. Throws where what locks
 * cannot be fetched.
 */
export async function codeOf(handIn) {
  const { lock } = await import("./code.js");
  return lock(packHandIn(handIn), handIn.assignment.key).catch(() => null);
}

/** A sentence that says who did what and when, how many answers fitted at once, and whether any quiz is `left`. */
export function sentenceOf({ assignment, numbers, at, quizzes }, { title, left, texts }) {
  const took = assignment.test ? "best" : "first";
  const taken = (answer) => ({ best: answer[took].length ? answer[took] : null });
  let [fitted, total] = [0, 0];
  for (const { key, answers, whole } of quizzes) {
    const responses = mapped(answers, (given) => ({ answers: mapped(given, taken) }));
    const outcome = outcomeOf(key.items, responses, whole);
    fitted += outcome.fitted;
    total += outcome.total;
  }
  const values = { numbers: sayNumbers(numbers), title, fitted, total, ...momentOf(at) };
  const did = fill(numbers.length > 1 ? texts.didTogether : texts.did, values);
  const fit = total ? fill(assignment.test ? texts.fitted : texts.fittedAtOnce, values) : "";
  return [did, fit, left ? texts.notAll : ""].filter(Boolean).join(" ");
}

/** A moment as texts name it: a day and a time. */
export const momentOf = (at) => ({ day: sayDay(dayAt(at)), time: sayTime(at) });

const mapped = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
