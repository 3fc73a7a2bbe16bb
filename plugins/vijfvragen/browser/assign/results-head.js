// What stands above the results: which assignment, what sort of work it was, how many handed in.
import { fill } from "../dom.js";
import { numbersIn } from "./assignments-read.js";
import { saying } from "./codes-said.js";
import { sayDay } from "./dates.js";

/** What an assignment is called; `quizzes` are those of this site, by id. */
export const titleOf = ({ title, quizzes: ids }, quizzes, texts) =>
  title || ids.map((id) => quizzes.get(id)?.title ?? id).join(texts.and) || texts.untitled;

/** Fill the head of `place` for one of `all` assignments, of which the others can be chosen. */
export function showHead(place, assignment, { all, quizzes, texts }) {
  const part = (selector) => place.querySelector(selector);
  const handedIn = (one) => numbersIn(one).length;
  part("[data-choose]").hidden = all.length < 2;
  const choices = all.map((one) => {
    const numbers = saying(texts.numbers, handedIn(one));
    const option = new Option(fill(texts.choice, { title: titleOf(one, quizzes, texts), numbers }), one.id);
    option.selected = one.id === assignment.id;
    return option;
  });
  part("#vv-welke").replaceChildren(...choices);
  part("#vv-opdracht").textContent = titleOf(assignment, quizzes, texts);
  const due = assignment.due ? fill(texts.due, { day: sayDay(assignment.due) }) : texts.noDue;
  const facts = [assignment.test ? texts.test : texts.practice, due, saying(texts.handedIn, handedIn(assignment))];
  part("[data-facts]").textContent = facts.join(" ");
}
