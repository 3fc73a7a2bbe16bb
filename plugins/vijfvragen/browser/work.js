// A child's work on one quiz: the attempt and what was typed, kept as it goes.
import { eraseAttempts, isQuizKey, loadAttempt, loadTexts, newAttempt, saveAttempt, saveTexts } from "./attempts.js";
import { betterOf } from "./scoring.js";

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

  check(item, interaction) {
    const { chosen, best } = this.answer(item, interaction);
    this.put(item, interaction, { chosen, checked: true, best: betterOf(interaction, best, chosen) });
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

  /** The same child once more. */
  restart() {
    this.attempt = newAttempt(this.key);
    this.typed = {};
    saveTexts(this.key.quiz, this.typed);
  }

  /** Another child: nothing of any quiz stays on this device. */
  startClean() {
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
