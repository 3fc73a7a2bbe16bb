// A quiz of an assignment, taken from its own page and made ready to be done in this one.
import { readKey } from "../screens.js";
import { partsOf } from "./other-page.js";

/**
 * The `<vv-quiz>` of a page with its `key`, as far as it belongs to the assignment: without what is
 * for more practice, or with that as part of the whole. `texts` replace those of the quiz by itself.
 */
export async function loadQuiz(href, { more }, texts) {
  const [quiz] = await partsOf(href, "vv-quiz");
  const form = quiz?.querySelector("form");
  const key = readKey(form);
  if (!key) throw new Error(`${href}: no quiz that this page knows`);
  form.querySelector(".vv-more-title")?.remove();
  const extra = [...form.querySelectorAll("[data-more]")];
  for (const item of extra) {
    if (more) item.removeAttribute("data-more");
    else item.remove();
  }
  const left = more ? [] : extra.map((item) => item.dataset.item);
  key.items = key.items.filter(({ id }) => !left.includes(id));
  Object.assign(key.texts, texts);
  form.querySelector("[data-key]").textContent = JSON.stringify(key);
  return { quiz, key };
}
