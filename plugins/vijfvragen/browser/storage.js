// Keeps small things in this browser, behind the site's base path; never throws.
import { STORAGE_KEYS } from "./storage-keys.js";

/** The path of the site, "/" or "/school/": two schools may share a host. */
export const BASE = new URL("../../../", import.meta.url).pathname;

const AREAS = { local: "localStorage", session: "sessionStorage" };

function area(name) {
  try {
    return window[AREAS[name]];
  } catch {
    return null; // blocked by the browser's settings
  }
}

function matches(entry, name) {
  return entry.name.endsWith("*") ? name.startsWith(entry.name.slice(0, -1)) : name === entry.name;
}

function areaOf(name) {
  const entry = STORAGE_KEYS.find((known) => known.owner === "vijfvragen" && matches(known, name));
  if (!entry) throw new RangeError(`${name} is not on the list of storage keys`);
  return area(entry.area);
}

/** The stored value, or null when there is none or it cannot be read. */
export function read(name) {
  const store = areaOf(name);
  try {
    return JSON.parse(store.getItem(`${BASE}.${name}`));
  } catch {
    return null;
  }
}

/** Store a value; false when the browser will not keep it. */
export function write(name, value) {
  const store = areaOf(name);
  try {
    store.setItem(`${BASE}.${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** What the rest of the names is that begin with `start` and are kept. */
export function names(start) {
  const store = areaOf(start);
  try {
    const before = `${BASE}.${start}`;
    return Object.keys(store).filter((key) => key.startsWith(before)).map((key) => key.slice(before.length));
  } catch {
    return [];
  }
}

/** Erase one stored value. */
export function remove(name) {
  try {
    areaOf(name).removeItem(`${BASE}.${name}`);
  } catch {
    // Blocked: then there is nothing to erase.
  }
}

/** Erase everything on the list whose entry is wanted, for this site only. */
export function erase(wanted = () => true) {
  for (const entry of STORAGE_KEYS.filter(wanted)) {
    const store = area(entry.area);
    try {
      for (const key of Object.keys(store)) {
        if (key.startsWith(`${BASE}.`) && matches(entry, key.slice(BASE.length + 1))) {
          store.removeItem(key);
        }
      }
    } catch {
      // Blocked: then there is nothing of ours either.
    }
  }
  window.dispatchEvent(new Event("vv-erased"));
}
