// Counts the hands of a class. In this page's memory and nowhere else: no storage, no names.

/** So many votes fill a bar; with more, the largest does. */
const FULL = 10;

export class Votes {
  constructor(board) {
    this.counts = new Map();
    this.rows = [...board.querySelectorAll("[data-votes]")];
    for (const row of this.rows) {
      for (const part of row.querySelectorAll("[hidden]")) part.hidden = false;
    }
    for (const button of board.querySelectorAll("[data-erase]")) button.hidden = false;
    this.show();
  }

  /** What a click on a button of the board does to the votes. */
  press(button) {
    if (button.dataset.erase !== undefined) {
      for (const row of siblings(button)) this.counts.delete(row.dataset.votes);
    } else {
      const row = button.closest("[data-votes]");
      if (!row) return;
      const change = button.classList.contains("vv-row__more") ? 1 : -1;
      this.counts.set(row.dataset.votes, Math.max(0, this.count(row) + change));
    }
    this.show();
    // The button that erased is gone now.
    if (button.dataset.erase !== undefined) siblings(button)[0].querySelector(".vv-row__more").focus();
  }

  count(row) {
    return this.counts.get(row.dataset.votes) ?? 0;
  }

  /** The same answer stands on more than one slide. */
  show() {
    for (const row of this.rows) {
      const slide = row.closest(".vv-slide");
      slide.classList.toggle("vv-slide--voted", siblings(row).some((other) => this.count(other)));
      const largest = Math.max(FULL, ...siblings(row).map((other) => this.count(other)));
      const output = row.querySelector("output");
      const text = String(this.count(row));
      if (output.textContent !== text) output.textContent = text; // it is announced
      row.querySelector(".vv-row__bar > span").style.width = `${(100 * this.count(row)) / largest}%`;
    }
  }
}

const siblings = (part) => [...part.closest(".vv-slide").querySelectorAll("[data-votes]")];
