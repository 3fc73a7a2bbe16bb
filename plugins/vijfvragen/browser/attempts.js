// An attempt: what was answered in one quiz on this device, and where the child was.
import { BASE, erase, read, write } from "./storage.js";

export const VERSION = 1; // also in the key's name, so that an older page never sees a newer form
export const QUIZ = `vv${VERSION}.quiz.`;
const TEXT = `vv${VERSION}.text.`;
export const LAST = `vv${VERSION}.last`;
/** Ids of the screens at the end of a part. */
export const RESULTS = ["result", "more-result"];
/** Id of the screen before the end of a test. */
export const HAND_IN = "hand-in";

/** What else is kept of an attempt, only when it is so. */
const MARKS = ["test", "handedIn", "finished"];

/** A new attempt at the quiz of this key; `marks` are some of `test`, `handedIn`, `finished`. */
export function newAttempt(key, marks = {}) {
  return { version: VERSION, quiz: key.quiz, edition: key.edition, at: "", responses: {}, ...marks };
}

/**
 * The stored attempt as far as it still fits the quiz, or a new one. Answers to an item that was
 * changed, renamed or taken out are left behind; anything damaged as well.
 */
export function loadAttempt(key) {
  const stored = read(QUIZ + key.quiz);
  const attempt = newAttempt(key);
  if (!isRecord(stored) || stored.version !== VERSION) return attempt;
  if (typeof stored.at === "string") attempt.at = stored.at;
  for (const mark of MARKS) if (stored[mark] === true) attempt[mark] = true;
  for (const item of key.items) {
    const response = own(stored.responses, item.id);
    if (!isRecord(response) || response.edition !== item.edition) continue;
    const answers = {};
    for (const interaction of item.interactions) {
      const answer = fitting(interaction, own(response.answers, interaction.id));
      if (answer) answers[interaction.id] = answer;
    }
    attempt.responses[item.id] = { edition: item.edition, answers };
  }
  return attempt;
}

/** Keep the attempt, and that it is the last one worked on; false when the browser will not. */
export function saveAttempt(attempt) {
  write(LAST, attempt.quiz);
  return write(QUIZ + attempt.quiz, attempt);
}

/** Whether a key as the browser names it is that of a quiz's attempt. */
export const isQuizKey = (key, quiz) => key === `${BASE}.${QUIZ}${quiz}`;

/** What was typed in this tab, by item and interaction. */
export function loadTexts(quiz) {
  const texts = read(TEXT + quiz);
  return isRecord(texts) ? texts : {};
}

/** Keep what was typed, for this tab only. */
export const saveTexts = (quiz, texts) => write(TEXT + quiz, texts);

/** Start clean for another child: every quiz of this site, and everything typed. */
export const eraseAttempts = () => erase((entry) => entry.owner === "vijfvragen");

function fitting(interaction, answer) {
  if (!isRecord(answer)) return null;
  const chosen = known(interaction, answer.chosen);
  const best = known(interaction, answer.best);
  const checked = answer.checked === true && chosen.length > 0;
  return { chosen, checked, best: best.length ? best : null };
}

function known(interaction, ids) {
  if (!Array.isArray(ids)) return [];
  if (interaction.kind === "order") return sameIds(interaction.order, ids) ? ids : [];
  const fit = ids.filter((id) => typeof id === "string" && own(interaction.choices, id));
  return interaction.multiple ? [...new Set(fit)] : fit.slice(0, 1);
}

const sameIds = (one, other) => one.length === other.length && one.every((id) => other.includes(id));

function own(record, name) {
  return isRecord(record) && Object.hasOwn(record, name) ? record[name] : undefined;
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
