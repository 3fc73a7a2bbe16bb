// Puts what was counted into the page: the table, what to talk about, the answers.
import { button, element, fill } from "../dom.js";
import { answersByNumber } from "./results-answers.js";
import { checkQuestions, decisions, hardestQuestions, ideas } from "./results-findings.js";
import { resultsTable } from "./results-table.js";
import { uncountedNotes } from "./results-uncounted.js";

/** With fewer hand-ins than this, chance says more than the class. */
const FEW = 5;

/** Fill the parts of `place`; `keys` are the answer keys, and the rest is for the answers by number. */
export function showFound(place, found, about) {
  const { texts, keys } = about;
  const part = (selector) => place.querySelector(selector);
  const href = (quiz) => keys.quizzes.get(quiz).key;
  const board = ({ quiz, item }) => `${keys.quizzes.get(quiz).board}#${item.id}`;
  const card = (quiz, id) => keys.card(quiz, id);
  showCounted(place, found.columns.length > 0);
  part("[data-legend]").textContent = texts.legend;
  part("[data-uncounted]").replaceChildren(...uncountedNotes(found, texts));
  if (found.lost.length) part("[data-trouble]").append(element("p", "vv-note", lostIn(found, texts)));
  part("[data-table]").replaceChildren(resultsTable(found, texts, href));
  part("[data-few]").textContent = fewIn(found, texts);
  fillIn(part("[data-hardest]"), hardestQuestions(found, texts, board), texts.nobody);
  fillIn(part("[data-decisions]"), decisions(found, texts), "");
  part("[data-decisions]").closest("section").hidden = !found.decisions.length;
  fillIn(part("[data-check-questions]"), checkQuestions(found, texts, part("[data-signs]")), texts.noCheck);
  fillIn(part("[data-ideas]"), ideas(found, texts, card), texts.noIdeas);
  part("[data-answers]").replaceChildren(...answersByNumber(found, about));
}

/** Show, or hide, what is counted, and the ways to it. */
export function showCounted(place, shown) {
  for (const part of place.querySelectorAll("[data-counted]")) part.hidden = !shown;
}

const fewIn = ({ rows: { length: count } }, texts) => (count < FEW ? fill(texts.few[count === 1 ? 0 : 1], { count }) : "");

function fillIn(place, parts, nothing) {
  const empty = place.localName === "ol" ? element("li", "vv-find__none", nothing) : element("p", "", nothing);
  place.replaceChildren(...(parts.length ? parts : [empty]));
}

/**
 * What is wrong with an assignment, as notes: quizzes that are `gone` from the site, whose key `failed`
 * to load, and that are `strange` in it. `quizzes` are those of this site, by id.
 */
export function troubles({ gone, failed, strange }, { quizzes, texts, again }) {
  const titleOf = (id) => quizzes.get(id)?.title ?? id;
  const note = (...parts) => element("p", "vv-note", ...parts);
  return [
    ...gone.map((id) => note(fill(texts.gone, { id }))),
    ...failed.map((id) => note(`${fill(texts.notLoaded, { title: titleOf(id) })} `, button("vv-button", texts.again, again))),
    ...(strange.length ? [note(fill(texts.strange, { titles: strange.map(titleOf).join(", ") }))] : []),
  ];
}

function lostIn({ lost }, texts) {
  const count = lost.reduce((sum, row) => sum + row.lost, 0);
  const answers = fill(texts.lostAnswers[count === 1 ? 0 : 1], { count });
  const numbers = lost.flatMap((row) => row.numbers);
  return fill(texts.lost[numbers.length === 1 ? 0 : 1], { answers, numbers: numbers.join(", ") });
}
