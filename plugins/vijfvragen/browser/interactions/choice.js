// Choose one or several, also words in a message.
import { clonedAnswer, said } from "./said.js";
import { isRight, scoreResponse } from "../scoring.js";

export const choice = {
  prepare() {},

  fill(step, chosen) {
    for (const input of step.querySelectorAll("input")) input.checked = chosen.includes(input.value);
  },

  take: (step) => [...step.querySelectorAll("input:checked")].map((input) => input.value),

  /** A verdict in words, then what the author wrote about what was chosen. */
  feedback(step, interaction, chosen, texts) {
    const { verdict } = scoreResponse(interaction, chosen);
    if (verdict === "open") {
      return said(step, { first: texts.twoViews, own: clonedAnswer(step, "[data-choice]") });
    }
    const own = clonedAnswer(step, "[data-choice]").filter((p) => chosen.includes(p.dataset.choice));
    if (!interaction.multiple) own.forEach((p) => p.querySelector("strong")?.remove());
    return said(step, {
      first: chosen.length ? texts[verdict] : texts.notAnswered,
      verdict,
      own,
      last: isRight(verdict) ? "" : texts.again,
    });
  },
};
