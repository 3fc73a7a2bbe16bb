// A turn at an assignment: what is kept of the work of some class numbers.
import { RESULTS, VERSION } from "../attempts.js";
import { hash } from "../hash.js";
import { BASE, names, read, remove, write } from "../storage.js";
import { AssignedWork } from "./assigned-work.js";
import { TYPED } from "./assigned-who.js";
import { nameOf } from "./numbers.js";

const PROBE = "vv1.assigned.probe"; // of no turn, so that no other tab looks up

export class Turn {
  constructor(assignment, numbers) {
    this.assignment = assignment;
    this.numbers = numbers;
    const own = `${assignment.id}.${nameOf(numbers)}`;
    this.name = `vv1.assigned.${own}`;
    this.textName = TYPED + own;
    this.works = new Map();
    /** The last code, where the browser does not keep it. */
    this.unkept = null;
    this.canKeep = write(PROBE, 0);
    remove(PROBE);
  }

  /** Whether anything of these numbers is here already. */
  get hasWork() {
    return this.made !== null || names(`${this.name}.`).length > 0 || this.works.size > 0;
  }

  /** Whether this browser keeps all that is done. */
  get keeps() {
    return this.canKeep && !this.unkept && [...this.works.values()].every((work) => work.written);
  }

  /**
   * What was made last to give to the teacher: when (`handedIn`, in seconds since 1970), the `code`
   * (null where it was a sentence), and the mark `of` the answers that are in it. Or null.
   */
  get made() {
    const made = this.unkept ?? read(this.name);
    return Number.isInteger(made?.handedIn) ? made : null;
  }

  keepMade(at, code, of) {
    const made = { handedIn: at, code, of };
    this.unkept = write(this.name, made) ? null : made;
  }

  /** Whether all that was done is in what was made last. */
  get isAllIn() {
    return this.made?.of === this.markOfAnswers();
  }

  /** A number that is another one as soon as an answer is. */
  markOfAnswers() {
    const { quizzes, test } = this.assignment;
    const counts = ({ first, best, chosen }) => (test ? (best ?? chosen) : [first, best]);
    const answers = (quiz) => answersIn(this.attemptOf(quiz)).map(([name, answer]) => [name, counts(answer)]);
    return hash(JSON.stringify(quizzes.map(answers)));
  }

  /** The work on the quiz of this key, with what other tabs kept of it. */
  workFor(key) {
    const known = this.works.get(key.quiz);
    if (known) {
      known.refresh();
      return known;
    }
    const [name, textName] = [this.name, this.textName].map((start) => `${start}.${key.quiz}`);
    const work = new AssignedWork(key, name, textName, this.assignment.test);
    this.works.set(key.quiz, work);
    return work;
  }

  /** How far these numbers are with a quiz: "new", "busy" or "done". */
  stateOf(quiz) {
    const attempt = this.attemptOf(quiz);
    if (!attempt) return "new";
    if (attempt.finished === true || RESULTS.includes(attempt.at)) return "done";
    return attempt.at ? "busy" : "new";
  }

  attemptOf(quiz) {
    const work = this.works.get(quiz);
    const attempt = work?.written === false ? work.attempt : read(`${this.name}.${quiz}`);
    return attempt?.version === VERSION ? attempt : null;
  }

  /** Whether another tab changed what is kept of these numbers, or erased everything. */
  isChangedBy({ key }) {
    const own = `${BASE}.${this.name}`;
    return key === null || key === own || key.startsWith(`${own}.`);
  }

  /** What was typed is not for who comes next. */
  forgetTyped() {
    for (const work of this.works.values()) work.typed = {};
  }

  /** Nothing of these numbers stays on this device. */
  erase() {
    for (const start of [this.name, this.textName]) {
      for (const rest of names(`${start}.`)) remove(`${start}.${rest}`);
      remove(start);
    }
    this.works.clear();
    this.unkept = null;
  }
}

/** The answers of an attempt that say anything, by name and always in the same order. */
const answersIn = (attempt) =>
  Object.entries(attempt?.responses ?? {})
    .flatMap(([item, response]) =>
      Object.entries(response?.answers ?? {}).map(([interaction, answer]) => [`${item}/${interaction}`, answer ?? {}]),
    )
    .filter(([, { first, best, chosen }]) => [first, best, chosen].some((ids) => ids?.length))
    .sort(([one], [other]) => (one < other ? -1 : 1));
