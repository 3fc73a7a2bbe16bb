// The page with results: reads what comes in, and shows an assignment. results.js loads it.
import { element, fill } from "../dom.js";
import { AnswerKeys } from "./answer-keys.js";
import { assignmentsOf, numbersIn, rowsOf } from "./assignments-read.js";
import { ClassNumbers } from "./class-numbers.js";
import { classResults } from "./class-results.js";
import { CodesIn } from "./codes-in.js";
import { placeOf } from "./results-answers.js";
import { askIn, Erasing } from "./results-erase.js";
import { showHead, titleOf } from "./results-head.js";
import { Results } from "./results-kept.js";
import { saveCodes, saveTable } from "./results-out.js";
import { showCounted, showFound, troubles } from "./results-shown.js";

/** Milliseconds in which what another tab does is taken together. */
const TOGETHER = 150;

export class ResultsPage {
  /** `place` is the element that holds the page. */
  constructor(place) {
    this.place = place;
    this.practiceTexts = this.json("[data-texts]");
    this.testTexts = { ...this.practiceTexts, ...this.practiceTexts.inTest };
    this.told = this.json("[data-told]");
    this.keys = new AnswerKeys(this.json("[data-quizzes]"));
    this.results = new Results();
    this.opened = new Set();
    const { results, texts, told } = this;
    const [shown, isRead, show] = [() => this.shown, (fresh) => this.isRead(fresh), (id) => this.choose(id)];
    this.reading = new CodesIn(this.part("[data-reading]"), { results, texts, told, shown, isRead, show });
    this.classNumbers = new ClassNumbers(this.part("#vv-groep"), this.part("[data-missing]"), texts);
    const { reading, classNumbers } = this;
    this.erasing = new Erasing(this, { results, reading, texts, classNumbers, erased: () => this.erased() });
    this.show();
  }

  /** The page is left, or its element is taken out. */
  release() {
    this.reading.camera.release();
  }

  /** The words for practice, or for a test: there no answer is a first one. */
  get texts() {
    return this.assignment?.test ? this.testTexts : this.practiceTexts;
  }

  json(selector) {
    return JSON.parse(this.part(selector).textContent);
  }

  part(selector) {
    return this.place.querySelector(selector);
  }

  changed({ type, target }) {
    if (type === "input" && target.id === "vv-groep") this.classNumbers.keep();
    else if (type === "change" && target.id === "vv-welke") this.choose(target.value);
  }

  press(pressed) {
    const name = pressed.dataset.do;
    if (pressed.closest("[data-erase]")) askIn(pressed.closest("[data-erase]"), name === "ask");
    if (name === "ask" || name === "keep") return;
    if (this.reading[name]) this.reading[name]();
    else this[name]();
  }

  /** What is not kept would be lost. */
  warn(event) {
    if (this.results.unkept.size) event.preventDefault();
  }

  /** Another tab read or erased something; many events come together. */
  lookAgain() {
    clearTimeout(this.looking);
    this.looking = setTimeout(() => {
      this.results.load();
      this.reading.tellUnread();
      this.classNumbers.loadAgain();
      this.show();
    }, TOGETHER);
  }

  isRead(fresh) {
    if (!this.assignment && fresh.length) this.shown = assignmentsOf(fresh).sort(byCount)[0].id;
    return this.show();
  }

  choose(id) {
    this.shown = id;
    this.opened.clear();
    this.show();
    this.part("#vv-opdracht").focus();
  }

  /** Show an assignment: the chosen one, or else the one that was read last. */
  async show() {
    const all = assignmentsOf(this.results.all());
    this.assignment = all.find(({ id }) => id === this.shown) ?? all[0] ?? null;
    this.shown = this.assignment?.id ?? "";
    for (const part of this.place.querySelectorAll("[data-shown]")) part.hidden = !this.assignment;
    if (this.found?.id !== this.shown) this.uncount();
    if (!this.assignment) return;
    const { assignment } = this;
    this.rows = rowsOf(assignment);
    showHead(this.place, assignment, { all, quizzes: this.keys.quizzes, texts: this.texts });
    this.classNumbers.show(assignment.id, numbersIn(assignment).map(({ number }) => number));
    this.count(await this.loadKeys(assignment));
  }

  /** Nothing of another assignment stands, is printed or is saved under the title of this one. */
  uncount() {
    this.found = null;
    showCounted(this.place, false);
    this.part("[data-trouble]").replaceChildren();
  }

  get title() {
    return titleOf(this.assignment, this.keys.quizzes, this.texts);
  }

  /** The keys that this assignment needs; what cannot be had is said. True when it is still in sight. */
  async loadKeys(assignment) {
    const trouble = this.part("[data-trouble]");
    const waits = assignment.quizzes.some((id) => this.keys.quizzes.has(id) && !this.keys.loaded.has(id));
    if (waits) trouble.replaceChildren(element("p", "vv-on-screen", this.texts.loading));
    const { gone, failed } = await this.keys.load(assignment.quizzes);
    if (this.assignment !== assignment) return null;
    const about = { gone, failed, strange: assignment.strange };
    trouble.replaceChildren(...troubles(about, { quizzes: this.keys.quizzes, texts: this.texts, again: () => this.tryAgain() }));
    return assignment;
  }

  /** Count and show it all, once the keys are there. */
  count(assignment) {
    if (!assignment) return;
    this.found = { id: assignment.id, ...classResults(this.rows, assignment.quizzes, this.keys.loaded) };
    const { keys, texts, opened } = this;
    const [decide, erase] = [(...decision) => this.decide(...decision), (...which) => this.erasing.eraseHandIn(...which)];
    const asking = this.part("[data-asking]");
    showFound(this.place, this.found, { assignment, keys, texts, opened, asking, decide, erase });
  }

  async tryAgain() {
    await this.show();
    this.part("#vv-opdracht").focus();
  }

  /** The teacher decides whether a hand-in counts; its part stays open, with the focus in it. */
  async decide(result, counts, number) {
    this.results.setCounts(result, counts);
    const place = placeOf(result, number);
    this.opened.add(`${number}`).add(place);
    await this.show();
    const numbers = result.handIn.numbers.join(this.texts.and);
    this.part("[data-decided]").textContent = fill(counts ? this.texts.countsAgain : this.texts.countsNot, { numbers });
    this.part(`[data-result="${CSS.escape(place)}"]`)?.focus();
  }

  saveCsv() {
    saveTable(this.found, numbersIn(this.assignment), this.title, this.texts);
  }

  saveCodes() {
    saveCodes(this.assignment, this.title, this.texts);
  }

  eraseOne() {
    return this.erasing.eraseOne(this.assignment.id);
  }

  eraseAll() {
    return this.erasing.eraseAll();
  }

  async erased() {
    this.opened.clear();
    await this.show();
  }
}

const byCount = (one, other) => other.results.length - one.results.length;
