// Write something; then a model to lay beside it. Never scored.
import { element } from "../dom.js";
import { clonedAnswer } from "./said.js";

export const text = {
  prepare(step) {
    delete step.dataset.checked;
  },

  fill(step, typed) {
    step.querySelector("textarea").value = typed;
  },

  take: (step) => step.querySelector("textarea").value,

  feedback(step, interaction, typed, texts) {
    const parts = [];
    const model = clonedAnswer(step, "[data-model]");
    if (model.length) parts.push(element("p", "", texts.model), ...model);
    const check = clonedAnswer(step, "[data-check]");
    if (check.length) parts.push(element("p", "", texts.selfCheck), ...check);
    return parts;
  },
};
