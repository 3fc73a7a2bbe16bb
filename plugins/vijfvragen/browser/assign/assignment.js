// What a teacher sets ready, as the fragment of a link. Nothing of it is kept anywhere else.
import { hash } from "../hash.js";
import { CONTROL, decode, encode, Unpacker } from "./unpacking.js";

/** Of the form that make-assignment.js writes; a later one gets another. */
export const VERSION = "v1";
const FORM = /^#?(v\d+)((?:\.[\w-]+)+)/;
const DAY = 24 * 60 * 60 * 1000;
export const FLAGS = ["test", "more"];
const KEY_BYTES = 32;
export const MOST_QUIZZES = 10;
/** Whether a text is the id of a quiz, of this site or another. */
export const isQuizId = (text) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
/** Characters of a title. */
export const LONGEST_TITLE = 40;

/**
 * What a fragment sets ready: `{assignment}`, with the `fragment` it came from; or what is `wrong`
 * with it ("none", "newer" or "damaged") and the `quizzes` that it seems to name.
 */
export function readAssignment(fragment) {
  const found = FORM.exec(fragment);
  if (!found) return { wrong: "none", quizzes: [] };
  const [whole, version, rest] = found;
  const parts = rest.slice(1).split(".");
  const named = parts.filter(isQuizId).slice(0, MOST_QUIZZES);
  if (version !== VERSION) return { wrong: "newer", quizzes: named };
  const check = parts.pop();
  const packed = parts.pop();
  try {
    if (check !== checkOf([VERSION, ...parts, packed])) throw new RangeError("changed on its way");
    return { assignment: { ...unpack(packed, parts), fragment: whole.replace("#", "") } };
  } catch {
    return { wrong: "damaged", quizzes: named };
  }
}

function unpack(packed, quizzes) {
  const unpacker = new Unpacker(decode(packed));
  const flags = unpacker.number(1);
  const id = encode(unpacker.block());
  const days = unpacker.number(2);
  const title = unpacker.text();
  const key = unpacker.block();
  unpacker.end();
  const different = new Set(quizzes.filter(isQuizId)).size;
  const fits = different === quizzes.length && quizzes.length > 0 && quizzes.length <= MOST_QUIZZES;
  const known = flags < 2 ** FLAGS.length && (key.length === 0 || key.length === 2 * KEY_BYTES);
  if (!fits || !known || id.length !== 8 || title.length > LONGEST_TITLE || CONTROL.test(title)) {
    throw new RangeError("not what this page writes");
  }
  return {
    id,
    title,
    due: days ? dayOf(days) : "",
    quizzes,
    ...Object.fromEntries(FLAGS.map((name, at) => [name, Boolean(flags & (2 ** at))])),
    key: key.length ? { x: encode(key.subarray(0, KEY_BYTES)), y: encode(key.subarray(KEY_BYTES)) } : null,
  };
}

/** Days since 1970 of a date as "2026-11-27". */
export const daysOf = (date) => Math.round(Date.parse(`${date}T00:00Z`) / DAY);

/** The date of so many days since 1970. */
export const dayOf = (days) => new Date(days * DAY).toISOString().slice(0, 10);

/** What a link ends with: against a letter that was changed on its way, not against people. */
export function checkOf(parts) {
  const mark = hash(parts.join("."));
  return encode([24, 16, 8, 0].map((shift) => (mark >>> shift) & 255));
}
