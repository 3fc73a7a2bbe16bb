// Leads a child through the screens of one quiz: what is shown, what may come next, what is said.
import { HAND_IN, RESULTS } from "./attempts.js";
import { Controls } from "./controls.js";
import { button, element, fill } from "./dom.js";
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
    this.work = quiz.workFor?.(key) ?? new Work(key);
    this.screens = screensOf(form, key);
    this.build();
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
      asTest: () => this.begin(true),
    });
    this.panel = element("section", "vv-live vv-panel");
    this.panel.tabIndex = -1;
    this.form.prepend(this.progress);
    this.form.append(this.panel, this.note, this.controls.place);
    this.someone = element("div", "vv-live vv-someone");
    this.quiz.append(this.someone);
    for (const screen of this.screens) screen.prepare();
  }

  /** Fetch what answering needs, once, and put back what was kept; false if it fails. */
  async ready() {
    if (this.answers) return true;
    try {
      const { loadAnswers } = await import("./answers.js");
      this.answers = await loadAnswers(this);
    } catch {
      this.note.textContent = this.texts.notLoaded;
      return false;
    }
    return true;
  }

  /** One step on: check the answer, or go to the next screen. */
  go() {
    if (!this.current) this.begin(this.work.testing);
    else if (this.mustCheck(this.current)) this.check(this.current);
    else if (this.current.result) this.handIn();
    else this.open(this.after(this.current));
  }

  async begin(test) {
    if (test && !this.work.testing) this.work.restart(true);
    this.work.at ||= this.screens[0].id; // kept at once: a child may leave before the rest is here
    if (!(await this.ready())) return;
    const { at } = this.work;
    const end = at === HAND_IN && this.screens.find(({ result }) => result);
    this.open(end || (this.screens.find(({ id }) => id === at) ?? this.screens[0]));
  }

  after(screen) {
    return this.screens[this.screens.indexOf(screen) + 1];
  }

  /** The screen before this one in the same part, if there is one. */
  before(screen) {
    const found = this.screens[this.screens.indexOf(screen) - 1];
    return found?.result ? undefined : found;
  }

  /** Whether a screen belongs to a test that is still going on; more practice never does. */
  inTest = ({ more }) => this.work.testing && !more;

  /** Whether a screen's answer stays as it is: it was handed in. */
  isLocked = ({ more }) => this.work.handedIn && !more;

  mustCheck(screen) {
    const { interaction, step, item } = screen;
    if (!interaction || this.inTest(screen) || this.isLocked(screen)) return false;
    if (interaction.kind !== "text") return !this.work.answer(item, interaction).checked;
    return Boolean(step.querySelector(".vv-answer")) && !step.dataset.checked;
  }

  choose() {
    const screen = this.current;
    if (!screen?.interaction || screen.interaction.kind === "text") return;
    this.answers.choose(screen);
    this.showNote();
    this.answers.show(screen, this); // what was said about the former choice goes
    this.label(screen);
  }

  type() {
    if (this.current?.interaction?.kind !== "text") return;
    this.answers.type(this.current);
    this.showNote();
  }

  check(screen) {
    if (!this.answers.check(screen)) {
      this.note.textContent = this.texts.chooseFirst;
      screen.step.querySelector("input").focus();
      return;
    }
    this.showNote();
    this.answers.show(screen, this);
    this.label(screen);
    this.controls.primary.focus({ preventScroll: true });
    this.controls.place.scrollIntoView({ block: "nearest" });
    bringIntoView(screen.feedback);
  }

  open(screen) {
    this.work.at = screen.result && this.inTest(screen) ? HAND_IN : screen.id;
    this.show(screen);
    if (screen.result) {
      this.showEnd(screen);
      return;
    }
    loadEnd().catch(() => {}); // so that the end is there without a wait, or without a network
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
    // A link may lead to one question.
    const linked = this.screens.find((screen) => `#${screen.item?.id}` === location.hash);
    if (linked && !this.quiz.followed) {
      this.quiz.followed = true; // once: whoever starts clean begins at the beginning
      this.ready().then((ready) => ready && this.open(linked));
      return;
    }
    const { at } = this.work;
    const known = at === HAND_IN || this.screens.some(({ id }) => id === at);
    this.panel.replaceChildren(element("p", "", known ? this.texts.resumeNote : this.texts.modes));
    this.show(null);
    const resume = RESULTS.includes(at) ? this.texts.seeResult : this.texts.resume;
    this.controls.show({ label: known ? resume : this.texts.begin, asTest: !known && !this.quiz.workFor });
  }

  /** Show one screen, or the introduction when there is none. */
  show(screen) {
    this.current = screen;
    this.quiz.querySelector(".vv-intro").hidden = Boolean(screen);
    this.quiz.classList.toggle("vv-quiz--busy", Boolean(screen));
    this.quiz.classList.toggle("vv-quiz--testing", Boolean(screen && this.inTest(screen)));
    for (const other of this.screens) other.toggle(other === screen, screen?.itemElement);
    this.panel.hidden = Boolean(screen && !screen.result);
    if (screen) this.panel.replaceChildren();
    this.progress.textContent = screen?.place ? this.progressOf(screen) : "";
    this.controls.show({});
    this.showNote();
    if (screen?.interaction) this.answers.show(screen, this);
    if (screen && !screen.result) this.label(screen);
    this.offerToStartClean();
  }

  progressOf(screen) {
    const parts = [this.texts.progress];
    if (screen.place.steps > 1) parts.push(this.texts.step);
    if (this.inTest(screen)) parts.unshift(this.texts.test);
    return parts.map((text) => fill(text, screen.place)).join(" · ");
  }

  showNote() {
    this.note.textContent = this.work.kept ? "" : this.texts.notSaved;
  }

  label(screen) {
    const next = this.after(screen).result ? this.texts.finish : this.texts.next;
    this.controls.show({
      label: this.mustCheck(screen) ? this.checkLabel(screen.interaction) : next,
      back: this.before(screen),
      toResult: this.cameFrom && (this.inTest(screen) ? this.texts.toHandIn : this.texts.toResult),
    });
  }

  checkLabel({ kind, max }) {
    if (kind === "text") return this.texts.example;
    return max ? this.texts.check : this.texts.reasons;
  }

  /** The end of a part: what fitted, or first what is still to be handed in. */
  async showEnd(screen) {
    const { endParts } = await loadEnd().catch(() => ({ endParts: justTheTitle }));
    if (this.current !== screen) return;
    const handIn = this.inTest(screen);
    this.panel.replaceChildren(...endParts(this, screen));
    this.cameFrom = handIn ? screen : null;
    if (handIn) this.controls.show({ label: this.texts.handIn, back: this.before(screen) });
    this.focusOn(screen);
    bringIntoView(this.panel);
  }

  /** Open what was asked for at the end, with a way back to it. */
  lookAt(interaction, screen) {
    this.cameFrom = screen;
    this.open(this.screens.find((other) => other.interaction === interaction));
  }

  handIn() {
    const end = this.current;
    this.answers.handIn(this.key.items.slice(0, end.upTo));
    this.open(end);
  }

  restart() {
    const chooseAgain = this.work.handedIn; // practise this time, or a test once more
    this.work.restart();
    this.cameFrom = null;
    this.answers.fillIn();
    if (!chooseAgain) {
      this.open(this.screens[0]);
      return;
    }
    this.showIntro();
    this.controls.primary.focus();
  }

  /** A quiet way out for the next child at this device, where there is something of another. */
  offerToStartClean() {
    const ask = button("vv-link", this.texts.someoneElse, async () => {
      (await import("./someone-else.js")).askWhoYouAre(this);
    });
    this.someone.classList.remove("vv-someone--asking");
    this.someone.replaceChildren(...(this.work.at && !this.quiz.workFor ? [ask] : []));
  }
}

/** Only needed at the end, so it does not weigh on the beginning. */
const loadEnd = () => import("./end.js");

/** What is left to say where the rest cannot be fetched. */
const justTheTitle = ({ texts, inTest }, screen) => [
  element("h2", "", inTest(screen) ? texts.handInTitle : texts.resultTitle),
];

/** Show the beginning of what is too high for the window, and otherwise all of it. */
function bringIntoView(target) {
  const high = target.offsetHeight > window.innerHeight * HIGH;
  target.scrollIntoView({ block: high || target.matches(".vv-panel") ? "start" : "nearest" });
}
