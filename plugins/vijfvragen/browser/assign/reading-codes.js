// Reads codes: opens each, sees whether it holds a hand-in, and keeps that at once.
import { read, remove, write } from "../storage.js";
import { now } from "./dates.js";
import { VERSION, versionOf } from "./hand-in.js";
import { loaded } from "./loading.js";
import { resultFrom } from "./results-kept.js";

const UNREAD = "vv1.unread";
/** So many are opened beside each other: opening is waiting. */
const TOGETHER = 32;
const TAKE_OFF_AFTER = 8 * TOGETHER;
/** What may be read another time, with another key or another version of this page. */
const LATER = ["otherKey", "newer", "unkept"];

/** The codes that were found and not read, in this tab or another. */
export function unread() {
  const kept = read(UNREAD);
  return Array.isArray(kept) ? kept.filter((code) => typeof code === "string") : [];
}

/** Forget these codes (a set), or all. */
export function forgetUnread(codes = null) {
  const left = codes ? unread().filter((code) => !codes.has(code)) : [];
  if (left.length) write(UNREAD, left);
  else remove(UNREAD);
}

const keepUnread = (codes) => write(UNREAD, [...new Set([...unread(), ...codes])]);

function takeOff(done) {
  forgetUnread(done);
  done.clear();
}

/**
 * Read codes into `results`, and `tell(done)` how many are done. Gives, by what became of them, the
 * codes ("already", "otherKey", "damaged", "newer", "older", "odd") and the results ("fresh",
 * "unkept": of those the ones that this browser does not keep). Throws NotLoaded when the modules that
 * open codes cannot be loaded; `cannot` is true on an address where no code can be opened.
 */
export async function readCodes(codes, results, tell = () => {}) {
  keepUnread(codes); // a tab that is closed in the middle of it loses nothing
  const modules = Promise.all([import("./code.js"), import("./teacher-keys.js")]);
  const [{ canLock, open, ready }, { keys }] = await loaded(modules);
  const found = { fresh: [], unkept: [], already: [], otherKey: [], damaged: [], newer: [], older: [], odd: [] };
  if (!canLock()) return { ...found, cannot: true };
  const own = ready(keys());
  const done = new Set();
  for (let at = 0; at < codes.length; at += TOGETHER) {
    const some = codes.slice(at, at + TOGETHER);
    const opened = await Promise.all(some.map((code) => (results.hasCode(code) ? { wrong: "already" } : open(code, own))));
    some.forEach((code, place) => {
      const became = becomes(code, opened[place], results, found);
      if (!LATER.includes(became)) done.add(code);
    });
    tell(at + some.length);
    if (done.size >= TAKE_OFF_AFTER) takeOff(done);
    await new Promise((go) => setTimeout(go)); // the page goes on in between
  }
  takeOff(done);
  if (results.unkept.size) keepAgain(results, found);
  return found;
}

/** There may be room by now; then those codes need not be read another time. */
function keepAgain(results, found) {
  const waiting = [...results.unkept.values()];
  results.keepAgain();
  takeOff(new Set(waiting.filter((result) => results.isKept(result)).map(({ code }) => code)));
  found.unkept = found.unkept.filter((result) => !results.isKept(result));
}

/** Put a code, or what it held, where it belongs; gives the name of that place. */
function becomes(code, { bytes, wrong }, results, found) {
  if (wrong) return put(found, wrong, code);
  let result;
  try {
    result = resultFrom(code, bytes, now());
  } catch {
    const version = versionOf(bytes);
    if (version > VERSION) return put(found, "newer", code);
    return put(found, version < VERSION ? "older" : "odd", code);
  }
  if (results.add(result) === "already") return put(found, "already", code);
  found.fresh.push(result);
  return results.isKept(result) ? "fresh" : put(found, "unkept", result);
}

function put(found, name, what) {
  found[name].push(what);
  return name;
}
