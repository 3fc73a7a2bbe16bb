// An attempt: what was answered in one quiz on this device, and where the child was.
import { read, write } from "./storage.js";

export const VERSION = 1; // also in the key's name, so that an older page never sees a newer form
export const QUIZ = `vv${VERSION}.quiz.`;
export const TEXT = `vv${VERSION}.text.`;
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
 * The attempt under a name as far as it still fits the quiz, or a new one. Answers to an item that
 * was changed, renamed or taken out are left behind; anything damaged as well.
 */
export function loadAttempt(key, name) {
  const stored = read(name);
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

/** What was typed in this tab, by item and interaction. */
export function loadTexts(name) {
  const texts = read(name);
  return isRecord(texts) ? texts : {};
}

function fitting(interaction, answer) {
  if (!isRecord(answer)) return null;
  const chosen = known(interaction, answer.chosen);
  const best = known(interaction, answer.best);
  const first = known(interaction, answer.first);
  const checked = answer.checked === true && chosen.length > 0;
  return { chosen, checked, best: best.length ? best : null, ...(first.length && { first }) };
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
