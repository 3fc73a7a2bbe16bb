// The buttons under a screen: on, back, and back to the result for who came from there.
import { button, element } from "./dom.js";

export class Controls {
  constructor(texts, { back, toResult }) {
    this.texts = texts;
    this.primary = element("button", "vv-button vv-button--big");
    this.primary.type = "submit";
    this.back = button("vv-button vv-button--quiet", texts.back, back);
    this.toResult = button("vv-button vv-button--quiet", texts.toResult, toResult);
    this.place = element("div", "vv-live vv-controls", this.primary, this.back, this.toResult);
  }

  /** What can be done now; a button without a way is hidden. */
  show({ label, back, toResult }) {
    this.place.hidden = !label;
    this.primary.textContent = label;
    this.back.hidden = !back;
    this.toResult.hidden = !toResult;
  }
}
