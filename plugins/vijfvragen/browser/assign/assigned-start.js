// The beginning of a turn: what is set ready, and by which class number it will be done.
import { element } from "../dom.js";
import { readNumbers } from "./numbers.js";
import { sayNumbers } from "./assigned-who.js";

export class StartView {
  constructor(page, section) {
    this.page = page;
    this.section = section;
    this.find = (name) => section.querySelector(`[data-${name}]`);
    this.form = this.find("who");
    this.field = this.form.querySelector("input");
    this.note = this.find("note");
    this.asking = this.find("asking");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.take();
    });
    this.field.addEventListener("input", () => this.warn(""));
    this.field.addEventListener("input", () => page.getReady(), { once: true });
    this.find("yes").addEventListener("click", () => this.page.begin(this.turn));
    this.find("other").addEventListener("click", () => this.askAgain());
  }

  show() {
    const { assignment, set, late, quizzes } = this.page;
    this.leave();
    this.find("late").hidden = !late;
    this.page.sayDue(this.section);
    this.find("gone").hidden = assignment.quizzes.every((id) => quizzes.has(id));
    this.find("practice").hidden = assignment.test;
    this.find("test").hidden = !assignment.test;
    this.find("sees").hidden = !assignment.key;
    this.find("set").replaceChildren(...set.map((quiz) => this.line(quiz)));
  }

  /** What somebody filled in is nobody else's. */
  leave() {
    this.turn = null;
    this.field.value = "";
    this.warn("");
    this.form.hidden = false;
    this.asking.hidden = true;
  }

  line({ title, questions, more }) {
    const count = questions + (this.page.assignment.more ? more : 0);
    return element("li", "", element("strong", "", title), ` ${this.page.say("questions", { count })}`);
  }

  /** Only class numbers are taken; whatever else stood there is not shown back. */
  async take() {
    const { numbers, wrong } = readNumbers(this.field.value);
    this.field.value = numbers.join(", ");
    const [first] = wrong;
    if (first !== undefined || !numbers.length) {
      this.warn(this.wordsFor(first));
      this.field.focus();
      return;
    }
    this.turn = await this.page.turnOf(numbers);
    if (!this.turn) return;
    if (this.turn.hasWork) this.ask(numbers);
    else this.page.begin(this.turn);
  }

  wordsFor(piece) {
    const { texts } = this.page;
    if (piece === undefined) return texts.noNumber;
    if (/\p{L}/u.test(piece)) return texts.noName;
    return /^\d+$/.test(piece) ? texts.otherNumber : texts.betweenNumbers;
  }

  warn(text) {
    this.note.textContent = text;
    this.field.setAttribute("aria-invalid", Boolean(text));
  }

  /** There is work of these numbers on this device: is it theirs? */
  ask(numbers) {
    const name = numbers.length > 1 ? "areYouTogether" : "areYou";
    this.form.hidden = true;
    this.asking.hidden = false;
    const question = this.asking.querySelector("p");
    question.textContent = this.page.say(name, { numbers: sayNumbers(numbers) });
    question.focus();
  }

  askAgain() {
    this.leave();
    this.field.focus();
  }
}
