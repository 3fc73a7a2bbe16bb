// A band that follows the finger, the mouse, the focus, and what is read aloud. It blocks nothing.
import { element } from "./dom.js";

const START = 0.4; // of the window

const ruler = element("div", "vv-ruler");
ruler.setAttribute("aria-hidden", "true");
document.body.append(ruler);

const lieAt = (y) => ruler.style.setProperty("--vv-at", `${Math.round(y)}px`);

const FOLLOWED = {
  pointermove: ({ clientY }) => lieAt(clientY),
  pointerdown: ({ clientY }) => lieAt(clientY),
  // While a finger scrolls the page, there are no pointer events.
  touchmove: ({ touches }) => lieAt(touches[0].clientY),
  // Not what a press brought the focus to: there the finger knows better.
  focusin: ({ target }) => target.matches(":focus-visible") && lieAt(middleOf(target)),
  "vv-line": ({ detail }) => lieAt(detail),
};
for (const [type, follow] of Object.entries(FOLLOWED)) window.addEventListener(type, follow, { passive: true });
lieAt(window.innerHeight * START);

function middleOf(found) {
  const { top, bottom } = (found.closest("label") ?? found).getBoundingClientRect();
  return (top + Math.min(bottom, window.innerHeight)) / 2;
}
