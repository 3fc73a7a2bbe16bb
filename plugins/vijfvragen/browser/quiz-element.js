// <vv-quiz> around a complete form: shows one thing at a time and gives feedback.
import { button, element, fill } from "./dom.js";
import { choiceFeedback, textFeedback } from "./feedback.js";
import { resultParts } from "./result.js";
import { readKey, screensOf } from "./screens.js";
import { SomeoneElse } from "./someone-else.js";
import { Work } from "./work.js";

const EVENTS = ["submit", "change", "input"];

export class QuizElement extends HTMLElement {
  connectedCallback() {
    // Put in by a script, the element may come before its form does, or the form before its
    // questions. A form that this script does not know stays as it is: it works without.
    this.waiting = new MutationObserver(() => this.start());
    this.waiting.observe(this, { childList: true, subtree: true });
    this.start();
  }

  disconnectedCallback() {
    this.waiting?.disconnect();
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
    if (event.type === "submit") {
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
    this.bringIntoView(feedback);
  }

  open(screen) {
    this.work.at = screen.id;
    this.show(screen);
    const target = screen.focusTarget(this);
    target.focus({ preventScroll: true });
    this.bringIntoView(target);
  }

  showIntro() {
    const known = this.screens.some(({ id }) => id === this.work.at);
    this.panel.replaceChildren(...(known ? [element("p", "", this.texts.resumeNote)] : []));
    this.show(null);
    this.primary.textContent = known ? this.texts.resume : this.texts.begin;
  }

  /** Show one screen, or the introduction when there is none. */
  show(screen) {
    this.current = screen;
    this.querySelector(".vv-intro").hidden = Boolean(screen);
    for (const other of this.screens) other.toggle(other === screen, screen?.itemElement);
    this.panel.hidden = Boolean(screen && !screen.result);
    this.progress.textContent = screen?.number ? fill(this.texts.progress, screen) : "";
    this.controls.hidden = Boolean(screen?.result);
    this.showNote();
    if (screen?.result) this.showResult(screen);
    if (screen?.interaction) this.showFeedback(screen);
    if (screen && !screen.result) this.label(screen);
    this.someone.show(this.work.at !== "");
  }

  showNote() {
    this.note.textContent = this.work.kept ? "" : this.texts.notSaved;
  }

  label(screen) {
    const next = this.after(screen).result ? this.texts.finish : this.texts.next;
    this.primary.textContent = this.mustCheck(screen) ? this.texts.check : next;
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
    const more = () => this.open(next);
    this.panel.replaceChildren(
      element("h2", "", next ? this.texts.resultTitle : this.texts.moreTitle),
      ...resultParts(this.key.items.slice(0, screen.upTo), this.work.responses, this.texts),
      element(
        "div",
        "vv-controls",
        ...(next ? [button("vv-button vv-button--big", this.texts.more, more)] : []),
        button("vv-button vv-button--quiet", this.texts.retry, () => this.restart()),
      ),
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

  bringIntoView(target) {
    this.controls.scrollIntoView({ block: "nearest" });
    target.scrollIntoView({ block: "nearest" });
  }
}
