// Puts questions and options in another order, the same for the same seed. Loaded when there is one.
import { hash } from "./hash.js";

/**
 * Shuffle a quiz form and its key: the items of each part, and the choices that may stand in any
 * order. Each is ranked by its own id, so that the order of the others stays when one is added.
 */
export function shuffle(form, key, seed) {
  const elements = [...form.querySelectorAll("[data-item]")];
  for (const more of [false, true]) {
    const part = elements.filter((element) => element.hasAttribute("data-more") === more);
    place(part, (element) => `${seed}/${element.dataset.item}`);
  }
  const shuffled = [...form.querySelectorAll("[data-item]")];
  for (const [at, element] of shuffled.entries()) {
    const number = element.querySelector(".vv-item__number");
    number.textContent = number.textContent.replace(/\d+/, at + 1);
  }
  const placeOf = (item) => shuffled.findIndex(({ dataset }) => dataset.item === item.id);
  key.items.sort((one, other) => placeOf(one) - placeOf(other));
  for (const element of shuffled) {
    const item = key.items.find(({ id }) => id === element.dataset.item);
    for (const interaction of item.interactions.filter((found) => found.shuffled)) {
      const step = element.querySelector(`[data-interaction="${interaction.id}"]`);
      const path = `${seed}/${item.id}/${interaction.id}`;
      place([...step.querySelectorAll(".vv-choice")], (label) => `${path}/${label.querySelector("input").value}`);
    }
  }
}

/** Put elements, wherever they stand, in the order of their names' ranks. */
function place(elements, name) {
  const places = elements.map((element) => {
    const mark = document.createComment("");
    element.replaceWith(mark);
    return mark;
  });
  const ranked = elements
    .map((element) => ({ element, rank: hash(name(element)) }))
    .sort((one, other) => one.rank - other.rank);
  places.forEach((mark, at) => mark.replaceWith(ranked[at].element));
}
