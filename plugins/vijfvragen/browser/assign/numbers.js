// Class numbers: what a child fills in instead of a name.

export const HIGHEST = 40;
const LONGEST = 200; // characters that are looked at
const BETWEEN = /[\s,;+&/]+|\ben\b/iu;
const RANGE = /^(\d+)-(\d+)$/;

/**
 * The `numbers` in a text, each once, in order, and the pieces that are `wrong`. Between them stands
 * a comma, a space, "en" or the like; "1-28" and "1 t/m 28" are a row where `rows` are allowed.
 */
export function readNumbers(text, { rows = false } = {}) {
  const short = text.slice(0, LONGEST);
  const joined = rows ? short.replace(/\s*(?:-|–|t\/m|tot en met)\s*/giu, "-") : short;
  const numbers = new Set();
  const wrong = [];
  for (const piece of joined.split(BETWEEN).filter(Boolean)) {
    const [from, to] = (rows && RANGE.exec(piece)?.slice(1)) || [piece, piece];
    if (isNumber(from) && isNumber(to) && Number(from) <= Number(to)) {
      for (let number = Number(from); number <= Number(to); number += 1) numbers.add(number);
    } else {
      wrong.push(piece);
    }
  }
  return { numbers: [...numbers].sort((one, other) => one - other), wrong };
}

const isNumber = (text) => /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= HIGHEST;

/** The same numbers as a short name: "7-12". */
export const nameOf = (numbers) => numbers.join("-");
