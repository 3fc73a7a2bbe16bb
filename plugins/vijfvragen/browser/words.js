// Words of the glossary in a lesson: a press opens the meaning where the word stands.
// Without script each is a link to the page of all words; a press with Ctrl still follows it.
import { element } from "./dom.js";

const words = [...document.querySelectorAll(".vv-term")];
const isOpen = (word) => word.getAttribute("aria-expanded") === "true";

for (const word of words) {
  word.setAttribute("role", "button");
  word.setAttribute("aria-expanded", "false");
  word.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(word, !isOpen(word));
  });
  // Enter presses a link by itself; Space presses buttons only.
  word.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    if (!event.repeat) word.click();
  });
}

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") for (const word of words.filter(isOpen)) show(word, false);
});

function show(word, open) {
  const meaning = meaningOf(word);
  word.setAttribute("aria-expanded", open);
  meaning.hidden = !open;
  if (open) meaning.scrollIntoView({ block: "nearest" });
}

/** The meaning, made when it is first asked for: right behind the word, for who reads by ear. */
function meaningOf(word) {
  const known = document.getElementById(word.getAttribute("aria-controls"));
  if (known) return known;
  const meaning = element("span", "vv-meaning", element("strong", "", word.dataset.word), `: ${word.dataset.meaning}`);
  meaning.id = `vv-meaning-${words.indexOf(word) + 1}`;
  word.setAttribute("aria-controls", meaning.id);
  // Behind the whole emphasis, or the meaning would be emphasised along.
  (word.closest("em, strong") ?? word).after(meaning);
  return meaning;
}
