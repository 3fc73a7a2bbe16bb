// What is said after an answer, taken from the closed answer that the page already holds.
import { element } from "../dom.js";

/** Copies of what the closed answer of a step holds. */
export function clonedAnswer(step, selector) {
  const answer = step.querySelector(".vv-answer");
  return answer ? [...answer.querySelectorAll(selector)].map((found) => found.cloneNode(true)) : [];
}

/** First a verdict in words, then what is said of the answer, what holds always, and the source. */
export function said(step, { first, verdict, own, last }) {
  const opening = element("p", "vv-verdict", first);
  if (verdict) opening.dataset.verdict = verdict;
  return [
    opening,
    ...own,
    ...clonedAnswer(step, "[data-general]"),
    ...(last ? [element("p", "vv-again", last)] : []),
    ...clonedAnswer(step, ".vv-source"),
  ];
}
