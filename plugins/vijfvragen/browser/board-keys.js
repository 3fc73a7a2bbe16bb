// What a key means on the board. A clicker is a keyboard that sends PageDown, PageUp, F5, Escape, "b" or ".".

const WAYS = {
  PageDown: "next",
  ArrowRight: "next",
  ArrowDown: "next",
  " ": "next",
  Enter: "next",
  PageUp: "back",
  ArrowLeft: "back",
  ArrowUp: "back",
  Home: "first",
  End: "last",
};
const BLACK = ["b", "B", "."];
const ACTS = "a, button, summary, label";
const TYPES = "input, textarea, select, [contenteditable]";

/** "next", "back", "first", "last", "black", or nothing for a key that keeps its own meaning. */
export function meaning(event, { full, scrolls }) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return "";
  const at = event.target instanceof Element ? event.target : document.body;
  if (at.closest(TYPES)) return "";
  // One letter does something only in full screen, where nothing else listens (WCAG 2.1.4).
  if (full && BLACK.includes(event.key)) return "black";
  if ([" ", "Enter"].includes(event.key) && at.closest(ACTS)) return "";
  // On a small screen a slide may be longer than the window, and is read by scrolling.
  if (scrolls && ["ArrowDown", "ArrowUp"].includes(event.key)) return "";
  return WAYS[event.key] ?? "";
}
