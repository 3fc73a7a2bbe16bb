// <vv-assign>: a teacher chooses quizzes and how they are done; out comes an assignment in a link.
import { fill } from "../dom.js";
import { MOST_QUIZZES } from "./assignment.js";
import { askedBy, cleaned, counted, fillIn, inShort, limit, suggestion, valuesOf } from "./assign-fields.js";
import { Chosen } from "./assign-chosen.js";
import { newId, writeAssignment } from "./make-assignment.js";

class AssignElement extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    const jsonOf = (selector) => JSON.parse(this.querySelector(selector).textContent);
    this.texts = jsonOf("[data-texts]");
    this.quizzes = new Map(jsonOf("[data-quizzes]").map((quiz) => [quiz.id, quiz]));
    this.form = this.querySelector("#vv-klaarzetten");
    this.fields = this.form.elements;
    this.panel = this.querySelector("vv-teacher-key");
    this.chosen = new Chosen(this, this.quizzes, this.texts, {
      changed: () => this.changed(),
      removed: (id) => this.untick(id),
    });
    limit(this.fields);
    this.querySelector("[data-without]").remove();
    this.querySelector("[data-with]").hidden = false;
    for (const type of ["input", "submit"]) this.form.addEventListener(type, this);
    this.addEventListener("vv-key", this);
    window.addEventListener("hashchange", this);
    if (this.boxes("grade").length === 1) this.boxes("grade")[0].checked = true;
    this.showGrade();
    this.open(location.hash);
  }

  handleEvent(event) {
    const { name } = event.target;
    if (event.type === "hashchange") {
      this.open(location.hash);
    } else if (event.type === "vv-key") {
      this.say("missing", "");
      if (this.given?.shown) this.noteKey();
    } else if (event.type === "submit") {
      event.preventDefault();
      this.make();
    } else if (name === "grade") {
      this.showGrade();
    } else if (name === "quiz") {
      this.tick(event.target);
    } else {
      this.changed(name);
    }
  }

  say(name, text) {
    this.querySelector(`[data-${name}]`).textContent = text;
  }

  boxes(name) {
    return [...this.form.querySelectorAll(`[name=${name}]`)];
  }

  showGrade() {
    const grade = this.fields.grade.value;
    for (const part of this.form.querySelectorAll("[data-grade]")) part.hidden = part.dataset.grade !== grade;
  }

  tick(box) {
    const full = box.checked && this.chosen.ids.length === MOST_QUIZZES;
    if (full) box.checked = false;
    else if (box.checked) this.chosen.add(box.value);
    else this.chosen.remove(box.value);
    this.changed();
    if (full) this.say("about", fill(this.texts.tooMany, { most: MOST_QUIZZES }));
  }

  untick(id) {
    const box = this.boxes("quiz").find(({ value }) => value === id);
    box.checked = false;
    if (!this.chosen.ids.length) (box.closest("[hidden]") ? this.boxes("grade")[0] : box).focus();
    this.changed();
  }

  /** What follows from the form as it is now; a link made before does not say that any more. */
  changed(name = "") {
    for (const place of ["about", "missing", "stale"]) this.say(place, "");
    this.suggest(name);
    this.follow();
    this.assignment = null; // also when what comes out of it is still being loaded
    if (!this.given?.shown) return;
    this.given.hide();
    this.say("stale", this.texts.stale);
    history.replaceState(null, "", location.pathname + location.search);
  }

  get suggestion() {
    return suggestion(this.chosen.ids.map((id) => this.quizzes.get(id).title), this.texts);
  }

  /** The titles of the quizzes, as long as the teacher writes no other. */
  suggest(name = "") {
    const { title } = this.fields;
    if (name === "title" || (title.value !== "" && title.value !== this.suggested)) return;
    title.value = this.suggested = this.suggestion;
  }

  follow() {
    const { more, results } = this.fields;
    const quizzes = this.chosen.ids.map((id) => this.quizzes.get(id));
    const { count, extra } = counted(quizzes, more.checked);
    const total = fill(count === 1 ? this.texts.totalOne : this.texts.total, { count });
    this.querySelector("[data-more]").hidden = !extra;
    this.say("extra", fill(this.texts.extra, { count: extra }));
    this.say("total", count ? total : "");
    this.chosen.showMore(more.checked);
    this.panel.hidden = this.querySelector("[data-how]").hidden = results.value !== "yes";
    if (!this.panel.hidden) import("./key-panel.js").catch(() => this.miss("unloaded"));
  }

  /** Fill the form from an address: quizzes to choose, or a whole assignment with its link. */
  open(hash) {
    const { assignment, wrong, named } = askedBy(hash);
    if (wrong === "none") return;
    const known = named.filter((id) => this.quizzes.has(id)).slice(0, MOST_QUIZZES);
    this.given?.hide();
    this.choose(known);
    if (assignment) fillIn(this.fields, assignment);
    if (assignment) this.suggested = this.suggestion;
    this.changed();
    const all = known.length === named.length;
    this.say("about", this.texts[wrong] ?? (all ? "" : this.texts.gone));
    if (assignment && all) this.show(assignment);
  }

  choose(ids) {
    for (const box of this.boxes("quiz")) box.checked = ids.includes(box.value);
    this.chosen.set(ids);
    if (!ids.length) return;
    this.fields.grade.value = this.quizzes.get(ids[0]).grade;
    this.showGrade();
  }

  /** A new assignment with a new id, of what is chosen now; what is shown already stays the same one. */
  async make() {
    this.say("missing", "");
    if (this.given?.shown && !this.given.noted) return this.given.focus();
    const { title, due, results } = this.fields;
    title.value = cleaned(title.value);
    this.suggest();
    if (!this.chosen.ids.length) return this.miss("chooseQuiz", this.firstBox());
    if (!due.validity.valid) return this.miss("wrongDue", due);
    const made = { id: newId(), ...valuesOf(this.fields), quizzes: this.chosen.ids, key: null };
    if (results.value === "yes") {
      try {
        const { load } = await import("./key-state.js");
        const key = (await load()).currentKey();
        if (!key) return this.miss("keyFirst", this.panel);
        made.key = { x: key.x, y: key.y };
      } catch {
        return this.miss("unloaded");
      }
    }
    const fragment = writeAssignment(made);
    // In the address of this page too: bookmarked or loaded again, it shows the same.
    history.replaceState(null, "", `#${fragment}`);
    return this.show({ ...made, fragment });
  }

  miss(text, field) {
    this.say("missing", this.texts[text]);
    field?.focus();
  }

  firstBox() {
    return this.boxes("quiz").find((box) => !box.closest("[hidden]")) ?? this.boxes("grade")[0];
  }

  async show(assignment) {
    this.assignment = assignment;
    try {
      const { Given } = await import("./assign-given.js");
      this.given ??= new Given(this, this.texts);
    } catch {
      this.miss("unloaded");
    }
    if (assignment !== this.assignment || !this.given) return;
    for (const place of ["about", "stale"]) this.say(place, "");
    const link = new URL(this.dataset.page, document.baseURI);
    link.hash = assignment.fragment;
    const total = this.querySelector("[data-total]").textContent;
    this.given.show(assignment, link.href, inShort(assignment, total, this.texts));
    this.noteKey();
  }

  /** Codes that are locked with a key from elsewhere are not opened in this browser. */
  async noteKey() {
    const { assignment } = this;
    if (!assignment.key) return;
    let text;
    try {
      const { isHere } = await import("./key-state.js");
      text = (await isHere(assignment.key)) ? "" : this.texts.otherKey;
    } catch {
      text = this.texts.unloaded;
    }
    if (assignment === this.assignment) this.given.note(text);
  }
}

if (!customElements.get("vv-assign")) customElements.define("vv-assign", AssignElement);
