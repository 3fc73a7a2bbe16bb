// Where a turn is: the quizzes in order, which one comes now, and the way to hand in.
import { button, element } from "../dom.js";
import { momentOf } from "./assigned-hand-in.js";
import { sayNumbers } from "./assigned-who.js";

const SIGNS = { new: "○", busy: "◐", done: "✓" };

export class Overview {
  constructor(page, section) {
    this.page = page;
    this.section = section;
    this.find = (name) => section.querySelector(`[data-${name}]`);
    this.question = this.find("question");
    const on = (name, act) => this.find(name).addEventListener("click", act);
    on("leave", () => page.leave());
    on("hand-in", () => this.mayHandIn());
    on("early", () => this.mayHandIn());
    on("look", () => page.goTo("hand-in"));
    on("anew", () => this.mayMakeAnew());
    on("erase", () => this.mayErase());
  }

  show() {
    const { page } = this;
    const { turn, next, texts } = page;
    const who = turn.numbers.length > 1 ? "youTogether" : "you";
    const begun = page.set.some(({ id }) => turn.stateOf(id) !== "new");
    const { made, isAllIn } = turn;
    this.leave();
    this.find("you").textContent = page.say(who, { numbers: sayNumbers(turn.numbers) });
    this.find("unkept").textContent = turn.keeps ? "" : texts.unkept;
    page.sayDue(this.section);
    this.find("late").hidden = !page.late;
    this.find("made").hidden = !made;
    this.find("made-at").textContent = made ? page.say(made.code ? "codeMade" : "sentenceMade", momentOf(made.handedIn)) : "";
    this.find("made-then").textContent = !isAllIn ? texts.notIn : next ? "" : page.isThere(made);
    this.find("look").hidden = !isAllIn;
    this.find("look").textContent = made?.code ? texts.seeCode : texts.seeSentence;
    this.find("look").classList.toggle("vv-button--big", !next);
    this.find("set").replaceChildren(...page.set.map((quiz) => this.line(quiz)));
    this.find("still").hidden = Boolean(next || made);
    this.find("hand-in").hidden = Boolean(next) || isAllIn;
    this.find("early").hidden = !next || !begun || isAllIn;
    this.find("anew").hidden = !isAllIn || !made.code;
    this.find("erase").hidden = !turn.hasWork;
    this.find("quiet").hidden = !turn.hasWork && this.find("early").hidden;
  }

  /** Show what another tab did; not under somebody's hands. */
  refresh() {
    if (!this.question.hidden) return; // its "no" shows it
    const focused = this.find("set").contains(document.activeElement) ? document.activeElement.dataset.quiz : null;
    this.show();
    if (focused) this.focusOn(focused);
  }

  focusOn(quiz) {
    const found = [...this.find("set").querySelectorAll("button")].find(({ dataset }) => dataset.quiz === quiz);
    (found ?? this.page.heading).focus({ preventScroll: true });
  }

  leave() {
    this.question.hidden = true;
    this.question.replaceChildren();
  }

  /** A quiz with its state; the one that comes now has the big button. */
  line(quiz) {
    const { turn, next, texts } = this.page;
    const state = turn.stateOf(quiz.id);
    const now = quiz === next;
    const sign = element("span", "", `${SIGNS[state]} `);
    sign.setAttribute("aria-hidden", "true");
    const said = element("span", "vv-assigned__state", sign, state === "new" && !now ? texts.later : texts[state]);
    said.dataset.state = state;
    const line = element("li", "", element("strong", "", quiz.title), said);
    line.toggleAttribute("data-now", now);
    const open = () => this.page.goTo("quiz", { quiz });
    if (!now && !this.page.mayOpen(quiz)) return line;
    const go = now
      ? button("vv-button vv-button--big", state === "busy" ? texts.resume : texts.begin, open)
      : button("vv-link", texts.look, open);
    if (!now) go.append(" ", element("span", "vv-unseen", quiz.title));
    go.dataset.quiz = quiz.id;
    line.append(go);
    return line;
  }

  /** First ask, where not all is done. */
  mayHandIn() {
    const { page } = this;
    const { turn, texts } = page;
    const left = page.set.filter(({ id }) => turn.stateOf(id) !== "done");
    const go = () => page.goTo("hand-in");
    const titles = left.map(({ title }) => title).join(", ");
    if (!left.length) go();
    else this.ask([page.say("notDone", { titles }), texts.earlyAsk], texts.handInYes, go, texts.handInNo);
  }

  mayMakeAnew() {
    const { page } = this;
    const { texts } = page;
    this.ask([texts.anewAsk], texts.anewYes, () => page.goTo("hand-in", { anew: true }), texts.handInNo);
  }

  mayErase() {
    const { page } = this;
    const { texts, turn } = page;
    const erase = () => {
      turn.erase();
      page.leave();
    };
    this.ask([texts.eraseAsk], texts.eraseYes, erase, texts.eraseNo);
  }

  ask(lines, yes, act, no) {
    const before = document.activeElement;
    const goBack = () => {
      this.show();
      (before.checkVisibility?.() === false ? this.page.heading : before).focus();
    };
    this.question.replaceChildren(
      ...lines.map((line) => element("p", "", line)),
      button("vv-button", yes, act),
      button("vv-button vv-button--quiet", no, goBack),
    );
    this.question.hidden = false;
    this.question.focus({ preventScroll: true });
    this.question.scrollIntoView({ block: "nearest" });
  }
}
