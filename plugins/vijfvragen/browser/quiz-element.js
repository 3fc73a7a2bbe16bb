// <vv-quiz> around a complete form: hands it to a player once it is whole.
import { Player } from "./player.js";
import { readKey } from "./screens.js";

const EVENTS = ["submit", "change", "input"];
const OUTSIDE = ["storage", "pageshow"];

export class QuizElement extends HTMLElement {
  connectedCallback() {
    // Put in by a script, the element may come before its form does, or the form before its
    // questions. A form that this script does not know stays as it is: it works without.
    this.waiting = new MutationObserver(() => this.start());
    this.waiting.observe(this, { childList: true, subtree: true });
    // What was erased in another tab, or before coming back to this page, must not return.
    for (const type of OUTSIDE) window.addEventListener(type, this);
    this.start();
  }

  disconnectedCallback() {
    this.waiting.disconnect();
    for (const type of OUTSIDE) window.removeEventListener(type, this);
    for (const type of EVENTS) this.form?.removeEventListener(type, this);
  }

  start() {
    this.form = this.querySelector("form");
    const key = readKey(this.form);
    if (!key) return;
    this.waiting.disconnect();
    const seed = this.getAttribute("seed");
    if (seed) this.shuffle(key, seed).then(() => this.play(key));
    else this.play(key);
  }

  play(key) {
    this.player = new Player(this, this.form, key);
    for (const type of EVENTS) this.form.addEventListener(type, this);
  }

  /** Another order of questions and options; the same for everybody with this seed. */
  async shuffle(key, seed) {
    const { shuffle } = await import("./shuffle.js").catch(() => ({ shuffle() {} }));
    shuffle(this.form, key, seed);
  }

  handleEvent(event) {
    if (event.type === "storage" || event.type === "pageshow") {
      if (event.persisted || this.player?.work.isErasedBy(event)) this.start();
    } else if (event.type === "submit") {
      event.preventDefault();
      this.player.go();
    } else if (event.type === "change") {
      this.player.choose();
    } else {
      this.player.type();
    }
  }
}
