// The quizzes that a teacher chose, in their order: rows to move, to take out, and to look into.
import { element, fill } from "../dom.js";

/**
 * `quizzes` is a Map by id, in the order of the lessons; `changed` is told of each move, `removed`
 * of the id that was taken out.
 */
export class Chosen {
  constructor(host, quizzes, texts, { changed, removed }) {
    Object.assign(this, { quizzes, texts, changed, removed, more: false });
    this.section = host.querySelector("[data-chosen]");
    this.said = host.querySelector("[data-chosen-said]"); // not within what is hidden when it is empty
    this.rows = this.section.querySelector("[data-rows]");
    this.row = this.section.querySelector("[data-row]").content;
    this.rows.addEventListener("click", this);
    this.rows.addEventListener("toggle", this, { capture: true }); // it does not bubble
  }

  get ids() {
    return [...this.rows.children].map(({ dataset }) => dataset.quiz);
  }

  /** These and no others, in this order. */
  set(ids) {
    this.rows.replaceChildren(...ids.map((id) => this.rowFor(id)));
    this.label();
  }

  /** One more: in the order of the lessons, as long as the others stand in it; else at the end. */
  add(id) {
    const { ids } = this;
    const places = ids.map((other) => this.placeOf(other));
    const inOrder = places.every((place, at) => at === 0 || places[at - 1] < place);
    const at = inOrder ? places.findIndex((place) => place > this.placeOf(id)) : -1;
    this.rows.insertBefore(this.rowFor(id), this.rows.children[at] ?? null);
    this.label();
  }

  placeOf(id) {
    return [...this.quizzes.keys()].indexOf(id);
  }

  rowFor(id) {
    const row = this.row.cloneNode(true).firstElementChild;
    row.dataset.quiz = id;
    row.querySelector("[data-lesson]").textContent = this.quizzes.get(id).lesson;
    row.querySelector("[data-title]").textContent = this.titleOf(row);
    row.querySelector("[data-sheets]").setAttribute("aria-label", this.titleOf(row));
    return row;
  }

  remove(id) {
    this.rowOf(id)?.remove();
    this.label();
  }

  titleOf(row) {
    return this.quizzes.get(row.dataset.quiz).title;
  }

  rowOf(id) {
    return [...this.rows.children].find(({ dataset }) => dataset.quiz === id);
  }

  handleEvent({ type, target }) {
    const row = target.closest("[data-quiz]");
    if (type === "toggle") {
      if (target.open) this.preview(row);
      return;
    }
    const what = target.closest("[data-do]")?.dataset.do;
    if (what === "remove") this.takeOut(row);
    else if (what) this.move(row, what);
  }

  move(row, way) {
    if (way === "up") row.previousElementSibling.before(row);
    else row.nextElementSibling.after(row);
    this.label();
    const ids = this.ids;
    const place = ids.indexOf(row.dataset.quiz) + 1;
    this.said.textContent = fill(this.texts.movedTo, { entry: this.titleOf(row), place, total: ids.length });
    // The finger or the focus stays with what moved, as long as it can go on.
    const again = row.querySelector(`[data-do="${way}"]`);
    (again.disabled ? row.querySelector("button:not(:disabled)") : again).focus();
    this.changed();
  }

  takeOut(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    this.said.textContent = fill(this.texts.removed, { entry: this.titleOf(row) });
    this.remove(row.dataset.quiz);
    next?.querySelector('[data-do="remove"]').focus();
    this.removed(row.dataset.quiz);
  }

  label() {
    const rows = [...this.rows.children];
    this.section.hidden = !rows.length;
    for (const [at, row] of rows.entries()) {
      for (const [what, text, end] of [
        ["up", this.texts.moveUp, 0],
        ["down", this.texts.moveDown, rows.length - 1],
        ["remove", this.texts.remove, -1],
      ]) {
        const made = row.querySelector(`[data-do="${what}"]`);
        made.setAttribute("aria-label", fill(text, { entry: this.titleOf(row) }));
        made.disabled = at === end;
      }
    }
  }

  /** With or without what is for more practice. */
  showMore(more) {
    this.more = more;
    for (const row of this.rows.children) this.showSheets(row);
  }

  showSheets(row) {
    const { questions } = this.quizzes.get(row.dataset.quiz);
    const sheets = row.querySelectorAll("[data-sheets] > .vv-sheet");
    for (const [at, sheet] of sheets.entries()) sheet.hidden = !this.more && at >= questions;
  }

  /** The questions with their answers, from the quiz's own answer key. */
  async preview(row) {
    const sheets = row.querySelector("[data-sheets]");
    const loading = row.querySelector("[data-loading]");
    if (sheets.childElementCount || row.dataset.loading) return;
    row.dataset.loading = "";
    loading.textContent = this.texts.loading;
    const { id, key } = this.quizzes.get(row.dataset.quiz);
    try {
      const { partsOf } = await import("./other-page.js");
      const parts = await partsOf(key, ".vv-sheet");
      parts.forEach((part) => rename(part, id));
      sheets.replaceChildren(...parts);
      this.showSheets(row);
      loading.textContent = "";
    } catch {
      const link = element("a", "", this.texts.toKey);
      link.href = key;
      loading.replaceChildren(this.texts.noPreview, " ", link);
    }
    delete row.dataset.loading;
  }
}

/** Two quizzes may ask the same question: the names in its sheet are then those of this quiz. */
function rename(part, quiz) {
  for (const found of [part, ...part.querySelectorAll("[id], [aria-labelledby]")]) {
    for (const name of ["id", "aria-labelledby"]) {
      if (found.hasAttribute(name)) found.setAttribute(name, `${quiz}-${found.getAttribute(name)}`);
    }
  }
}
