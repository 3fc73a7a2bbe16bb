// Lets a field grow with what is typed, on the screen and on paper: its copy behind it makes the room.

const follow = (field) => field.parentElement.setAttribute("data-text", `${field.value}\n`);

for (const form of document.querySelectorAll(".vv-agreement form")) {
  const fields = [...form.querySelectorAll("textarea")];
  form.addEventListener("input", (event) => follow(event.target));
  form.addEventListener("reset", () => requestAnimationFrame(() => fields.forEach(follow)));
  fields.forEach(follow); // a page that comes back from the browser's memory has its text still
}
