// A message with the link to a page written out in full, and a button that copies both.
import { copy } from "./give.js";

class Share extends HTMLElement {
  connectedCallback() {
    const text = this.querySelector("[data-text]");
    const link = this.querySelector("[data-link]");
    const button = this.querySelector("button");
    const address = new URL(this.dataset.href, document.baseURI);
    address.hash = address.search = "";
    link.textContent = address.href;
    this.querySelector("[data-without-script]").hidden = true;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const told = this.querySelector("[role=status]");
      told.textContent = "";
      told.textContent = (await copy(text.innerText.trim(), text)) ? this.dataset.done : this.dataset.failed;
    });
  }
}

customElements.define("vv-share", Share);
