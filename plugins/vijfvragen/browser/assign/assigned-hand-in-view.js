// Handing in: a code for the teacher with the ways to give it, or a sentence to show.
import { codeOf, handInOf, momentOf, sentenceOf } from "./assigned-hand-in.js";
import { sayNumbers } from "./assigned-who.js";
import { isLate, now } from "./dates.js";
import { canShare, copy, save, share } from "../give.js";
import { nameOf } from "./numbers.js";

export class HandInView {
  constructor(page, section) {
    this.page = page;
    this.section = section;
    this.find = (name) => section.querySelector(`[data-${name}]`);
    this.field = this.find("code");
    this.told = this.find("told");
    const on = (name, act) => this.find(name).addEventListener("click", act);
    this.failures = 0;
    on("again", () => this.show({ anew: this.anew }));
    on("copy", () => this.copy());
    on("save", () => this.save());
    on("share", () => this.share());
    on("leave", () => page.leave());
    on("back", () => page.goBack());
  }

  values = () => ({ numbers: nameOf(this.page.turn.numbers), id: this.page.assignment.id });

  /** Show what there is to give; `anew` when it should be made anew, also where no answer changed. */
  async show({ anew = false } = {}) {
    const { page } = this;
    const { turn } = page;
    this.leave();
    const looks = (this.looks = {});
    this.find("loading").hidden = false;
    const of = turn.markOfAnswers();
    const before = !anew && turn.made?.of === of ? turn.made : null;
    const at = before?.handedIn ?? now();
    const made = before?.code ? before : await this.make(at).catch(() => null);
    if (this.looks !== looks) return; // something else is shown by now
    this.find("loading").hidden = true;
    if (!made) {
      this.fail(anew);
      return;
    }
    if (!before) turn.keepMade(at, made.code ?? null, of);
    this.failures = 0;
    if (made.code) await this.showCode(made.code);
    else this.showSentence(made);
    if (this.looks !== looks) return;
    this.find("given").hidden = false;
    this.find("then").textContent = page.next ? "" : page.isThere(made);
    this.find("at").textContent = made.code ? page.say("made", momentOf(at)) : ""; // a sentence says it
    this.find("late").hidden = !isLate(at, page.assignment.due);
    const part = this.find(made.code ? "code-part" : "sentence-part");
    part.hidden = false;
    part.querySelector("h2").focus({ preventScroll: true });
    part.scrollIntoView({ block: "nearest" });
  }

  /** Nothing is made yet. Some browsers do not fetch a script twice, so the next time there is another way. */
  fail(anew) {
    this.anew = anew;
    this.failures += 1;
    this.find("failed").hidden = false;
    this.find("reload").hidden = this.failures < 2 || !this.page.turn.keeps;
    this.find("again").focus();
  }

  /** What there is to give: a `code`, or a `sentence`. Throws where something cannot be fetched. */
  async make(at) {
    const { page } = this;
    const begun = page.set.filter(({ id }) => page.turn.stateOf(id) !== "new");
    const view = await page.view("quiz"); // that fetches quizzes; on a reload it was not there yet
    const loaded = await Promise.all(begun.map((quiz) => view.load(quiz)));
    const handIn = handInOf(page.turn, at, loaded.map(({ key }) => page.turn.workFor(key)));
    const sentence = sentenceOf(handIn, { title: page.called, left: Boolean(page.next), texts: page.texts });
    if (!page.assignment.key) return { sentence };
    if (!globalThis.crypto?.subtle) return { sentence, why: page.texts.cannotLock };
    const code = await codeOf(handIn);
    return code ? { code } : { sentence, why: page.texts.notLocked };
  }

  async showCode(code) {
    const { page } = this;
    const name = page.turn.numbers.length > 1 ? "handsInTogether" : "handsIn";
    const line = page.say(name, { numbers: sayNumbers(page.turn.numbers), title: page.called });
    this.field.value = `${line}\n${code}`;
    this.find("share").hidden = !canShare();
    const picture = await this.pictureOf(code).catch(() => null);
    this.find("scan").hidden = !picture;
    this.find("picture").replaceChildren(...(picture ? [picture] : []));
  }

  /** A picture to scan, where it is not too fine for a camera. */
  async pictureOf(code) {
    const { MOST, qrPicture } = await import("./qr-picture.js");
    return code.length <= MOST ? qrPicture(code, this.page.texts.picture) : null;
  }

  showSentence({ sentence, why = "" }) {
    this.find("why").textContent = why;
    this.find("sentence").textContent = sentence;
  }

  async copy() {
    const { texts } = this.page;
    this.tell((await copy(this.field.value, this.field)) ? texts.copied : texts.notCopied);
  }

  save() {
    save(`${this.page.say("fileName", this.values())}.txt`, this.field.value);
    this.tell(this.page.texts.saved);
  }

  async share() {
    this.tell((await share(this.page.called, this.field.value)) ? "" : this.page.texts.notShared);
  }

  tell(text) {
    this.told.textContent = text;
  }

  leave() {
    this.looks = null;
    this.field.value = this.told.textContent = "";
    this.find("picture").replaceChildren();
    for (const name of ["failed", "given", "code-part", "sentence-part", "loading"]) this.find(name).hidden = true;
  }
}
