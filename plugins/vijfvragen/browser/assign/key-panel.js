// <vv-teacher-key>: makes the teacher's key, brings one back from its file, and saves another copy.
//
// In a template, with its styles in assign/key-panel.css:
//
//     {% from "assigning.html" import key_panel with context %}
//     {{ key_panel() }}            where a key may be made (put it outside of any form); hidden, and
//                                  who shows it imports this module
//     {{ key_panel(make=false) }}  where one is only brought back, or copied
//
// It looks for a key whenever it is shown (`panel.hidden = false`) and sends a bubbling event
// `vv-key` once there is one: `event.detail.how` is "there", "made" or "restored". The key itself
// is read with `currentKey()` or `keys()` of teacher-keys.js.
import { fill } from "../dom.js";
import { dayAt, now } from "./dates.js";
import { save } from "../give.js";
import { isOfKeys, load, stateNow, textOf, wrongIn } from "./key-state.js";

const INSIDE = ["submit", "reset", "click", "change"];
const OUTSIDE = ["storage", "vv-erased"];
/** What is shown when: names of parts. */
const PARTS = {
  unloaded: ["unloaded"],
  insecure: ["insecure"],
  blocked: ["blocked"],
  none: ["none", "make", "restore", "first"],
  saved: ["saved"],
  there: ["there", "copy", "restore", "another"],
};

class TeacherKeyElement extends HTMLElement {
  static observedAttributes = ["hidden"];

  connectedCallback() {
    this.texts = JSON.parse(this.querySelector("[data-texts]").textContent);
    for (const type of INSIDE) this.addEventListener(type, this);
    for (const type of OUTSIDE) window.addEventListener(type, this);
    this.looking = this.look();
  }

  disconnectedCallback() {
    for (const type of INSIDE) this.removeEventListener(type, this);
    for (const type of OUTSIDE) window.removeEventListener(type, this);
  }

  attributeChangedCallback() {
    if (this.texts) this.looking = this.look();
  }

  async handleEvent(event) {
    const { type, target } = event;
    if (OUTSIDE.includes(type)) {
      if (this.state !== "saved" && isOfKeys(event)) this.look();
    } else if (type === "change") {
      if (target.matches("[data-show]")) showTyped(target.form, target.checked);
    } else if (type === "reset") {
      showTyped(target, false);
    } else if (type === "submit") {
      event.preventDefault();
      await this.once(target, () => this[target.dataset.form](target, new FormData(target)));
    } else if (target.closest("[data-do]")) {
      await this.once(this.part("saved"), () => this[target.closest("[data-do]").dataset.do]());
    }
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /** Show what can be done in this browser now. */
  async look() {
    if (this.hidden) return;
    const before = this.state;
    this.show(await stateNow(Boolean(this.part("make"))));
    if (this.state !== "there" || before === "there") return;
    this.part("restore").open = false; // on the page with results it stands open for who has none
    this.tell("there");
  }

  show(state) {
    this.state = state;
    for (const part of this.querySelectorAll("[data-part]")) {
      part.hidden = !PARTS[state].includes(part.dataset.part);
    }
  }

  /** To the first thing to do, or to read, in what is shown. */
  async focus() {
    await this.looking;
    const shown = this.querySelector("[data-part]:not([hidden])");
    (shown?.querySelector("input") ?? shown)?.focus();
  }

  tell(how) {
    this.dispatchEvent(new CustomEvent("vv-key", { bubbles: true, detail: { how } }));
  }

  /** One thing at a time: locking with a passphrase takes a second. What is wrong is said in `part`. */
  async once(part, work) {
    if (this.busy) return;
    this.busy = true;
    for (const field of part.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    const wrong = part.querySelector("[data-wrong]");
    const waiting = this.querySelector("[data-waiting]");
    wrong.textContent = "";
    waiting.textContent = this.texts.wait;
    try {
      const found = await work();
      if (found?.text) this.refuse(part, wrong, found);
    } catch {
      wrong.textContent = this.texts.unloaded;
    } finally {
      waiting.textContent = "";
      this.busy = false;
    }
  }

  refuse(part, said, { text, field }) {
    said.textContent = this.texts[text];
    if (!field) return;
    part.elements[field].setAttribute("aria-invalid", "true");
    part.elements[field].focus();
  }

  /** A new key, saved as a file; it is kept only once the teacher has that file. */
  async make(form, data) {
    const { makeKey, lockKeys, SHORTEST } = await load();
    const wrong = wrongIn(data, SHORTEST);
    if (wrong) return wrong;
    this.made = await makeKey();
    this.file = await lockKeys([this.made], data.get("passphrase"));
    form.reset();
    this.part("saved").querySelector("[data-file]").textContent = this.save();
    this.show("saved");
    this.part("saved").querySelector("h3").focus();
    return null;
  }

  /** Save the file; gives its name. */
  save() {
    const name = fill(this.texts.file, { day: dayAt(now()) });
    const results = new URL(this.dataset.results, document.baseURI);
    save(name, [fill(this.texts.inFile, { address: results.href }), this.file, ""].join("\n\n"));
    return name;
  }

  /** The teacher has the file: now the key is kept in this browser. */
  async confirm() {
    const { keepKey } = await load();
    if (!(await keepKey(this.made))) return { text: "notKept" };
    this.made = this.file = null;
    this.done("made");
    return null;
  }

  /** Nothing was kept: another passphrase, or none at all. */
  async again() {
    this.made = this.file = null;
    this.show("none");
    this.part("make").querySelector("input").focus();
  }

  /** Another copy of every key there is. */
  async copy(form, data) {
    const { keys, lockKeys, SHORTEST } = await load();
    const wrong = wrongIn(data, SHORTEST);
    if (wrong) return wrong;
    this.file = await lockKeys(Object.values(keys()), data.get("passphrase"));
    form.reset();
    this.save();
    form.querySelector("[data-said]").textContent = this.texts.copied;
    return null;
  }

  async restore(form, data) {
    const { isCopy, keepKey, unlockKeys } = await load();
    const file = data.get("file");
    if (!file.name) return { text: "noFile", field: "file" };
    const text = await textOf(file);
    if (text === null) return { text: "unreadable", field: "file" };
    if (!isCopy(text)) return { text: "otherFile", field: "file" };
    const found = await unlockKeys(text, data.get("passphrase"));
    if (!found) return { text: "otherPassphrase", field: "passphrase" };
    const kept = await Promise.all(found.map(keepKey));
    if (kept.includes(false)) return { text: "notKept" };
    form.reset();
    this.done("restored");
    return null;
  }

  done(how) {
    this.show("there");
    this.part("restore").open = false;
    this.part("there").focus();
    this.tell(how);
  }
}

function showTyped(form, shown) {
  for (const field of form.querySelectorAll("[data-secret]")) field.type = shown ? "text" : "password";
}

if (!customElements.get("vv-teacher-key")) customElements.define("vv-teacher-key", TeacherKeyElement);
