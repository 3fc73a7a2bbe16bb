// <vv-assigned>: what a teacher set ready, done by a child: who it is, the quizzes in order, handing in.
import { fill } from "../dom.js";
import { readAssignment } from "./assignment.js";
import { StartView } from "./assigned-start.js";
import { forgetTyped, keepNumbers, keptNumbers } from "./assigned-who.js";
import { isLate, now, sayDay } from "./dates.js";
import { nameOf } from "./numbers.js";

const OUTSIDE = ["hashchange", "popstate", "storage", "pageshow"];
/** The views by name; all but the first that a child sees come when they are needed. */
const VIEWS = {
  link: async () => (await import("./assigned-link.js")).LinkView,
  start: () => StartView,
  overview: async () => (await import("./assigned-overview.js")).Overview,
  quiz: async () => (await import("./assigned-quiz-view.js")).QuizView,
  "hand-in": async () => (await import("./assigned-hand-in-view.js")).HandInView,
};

class AssignedElement extends HTMLElement {
  connectedCallback() {
    const all = this.json("[data-quizzes]");
    this.quizzes = new Map(all.map((quiz) => [quiz.id, quiz]));
    this.texts = this.json("[data-texts]");
    this.heading = this.querySelector("h1");
    this.plainHeading = this.heading.textContent;
    /** What every turn on this page did, by assignment and numbers: also where nothing is kept. */
    this.turns = new Map();
    this.loaded = new Map();
    this.views = {};
    this.note = this.querySelector("[data-unloaded]");
    this.querySelector("[data-without]")?.remove();
    for (const type of OUTSIDE) window.addEventListener(type, this);
    this.open();
  }

  disconnectedCallback() {
    for (const type of OUTSIDE) window.removeEventListener(type, this);
  }

  json = (selector) => JSON.parse(this.querySelector(selector).textContent);

  section = (name) => this.querySelector(`[data-view="${name}"]`);

  handleEvent(event) {
    if (event.type === "hashchange") {
      this.open();
    } else if (event.type === "popstate") {
      if (location.hash === this.hash) this.follow(); // otherwise `hashchange` comes
    } else if (event.type === "storage") {
      if (this.shown === "overview" && this.turn?.isChangedBy(event)) this.views.overview.refresh();
    } else if (event.persisted) {
      this.open();
    }
  }

  /** Read the link, and show where this tab was with it. */
  async open() {
    this.hash = location.hash;
    const { assignment, wrong, quizzes } = readAssignment(this.hash);
    this.assignment = assignment ?? null;
    this.wrong = wrong;
    this.set = (assignment?.quizzes ?? quizzes).map((id) => this.quizzes.get(id)).filter(Boolean);
    if (assignment && !this.set.length) this.wrong = "gone";
    const numbers = assignment && keptNumbers(assignment.id);
    this.turn = null;
    const turn = numbers ? await this.turnOf(numbers) : null;
    if (this.assignment !== (assignment ?? null)) return; // another link by now
    this.turn = turn;
    this.follow({ quietly: true });
  }

  /** Show what the browser's history says, as far as it may be shown now. */
  follow({ quietly = false } = {}) {
    const { vvView, vvQuiz } = history.state ?? {};
    const quiz = this.set.find(({ id }) => id === vvQuiz);
    if (this.wrong) this.show("link", { quietly });
    else if (!this.turn) this.show("start", { quietly });
    else if (vvView === "quiz" && quiz && this.mayOpen(quiz)) this.show("quiz", { quiz });
    else this.show("overview", { quietly });
  }

  /** Show a view; the focus goes to its heading, but not while the page loads. */
  async show(name, { quietly = false, ...what } = {}) {
    const asked = {};
    this.asked = asked;
    const view = await this.view(name);
    if (this.asked !== asked || !view) return; // something else is to be shown by now
    for (const other of Object.keys(VIEWS)) {
      this.section(other).hidden = other !== name;
      if (other !== name) this.views[other]?.leave?.();
    }
    this.shown = name;
    this.heading.textContent = what.quiz?.title || this.givenTitle || this.plainHeading;
    if (!quietly) {
      this.heading.focus({ preventScroll: true });
      this.heading.scrollIntoView({ block: "nearest" });
    }
    await view.show(what);
  }

  /** A view, made once; null, and said so, when it cannot be loaded now. */
  async view(name) {
    this.note.hidden = true;
    try {
      this.views[name] ??= new (await VIEWS[name]())(this, this.section(name));
      return this.views[name];
    } catch {
      this.note.hidden = false;
      return null;
    }
  }

  /** Go to a view from the overview; the browser's button Back leads to the overview again. */
  goTo(name, { quiz, ...what } = {}) {
    history.pushState({ vvView: name, vvQuiz: quiz?.id }, "");
    return this.show(name, { quiz, ...what });
  }

  /** Back to where the turn, or another's, begins. */
  goBack() {
    if (history.state?.vvView) history.back();
    else this.follow();
  }

  /** The title of the assignment; without one, nothing. */
  get givenTitle() {
    return this.wrong ? "" : this.assignment.title;
  }

  /** What the assignment is called in a sentence. */
  get called() {
    return this.givenTitle || this.set.map(({ title }) => title).join(", ");
  }

  /** Whether the day is past until which it was to be done. */
  get late() {
    return isLate(now(), this.assignment.due);
  }

  /** Say in a view until when it may be handed in, while it may. */
  sayDue(section) {
    const { due } = this.assignment;
    section.querySelector("[data-due]").hidden = !due || this.late;
    for (const place of section.querySelectorAll("[data-day]")) place.textContent = due && sayDay(due);
  }

  /** The turn of these numbers at the assignment; null, and said so, when it cannot be loaded now. */
  async turnOf(numbers) {
    const { assignment } = this;
    const name = `${assignment.id}.${nameOf(numbers)}`;
    this.note.hidden = true;
    try {
      const { Turn } = await import("./assigned-turn.js");
      if (!this.turns.has(name)) this.turns.set(name, new Turn(assignment, numbers));
      return this.turns.get(name);
    } catch {
      this.note.hidden = false;
      return null;
    }
  }

  /** Fetch what comes after the beginning, so that it is there at once, or without a network. */
  getReady() {
    for (const name of ["overview", "quiz"]) VIEWS[name]().catch(() => {});
    import("./assigned-turn.js").catch(() => {});
  }

  /** These numbers begin, or go on. */
  begin(turn) {
    this.forgetTyped();
    this.turn = turn;
    keepNumbers(this.assignment.id, turn.numbers);
    history.replaceState(null, ""); // where somebody else was before is not where these begin
    this.show("overview");
  }

  /** Somebody else comes; what was done stays under its own numbers. */
  leave() {
    this.forgetTyped();
    this.turn = null;
    keepNumbers(this.assignment.id, null);
    this.goBack();
  }

  forgetTyped() {
    forgetTyped();
    for (const turn of this.turns.values()) turn.forgetTyped();
  }

  /** The quiz that comes now: the first that is not done. */
  get next() {
    return this.set.find(({ id }) => this.turn.stateOf(id) !== "done");
  }

  /** Whether a quiz may be opened: what was begun, and what comes now. */
  mayOpen = (quiz) => quiz === this.next || this.turn.stateOf(quiz.id) !== "new";

  /** When what was made has done its work. */
  isThere = ({ code }) => (code ? this.texts.codeIsThere : this.texts.sentenceIsSeen);

  say = (name, values) => fill(this.texts[name], values);
}

if (!customElements.get("vv-assigned")) customElements.define("vv-assigned", AssignedElement);
