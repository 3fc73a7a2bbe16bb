// <vv-quiz> around a complete form: shows one thing at a time and gives feedback.
import { element, fill } from "./dom.js";
import { choiceFeedback, textFeedback } from "./feedback.js";
import { resultParts } from "./result.js";
import { readKey, screensOf } from "./screens.js";
import { SomeoneElse } from "./someone-else.js";
import { Work } from "./work.js";

const EVENTS = ["submit", "change", "input"];
const OUTSIDE = ["storage", "pageshow"];
const HIGH = 0.6; // of the window: the header and the button need the rest

export class QuizElement extends HTMLElement {
  connectedCallback() {
    // Put in by a script, the element may come before its form does, or the form before its
    // questions. A form that this script does not know stays as it is: it works without.
    this.waiting = new MutationObserver(() => this.start());
    this.waiting.observe(this, { childList: true, subtree: true });
    // What was erased in another tab, or before coming back to this page, must not return.
    for (const type of OUTSIDE) window.addEventListener(type, this);
    this.start();
  }

  disconnectedCallback() {
    this.waiting.disconnect();
    for (const type of OUTSIDE) window.removeEventListener(type, this);
    for (const type of EVENTS) this.form?.removeEventListener(type, this);
  }

  start() {
    this.form = this.querySelector("form");
    this.key = readKey(this.form);
    if (!this.key) return;
    this.waiting.disconnect();
    this.texts = this.key.texts;
    this.work = new Work(this.key);
    this.screens = screensOf(this.form, this.key);
    this.build();
    this.fillIn();
    for (const type of EVENTS) this.form.addEventListener(type, this);
    this.showIntro();
  }

  handleEvent(event) {
    if (event.type === "storage" || event.type === "pageshow") {
      if (event.persisted || this.work?.isErasedBy(event)) this.start();
    } else if (event.type === "submit") {
      event.preventDefault();
      this.go();
    } else if (event.type === "change") {
      this.choose();
    } else {
      this.type();
    }
  }

  /** The parts that only make sense with a script; made anew when put elsewhere later. */
  build() {
    this.classList.add("vv-quiz--live");
    for (const part of this.querySelectorAll(".vv-live")) part.remove();
    this.progress = element("p", "vv-live vv-progress");
    this.note = element("p", "vv-live vv-note");
    this.note.setAttribute("role", "alert");
    this.primary = element("button", "vv-button vv-button--big");
    this.primary.type = "submit";
    this.controls = element("div", "vv-live vv-controls", this.primary);
    this.panel = element("section", "vv-live vv-panel");
    this.panel.tabIndex = -1;
    this.form.prepend(this.progress);
    this.form.append(this.panel, this.note, this.controls);
    this.someone = new SomeoneElse(this.texts, () => this.startClean());
    this.append(this.someone.place);
    for (const screen of this.screens) screen.prepare();
  }

  /** Put what was kept back into the form. */
  fillIn() {
    for (const { step, item, interaction } of this.screens) {
      if (interaction?.kind === "choice") {
        const { chosen } = this.work.answer(item, interaction);
        for (const input of step.querySelectorAll("input")) {
          input.checked = chosen.includes(input.value);
        }
      } else if (interaction?.kind === "text") {
        delete step.dataset.checked;
        step.querySelector("textarea").value = this.work.text(item, interaction);
      }
    }
  }

  /** One step on: check the answer, or go to the next screen. */
  go() {
    if (!this.current) {
      this.open(this.screens.find(({ id }) => id === this.work.at) ?? this.screens[0]);
    } else if (this.mustCheck(this.current)) {
      this.check(this.current);
    } else {
      this.open(this.after(this.current));
    }
  }

  after(screen) {
    return this.screens[this.screens.indexOf(screen) + 1];
  }

  mustCheck({ interaction, step, item }) {
    if (!interaction) return false;
    if (interaction.kind === "choice") return !this.work.answer(item, interaction).checked;
    return Boolean(step.querySelector(".vv-answer")) && !step.dataset.checked;
  }

  choose() {
    const { interaction, item, step } = this.current ?? {};
    if (interaction?.kind !== "choice") return;
    const chosen = [...step.querySelectorAll("input:checked")].map((input) => input.value);
    this.work.choose(item, interaction, chosen);
    this.showNote();
    this.showFeedback(this.current); // what was said about the former choice goes
    this.label(this.current);
  }

