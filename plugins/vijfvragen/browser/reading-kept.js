// What was set for reading: the page follows it, with a style sheet of its own.
import { erase, read, write } from "./storage.js";

const KEY = "vv1.reading";
const WORDS = ["large", "largest", "wide", "ruler", "plain", "slow"];

const root = document.documentElement;
const styles = document.createElement("link");
styles.rel = "stylesheet";
styles.href = new URL("reading.css", import.meta.url);
document.head.append(styles);

/** The settings of this page that the browser would not keep. */
let unkept = null;

/** Let the page follow; what is not known is left out. */
function apply(words) {
  const known = WORDS.filter((word) => [words].flat().includes(word));
  root.dataset.vvReading = known.join(" ");
  if (isSet("ruler")) import("./reading-ruler.js");
}

/** Whether this setting holds on this page. */
export const isSet = (word) => root.dataset.vvReading.split(" ").includes(word);

/** Let the page follow, and keep it; false when the browser will not. Nothing set is nothing kept. */
export function set(words) {
  unkept = words.length && !write(KEY, words) ? words : null;
  if (!words.length) erase(({ name }) => name === KEY);
  apply(words);
  return !unkept;
}

// Set or erased in another tab, or before coming back to this page; or erased in this one.
for (const type of ["storage", "pageshow", "vv-erased"]) {
  window.addEventListener(type, () => {
    if (type === "vv-erased") unkept = null;
    apply(unkept ?? read(KEY));
  });
}
apply(read(KEY));
