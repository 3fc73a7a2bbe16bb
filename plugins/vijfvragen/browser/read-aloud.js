// Reads aloud what is on the screen, with a Dutch voice of the device itself: nothing is sent.
import { isSet } from "./reading-kept.js";
import { mark, unmark } from "./reading-mark.js";
import { onScreen, sentencesOf } from "./reading-text.js";

const LATE = 2000; // milliseconds that a browser may take to find its voices
const [SLOW, NORMAL] = [0.75, 0.95]; // of the voice's own pace
const PREFERRED = ["nl-nl", "nl-be"];

let reader = null;

/** The button was pressed: begin, pause, or go on. */
export function press(tools) {
  reader ??= new Reader(tools);
  reader.press();
}

class Reader {
  constructor(tools) {
    this.tools = tools;
    this.main = tools.querySelector("[data-tool=read-aloud]");
    this.end = tools.querySelector("[data-stop]");
    this.status = tools.querySelector("[data-said]");
    this.content = tools.parentElement;
    this.show("idle");
    this.end.addEventListener("click", () => this.stop());
    window.addEventListener("keydown", ({ key }) => key === "Escape" && this.stop());
    window.addEventListener("pagehide", () => this.stop());
    document.addEventListener("visibilitychange", () => document.hidden && this.pause());
    this.stopWithTheQuiz(this.content.querySelector("vv-assigned, vv-quiz, vv-check-post"));
  }

  /** What is read must be what is on the screen; choosing an answer changes nothing of that. */
  stopWithTheQuiz(quiz) {
    if (!quiz) return;
    quiz.addEventListener("submit", () => this.stop());
    quiz.addEventListener("click", ({ target }) => target.closest("button") && this.stop());
    const changed = ({ target, oldValue }) => (oldValue !== null) !== target.hidden;
    const watch = new MutationObserver((records) => records.some(changed) && this.stop());
    watch.observe(quiz, { subtree: true, attributeFilter: ["hidden"], attributeOldValue: true });
  }

  press() {
    if (this.state === "idle") this.start();
    else if (this.state === "paused") this.read();
    else this.pause();
  }

  async start() {
    this.status.textContent = "";
    this.show("waiting");
    // Without a wait where there is none: some browsers speak only right after a press.
    this.voice = dutchVoice() ?? (await lateVoice());
    if (this.state !== "waiting") return;
    this.sentences = sentencesOf(onScreen(this.content));
    this.at = 0;
    if (this.voice) this.read();
    else this.stop(this.tools.dataset.noVoice);
  }

  /** Say the sentence where we are, and then the next. */
  read() {
    this.show("reading");
    while (this.sentences[this.at] && !isThere(this.sentences[this.at])) this.at += 1;
    const sentence = this.sentences[this.at];
    if (!sentence) {
      this.stop();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence.words);
    utterance.voice = this.voice;
    utterance.lang = this.voice.lang;
    utterance.rate = isSet("slow") ? SLOW : NORMAL;
    utterance.onend = () => this.said(utterance);
    utterance.onerror = ({ error }) => this.failed(utterance, error);
    this.utterance = utterance; // kept, or some browsers lose it before its end
    mark(sentence.range);
    speechSynthesis.speak(utterance);
  }

  said(utterance) {
    if (utterance !== this.utterance) return; // of before a pause
    this.at += 1;
    this.read();
  }

  failed(utterance, error) {
    if (utterance !== this.utterance) return;
    const { pressAgain, noVoice } = this.tools.dataset;
    this.stop(error === "not-allowed" ? pressAgain : noVoice);
  }

  /** Speech that is paused is lost in some browsers; so this stops it, and says the sentence anew. */
  pause() {
    if (this.state === "waiting") this.stop();
    if (this.state !== "reading") return;
    this.silence();
    this.show("paused");
  }

  stop(why = "") {
    if (this.state === "idle") return;
    this.silence();
    unmark();
    if (document.activeElement === this.end) this.main.focus();
    this.show("idle");
    this.status.textContent = why;
  }

  silence() {
    this.utterance = null;
    window.speechSynthesis?.cancel();
  }

  show(state) {
    this.state = state;
    this.tools.dataset.state = state;
    const label = state === "waiting" ? "reading" : state;
    for (const part of this.main.children) part.hidden = part.dataset.when !== label;
    this.end.hidden = state === "idle";
  }
}

const isThere = ({ range }) => range.startContainer.isConnected && range.getClientRects().length > 0;

/** The best voice there is now; never one that sends the text away. */
function dutchVoice() {
  const language = ({ lang }) => lang.toLowerCase().replace("_", "-");
  const own = (window.speechSynthesis?.getVoices() ?? []).filter(
    (voice) => voice.localService === true && /^nl\b/.test(language(voice)),
  );
  const found = PREFERRED.map((wanted) => own.find((voice) => language(voice) === wanted));
  return found.find(Boolean) ?? own[0];
}

function lateVoice() {
  if (!window.speechSynthesis?.addEventListener) return null;
  return new Promise((resolve) => {
    const done = (voice) => {
      clearTimeout(timer);
      speechSynthesis.removeEventListener("voiceschanged", look);
      resolve(voice);
    };
    const look = () => dutchVoice() && done(dutchVoice());
    const timer = setTimeout(() => done(dutchVoice()), LATE);
    speechSynthesis.addEventListener("voiceschanged", look);
  });
}
