// <vv-reading>: its buttons; what they do, and what was set before, is loaded when there is need.
import { read } from "./storage.js";

const look = () => read("vv1.reading") && import("./reading-kept.js");
// Set in another tab, or before coming back to this page.
for (const type of ["storage", "pageshow"]) window.addEventListener(type, look);
look();

const tools = document.querySelector("vv-reading");
tools.hidden = false;
tools.addEventListener("click", async ({ target }) => {
  const name = target.closest("[data-tool]")?.dataset.tool;
  if (name) (await import(`./${name}.js`)).press(tools);
});
