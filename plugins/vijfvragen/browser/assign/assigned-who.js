// Who is working on an assignment in this tab, by class number.
import { names, read, remove, write } from "../storage.js";
import { HIGHEST } from "./numbers.js";

const TURN = "vv1.turn";
/** How the names begin under which a tab keeps what is typed. */
export const TYPED = "vv1.text.assigned.";

/** The class numbers that are working on an assignment in this tab, or null. */
export function keptNumbers(id) {
  const kept = read(TURN);
  const numbers = kept?.assignment === id && Array.isArray(kept.numbers) ? kept.numbers : [];
  const known = numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= HIGHEST);
  return numbers.length && known ? numbers : null;
}

/** That these numbers are working on it now, for a reload; null when nobody is. */
export function keepNumbers(id, numbers) {
  if (numbers) write(TURN, { assignment: id, numbers });
  else remove(TURN);
}

/** What was typed in this tab goes. */
export function forgetTyped() {
  for (const rest of names(TYPED)) remove(TYPED + rest);
}

/** Class numbers as one says them: "7", "7 en 12". */
export const sayNumbers = (numbers) =>
  new Intl.ListFormat(document.documentElement.lang || "nl").format(numbers.map(String));
