// The results in this browser: one stored value for each hand-in, so that two tabs never overwrite
// each other's; and those that the browser would not keep, for as long as the page is open.
import { names, read, remove, write } from "../storage.js";
import { hash } from "../hash.js";
import { decode, encode } from "./unpacking.js";
import { unpackHandIn } from "./hand-in.js";

const PLACE = "vv1.result.";

export class Results {
  constructor() {
    this.unkept = new Map();
    this.load();
  }

  /** Look anew at what this browser keeps; of some of it this page may not know what it is. */
  load() {
    const kept = names(PLACE).map((name) => [name, resultOf(read(PLACE + name))]);
    const known = kept.filter(([, result]) => result);
    this.unknown = kept.length - known.length;
    this.byName = new Map([...known, ...this.unkept]);
    this.codes = new Set(this.all().map(({ code }) => code));
  }

  /** Every result, as `resultFrom` makes it. */
  all() {
    return [...this.byName.values()];
  }

  hasCode(code) {
    return this.codes.has(code);
  }

  /** Add what a code held; "new", or "already" when there is the same hand-in, under this code or another. */
  add(result) {
    const name = nameOf(result);
    this.codes.add(result.code);
    if (this.byName.has(name)) return "already";
    this.byName.set(name, result);
    this.keep(name, result);
    return "new";
  }

  keep(name, result) {
    if (keep(name, result)) this.unkept.delete(name);
    else this.unkept.set(name, result);
  }

  isKept(result) {
    return !this.unkept.has(nameOf(result));
  }

  /** Try once more to keep what would not be kept; how many are left. */
  keepAgain() {
    for (const [name, result] of [...this.unkept]) this.keep(name, result);
    return this.unkept.size;
  }

  /** Whether a hand-in counts; the teacher decides. */
  setCounts(result, counts) {
    const name = nameOf(result);
    const own = this.byName.get(name);
    if (!own) return; // another tab erased it
    own.counts = counts;
    this.keep(name, own);
  }

  /** Erase the results for which this holds. */
  erase(isWanted) {
    for (const [name, result] of this.byName) {
      if (!isWanted(result)) continue;
      remove(PLACE + name);
      this.unkept.delete(name);
    }
    this.load();
  }

  /** Erase every result, also what this page does not know. */
  eraseAll() {
    for (const name of names(PLACE)) remove(PLACE + name);
    this.unkept.clear();
    this.load();
  }
}

/**
 * A result of packed bytes that were read at a moment: `{code, at, packed, handIn, time, counts}`.
 * The `time` is when it was handed in, by the clock of the child's device; never after it was read.
 * Throws when the bytes hold no hand-in.
 */
export function resultFrom(code, bytes, at, counts = true) {
  const handIn = unpackHandIn(bytes);
  return { code, at, packed: encode(bytes), handIn, time: Math.min(handIn.at, at), counts };
}

/** Short names, for a school has many: packed, code, read; x when it does not count. */
const keep = (name, { packed, code, at, counts }) =>
  write(PLACE + name, { p: packed, c: code, r: at, ...(counts ? {} : { x: true }) });

/** The same hand-in always has the same name: twice 32 bits, because a school has many of them. */
export const nameOf = ({ handIn, packed }) =>
  `${handIn.assignment.id}.${hash(packed).toString(36)}${hash(`.${packed}`).toString(36)}`;

/** Whatever was stored: a result, or null. */
function resultOf(value) {
  try {
    const { c: code, p: packed, r: at, x: out } = value;
    return typeof code === "string" && typeof at === "number" ? resultFrom(code, decode(packed), at, out !== true) : null;
  } catch {
    return null;
  }
}
