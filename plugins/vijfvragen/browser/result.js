// The end of a quiz, in words.
import { element, fill } from "./dom.js";
import { outcomeOf } from "./scoring.js";

/** What a child reads when it is done; never points, never a mark. */
export function resultParts(items, responses, texts) {
  const outcome = outcomeOf(items, responses);
  const parts = [];
  if (outcome.total) {
    const all = outcome.fitted === outcome.total;
    const most = outcome.fitted * 3 >= outcome.total * 2;
    const said = all ? texts.resultAll : most ? texts.resultMost : texts.resultSome;
    parts.push(element("p", "vv-result__words", fill(said, outcome)));
  }
  if (outcome.again.length) {
    const list = element("ul", "vv-result__again");
    for (const item of new Set(outcome.again.map((found) => found.item))) {
      const prompts = outcome.again
        .filter((found) => found.item === item && found.interaction.prompt !== item.label)
        .map(({ interaction }) => interaction.prompt);
      list.append(element("li", "", [item.label, prompts.join(" ")].filter(Boolean).join(": ")));
    }
    parts.push(element("p", "", texts.lookAgainAt), list);
  }
  return parts;
}
