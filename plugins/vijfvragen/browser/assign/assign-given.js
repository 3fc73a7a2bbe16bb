// What a teacher gets for an assignment: the link, its QR code small and large, a text, and strips of paper.
import { fill } from "../dom.js";
import { sayDay } from "./dates.js";
import { copy } from "../give.js";

const STRIPS = 10; // on a sheet of A4

export class Given {
  constructor(host, texts) {
    this.section = host.querySelector("[data-given]");
    this.strips = host.querySelector("[data-strips]");
    this.strip = host.querySelector("[data-strip]").content;
    this.texts = texts;
    this.board = this.section.querySelector("[data-board]");
    const large = this.section.querySelector("[data-large]");
    large.addEventListener("click", () => this.board.showModal());
    this.board.addEventListener("close", () => large.focus());
    for (const button of this.section.querySelectorAll("[data-copy]")) {
      button.addEventListener("click", () => this.copy(button.dataset.copy));
    }
  }

  get shown() {
    return !this.section.hidden;
  }

  hide() {
    this.section.hidden = true;
    this.strips.replaceChildren();
    for (const name of ["link", "text"]) this.found(name).value = "";
  }

  found(name) {
    return this.section.querySelector(`[data-${name}]`);
  }

  /** Show an assignment with its link; `about` says in a few words what it is. */
  async show({ title, due, key }, link, about) {
    const until = due ? fill(this.texts.due, { day: sayDay(due) }) : "";
    for (const place of this.section.querySelectorAll("[data-title]")) place.textContent = title;
    for (const place of this.section.querySelectorAll("[data-due]")) place.textContent = until;
    for (const place of this.section.querySelectorAll("[data-said]")) place.textContent = "";
    this.found("about-it").textContent = about;
    this.found("key-note").textContent = "";
    this.found("link").value = link;
    this.found("open").href = link;
    const { how, done, doneKey, show } = this.texts;
    this.done = key ? done : show;
    for (const place of this.section.querySelectorAll("[data-done]")) place.textContent = this.done;
    this.found("text").value = [title, until, `${how} ${key ? doneKey : show}`, link].filter(Boolean).join("\n");
    this.found("to-results").hidden = !key;
    this.section.hidden = false;
    this.focus();
    await this.draw(title, until, link);
  }

  focus() {
    this.section.querySelector("h2").focus();
  }

  /** Whether something is said about its key. */
  get noted() {
    return this.found("key-note").textContent !== "";
  }

  /** That its codes are not opened here. */
  note(text) {
    this.found("key-note").textContent = text;
  }

  async copy(name) {
    const shown = this.found(name);
    const said = this.section.querySelector(`[data-said="${name}"]`);
    said.textContent = "";
    said.textContent = (await copy(shown.value, shown)) ? this.texts.copied : this.texts.copyFailed;
  }

  async draw(title, until, link) {
    const missing = this.found("no-code");
    const withCode = this.found("with-code");
    missing.hidden = withCode.hidden = true;
    try {
      const { MOST, qrPicture } = await import("./qr-picture.js");
      if (link !== this.found("link").value) return; // made anew in the meantime
      if (link.length > MOST) {
        this.miss(missing, this.texts.tooLong);
        return;
      }
      const picture = () => qrPicture(link, fill(this.texts.code, { title }));
      for (const place of this.section.querySelectorAll("[data-code]")) place.replaceChildren(picture());
      this.fillStrips(title, until, picture());
      withCode.hidden = false;
    } catch {
      this.miss(missing, this.texts.noCode);
    }
  }

  miss(place, text) {
    place.textContent = text;
    place.hidden = false;
  }

  fillStrips(title, until, picture) {
    const made = Array.from({ length: STRIPS }, () => {
      const strip = this.strip.cloneNode(true).firstElementChild;
      strip.querySelector("[data-code]").append(picture.cloneNode(true));
      strip.querySelector("[data-title]").textContent = title;
      strip.querySelector("[data-due]").textContent = until;
      strip.querySelector("[data-done]").textContent = this.done;
      return strip;
    });
    this.strips.replaceChildren(...made);
  }
}
