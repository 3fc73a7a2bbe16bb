// <vv-resume>: the way back to the quiz that was being done in this browser.
import { LAST, QUIZ, RESULTS, VERSION } from "./attempts.js";
import { element } from "./dom.js";
import { read } from "./storage.js";

// Back on this page after a quiz, or with the quiz in another tab, what it shows may be old.
const OUTSIDE = ["pageshow", "storage"];

class ResumeElement extends HTMLElement {
  connectedCallback() {
    for (const type of OUTSIDE) window.addEventListener(type, this);
    this.show();
  }

  disconnectedCallback() {
    for (const type of OUTSIDE) window.removeEventListener(type, this);
  }

  handleEvent() {
    this.show();
  }

  show() {
    const quizzes = JSON.parse(this.querySelector("script").textContent);
    const last = read(LAST);
    const quiz = quizzes.find(({ id }) => id === last && inTheMiddle(id));
    this.hidden = !quiz;
    this.querySelector("a")?.remove();
    if (!quiz) return;
    const words = [element("strong", "", this.dataset.text), element("span", "", quiz.title)];
    const link = element("a", "vv-card", ...words);
    link.href = quiz.href;
    this.append(link);
  }
}

/** Whether a quiz was begun in this browser, and is not at its result. */
function inTheMiddle(id) {
  const stored = read(QUIZ + id);
  const at = stored?.version === VERSION ? stored.at : "";
  return typeof at === "string" && at !== "" && !RESULTS.includes(at);
}

if (!customElements.get("vv-resume")) customElements.define("vv-resume", ResumeElement);
