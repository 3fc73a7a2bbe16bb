// Which class numbers a class has, by assignment: a teacher may have two groups.
import { read, remove, write } from "../storage.js";
import { fill } from "../dom.js";
import { missingOf } from "./missing.js";
import { HIGHEST, readNumbers } from "./numbers.js";

const PLACE = "vv1.class";
/** What was filled in last, whatever the assignment: a new one begins with it. */
const LAST = "last";

export class ClassNumbers {
  constructor(field, said, texts) {
    Object.assign(this, { field, said, texts });
  }

  /** Show those of an assignment, and who of them is not among `there`. */
  show(id, there) {
    if (this.id !== id) this.field.value = sayNumbers(numbersOf(id), this.texts);
    Object.assign(this, { id, there });
    this.tell();
  }

  /** Only the numbers are kept, whatever was typed. */
  keep() {
    const { numbers } = readNumbers(this.field.value, { rows: true });
    const rest = { ...kept() };
    for (const name of [LAST, this.id]) {
      if (numbers.length) rest[name] = numbers;
      else delete rest[name];
    }
    store(rest);
    this.tell();
  }

  tell() {
    const lines = missingOf(readNumbers(this.field.value, { rows: true }), this.there, this.texts);
    this.said.replaceChildren(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  }

  /** Another tab may have changed them; what is being typed here stays. */
  loadAgain() {
    if (document.activeElement !== this.field) this.id = null;
  }

  /** This assignment is erased. */
  forget(id) {
    const { [id]: gone, ...rest } = kept();
    if (gone) store(rest);
    this.id = null;
  }

  forgetAll() {
    remove(PLACE);
    this.id = null;
    this.field.value = "";
  }
}

function store(all) {
  if (Object.keys(all).length) write(PLACE, all);
  else remove(PLACE);
}

const kept = () => Object(read(PLACE));

function numbersOf(id) {
  const all = kept();
  const found = [id, LAST].filter((name) => Object.hasOwn(all, name)).map((name) => all[name]);
  const isNumber = (number) => Number.isInteger(number) && number >= 1 && number <= HIGHEST;
  return Array.isArray(found[0]) ? found[0].filter(isNumber) : [];
}

/** "1 t/m 12, 14, 20 t/m 28" */
function sayNumbers(numbers, texts) {
  const rows = [];
  for (const number of numbers) {
    const row = rows.at(-1);
    if (row && row.to === number - 1) row.to = number;
    else rows.push({ from: number, to: number });
  }
  return rows.map((row) => (row.from === row.to ? `${row.from}` : fill(texts.row, row))).join(", ");
}
