// The panel of the reading settings: native fields, whose values are the words that are kept.
import { fill } from "./dom.js";
import { isSet, set } from "./reading-kept.js";

let panel = null;

/** The button was pressed: open the panel, or close it. */
export function press(tools) {
  panel ??= new Panel(tools);
  panel.toggle();
}

class Panel {
  constructor(tools) {
    this.tools = tools;
    this.opener = tools.querySelector("[data-tool=reading-settings]");
    this.place = document.getElementById(this.opener.getAttribute("aria-controls"));
    this.status = this.place.querySelector("[data-set]");
    this.note = this.place.querySelector("[data-unkept]");
    this.fields = [...this.place.querySelectorAll("input")];
    this.place.addEventListener("change", ({ target }) => this.change(target));
    this.place.querySelector("[data-reset]").addEventListener("click", () => this.reset());
    this.place.querySelector("[data-close]").addEventListener("click", () => this.close());
    this.place.addEventListener("keydown", ({ key }) => key === "Escape" && this.close());
    for (const type of ["storage", "pageshow", "vv-erased"]) window.addEventListener(type, () => this.fill());
    this.fill();
  }

  toggle() {
    this.place.hidden = !this.place.hidden;
    this.opener.setAttribute("aria-expanded", !this.place.hidden);
  }

  close() {
    this.toggle();
    this.opener.focus();
  }

  /** Show what holds on this page. */
  fill() {
    for (const field of this.fields) field.checked = isSet(field.value) || field.hasAttribute("data-usual");
  }

  change(field) {
    this.keep(this.fields.filter(({ checked, value }) => checked && value).map(({ value }) => value));
    const { on, off, set: said } = this.tools.dataset;
    const [name, group] = [field.closest("label"), field.closest("fieldset").querySelector("legend")];
    const [what, how] = field.type === "radio" ? [group, name.textContent] : [name, field.checked ? on : off];
    this.say(fill(said, { what: what.textContent.trim(), how: how.trim() }));
  }

  reset() {
    this.keep([]);
    this.fill();
    this.say(this.tools.dataset.usual);
  }

  keep(words) {
    this.note.hidden = set(words);
  }

  say(text) {
    this.status.textContent = text;
  }
}
