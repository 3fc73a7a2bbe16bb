// <vv-board> around complete slides: shows one at a time, moves on by button, key or clicker, counts votes.
import { fill } from "./dom.js";
import { meaning } from "./board-keys.js";
import { Votes } from "./board-votes.js";

const START = ".start";
const OVERVIEW = ".overzicht";

export class BoardElement extends HTMLElement {
  connectedCallback() {
    this.slides = [...this.querySelectorAll(".vv-slide")];
    this.items = [...new Set(this.slides.map(({ dataset }) => dataset.item).filter(Boolean))];
    this.votes ??= new Votes(this);
    this.classList.add("vv-board--live");
    this.querySelector(".vv-board__bar").hidden = false;
    this.fullButton = this.querySelector("[data-full]");
    this.fullButton.hidden = !this.requestFullscreen;
    this.addEventListener("click", this);
    document.addEventListener("fullscreenchange", this);
    window.addEventListener("hashchange", this);
    // Captured: every page stops keys of one letter on their way down.
    window.addEventListener("keydown", this, { capture: true });
    this.open(this.named() ?? this.slides[0], { focus: Boolean(this.named()) });
  }

  disconnectedCallback() {
    document.removeEventListener("fullscreenchange", this);
    window.removeEventListener("hashchange", this);
    window.removeEventListener("keydown", this, { capture: true });
    document.body.classList.remove("vv-board-busy");
  }

  handleEvent(event) {
    if (event.type === "click") this.press(event);
    else if (event.type === "keydown") this.key(event);
    else if (event.type === "hashchange") this.follow();
    else this.tellFull();
  }

  /** The slide that the address names. */
  named() {
    const id = location.hash.slice(1);
    return this.slides.find((slide) => slide.id === id);
  }

  get full() {
    return document.fullscreenElement === this;
  }

  press(event) {
    if (this.black(false)) return;
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.to) this.go(button.dataset.to);
    else if (button === this.fullButton) this.toggleFull();
    else this.votes.press(button);
  }

  key(event) {
    const what = meaning(event, { full: this.full, scrolls: this.scrolls() });
    if (!what || !this.mine(event.target)) return;
    event.preventDefault();
    if (what === "black") this.black(!this.classList.contains("vv-board--black"));
    else if (!this.black(false)) this.go(what);
  }

  follow() {
    const slide = this.named();
    if (slide && slide !== this.current) this.open(slide);
  }

  tellFull() {
    this.fullButton.setAttribute("aria-pressed", this.full);
    this.black(false);
  }

  /** Keys belong to the board unless the focus is in another part of the page. */
  mine(target) {
    return this.contains(target) || !target.closest?.("header, nav, footer");
  }

  scrolls() {
    return this.offsetHeight > window.innerHeight + 1 || this.scrollHeight > this.clientHeight + 1;
  }

  go(where) {
    const at = this.slides.indexOf(this.current);
    const last = this.slides.length - 1;
    const to = { next: Math.min(at + 1, last), back: Math.max(at - 1, 0), first: 0, last }[where];
    const slide = where === "overview" ? this.slides.find(({ id }) => id === OVERVIEW) : this.slides[to];
    if (slide !== this.current) this.open(slide);
  }

  open(slide, { focus = true } = {}) {
    this.current = slide;
    for (const other of this.slides) other.hidden = other !== slide;
    this.classList.toggle("vv-board--start", slide.id === START);
    document.body.classList.toggle("vv-board-busy", slide.id !== START);
    const number = this.items.indexOf(slide.dataset.item) + 1;
    const place = number ? fill(this.dataset.place, { number, total: this.items.length }) : "";
    this.querySelector(".vv-board__place").textContent = place;
    this.querySelector("[data-to=back]").disabled = slide === this.slides[0];
    this.querySelector("[data-to=next]").disabled = slide === this.slides.at(-1);
    // A reload, which clickers ask for with F5, comes back here.
    const address = slide.id === START ? location.pathname : `#${slide.id}`;
    history.replaceState(history.state, "", address);
    if (this.full) this.scrollTop = 0;
    else window.scrollTo(0, 0);
    const heading = slide.id === START ? this.querySelector("h1") : slide.querySelector("h2");
    if (focus) heading.focus({ preventScroll: true });
  }

  /** Make the screen black or not; whether that changed anything. */
  black(wanted) {
    const was = this.classList.contains("vv-board--black");
    this.classList.toggle("vv-board--black", wanted);
    return was !== wanted;
  }

  toggleFull() {
    // Refused, by the teacher or by the school: the board works in the window as well.
    const done = this.full ? document.exitFullscreen() : this.requestFullscreen();
    done?.catch?.(() => {});
  }
}
