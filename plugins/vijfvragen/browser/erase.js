// <vv-erase>: one button that erases everything this site kept in this browser.
import { button, element } from "./dom.js";
import { erase } from "./storage.js";

class EraseElement extends HTMLElement {
  connectedCallback() {
    this.ask();
  }

  ask() {
    this.show(button("vv-button", this.dataset.label, () => this.confirm()));
  }

  confirm() {
    const question = element("p", "", this.dataset.confirm);
    question.tabIndex = -1;
    this.show(
      question,
      button("vv-button", this.dataset.yes, () => this.done()),
      button("vv-button vv-button--quiet", this.dataset.no, () => this.ask()),
    );
    question.focus();
    this.lastElementChild.scrollIntoView({ block: "nearest" });
  }

  done() {
    erase();
    this.dispatchEvent(new CustomEvent("vv-erased", { bubbles: true }));
    const said = element("p", "", this.dataset.done);
    said.tabIndex = -1;
    said.setAttribute("role", "status");
    this.show(said);
    said.focus();
  }

  show(...parts) {
    this.replaceChildren(...parts);
  }
}

if (!customElements.get("vv-erase")) customElements.define("vv-erase", EraseElement);
