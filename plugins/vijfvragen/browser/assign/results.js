// <vv-results>: what a class understood, from the codes that children hand in. All of it stays in this
// browser. Here is what comes in; what reads it and counts is loaded when there is something to do.
import { element } from "../dom.js";
import { names } from "../storage.js";
import { hasKey } from "./key-state.js";

const INSIDE = ["click", "change", "input", "paste", "focusin", "vv-key"];
/** A file that is dropped beside its place would take the page away. */
const DROPS = ["dragover", "drop"];
const OUTSIDE = ["storage", "vv-erased", "pagehide", "beforeunload", ...DROPS];
/** What this browser keeps for this page. */
const KEPT = ["vv1.result.", "vv1.unread"];
/** Characters; so much is read at once, for a field that shows it all freezes the page. */
const LARGE = 50_000;

const load = () => import("./results-page.js");

class ResultsElement extends HTMLElement {
  connectedCallback() {
    this.part("[data-without]")?.remove();
    for (const part of this.querySelectorAll("[data-with], [data-erase='all']")) part.hidden = false;
    if (!hasKey()) this.part("[data-reading]").before(this.part("[data-key-place]"));
    for (const type of INSIDE) this.addEventListener(type, this);
    for (const type of OUTSIDE) window.addEventListener(type, this);
    this.showKept();
  }

  disconnectedCallback() {
    this.page?.release();
    for (const type of INSIDE) this.removeEventListener(type, this);
    for (const type of OUTSIDE) window.removeEventListener(type, this);
  }

  part(selector) {
    return this.querySelector(selector);
  }

  handleEvent(event) {
    const { type, target } = event;
    if (type === "pagehide") this.page?.release();
    else if (type === "beforeunload") this.page?.warn(event);
    else if (type === "storage" || type === "vv-erased") this.showKept();
    else if (type === "vv-key") this.hasKey();
    else if (type === "focusin") this.prepare(target);
    else if (type === "paste") this.pasted(event);
    else if (DROPS.includes(type)) this.dropped(event);
    else if (type === "click") this.press(target.closest("[data-do]"));
    else if (type === "change" && target.matches("[data-files]")) this.readFiles(target.files);
    else this.page?.changed(event);
  }

  /** Results may be kept here, or have come or gone in another tab. */
  showKept() {
    if (this.page || KEPT.some((place) => names(place).length)) this.use((page) => page.lookAgain());
  }

  /** With a key there is nothing to bring back; codes that waited for it can be read. */
  hasKey() {
    this.part("[data-part='restore']").open = false;
    this.page?.reading.tellUnread();
  }

  /** Who comes here is going to read codes. */
  prepare(target) {
    if (target.closest("[data-reading]")) load().catch(() => {}); // it is said when it is used
  }

  pasted(event) {
    const text = event.clipboardData.getData("text");
    if (!event.target.matches("#vv-codes") || text.length < LARGE) return;
    event.preventDefault();
    this.use((page) => page.reading.readBeside(text));
  }

  dropped(event) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "drop") this.readFiles(event.dataTransfer.files);
  }

  readFiles(list) {
    const files = [...list]; // the list is emptied behind us
    this.use((page) => page.reading.readFiles(files));
  }

  press(pressed) {
    if (!pressed || pressed.closest("vv-teacher-key")) return;
    if (pressed.dataset.do === "chooseFiles") this.part("[data-files]").click(); // a browser opens it only at once
    else this.use((page) => page.press(pressed));
  }

  /** Do something with all of the page, or say that it could not be loaded: what is in the field stays. */
  async use(work) {
    const module = await load().catch(() => null);
    if (!this.isConnected) return;
    if (!module) this.sayUnloaded();
    else work((this.page ??= new module.ResultsPage(this)));
  }

  sayUnloaded() {
    const said = this.part("[data-reading] [data-said]");
    said.replaceChildren(element("p", "vv-note", JSON.parse(this.part("[data-texts]").textContent).unloaded));
    if (this.contains(document.activeElement)) said.focus();
  }
}

if (!customElements.get("vv-results")) customElements.define("vv-results", ResultsElement);
