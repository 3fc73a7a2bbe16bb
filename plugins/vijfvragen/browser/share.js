// A message with the link to a page written out in full, and a button that copies both.

class Share extends HTMLElement {
  connectedCallback() {
    const text = this.querySelector("[data-text]");
    const link = this.querySelector("[data-link]");
    const copy = this.querySelector("button");
    const address = new URL(this.dataset.href, document.baseURI);
    address.hash = address.search = "";
    link.textContent = address.href;
    this.querySelector("[data-without-script]").hidden = true;
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      const told = this.querySelector("[role=status]");
      told.textContent = "";
      try {
        await navigator.clipboard.writeText(text.innerText.trim());
        told.textContent = this.dataset.done;
      } catch {
        // No permission, or no clipboard at all on a page without https.
        getSelection().selectAllChildren(text);
        told.textContent = this.dataset.failed;
      }
    });
  }
}

customElements.define("vv-share", Share);
