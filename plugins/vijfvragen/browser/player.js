// Leads a child through the screens of one quiz: what is shown, what may come next, what is said.
import { RESULTS } from "./attempts.js";
import { Controls } from "./controls.js";
import { button, element, fill } from "./dom.js";
import { choiceFeedback, textFeedback } from "./feedback.js";
import { screensOf } from "./screens.js";
import { Work } from "./work.js";

const HIGH = 0.6; // of the window: the header and the button need the rest

export class Player {
  /** Take over a whole form inside its element; what an earlier player made is made anew. */
  constructor(quiz, form, key) {
    this.quiz = quiz;
    this.form = form;
    this.key = key;
    this.texts = key.texts;
    this.work = new Work(key);
    this.screens = screensOf(form, key);
    this.build();
    this.fillIn();
    this.showIntro();
  }

  /** The parts that only make sense with a script; made anew when put elsewhere later. */
  build() {
    this.quiz.classList.add("vv-quiz--live");
    for (const part of this.quiz.querySelectorAll(".vv-live")) part.remove();
    this.progress = element("p", "vv-live vv-progress");
    this.note = element("p", "vv-live vv-note");
    this.note.setAttribute("role", "alert");
    this.controls = new Controls(this.texts, {
      back: () => this.open(this.before(this.current)),
      toResult: () => this.open(this.cameFrom),
    });
    this.panel = element("section", "vv-live vv-panel");
    this.panel.tabIndex = -1;
    this.form.prepend(this.progress);
    this.form.append(this.panel, this.note, this.controls.place);
    this.someone = element("div", "vv-live vv-someone");
    this.quiz.append(this.someone);
    for (const screen of this.screens) screen.prepare();
  }

  /** Put what was kept back into the form. */
  fillIn() {
    for (const { step, item, interaction } of this.screens) {
      if (interaction?.kind === "choice") {
        const { chosen } = this.work.answer(item, interaction);
        for (const input of step.querySelectorAll("input")) {
          input.checked = chosen.includes(input.value);
        }
      } else if (interaction?.kind === "text") {
        delete step.dataset.checked;
        step.querySelector("textarea").value = this.work.text(item, interaction);
      }
    }
  }

  /** One step on: check the answer, or go to the next screen. */
  go() {
    if (!this.current) {
      this.open(this.screens.find(({ id }) => id === this.work.at) ?? this.screens[0]);
    } else if (this.mustCheck(this.current)) {
      this.check(this.current);
    } else {
      this.open(this.after(this.current));
    }
  }

  after(screen) {
    return this.screens[this.screens.indexOf(screen) + 1];
  }

  /** The screen before this one in the same part, if there is one. */
  before(screen) {
    const found = this.screens[this.screens.indexOf(screen) - 1];
    return found?.result ? undefined : found;
  }

  mustCheck({ interaction, step, item }) {
    if (!interaction) return false;
    if (interaction.kind === "choice") return !this.work.answer(item, interaction).checked;
    return Boolean(step.querySelector(".vv-answer")) && !step.dataset.checked;
  }

  choose() {
    const { interaction, item, step } = this.current ?? {};
    if (interaction?.kind !== "choice") return;
    const chosen = [...step.querySelectorAll("input:checked")].map((input) => input.value);
    this.work.choose(item, interaction, chosen);
    this.showNote();
    this.showFeedback(this.current); // what was said about the former choice goes
    this.label(this.current);
  }

  type() {
    const { interaction, item, step } = this.current ?? {};
    if (interaction?.kind !== "text") return;
    this.work.type(item, interaction, step.querySelector("textarea").value);
    this.showNote();
  }

  check(screen) {
    const { interaction, item, step, feedback } = screen;
    if (interaction.kind === "text") {
      step.dataset.checked = "true";
    } else if (this.work.answer(item, interaction).chosen.length) {
      this.work.check(item, interaction);
    } else {
      this.note.textContent = this.texts.chooseFirst;
      step.querySelector("input").focus();
      return;
    }
    this.showNote();
    this.showFeedback(screen);
    this.label(screen);
    this.controls.primary.focus({ preventScroll: true });
    this.controls.place.scrollIntoView({ block: "nearest" });
    bringIntoView(feedback);
  }

  open(screen) {
    this.work.at = screen.id;
    this.show(screen);
    if (screen.result) {
      this.showResult(screen);
      return;
    }
    loadResult().catch(() => {}); // so that the end is there without a wait, or without a network
    this.focusOn(screen);
    // As much of the message as fits stays in sight, above the question or beside it.
    screen.itemElement.querySelector(".vv-post")?.scrollIntoView({ block: "nearest" });
    this.controls.place.scrollIntoView({ block: "nearest" });
    bringIntoView(screen.focusTarget(this));
  }

