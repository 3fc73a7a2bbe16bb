// Erases results on the page with results, after a question: a hand-in, an assignment's, or all.
import { fill } from "../dom.js";
import { forgetUnread } from "./reading-codes.js";
import { nameOf } from "./results-kept.js";

export class Erasing {
  /** `page` is the ResultsPage; `erased(id)` is told what is gone: an assignment, or null for all. */
  constructor(page, { results, reading, classNumbers, texts, erased }) {
    Object.assign(this, { page, results, reading, classNumbers, texts, erased });
  }

  async eraseOne(id) {
    await this.reading.turn; // what is being read would come back
    this.results.erase(({ handIn }) => handIn.assignment.id === id);
    this.classNumbers.forget(id);
    this.say(this.texts.erased, id);
  }

  async eraseAll() {
    this.reading.camera.release();
    await this.reading.turn;
    this.results.eraseAll();
    this.reading.empty();
    this.classNumbers.forgetAll();
    this.say(this.texts.erasedAll, null);
  }

  /** One hand-in, also of who did it together. */
  async eraseHandIn(result, number) {
    const { page, results, texts } = this;
    await this.reading.turn;
    const { assignment, numbers } = result.handIn;
    results.erase((one) => nameOf(one) === nameOf(result));
    forgetUnread(new Set([result.code]));
    this.reading.tellUnread();
    if (!results.all().some(({ handIn }) => handIn.assignment.id === assignment.id)) {
      this.classNumbers.forget(assignment.id);
      this.say(texts.erased, assignment.id);
      return;
    }
    page.opened.add(`${number}`);
    await page.show();
    tell(page.part("[data-decided]"), fill(texts.erasedHandIn, { numbers: numbers.join(texts.and) }));
  }

  say(text, id) {
    this.reading.tellUnread();
    this.erased(id);
    tell(this.page.part("[data-erased]"), text);
  }
}

function tell(said, text) {
  said.textContent = text;
  said.focus();
}

/** Ask before something is erased, or go back. */
export function askIn(place, asks) {
  place.querySelector("[data-ask]").hidden = !asks;
  place.querySelector("[data-do='ask']").hidden = asks;
  place.querySelector(asks ? "[data-ask] p" : "[data-do='ask']").focus();
}
