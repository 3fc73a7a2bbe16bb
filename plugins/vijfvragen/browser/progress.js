// <vv-progress>: what was done in this browser, and the diploma of a grade that is finished.
import { LAST, QUIZ, RESULTS, VERSION } from "./attempts.js";
import { element, fill } from "./dom.js";
import { read } from "./storage.js";

const OUTSIDE = ["pageshow", "pagehide", "storage", "vv-erased", "afterprint"];

class ProgressElement extends HTMLElement {
  connectedCallback() {
    this.texts = jsonOf(this, "[data-texts]");
    this.quizzes = jsonOf(this, "[data-quizzes]");
    this.querySelector("[data-without]")?.remove();
    this.querySelector("[data-with]").hidden = false;
    for (const type of OUTSIDE) window.addEventListener(type, this);
    for (const type of ["input", "submit"]) this.addEventListener(type, this);
    this.show();
  }

  disconnectedCallback() {
    for (const type of OUTSIDE) window.removeEventListener(type, this);
  }

  handleEvent(event) {
    if (event.type === "input") {
      nameOn(event.target.closest("[data-diploma]"), event.target.value);
    } else if (event.type === "submit") {
      event.preventDefault();
      this.print(event.target.closest("[data-diploma]"));
    } else if (event.type === "afterprint") {
      for (const diploma of this.diplomas()) diploma.removeAttribute("data-later");
    } else {
      if (event.type !== "storage") this.forgetNames();
      this.show();
    }
  }

  diplomas() {
    return [...this.querySelectorAll("[data-diploma]")];
  }

  /** One sheet: the other diploma, if there is one, stays out. */
  print(diploma) {
    for (const other of this.diplomas()) other.toggleAttribute("data-later", other !== diploma);
    window.print();
  }

  /** A name is nobody's business but that of who types it. */
  forgetNames() {
    for (const diploma of this.diplomas()) {
      diploma.querySelector("input").value = "";
      nameOn(diploma, "");
    }
  }

  show() {
    const last = read(LAST);
    for (const grade of this.querySelectorAll("[data-grade]")) {
      const links = [...grade.querySelectorAll("[data-quiz]")];
      const works = links.map(({ dataset }) => workOn(this.quizzes[dataset.quiz], read(QUIZ + dataset.quiz)));
      links.forEach((link, index) => this.tell(link, works[index], link.dataset.quiz === last));
      this.award(grade, works);
    }
  }

  /** In a link to a quiz: how far it is, and the way on. */
  tell(link, { state, done, total }, last) {
    for (const part of link.querySelectorAll("span")) part.remove();
    const said = element("span", "vv-did__state", fill(this.texts[state], { done, total }));
    said.dataset.state = state;
    link.append(said);
    if (state === "busy" || state === "begun") link.append(element("span", "vv-did__on", this.texts.resume));
    if (last && state !== "new") link.append(element("span", "vv-did__last", this.texts.last));
  }

  award(grade, works) {
    const left = works.filter(({ state }) => state !== "done").length;
    const line = grade.querySelector("[data-left]");
    line.hidden = left === 0;
    line.textContent = fill(this.wordsFor(left, works.length), { left });
    grade.querySelector("[data-diploma]").hidden = left > 0;
  }

  wordsFor(left, total) {
    if (left === total) return this.texts.all;
    return left === 1 ? this.texts.one : this.texts.more;
  }
}

/** How far somebody is with a quiz, whatever the browser kept: "new", "begun", "busy" or "done". */
export function workOn(items, stored) {
  const known = own(stored, "version") === VERSION ? stored : null;
  const at = own(known, "at");
  const done = items.filter((item) => isDone(item, own(own(known, "responses"), item.id))).length;
  const place = { done, total: items.length };
  if (own(known, "finished") === true || RESULTS.includes(at)) return { state: "done", ...place };
  if (done) return { state: "busy", ...place };
  return { state: typeof at === "string" && at !== "" ? "begun" : "new", ...place };
}

/** A question counts once each of its checked answers was given; changed since, it does not. */
function isDone({ edition, scored }, response) {
  if (own(response, "edition") !== edition) return false;
  const best = scored.map((id) => own(own(own(response, "answers"), id), "best"));
  return best.every((chosen) => Array.isArray(chosen) && chosen.length > 0);
}

function nameOn(diploma, name) {
  diploma.querySelector("[data-name]").textContent = name.trim();
}

function own(record, name) {
  return Object.hasOwn(Object(record), name) ? record[name] : undefined;
}

const jsonOf = (place, selector) => JSON.parse(place.querySelector(selector).textContent);

if (!customElements.get("vv-progress")) customElements.define("vv-progress", ProgressElement);
