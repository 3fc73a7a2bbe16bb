// <vv-check-post>: the five questions for a message of a child's own, one at a time. It keeps nothing.
import { button, element, fill } from "./dom.js";

const HIGH = 0.6; // of the window: the header and the buttons need the rest
const OUTSIDE = ["pagehide", "pageshow"];

class CheckPostElement extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.texts = JSON.parse(this.querySelector("[data-texts]").textContent);
    this.message = this.querySelector("textarea");
    this.start = this.querySelector("[data-start]");
    this.questions = [...this.querySelectorAll("[data-question]")];
    this.outcomes = [...this.querySelectorAll("[data-outcome]")];
    this.build();
    this.form.addEventListener("submit", this);
    this.form.addEventListener("change", this);
    for (const type of OUTSIDE) window.addEventListener(type, this);
    this.show(0);
  }

  disconnectedCallback() {
    for (const type of OUTSIDE) window.removeEventListener(type, this);
    this.form.removeEventListener("submit", this);
    this.form.removeEventListener("change", this);
  }

  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      this.go();
    } else if (event.type === "change") {
      this.note.textContent = "";
    } else if (event.type === "pagehide" || event.persisted) {
      this.clear(); // a browser may hold a whole page in mind, to show it again after Back
    }
  }

  /** The parts that only make sense with a script; made anew when put elsewhere later. */
  build() {
    for (const part of this.querySelectorAll(".vv-live")) part.remove();
    this.classList.add("vv-check--live");
    const { texts } = this;
    this.progress = element("p", "vv-live vv-progress");
    this.said = element("p", "");
    this.own = element("figure", "vv-live vv-check__own", element("figcaption", "", texts.own), this.said);
    this.rewriting = element("textarea", "");
    Object.assign(this.rewriting, { rows: 4, maxLength: this.message.maxLength, autocomplete: "off" });
    this.rewriting.spellcheck = false;
    this.rewriting.addEventListener("input", () => (this.message.value = this.rewriting.value));
    this.rewrite = element("label", "vv-live vv-check__rewrite", texts.rewrite, this.rewriting);
    this.note = element("p", "vv-live vv-note");
    this.note.setAttribute("role", "alert");
    this.primary = element("button", "vv-button vv-button--big");
    this.primary.type = "submit";
    this.back = button("vv-button vv-button--quiet", texts.back, () => this.open(this.at - 1));
    this.other = button("vv-button vv-button--quiet", texts.other, () => this.startAnew());
    const controls = element("div", "vv-live vv-controls", this.primary, this.back, this.other);
    this.controls = controls;
    this.form.prepend(this.progress, this.own);
    this.form.append(this.note, controls);
    for (const part of [this.start, ...this.questions, ...this.headings()]) part.tabIndex = -1;
  }

  headings() {
    return this.outcomes.map((outcome) => outcome.querySelector("h2"));
  }

  /** One step on, where the answer was given. */
  go() {
    const asked = this.at ? this.questions[this.at - 1] : this.start;
    if (!asked) {
      if (this.rewrite.isConnected) this.askAgain();
      else this.startAnew();
    } else if (asked.querySelector("[type=radio]") && !asked.querySelector(":checked")) {
      this.note.textContent = this.at ? this.texts.chooseFirst : this.texts.chooseGrade;
      asked.querySelector("[type=radio]").focus();
    } else {
      this.open(this.at + 1);
    }
  }

  open(at) {
    const target = this.show(at);
    target.focus({ preventScroll: true });
    // As much of the message as fits stays in sight above the question.
    for (const part of [this.own, this.controls]) part.scrollIntoView({ block: "nearest" });
    target.scrollIntoView({ block: target.offsetHeight > window.innerHeight * HIGH ? "start" : "nearest" });
  }

  /** Show the beginning (0), a question, or what follows from the answers; gives what to look at. */
  show(at) {
    this.at = at;
    this.rewrite.remove();
    const total = this.questions.length;
    const outcome = at > total ? this.explain() : null;
    const shown = outcome ?? (at ? this.questions[at - 1] : this.start);
    for (const part of [this.start, ...this.questions, ...this.outcomes]) part.hidden = part !== shown;
    this.speakTo(answerTo(this.start));
    this.said.textContent = this.message.value.trim() || this.texts.inMind;
    this.classList.toggle("vv-check--busy", at > 0);
    this.own.hidden = !at || this.rewrite.isConnected;
    this.progress.textContent = at && !outcome ? fill(this.texts.progress, { number: at, total }) : "";
    this.note.textContent = "";
    this.primary.textContent = this.label();
    this.back.hidden = !at;
    this.other.hidden = !this.rewrite.isConnected;
    return outcome?.querySelector("h2") ?? shown;
  }

  label() {
    if (this.at > this.questions.length) return this.rewrite.isConnected ? this.texts.again : this.texts.other;
    if (!this.at) return this.texts.begin;
    return this.at < this.questions.length ? this.texts.next : this.texts.finish;
  }

  /** One "no" decides, then whatever is not sure yet; with either the message can be changed. */
  explain() {
    const given = this.questions.map(answerTo);
    const name = ["no", "depends"].find((answer) => given.includes(answer)) ?? "yes";
    const outcome = this.outcomes.find(({ dataset }) => dataset.outcome === name);
    if (name === "yes") return outcome;
    outcome.querySelector("[data-which]").hidden = false;
    for (const line of outcome.querySelectorAll("[data-key]")) {
      const asked = this.questions.find(({ dataset }) => dataset.question === line.dataset.key);
      line.hidden = answerTo(asked) !== name;
    }
    this.rewriting.value = this.message.value;
    outcome.append(this.rewrite);
    return outcome;
  }

  /** In the words of this grade alone, once it is known. */
  speakTo(grade) {
    this.classList.toggle("vv-check--grade", Boolean(grade));
    for (const text of this.querySelectorAll("[data-grade]")) {
      text.toggleAttribute("data-other", Boolean(grade) && text.dataset.grade !== grade);
    }
  }

  /** The same message once more, changed or not. */
  askAgain() {
    for (const input of this.questions.flatMap(inputsOf)) input.checked = false;
    this.open(1);
  }

  startAnew() {
    this.clear();
    this.open(0);
  }

  /** Nothing of what was typed or chosen stays. */
  clear() {
    this.form.reset();
    this.rewriting.value = "";
    this.show(0);
  }
}

const inputsOf = (asked) => [...asked.querySelectorAll("input")];
const answerTo = (asked) => asked.querySelector(":checked")?.value;

if (!customElements.get("vv-check-post")) customElements.define("vv-check-post", CheckPostElement);
