// What is said after codes were read: a sentence for each thing that can become of a code.
import { button, element, fill } from "../dom.js";

/** What may become of a code that stays in the field, because it could not be read. */
export const LEFT = ["otherKey", "damaged", "newer", "older", "odd"];
/** In the order in which a teacher wants to know it. */
const SAID = ["fresh", "already", ...LEFT];

/** A sentence about one or more: each has two forms. */
export const saying = (forms, count, values = {}) => fill(forms[count === 1 ? 0 : 1], { count, ...values });

/** What came of a reading, as sentences: `found` as readCodes gives it, and how much was `cut`. */
export function sentences(found, { cut, results, told }) {
  const lines = SAID.filter((name) => found[name].length).map((name) => saying(told[name], found[name].length));
  if (cut) lines.push(saying(told.cut, cut));
  const again = handedInAgain(found.fresh, results.all());
  if (again.length) lines.splice(1, 0, saying(told.again, again.length, { numbers: again.join(", ") }));
  return lines;
}

/** The class numbers of new hand-ins that had handed in the same assignment before. */
function handedInAgain(fresh, results) {
  const earlier = (handIn, number) =>
    results.some(({ handIn: other }) => other !== handIn && other.assignment.id === handIn.assignment.id && other.numbers.includes(number));
  const numbers = fresh.flatMap(({ handIn }) => handIn.numbers.filter((number) => earlier(handIn, number)));
  return [...new Set(numbers)].sort((one, other) => one - other);
}

/** A line with the way to each other assignment than the one in sight that codes were of. */
export function elsewhere(fresh, shown, { told, texts, show }) {
  const others = fresh.filter(({ handIn }) => handIn.assignment.id !== shown);
  const byId = new Map(others.map(({ handIn }) => [handIn.assignment.id, handIn.assignment.title]));
  return [...byId].map(([id, title]) => {
    const count = others.filter(({ handIn }) => handIn.assignment.id === id).length;
    return element("li", "", `${saying(told.other, count)} `, button("vv-link", title || texts.untitled, () => show(id)));
  });
}
