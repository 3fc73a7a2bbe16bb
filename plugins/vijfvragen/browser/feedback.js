// What is said after an answer, taken from the closed answer that the page already holds.
import { element } from "./dom.js";
import { isRight, scoreResponse } from "./scoring.js";

/** Feedback on chosen answers: a verdict in words, then what the author wrote about them. */
export function choiceFeedback(step, interaction, chosen, texts) {
  const { verdict } = scoreResponse(interaction, chosen);
  const parts = [];
  if (verdict === "open") {
    parts.push(element("p", "vv-verdict", texts.twoViews));
    parts.push(...cloned(step, "[data-choice]"));
  } else {
    const said = element("p", "vv-verdict", texts[verdict]);
    said.dataset.verdict = verdict;
    parts.push(said);
    const own = cloned(step, "[data-choice]").filter((p) => chosen.includes(p.dataset.choice));
    if (!interaction.multiple) own.forEach((p) => p.querySelector("strong")?.remove());
    parts.push(...own);
  }
  parts.push(...cloned(step, "[data-general]"));
  if (verdict !== "open" && !isRight(verdict)) parts.push(element("p", "vv-again", texts.again));
  parts.push(...cloned(step, ".vv-source"));
  return parts;
}

/** The model and the self-check after writing. */
export function textFeedback(step, texts) {
  const parts = [];
  const model = cloned(step, "[data-model]");
  if (model.length) parts.push(element("p", "", texts.model), ...model);
  const check = cloned(step, "[data-check]");
  if (check.length) parts.push(element("p", "", texts.selfCheck), ...check);
  return parts;
}

function cloned(step, selector) {
  const answer = step.querySelector(".vv-answer");
  return answer ? [...answer.querySelectorAll(selector)].map((found) => found.cloneNode(true)) : [];
}
