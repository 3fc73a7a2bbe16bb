// What comes in by the field, files or the camera, and what is said of it. What is in it, reading-codes.js finds out.
import { element, fill } from "../dom.js";
import { findCodes } from "./codes.js";
import { elsewhere, LEFT, saying, sentences } from "./codes-said.js";
import { textInFiles } from "./files-with-codes.js";
import { NotLoaded } from "./loading.js";
import { forgetUnread, readCodes, unread } from "./reading-codes.js";
import { ScanCodes } from "./scan-codes.js";

export class CodesIn {
  /**
   * `place` is the part of the page; `results` what was read; `shown()` gives the assignment in sight,
   * `isRead(fresh)` is told what is new, `show(id)` goes to an assignment.
   */
  constructor(place, { results, texts, told, shown, isRead, show }) {
    Object.assign(this, { place, results, texts, told, shown, isRead, show });
    this.field = this.part("textarea");
    this.said = this.part("[data-said]");
    this.turn = Promise.resolve();
    this.camera = new ScanCodes(this.part("[data-camera]"), {
      texts,
      told,
      results,
      read: (codes) => this.readSeen(codes),
      ended: (count, why) => this.cameraEnded(count, why),
    });
    this.tellUnread();
  }

  part(selector) {
    return this.place.querySelector(selector);
  }

  /** Codes of which reading was broken off, here or in another tab; and what is kept and not known. */
  tellUnread() {
    const inField = new Set(findCodes(this.field.value).codes);
    const count = unread().filter((code) => !this.results.hasCode(code) && !inField.has(code)).length;
    this.part("[data-unread]").hidden = count === 0;
    this.part("[data-count]").textContent = saying(this.told.unread, count);
    const { unknown } = this.results;
    this.part("[data-unknown]").textContent = unknown ? saying(this.told.unknown, unknown) : "";
  }

  readOn() {
    this.part("[data-unread]").hidden = true;
    return this.read(unread().join("\n\n"));
  }

  forget() {
    forgetUnread();
    this.tellUnread();
    this.field.focus();
  }

  readField() {
    return this.read(this.field.value, { fromField: true });
  }

  /** A text that is too large for the field, with what stands in it. */
  readBeside(text) {
    return this.read(`${this.field.value}\n\n${text}`, { fromField: true });
  }

  /** One thing at a time, however it began; what goes wrong in it does not stop the next. */
  inTurn(work) {
    const run = this.turn.then(work).catch((error) => {
      this.busy("");
      this.sayNote(error instanceof NotLoaded ? this.texts.unloaded : this.texts.failed);
      return unlessNotLoaded(error);
    });
    this.turn = run.catch(() => {});
    return run;
  }

  busy(text, values = {}) {
    this.part("[data-busy]").textContent = fill(text, values);
  }

  readFiles(files) {
    return this.inTurn(async () => {
      const { text, files: wrong, empty } = await textInFiles(files, (nth) => {
        this.busy(this.texts.busyFiles, { nth, total: files.length });
      });
      this.part("[data-files]").value = "";
      const about = Object.entries({ files: wrong, empty }).filter(([, names]) => names.length);
      const before = about.map(([name, names]) => saying(this.told[name], names.length, { names: names.join(", ") }));
      await this.readNow(text, { before });
    });
  }

  read(text, options = {}) {
    return this.inTurn(() => this.readNow(text, options));
  }

  async readNow(text, { fromField = false, before = [] }) {
    const { codes, cut, pieces } = findCodes(text);
    this.said.replaceChildren();
    const found = await this.opened(codes, (done) => {
      this.busy(this.texts.busy, { done: Math.min(done, codes.length), total: codes.length });
    });
    this.busy("");
    if (!found) return;
    const left = [...LEFT.flatMap((name) => found[name]), ...pieces];
    if (!fromField) this.keepInField(left);
    else if (cut || codes.length) this.field.value = left.join("\n\n");
    this.tellUnread();
    this.isRead(found.fresh);
    this.tell(found, { cut, before, isLeft: left.length > 0 });
  }

  /** What came of it; null, and said so, when codes cannot be opened here: then they wait in the field. */
  async opened(codes, tell = () => {}) {
    const found = await readCodes(codes, this.results, tell).catch(unlessNotLoaded);
    if (found && !found.cannot) return found;
    this.busy("");
    this.keepInField(codes);
    this.sayNote(found ? this.texts.cannot : this.texts.unloaded);
    return null;
  }

  tell(found, { cut, before, isLeft }) {
    const { texts, told, results, show } = this;
    const lines = [...before, ...sentences(found, { cut, results, told })];
    if (!lines.length) lines.push(texts.none);
    if (isLeft) lines.push(texts.left);
    const items = lines.map((text) => element("li", "", text));
    this.sayAll([...this.unkept(), element("ul", "vv-said", ...items, ...elsewhere(found.fresh, this.shown(), { told, texts, show }))]);
  }

  /** What was read and is not kept, as a note. */
  unkept() {
    return this.results.unkept.size ? [element("p", "vv-note", this.texts.unkept)] : [];
  }

  sayNote(text) {
    this.sayAll([element("p", "vv-note", text)]);
  }

  sayAll(parts) {
    this.said.replaceChildren(...parts);
    this.said.focus();
  }

  scan() {
    this.said.replaceChildren();
    return this.camera.start();
  }

  stop() {
    this.camera.stop();
  }

  cameraEnded(count, why) {
    const read = count ? saying(this.told.fresh, count) : why ? "" : this.texts.nothing;
    const parts = [["vv-note", why], ["", read]].filter(([, text]) => text).map((part) => element("p", ...part));
    this.sayAll([...this.unkept(), ...parts]);
  }

  /** What the camera saw, after what was being read. */
  async readSeen(codes) {
    const found = await this.inTurn(() => this.opened(codes));
    if (!found) return null;
    this.keepInField(LEFT.flatMap((name) => found[name]));
    this.isRead(found.fresh);
    return found;
  }

  /** Codes that were not read wait here, each once. */
  keepInField(codes) {
    const { codes: there, pieces } = findCodes(this.field.value);
    const known = new Set([...there, ...pieces]);
    const missing = codes.filter((code) => !known.has(code));
    if (missing.length) this.field.value = [this.field.value.trim(), ...missing].filter(Boolean).join("\n\n");
  }

  /** Everything is erased: what waits here too. */
  empty() {
    this.field.value = "";
    this.said.replaceChildren();
    forgetUnread();
    this.tellUnread();
  }
}

/** Null for a part that could not be loaded, which has its sentence; what else goes wrong is a fault of ours. */
function unlessNotLoaded(error) {
  if (error instanceof NotLoaded) return null;
  throw error;
}
