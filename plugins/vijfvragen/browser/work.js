// A child's work on one quiz: the attempt and what was typed, kept as it goes.
import { LAST, loadAttempt, loadTexts, newAttempt, QUIZ, TEXT } from "./attempts.js";
import { BASE, write } from "./storage.js";

const NOTHING = Object.freeze({ chosen: [], checked: false, best: null });

export class Work {
  /** Kept under the names of its quiz, unless it is given others. */
  constructor(key, name = QUIZ + key.quiz, textName = TEXT + key.quiz) {
    this.key = key;
    this.name = name;
    this.textName = textName;
    this.attempt = loadAttempt(key, name);
    this.typed = loadTexts(textName);
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
    this.kept = write(this.textName, this.typed);
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
    write(this.textName, this.typed);
  }

  /** Whether another tab erased this quiz, or everything. */
  isErasedBy(event) {
    return event.key === null || (event.key === `${BASE}.${this.name}` && event.newValue === null);
  }

  save() {
    write(LAST, this.key.quiz);
    this.kept = write(this.name, this.attempt);
  }
}
