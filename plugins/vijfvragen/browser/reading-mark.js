// Shows which sentence is being read, and keeps it in sight.

const NAME = "vv-read";
const HIGHLIGHTS = globalThis.CSS?.highlights && globalThis.Highlight;
const EDGE = 0.2; // of the window: the header above, and what comes next below

let block = null;

/** Mark a sentence, in the place of the one before. */
export function mark(range) {
  unmark();
  if (HIGHLIGHTS) {
    CSS.highlights.set(NAME, new Highlight(range));
  } else {
    block = range.startContainer.parentElement;
    block.classList.add(NAME);
  }
  bringIntoView(range.getBoundingClientRect());
}

export function unmark() {
  if (HIGHLIGHTS) CSS.highlights.delete(NAME);
  block?.classList.remove(NAME);
  block = null;
}

function bringIntoView({ top, bottom }) {
  const edge = window.innerHeight * EDGE;
  const moves = top < edge || bottom > window.innerHeight - edge;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (moves) window.scrollBy({ top: top - edge * 1.5, behavior: still ? "instant" : "smooth" });
  // The ruler lies where the sentence will be.
  const line = moves ? Math.min(top, edge * 1.5) : top;
  window.dispatchEvent(new CustomEvent("vv-line", { detail: line + Math.min(bottom - top, 40) / 2 }));
}