  type() {
    const { interaction, item, step } = this.current ?? {};
    if (interaction?.kind !== "text") return;
    this.work.type(item, interaction, step.querySelector("textarea").value);
    this.showNote();
  }

  check(screen) {
    const { interaction, item, step, feedback } = screen;
    if (interaction.kind === "text") {
      step.dataset.checked = "true";
    } else if (this.work.answer(item, interaction).chosen.length) {
      this.work.check(item, interaction);
    } else {
      this.note.textContent = this.texts.chooseFirst;
      step.querySelector("input").focus();
      return;
    }
    this.showNote();
    this.showFeedback(screen);
    this.label(screen);
    this.primary.focus({ preventScroll: true });
    this.controls.scrollIntoView({ block: "nearest" });
    bringIntoView(feedback);
  }

  open(screen) {
    this.work.at = screen.id;
    this.show(screen);
    const target = screen.focusTarget(this);
    target.focus({ preventScroll: true });
    // As much of the message as fits stays above the question about it.
    if (!screen.result) this.controls.scrollIntoView({ block: "end" });
    bringIntoView(target);
  }

  showIntro() {
    // A link from the lesson plan leads to one message, for the board.
    const linked = this.screens.find((screen) => `#${screen.item?.id}` === location.hash);
    if (linked && !this.followed) {
      this.followed = true; // once: whoever starts clean begins at the beginning
      this.open(linked);
      return;
    }
    const known = this.screens.some(({ id }) => id === this.work.at);
    this.panel.replaceChildren(...(known ? [element("p", "", this.texts.resumeNote)] : []));
    this.show(null);
    this.primary.textContent = known ? this.texts.resume : this.texts.begin;
  }

  /** Show one screen, or the introduction when there is none. */
  show(screen) {
    this.current = screen;
    this.querySelector(".vv-intro").hidden = Boolean(screen);
    this.classList.toggle("vv-quiz--busy", Boolean(screen));
    for (const other of this.screens) other.toggle(other === screen, screen?.itemElement);
    this.panel.hidden = Boolean(screen && !screen.result);
    this.progress.textContent = screen?.place ? this.progressOf(screen.place) : "";
    this.controls.hidden = Boolean(screen?.result);
    this.showNote();
    if (screen?.result) this.showResult(screen);
    if (screen?.interaction) this.showFeedback(screen);
    if (screen && !screen.result) this.label(screen);
    this.someone.show(this.work.at !== "");
  }

  progressOf(place) {
    const parts = place.steps > 1 ? [this.texts.progress, this.texts.step] : [this.texts.progress];
    return parts.map((text) => fill(text, place)).join(" · ");
  }

  showNote() {
    this.note.textContent = this.work.kept ? "" : this.texts.notSaved;
  }

  label(screen) {
    const next = this.after(screen).result ? this.texts.finish : this.texts.next;
    const check = screen.interaction?.kind === "text" ? this.texts.example : this.texts.check;
    this.primary.textContent = this.mustCheck(screen) ? check : next;
  }

  showFeedback({ interaction, item, step, feedback }) {
    let parts = [];
    if (interaction.kind === "text") {
      if (step.dataset.checked) parts = textFeedback(step, this.texts);
    } else {
      const { chosen, checked } = this.work.answer(item, interaction);
      if (checked) parts = choiceFeedback(step, interaction, chosen, this.texts);
    }
    feedback.replaceChildren(...parts);
  }

  showResult(screen) {
    const next = this.after(screen);
    this.panel.replaceChildren(
      ...resultParts({
        items: this.key.items.slice(0, screen.upTo),
        responses: this.work.responses,
        texts: this.texts,
        more: next && (() => this.open(next)),
        lookAt: (item) => this.open(this.screens.find((other) => other.item === item)),
        retry: () => this.restart(),
      }),
    );
  }

  restart() {
    this.work.restart();
    this.fillIn();
    this.open(this.screens[0]);
  }

  startClean() {
    this.work.startClean();
    this.fillIn();
    this.showIntro();
    this.primary.focus();
  }
}

/** Show the beginning of what is too high for the window, and otherwise all of it. */
function bringIntoView(target) {
  const high = target.offsetHeight > window.innerHeight * HIGH;
  target.scrollIntoView({ block: high || target.matches(".vv-panel") ? "start" : "nearest" });
}
