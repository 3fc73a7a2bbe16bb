// <vv-quiz> around a complete form: shows one thing at a time, gives feedback, keeps the work.
import {
  answerOf, eraseAttempts, loadAttempt, loadTexts, newAttempt, saveAttempt, saveTexts,
} from "./attempts.js";
import { button, element, fill } from "./dom.js";
import { choiceFeedback, textFeedback } from "./feedback.js";
import { resultParts } from "./result.js";
import { readKey, screensOf, START } from "./screens.js";
import { betterOf } from "./scoring.js";
import { SomeoneElse } from "./someone-else.js";

export class QuizElement extends HTMLElement {
  connectedCallback() {
    // Put in by a script, the element may come before its form does.
    if (!this.querySelector("form")) {
      this.waiting = new MutationObserver(() => this.querySelector("form") && this.start());
      this.waiting.observe(this, { childList: true, subtree: true });
    } else {
      this.start();
    }
  }

  disconnectedCallback() {
    this.waiting?.disconnect();
    for (const type of ["submit", "change", "input"]) this.form?.removeEventListener(type, this);
  }

  start() {
    this.waiting?.disconnect();
    this.form = this.querySelector("form");
    this.key = readKey(this.form);
    if (!this.key) return; // an older script beside a newer page: the plain form still works
    this.texts = this.key.texts;
    this.attempt = loadAttempt(this.key);
    this.typed = loadTexts(this.key.quiz);
    this.screens = screensOf(this.form, this.key);
    this.kept = true;
    this.build();
    for (const type of ["submit", "change", "input"]) this.form.addEventListener(type, this);
    this.fillIn();
    this.showIntro();
  }

  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      this.go();
    } else if (event.type === "change") {
      this.choose();
    } else if (event.target.matches("textarea")) {
      this.type();
    }
  }

  /** The parts that only make sense with a script; built once, even when put elsewhere later. */
  build() {
    this.classList.add("vv-quiz--live");
    this.querySelectorAll(".vv-live").forEach((part) => part.remove());
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

  /** Put stored answers back into the form. */
  fillIn() {
    for (const { step, item, interaction } of this.screens) {
      if (interaction?.kind === "choice") {
        const { chosen } = this.peek(item, interaction);
        for (const input of step.querySelectorAll("input")) {
          input.checked = chosen.includes(input.value);
        }
      } else if (interaction?.kind === "text") {
        const text = this.typed[`${item.id}.${interaction.id}`];
        step.querySelector("textarea").value = typeof text === "string" ? text : "";
      }
    }
  }

  peek(item, interaction) {
    return this.attempt.responses[item.id]?.answers[interaction.id] ?? { chosen: [] };
  }

  showIntro() {
    const known = this.screens.some(({ id }) => id === this.attempt.at);
    this.current = null;
    this.show({ intro: true });
    this.primary.textContent = known ? this.texts.resume : this.texts.begin;
    this.panel.replaceChildren(...(known ? [element("p", "", this.texts.resumeNote)] : []));
  }

  /** One step on: check the answer, or go to the next screen. */
  go() {
    const screen = this.current;
    if (!screen) {
      const index = this.screens.findIndex(({ id }) => id === this.attempt.at);
      this.open(this.screens[Math.max(index, START)]);
    } else if (this.mustCheck(screen)) {
      this.check(screen);
    } else {
      this.open(this.screens[this.screens.indexOf(screen) + 1]);
    }
  }

  mustCheck({ interaction, step, item }) {
    if (!interaction) return false;
    if (interaction.kind === "text") {
      return Boolean(step.querySelector(".vv-answer")) && !step.dataset.checked;
    }
    return !this.peek(item, interaction).checked;
  }

  open(screen) {
    this.current = screen;
    this.attempt.at = screen.id;
    this.save();
    this.show(screen);
    screen.focusTarget(this).focus({ preventScroll: true });
    this.bringIntoView(screen.focusTarget(this));
  }

  show(screen) {
    this.note.textContent = this.kept ? "" : this.texts.notSaved;
    this.querySelector(".vv-intro").hidden = !screen.intro;
    for (const other of this.screens) other.toggle(other === screen, screen.itemElement);
    this.panel.hidden = !screen.intro && !screen.result;
    this.progress.textContent = screen.number
      ? fill(this.texts.progress, { number: screen.number, total: screen.total })
      : "";
    this.controls.hidden = Boolean(screen.result);
    if (screen.result) this.showResult(screen);
    if (screen.interaction) this.showFeedback(screen);
    this.label(screen);
    this.someone.show(this.attempt.at !== "");
  }

  label(screen) {
    if (screen.intro || screen.result) return;
    const last = this.screens[this.screens.indexOf(screen) + 1].result;
    const next = last ? this.texts.finish : this.texts.next;
    this.primary.textContent = this.mustCheck(screen) ? this.texts.check : next;
  }

  choose() {
    const { interaction, item, step } = this.current ?? {};
    if (interaction?.kind !== "choice") return;
    const answer = answerOf(this.attempt, item, interaction);
    answer.chosen = [...step.querySelectorAll("input:checked")].map((input) => input.value);
    answer.checked = false;
    this.save();
    this.note.textContent = this.kept ? "" : this.texts.notSaved;
    this.label(this.current);
  }

  type() {
    const { interaction, item, step } = this.current ?? {};
    if (interaction?.kind !== "text") return;
    this.typed[`${item.id}.${interaction.id}`] = step.querySelector("textarea").value;
    saveTexts(this.key.quiz, this.typed);
  }

  check(screen) {
    const { interaction, item, step } = screen;
    if (interaction.kind === "text") {
      step.dataset.checked = "true";
    } else {
      const answer = answerOf(this.attempt, item, interaction);
      if (!answer.chosen.length) {
        this.note.textContent = this.texts.chooseFirst;
        step.querySelector("input").focus();
        return;
      }
      answer.checked = true;
      answer.best = betterOf(interaction, answer.best, answer.chosen);
      this.save();
    }
    this.showFeedback(screen);
    this.label(screen);
    this.primary.focus({ preventScroll: true });
    this.bringIntoView(screen.feedback);
  }

  showFeedback({ interaction, item, step, feedback }) {
    let parts = [];
    if (interaction.kind === "text") {
      if (step.dataset.checked) parts = textFeedback(step, this.texts);
    } else {
      const { chosen, checked } = this.peek(item, interaction);
      if (checked) parts = choiceFeedback(step, interaction, chosen, this.texts);
    }
    feedback.replaceChildren(...parts);
  }

  showResult(screen) {
    const items = this.key.items.slice(0, screen.upTo);
    const next = this.screens[this.screens.indexOf(screen) + 1];
    const buttons = element("div", "vv-controls");
    if (next) {
      buttons.append(button("vv-button vv-button--big", this.texts.more, () => this.open(next)));
    }
    buttons.append(button("vv-button", this.texts.retry, () => this.restart()));
    this.panel.replaceChildren(
      element("h2", "", next ? this.texts.resultTitle : this.texts.moreTitle),
      ...resultParts(items, this.attempt, this.texts),
      buttons,
    );
  }

  restart() {
    this.forget();
    saveTexts(this.key.quiz, this.typed);
    this.open(this.screens[START]);
  }

  startClean() {
    eraseAttempts();
    this.forget();
    this.showIntro();
    this.primary.focus();
  }

  forget() {
    this.attempt = newAttempt(this.key);
    this.typed = {};
    for (const { step } of this.screens) if (step) delete step.dataset.checked;
    this.fillIn();
  }

  save() {
    this.kept = saveAttempt(this.attempt);
  }

  bringIntoView(target) {
    this.controls.scrollIntoView({ block: "nearest" });
    target.scrollIntoView({ block: "nearest" });
  }
}
