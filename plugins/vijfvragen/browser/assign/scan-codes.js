// The camera as a way in: it stays on, and each code that comes before it is told at once.
import { fill } from "../dom.js";
import { startCamera } from "./camera.js";
import { findCodes } from "./codes.js";
import { LEFT, saying } from "./codes-said.js";
import { NotLoaded } from "./loading.js";

export class ScanCodes {
  /** `read(codes)` gives what they became, or null; `ended(count, why)` is called when it stops. */
  constructor(place, { texts, told, results, read, ended }) {
    Object.assign(this, { place, texts, told, results, read, ended });
  }

  part(selector) {
    return this.place.querySelector(selector);
  }

  async start() {
    if (this.busy) return;
    const mine = { fresh: 0 };
    this.busy = mine;
    this.place.hidden = false;
    this.part("[data-seen]").textContent = this.texts.looking;
    this.part("button").focus();
    try {
      mine.stop = await startCamera(this.part("video"), (text) => this.saw(text), () => this.stop(this.texts.cameraGone));
      if (this.busy !== mine) mine.stop(); // stopped, or left, before the camera came
    } catch (error) {
      if (this.busy === mine) this.stop(this.texts[whyNot(error)]);
    }
  }

  /** Who holds up a code sees whether the next one may come. */
  async saw(text) {
    const { codes } = findCodes(text);
    this.part("[data-seen]").textContent = codes.length ? await this.said(codes) : this.texts.seenOther;
  }

  async said(codes) {
    const found = await this.read(codes);
    if (!found) return this.texts.unloaded;
    if (this.busy) this.busy.fresh += found.fresh.length;
    const results = this.results.all().filter(({ code }) => codes.includes(code));
    if (!results.length) return saying(this.told[LEFT.find((name) => found[name].length) ?? "already"], 1);
    const numbers = results.flatMap(({ handIn }) => handIn.numbers).join(this.texts.and);
    const said = fill(found.fresh.length ? this.texts.seen : this.texts.seenAlready, { numbers });
    return this.results.unkept.size ? `${said} ${this.texts.unkept}` : said;
  }

  /** Stop, and say what came of it, or why there is no camera. */
  stop(why = "") {
    if (!this.busy) return;
    const { fresh } = this.busy;
    this.release();
    this.ended(fresh, why);
  }

  /** Let the camera go: it is stopped, or the page is left. */
  release() {
    this.busy?.stop?.();
    this.busy = null;
    this.place.hidden = true;
  }
}

function whyNot(error) {
  if (error instanceof NotLoaded) return "unloaded";
  if (!navigator.mediaDevices) return "insecureCamera";
  return ["NotAllowedError", "SecurityError"].includes(error.name) ? "refused" : "noCamera";
}
