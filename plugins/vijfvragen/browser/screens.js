// Cuts a quiz form into screens: a message, each question about it, the talk; a result after each part.
import { RESULTS } from "./attempts.js";
import { element } from "./dom.js";

const KEY_VERSION = 1;

/** The published key of a form, once the form is whole; null before, or for another version. */
export function readKey(form) {
  const block = form?.querySelector("[data-key]");
  if (!block) return null;
  const key = JSON.parse(block.textContent);
  const whole = form.querySelectorAll("[data-item]").length === key.items?.length;
  return whole && key.version === KEY_VERSION ? key : null;
}

/** A step of an item, or its message alone when there is no step. */
class ItemScreen {
  constructor(itemElement, item, step, place) {
    this.more = itemElement.hasAttribute("data-more");
    this.itemElement = itemElement;
    this.item = item;
    this.step = step;
    this.interaction = item.interactions.find(({ id }) => id === step?.dataset.interaction);
    this.id = `${item.id}/${step ? (step.dataset.interaction ?? "talk") : "read"}`;
    this.place = place; // for "Question 2 of 5 · Step 3 of 8"
  }

  /** Hide the closed answer, and make the place where feedback is announced. */
  prepare() {
    const focusable = this.step ?? this.itemElement.querySelector(".vv-item__title");
    focusable.tabIndex = -1;
    const answer = this.step?.querySelector(".vv-answer");
    if (answer) answer.hidden = true;
    if (!this.interaction) return;
    this.feedback = element("div", "vv-live vv-feedback");
    this.feedback.setAttribute("role", "status");
    this.step.append(this.feedback);
  }

  toggle(shown, currentItem) {
    this.itemElement.hidden = this.itemElement !== currentItem;
    if (this.step) this.step.hidden = !shown;
    if (shown) this.itemElement.classList.toggle("vv-judged", Boolean(this.step));
  }

  focusTarget() {
    return this.step ?? this.itemElement.querySelector(".vv-item__title");
  }
}

/** The end of a part; `upTo` items of the key have been shown by then. */
class ResultScreen {
  constructor(id, upTo) {
    this.id = id;
    this.upTo = upTo;
    this.more = id !== RESULTS[0];
    this.result = true;
  }

  prepare() {}

  toggle() {}

  focusTarget(quiz) {
    return quiz.panel;
  }
}

/** The screens in order: the questions, a result, more practice, and a result again. */
export function screensOf(form, key) {
  const elements = [...form.querySelectorAll("[data-item]")];
  const more = elements.filter((found) => found.hasAttribute("data-more"));
  const first = elements.filter((found) => !more.includes(found));
  const screens = [...partScreens(first, key), new ResultScreen(RESULTS[0], first.length)];
  if (more.length) {
    screens.push(...partScreens(more, key), new ResultScreen(RESULTS[1], elements.length));
  }
  for (const title of form.querySelectorAll(".vv-more-title")) title.hidden = true;
  return screens;
}

function partScreens(elements, key) {
  return elements.flatMap((itemElement, index) => {
    const item = key.items.find(({ id }) => id === itemElement.dataset.item);
    const place = { number: index + 1, total: elements.length };
    const steps = [...itemElement.querySelectorAll(".vv-step")];
    const first = itemElement.querySelector(":scope > .vv-post") ? [null] : [];
    const shown = [...first, ...steps];
    return shown.map((step, at) => {
      const where = { ...place, step: at + 1, steps: shown.length };
      return new ItemScreen(itemElement, item, step, where);
    });
  });
}
