// "Ben jij iemand anders?": a quiet way out for the next child at this device.
import { button, element } from "./dom.js";

export class SomeoneElse {
  constructor(texts, startClean) {
    this.texts = texts;
    this.startClean = startClean;
    this.place = element("div", "vv-live vv-someone");
  }

  /** Offer it where there is something of another child. */
  show(used) {
    const ask = button("vv-link", this.texts.someoneElse, () => this.ask());
    this.place.replaceChildren(...(used ? [ask] : []));
  }

  ask() {
    const question = element("p", "", this.texts.someoneElseAsk);
    question.tabIndex = -1;
    this.place.replaceChildren(
      question,
      button("vv-button", this.texts.someoneElseYes, this.startClean),
      button("vv-button vv-button--quiet", this.texts.someoneElseNo, () => {
        this.show(true);
        this.place.querySelector("button").focus();
      }),
    );
    question.focus();
  }
}
