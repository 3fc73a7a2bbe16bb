// The buttons under a screen: on, back, and back to the result for who came from there.
import { button, element } from "./dom.js";

export class Controls {
  constructor(texts, { back, toResult, asTest }) {
    this.primary = element("button", "vv-button vv-button--big");
    this.primary.type = "submit";
    this.back = button("vv-button vv-button--quiet", texts.back, back);
    this.toResult = button("vv-button vv-button--quiet", "", toResult);
    this.asTest = button("vv-button vv-button--quiet", texts.asTest, asTest);
    this.place = element("div", "vv-live vv-controls", this.primary, this.back, this.toResult, this.asTest);
  }

  /** What can be done now; a button without a way is hidden. `toResult` is what that button says. */
  show({ label, back, toResult, asTest }) {
    this.place.hidden = !label;
    this.primary.textContent = label;
    this.back.hidden = !back;
    this.toResult.hidden = !toResult;
    this.toResult.textContent = toResult || "";
    this.asTest.hidden = !asTest;
  }
}
