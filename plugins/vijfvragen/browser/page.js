// On every page: what the theme's menu, search and keys lack for who has no mouse.

// A button in the place of the theme's checkbox, that says whether it is open.
for (const [id, name] of [["__drawer", "menu"], ["__search", "search"]]) {
  const box = document.getElementById(id);
  const label = document.querySelector(`label.md-header__button[for="${id}"]`);
  if (!box || !label) continue;
  const button = document.createElement("button");
  const tell = () => button.setAttribute("aria-expanded", box.checked);
  button.type = "button";
  button.className = `md-header__button md-icon vv-opens vv-opens--${name}`;
  button.setAttribute("aria-label", box.getAttribute("aria-label"));
  button.append(...label.childNodes);
  button.addEventListener("click", () => box.click()); // so that the theme hears of it
  box.addEventListener("change", () => {
    tell();
    const field = box.checked && name === "search" && document.querySelector(".md-search__input");
    if (field) requestAnimationFrame(() => field.focus()); // once it is to be seen
  });
  box.hidden = true;
  label.replaceWith(button);
  tell();
}

// The theme's shortcuts of one letter are stopped (WCAG 2.1.4); Escape closes the menu.
const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

window.addEventListener(
  "keydown",
  (event) => {
    const letter = event.key?.length === 1 && event.key !== " ";
    const combined = event.ctrlKey || event.metaKey || event.altKey;
    if (letter && !combined && !event.target.closest?.(TYPING)) event.stopPropagation();
    const menu = event.key === "Escape" && document.querySelector(".vv-opens--menu[aria-expanded=true]");
    if (menu) {
      menu.click();
      menu.focus();
    }
  },
  { capture: true },
);
