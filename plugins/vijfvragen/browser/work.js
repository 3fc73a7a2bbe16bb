// A child's work on one quiz: the attempt and what was typed, kept as it goes.
import { eraseAttempts, isQuizKey, loadAttempt, loadTexts, newAttempt, saveAttempt, saveTexts } from "./attempts.js";

const NOTHING = Object.freeze({ chosen: [], checked: false, best: null });

export class Work {
  constructor(key) {
    this.key = key;
    this.attempt = loadAttempt(key);
    this.typed = loadTexts(key.quiz);
    /** Whether the browser keeps it. */
    this.kept = true;
  }

  /** Id of the screen where the child is; empty before the first. */
  get at() {
    return this.attempt.at;
  }

  set at(id) {
    this.attempt.at = id;
    this.save();
  }

  /** Whether nothing is told before it is handed in. */
  get testing() {
    return Boolean(this.attempt.test && !this.attempt.handedIn);
  }

  get handedIn() {
    return Boolean(this.attempt.test && this.attempt.handedIn);
  }

  get responses() {
    return this.attempt.responses;
  }

  /** What was chosen, whether it was checked since, and the best try. */
  answer(item, interaction) {
    return this.responses[item.id]?.answers[interaction.id] ?? NOTHING;
  }

  choose(item, interaction, chosen) {
    this.put(item, interaction, { ...this.answer(item, interaction), chosen, checked: false });
  }

  /** The answer was checked; `best` is the best try so far. */
  check(item, interaction, best) {
    this.put(item, interaction, { ...this.answer(item, interaction), checked: true, best });
  }

  put(item, interaction, answer) {
    const response = (this.responses[item.id] ??= { edition: item.edition, answers: {} });
    response.answers[interaction.id] = answer;
    this.save();
  }

  text(item, interaction) {
    const text = this.typed[`${item.id}.${interaction.id}`];
    return typeof text === "string" ? text : "";
  }

  type(item, interaction, text) {
    this.typed[`${item.id}.${interaction.id}`] = text;
    this.kept = saveTexts(this.key.quiz, this.typed);
  }

  /** The end of a test: from now on its answers stay as they are. */
  handIn() {
    this.attempt.handedIn = true;
    this.save();
  }

  /** The questions of the quiz were all done once. */
  finish() {
    this.attempt.finished = true;
    this.save();
  }

  /** The same child once more; `test` when nothing may be told on the way. */
  restart(test = false) {
    const { finished } = this.attempt;
    this.attempt = newAttempt(this.key, { ...(finished && { finished }), ...(test && { test }) });
    this.typed = {};
    saveTexts(this.key.quiz, this.typed);
  }

  /** Another child: nothing of any quiz stays on this device. */
  startClean() {
    this.attempt = newAttempt(this.key);
    this.restart();
    eraseAttempts();
  }

  /** Whether another tab erased this quiz, or everything. */
  isErasedBy(event) {
    return event.key === null || (isQuizKey(event.key, this.key.quiz) && event.newValue === null);
  }

  save() {
    this.kept = saveAttempt(this.attempt);
  }
}
