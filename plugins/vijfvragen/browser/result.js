// The end of a quiz, in words.
import { button, element, fill } from "./dom.js";
import { outcomeOf } from "./scoring.js";

/**
 * What a child reads when it is done; never points, never a mark. `more` opens the extra practice,
 * if there is any; `lookAt` opens an interaction again; `retry` starts from the beginning.
 */
export function resultParts({ items, responses, texts, more, lookAt, retry }) {
  const outcome = outcomeOf(items, responses);
  const parts = [element("h2", "", more ? texts.resultTitle : texts.moreTitle)];
  if (outcome.total) parts.push(element("p", "", fill(wordsFor(outcome, texts), outcome)));
  if (outcome.again.length) {
    const list = element("ul", "vv-result__again");
    for (const item of new Set(outcome.again.map((found) => found.item))) {
      const { interaction } = outcome.again.find((found) => found.item === item);
      const line = button("vv-link", item.label, () => lookAt(interaction));
      list.append(element("li", "", line, element("span", "", promptsOf(item, outcome))));
    }
    parts.push(element("p", "", texts.lookAgainAt), list);
  }
  const controls = element("div", "vv-controls");
  if (more) controls.append(button("vv-button vv-button--big", texts.more, more));
  controls.append(button("vv-button vv-button--quiet", texts.retry, retry));
  return [...parts, controls];
}

function wordsFor({ fitted, total }, texts) {
  if (fitted === total) return texts.resultAll;
  return fitted * 3 >= total * 2 ? texts.resultMost : texts.resultSome;
}

/** The questions about an item worth another look; none where the item is the question. */
function promptsOf(item, outcome) {
  const prompts = outcome.again
    .filter((found) => found.item === item && found.interaction.prompt !== item.label)
    .map(({ interaction }) => interaction.prompt);
  return prompts.length ? ` ${prompts.join(" ")}` : "";
}
