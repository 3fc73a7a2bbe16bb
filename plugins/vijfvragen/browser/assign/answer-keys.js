// The answer keys of quizzes and their talk cards, from the pages of this site that hold them.
import { partsOf } from "./other-page.js";

const VERSION = 1; // of pages/key.py
const PARTS = "script[data-key], .vv-talk-card";

/** Loads each key once; one that could not be had is tried again the next time. */
export class AnswerKeys {
  /** `quizzes`: those of this site, as a page lists them. */
  constructor(quizzes) {
    this.quizzes = new Map(quizzes.map((quiz) => [quiz.id, quiz]));
    this.loaded = new Map();
    this.cards = new Map();
  }

  /** Load the keys of these quizzes; gives the ids that are `gone` from this site, and that `failed`. */
  async load(ids) {
    const here = ids.filter((id) => this.quizzes.has(id));
    const failed = await Promise.all(here.map(async (id) => ((await this.has(id)) ? null : id)));
    return { gone: ids.filter((id) => !this.quizzes.has(id)), failed: failed.filter(Boolean) };
  }

  async has(id) {
    if (this.loaded.has(id)) return true;
    try {
      const [script, ...cards] = await partsOf(this.quizzes.get(id).key, PARTS);
      const key = JSON.parse(script.textContent);
      if (key.version !== VERSION || key.quiz !== id) return false; // the site is newer than this page
      this.loaded.set(id, key);
      for (const card of cards) this.cards.set(`${id} ${card.dataset.misconception}`, card);
      return true;
    } catch {
      return false; // no connection, or a page in the way that is not ours
    }
  }

  /** The talk card about a misconception, as the key of this quiz has it. */
  card(quiz, misconception) {
    return this.cards.get(`${quiz} ${misconception}`)?.cloneNode(true) ?? null;
  }
}