  focusOn(screen) {
    screen.focusTarget(this).focus({ preventScroll: true });
  }

  showIntro() {
    // A link from the lesson plan leads to one message, for the board.
    const linked = this.screens.find((screen) => `#${screen.item?.id}` === location.hash);
    if (linked && !this.quiz.followed) {
      this.quiz.followed = true; // once: whoever starts clean begins at the beginning
      this.open(linked);
      return;
    }
    const known = this.screens.some(({ id }) => id === this.work.at);
    this.panel.replaceChildren(...(known ? [element("p", "", this.texts.resumeNote)] : []));
    this.show(null);
    const resume = RESULTS.includes(this.work.at) ? this.texts.seeResult : this.texts.resume;
    this.controls.show({ label: known ? resume : this.texts.begin });
  }

  /** Show one screen, or the introduction when there is none. */
  show(screen) {
    this.current = screen;
    this.quiz.querySelector(".vv-intro").hidden = Boolean(screen);
    this.quiz.classList.toggle("vv-quiz--busy", Boolean(screen));
    for (const other of this.screens) other.toggle(other === screen, screen?.itemElement);
    this.panel.hidden = Boolean(screen && !screen.result);
    this.progress.textContent = screen?.place ? this.progressOf(screen.place) : "";
    this.controls.show({});
    this.showNote();
    if (screen?.interaction) this.showFeedback(screen);
    if (screen && !screen.result) this.label(screen);
    this.offerToStartClean();
  }

  progressOf(place) {
    const parts = place.steps > 1 ? [this.texts.progress, this.texts.step] : [this.texts.progress];
    return parts.map((text) => fill(text, place)).join(" · ");
  }

  showNote() {
    this.note.textContent = this.work.kept ? "" : this.texts.notSaved;
  }

  label(screen) {
    const next = this.after(screen).result ? this.texts.finish : this.texts.next;
    this.controls.show({
      label: this.mustCheck(screen) ? this.checkLabel(screen.interaction) : next,
      back: this.before(screen),
      toResult: this.cameFrom,
    });
  }

  checkLabel({ kind, max }) {
    if (kind === "text") return this.texts.example;
    return max ? this.texts.check : this.texts.reasons;
  }

  showFeedback({ interaction, item, step, feedback }) {
    let parts = [];
    if (interaction.kind === "text") {
      if (step.dataset.checked) parts = textFeedback(step, this.texts);
    } else {
      const { chosen, checked } = this.work.answer(item, interaction);
      if (checked) parts = choiceFeedback(step, interaction, chosen, this.texts);
    }
    feedback.replaceChildren(...parts);
  }

  async showResult(screen) {
    this.cameFrom = null;
    const { resultParts } = await loadResult().catch(() => ({ resultParts: doneWithoutMore }));
    if (this.current !== screen) return;
    const next = this.after(screen);
    this.panel.replaceChildren(
      ...resultParts({
        items: this.key.items.slice(0, screen.upTo),
        responses: this.work.responses,
        texts: this.texts,
        more: next && (() => this.open(next)),
        lookAt: (interaction) => {
          this.cameFrom = screen;
          this.open(this.screens.find((other) => other.interaction === interaction));
        },
        retry: () => this.restart(),
      }),
    );
    this.focusOn(screen);
    bringIntoView(this.panel);
  }

  restart() {
    this.work.restart();
    this.cameFrom = null;
    this.fillIn();
    this.open(this.screens[0]);
  }

  /** A quiet way out for the next child at this device, where there is something of another. */
  offerToStartClean() {
    const ask = button("vv-link", this.texts.someoneElse, () => this.askWhoYouAre());
    this.someone.classList.remove("vv-someone--asking");
    this.someone.replaceChildren(...(this.work.at ? [ask] : []));
  }

  async askWhoYouAre() {
    const { askWhoYouAre } = await import("./someone-else.js");
    const goBack = () => {
      this.offerToStartClean();
      this.someone.querySelector("button").focus();
    };
    askWhoYouAre(this.someone, this.texts, { startClean: () => this.startClean(), goBack });
  }

  startClean() {
    this.work.startClean();
    this.cameFrom = null;
    this.fillIn();
    this.showIntro();
    this.controls.primary.focus();
  }
}

/** Only needed at the end, so it does not weigh on the beginning. */
const loadResult = () => import("./result.js");

/** What is left to say where the rest of the result cannot be fetched. */
const doneWithoutMore = ({ texts }) => [element("h2", "", texts.resultTitle)];

/** Show the beginning of what is too high for the window, and otherwise all of it. */
function bringIntoView(target) {
  const high = target.offsetHeight > window.innerHeight * HIGH;
  target.scrollIntoView({ block: high || target.matches(".vv-panel") ? "start" : "nearest" });
}
