// Buttons that open the browser's print dialogue: for the page, or for the one part that `data-print`
// names. Without script there are none.

const page = document.documentElement;

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    if (button.dataset.print) page.dataset.vvPrints = button.dataset.print;
    window.print();
  });
}

// Some browsers come back from `print()` before anything is printed.
window.addEventListener("afterprint", () => delete page.dataset.vvPrints);
