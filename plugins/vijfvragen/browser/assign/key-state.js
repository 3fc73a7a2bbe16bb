// What a browser can do with the teacher's key, and what was filled in about it.
import { names, read, remove, write } from "../storage.js";

/** Where the keys are kept, each under its name. */
export const PLACE = "vv1.teacher.";
const PROBE = `${PLACE}probe`;
const LARGEST = 100_000; // bytes; a copy of a hundred keys has less

/** What makes and opens keys: loaded when it is needed. */
export const load = async () => ({ ...(await import("./code.js")), ...(await import("./teacher-keys.js")) });

/** Whether codes that were locked with this public key can be opened in this browser. */
export async function isHere(key) {
  const { canLock, keyName, keys } = await load();
  return canLock() && Object.hasOwn(keys(), await keyName(key));
}

/** Whether keys may have come or gone in another tab; not for what `canKeep` does there. */
export const isOfKeys = ({ type, key }) => type !== "storage" || !key || (key.includes(PLACE) && !key.endsWith(PROBE));

/** Whether what is kept under the name of a key is one. */
export const isKey = (key) =>
  Boolean(key) && ["x", "y", "d"].every((part) => typeof key[part] === "string") && typeof key.made === "number";

/** Whether there is a key in this browser, by what is kept there. */
export const hasKey = () => names(PLACE).some((name) => isKey(read(PLACE + name)));

/**
 * What can be done with keys in this browser now: a name of the panel's parts. Where one can be made
 * (`makes`), what makes it has to be there: that is better known before a passphrase is thought of.
 */
export async function stateNow(makes) {
  if (!globalThis.crypto?.subtle) return "insecure";
  if (hasKey()) return "there";
  if (makes && !(await load().catch(() => null))) return "unloaded";
  return canKeep() ? "none" : "blocked";
}

/** Whether this browser keeps what it is given; better known before a file is made. */
function canKeep() {
  const kept = write(PROBE, "x".repeat(300));
  remove(PROBE);
  return kept;
}

/** What is wrong with a new passphrase and its repetition, and in which field; null when it is right. */
export function wrongIn(data, shortest) {
  const [first, second] = ["passphrase", "again"].map((name) => data.get(name).trim());
  if (first.length < shortest) return { text: "short", field: "passphrase" };
  return first === second ? null : { text: "unlike", field: "again" };
}

/** The text of a file, "" of one that is too large to be a copy, null of one that cannot be read. */
export async function textOf(file) {
  try {
    return file.size > LARGEST ? "" : await file.text();
  } catch {
    return null;
  }
}
