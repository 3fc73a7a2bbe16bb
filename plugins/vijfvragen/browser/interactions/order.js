// Put entries in order, or beside their places: each row has a button up and a button down. What
// stands where is kept in the selects that the page has without script.
import { button, element, fill as filled } from "../dom.js";
import { isRight, scoreResponse, wellPlaced } from "../scoring.js";
import { clonedAnswer, said } from "./said.js";

const selectsOf = (step) => [...step.querySelectorAll(".vv-order select")];
const textOf = (select) => select.selectedOptions[0].textContent;

export const order = {
  /** Rows in the place of the selects; `changed` is told of each move. */
  prepare(step, interaction, texts, changed) {
    const told = element("p", "vv-live vv-unseen");
    told.setAttribute("role", "status");
    step.append(told);
    for (const [at, select] of selectsOf(step).entries()) {
      const label = select.parentElement.querySelector("label");
      label.hidden = select.hidden = true;
      const row = element(
        "div",
        "vv-live vv-order__row",
        element("span", "vv-order__place", label.textContent),
        element("span", "vv-order__text"),
        element("span", "vv-order__mark"),
        mover("up", "↑"),
        mover("down", "↓"),
      );
      select.parentElement.append(row);

      function mover(way, sign) {
        const made = button(`vv-order__${way}`, sign, () => {
          move(step, interaction, texts, at, way);
          told.textContent = whereNow(step, texts, way === "up" ? at - 1 : at + 1);
          changed();
        });
        return made;
      }
    }
  },

  fill(step, chosen, interaction, texts) {
    for (const [at, select] of selectsOf(step).entries()) {
      if (chosen.length) select.value = chosen[at];
      else select.selectedIndex = at + 1; // the first option is "Choose …"
    }
    show(step, texts);
  },

  take: (step) => selectsOf(step).map((select) => select.value),

  feedback(step, interaction, chosen, texts) {
    const { verdict } = scoreResponse(interaction, chosen);
    const well = wellPlaced(interaction, chosen);
    for (const [at, mark] of step.querySelectorAll(".vv-order__mark").entries()) {
      const fits = well.includes(chosen[at]);
      mark.replaceChildren(fits ? "✓" : "↻", element("span", "vv-unseen", fits ? texts.inPlace : texts.lookAgain));
      mark.parentElement.dataset.fits = fits;
    }
    const right = isRight(verdict);
    const own = clonedAnswer(step, "[data-entry]").filter(({ dataset }) => right || !well.includes(dataset.entry));
    // Before it is right, a pair is named by its word alone: the child looks on for the other half.
    if (!right && texts.again) own.forEach((li) => li.querySelector("[data-belongs]")?.remove());
    return said(step, {
      first: chosen.length ? texts[verdict] : texts.notAnswered,
      verdict,
      own: [element("ul", "", ...own)],
      last: right ? "" : texts.again,
    });
  },

  /** What was said of the places goes as soon as something moved. */
  unsay(step) {
    for (const mark of step.querySelectorAll(".vv-order__mark")) {
      mark.replaceChildren();
      delete mark.parentElement.dataset.fits;
    }
  },
};

function move(step, interaction, texts, at, way) {
  const selects = selectsOf(step);
  const to = way === "up" ? at - 1 : at + 1;
  [selects[at].value, selects[to].value] = [selects[to].value, selects[at].value];
  show(step, texts);
  // The finger or the focus stays with what moved, as long as it can go on.
  const row = selects[to].parentElement;
  const again = row.querySelector(`.vv-order__${way}`);
  (again.disabled ? row.querySelector("button:not(:disabled)") : again).focus();
}

function show(step, texts) {
  const selects = selectsOf(step);
  for (const [at, select] of selects.entries()) {
    const row = select.parentElement.querySelector(".vv-order__row");
    row.querySelector(".vv-order__text").textContent = textOf(select);
    for (const [way, text, end] of [
      ["up", texts.moveUp, 0],
      ["down", texts.moveDown, selects.length - 1],
    ]) {
      const made = row.querySelector(`.vv-order__${way}`);
      made.setAttribute("aria-label", filled(text, { entry: textOf(select) }));
      made.disabled = at === end;
    }
  }
}

function whereNow(step, texts, at) {
  const selects = selectsOf(step);
  const place = selects[at].parentElement.querySelector(".vv-order__place").textContent;
  const text = step.querySelector(".vv-order--places") ? texts.movedBeside : texts.movedTo;
  return filled(text, { entry: textOf(selects[at]), place, total: selects.length });
}
