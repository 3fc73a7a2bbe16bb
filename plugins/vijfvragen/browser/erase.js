// <vv-erase>: one button that erases what this site kept in this browser: everything, or only what
// is of one kind of user (`data-whose`).
import { button, element } from "./dom.js";
import { erase, names } from "./storage.js";

class EraseElement extends HTMLElement {
  connectedCallback() {
    this.texts ??= JSON.parse(this.querySelector("script").textContent);
    this.ask();
  }

  ask() {
    this.replaceChildren(button("vv-button", this.texts.label, () => this.confirm()));
  }

  confirm() {
    const { goes, ask, yes, no, warnings } = this.texts;
    const meant = warnings.filter(({ keys }) => keys.some((beginning) => names(beginning).length));
    const question = element("p", "", `${goes} `, ...meant.flatMap(({ text }) => [element("strong", "", text), " "]), ask);
    question.tabIndex = -1;
    this.replaceChildren(
      question,
      button("vv-button", yes, () => this.done()),
      button("vv-button vv-button--quiet", no, () => this.ask()),
    );
    question.focus();
    this.lastElementChild.scrollIntoView({ block: "nearest" });
  }

  done() {
    const wanted = this.dataset.whose;
    erase(({ whose }) => !wanted || whose === wanted);
    this.dispatchEvent(new CustomEvent("vv-erased", { bubbles: true }));
    const said = element("p", "", this.texts.done);
    said.tabIndex = -1;
    said.setAttribute("role", "status");
    this.replaceChildren(said);
    said.focus();
  }
}

if (!customElements.get("vv-erase")) customElements.define("vv-erase", EraseElement);
