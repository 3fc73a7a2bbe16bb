// What is said where a link sets nothing ready: what is wrong with it, and another way.
import { element } from "../dom.js";

export class LinkView {
  constructor(page, section) {
    this.page = page;
    this.section = section;
  }

  show() {
    const { wrong, set } = this.page;
    for (const said of this.section.querySelectorAll("[data-wrong]")) said.hidden = said.dataset.wrong !== wrong;
    this.section.querySelector("[data-plain]").hidden = !set.length;
    this.section.querySelector("[data-lessons]").hidden = set.length > 0;
    this.section.querySelector("ul").replaceChildren(...set.map(({ title, href }) => card(title, href)));
  }
}

function card(title, href) {
  const link = element("a", "vv-card", element("strong", "", title));
  link.href = href;
  return element("li", "", link);
}
