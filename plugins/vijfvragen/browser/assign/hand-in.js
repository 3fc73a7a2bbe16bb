// What a child hands in, packed small: which answers were chosen, and never anything that was typed.
import { dayOf, daysOf, isQuizId, MOST_QUIZZES } from "./assignment.js";
import { digitsSize, fitText, packDigits, unpackDigits } from "./digits.js";
import { HIGHEST } from "./numbers.js";
import { Packer } from "./packing.js";
import { CONTROL, decode, encode, Unpacker } from "./unpacking.js";

/** Of the form below; at most 15. */
export const VERSION = 1;
const TITLE_BYTES = 32;
const ID_BYTES = 6;
const EDITION_BYTES = 2;
const MOST_ITEMS = 60;
const TEST = 1;
const NUMBERS_BYTES = HIGHEST / 8;

/**
 * The bytes of a hand-in: `assignment` (`id`, `title`, `due`, `test`), `numbers`, `at` (seconds
 * since 1970), and `quizzes`: each `{key, answers}`, the published key with, by item and by
 * interaction, the `first` checked answer and the `best`; each a list of ids, or nothing.
 */
export function packHandIn({ assignment, numbers, at, quizzes }) {
  const packer = new Packer()
    .number(VERSION * 16 + (assignment.test ? TEST : 0), 1)
    .raw(decode(assignment.id))
    .number(assignment.due ? daysOf(assignment.due) : 0, 2)
    .number(at, 4)
    .number(numbers.reduce((sum, number) => sum | (1n << BigInt(number - 1)), 0n), NUMBERS_BYTES)
    .text(fitText(assignment.title, TITLE_BYTES))
    .number(quizzes.length, 1);
  for (const { key, answers } of quizzes) {
    const items = key.items.filter((item) => answers[item.id] && radixesOf(item, assignment.test).length);
    packer.text(key.quiz).number(parseInt(beginOf(key.edition), 16), EDITION_BYTES);
    packItems(packer, items.map((item) => [markOf(item), packAnswers(item, answers[item.id], assignment.test)]));
  }
  return packer.bytes;
}

/**
 * What such bytes hold, as far as it can be known without the keys: as above, with for each quiz
 * `{id, edition, items}` (of the edition its first four digits), to be given to `answersOf`. Throws RangeError or TypeError for bytes that
 * this page never writes; `versionOf` says whether they are of another version.
 */
export function unpackHandIn(bytes) {
  const unpacker = new Unpacker(bytes);
  const flags = unpacker.number(1) % 16;
  const version = versionOf(bytes);
  if (version !== VERSION) throw new RangeError("another version");
  const id = encode(unpacker.take(ID_BYTES));
  const days = unpacker.number(2);
  const at = unpacker.number(4);
  const taken = BigInt(unpacker.number(NUMBERS_BYTES));
  const numbers = Array.from({ length: HIGHEST }, (_, index) => index + 1).filter(
    (number) => taken & (1n << BigInt(number - 1)),
  );
  const title = unpacker.text();
  const test = flags === TEST;
  const quizzes = times(unpacker.number(1), MOST_QUIZZES, () => ({
    id: unpacker.text(),
    edition: unpacker.number(EDITION_BYTES).toString(16).padStart(2 * EDITION_BYTES, "0"),
    items: unpackItems(unpacker),
  }));
  unpacker.end();
  const ids = quizzes.map((quiz) => quiz.id);
  const known = ids.every(isQuizId) && new Set(ids).size === ids.length;
  if (!known || flags > TEST || !numbers.length || CONTROL.test(title)) {
    throw new RangeError("not what this page writes");
  }
  return { assignment: { id, title, due: days ? dayOf(days) : "", test }, numbers, at, quizzes };
}

/** Items, `[mark, bytes]` of each, in rows of one size: so the size is said once a row. */
function packItems(packer, items) {
  const sizes = [...new Set(items.map(([, bytes]) => bytes.length))];
  packer.number(sizes.length, 1);
  for (const size of sizes) {
    const row = items.filter(([, bytes]) => bytes.length === size);
    packer.number(row.length, 1).number(size, 1);
    for (const [mark, bytes] of row) packer.number(mark, EDITION_BYTES).raw(bytes);
  }
}

function unpackItems(unpacker) {
  const items = times(unpacker.number(1), MOST_ITEMS, () => {
    const [count, size] = unpacker.take(2);
    return times(count, MOST_ITEMS, () => ({ mark: unpacker.number(EDITION_BYTES), packed: unpacker.take(size) }));
  }).flat();
  return times(items.length, MOST_ITEMS, (_, at) => items[at]);
}

/** The version that packed bytes say they have. */
export const versionOf = (bytes) => bytes[0] >> 4;

/**
 * The answers to a quiz of an unpacked hand-in, by item and interaction, with its key. Items that
 * were changed or taken out since cannot be read; `lost` says how many, and `unread` (ids)
 * which items they most likely are now: those whose answers would have the same size, in order.
 */
export function answersOf({ items }, key, test) {
  const answers = {};
  const lost = [];
  const left = key.items.filter((item) => radixesOf(item, test).length);
  for (const { mark, packed } of items) {
    const at = left.findIndex((item) => markOf(item) === mark && digitsSize(radixesOf(item, test)) === packed.length);
    const [item] = at < 0 ? [] : left.splice(at, 1);
    try {
      answers[item.id] = unpackAnswers(item, packed, test);
    } catch {
      lost.push({ packed });
      if (item) left.push(item);
    }
  }
  const unread = [];
  for (const { packed } of lost) {
    const at = left.findIndex((item) => digitsSize(radixesOf(item, test)) === packed.length);
    const [item] = left.splice(Math.max(at, 0), 1);
    if (item) unread.push(item.id);
  }
  return { answers, lost: lost.length, unread };
}

/** Of an edition, enough to tell the items of one quiz apart. */
const beginOf = (edition) => edition.slice(0, 2 * EDITION_BYTES);

const markOf = (item) => parseInt(beginOf(item.edition), 16);

const answerable = (item) => item.interactions.filter(({ kind }) => kind !== "text");

/** In a test there is one answer; in practice a first one and the best. */
function radixesOf(item, test) {
  return answerable(item).flatMap((interaction) => Array(test ? 1 : 2).fill(sizeOf(interaction)));
}

function packAnswers(item, answers, test) {
  const digits = answerable(item).flatMap((interaction) => {
    const { first, best } = answers[interaction.id] ?? {};
    return (test ? [best] : [first, best]).map((chosen) => digitOf(interaction, chosen ?? []));
  });
  return packDigits(digits, radixesOf(item, test));
}

function unpackAnswers(item, bytes, test) {
  const digits = unpackDigits(bytes, radixesOf(item, test));
  const each = test ? 1 : 2;
  return Object.fromEntries(
    answerable(item).map((interaction, at) => {
      const [first, best = first] = digits.slice(each * at, each * at + each).map((digit) => chosenOf(interaction, digit));
      return [interaction.id, { first, best }];
    }),
  );
}

const choiceIds = (interaction) => Object.keys(interaction.choices);

/** How many different answers there are, none included. */
function sizeOf(interaction) {
  if (interaction.kind === "order") return factorial(interaction.order.length) + 1;
  return interaction.multiple ? 2 ** choiceIds(interaction).length : choiceIds(interaction).length + 1;
}

function digitOf(interaction, chosen) {
  if (!chosen.length) return 0;
  if (interaction.kind === "order") return rankOf(interaction.order, chosen) + 1;
  const places = chosen.map((id) => choiceIds(interaction).indexOf(id)).filter((place) => place >= 0);
  return interaction.multiple ? places.reduce((sum, place) => sum + 2 ** place, 0) : (places[0] ?? -1) + 1;
}

function chosenOf(interaction, digit) {
  if (!digit) return [];
  if (interaction.kind === "order") return orderOf(interaction.order, digit - 1);
  const ids = choiceIds(interaction);
  return interaction.multiple ? ids.filter((_, place) => Math.floor(digit / 2 ** place) % 2) : [ids[digit - 1]];
}

/** Which one of all orders of `ids` this is (the Lehmer code); the right order is 0. */
function rankOf(ids, chosen) {
  const left = [...ids];
  return chosen.reduce((rank, id) => {
    const place = left.indexOf(id);
    const size = left.length;
    left.splice(place, 1);
    return rank * size + place;
  }, 0);
}

function orderOf(ids, rank) {
  const places = [];
  let rest = rank;
  for (let size = 1; size <= ids.length; size += 1) {
    places.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  const left = [...ids];
  return places.map((place) => left.splice(place, 1)[0]);
}

const factorial = (number) => (number > 1 ? number * factorial(number - 1) : 1);

function times(count, most, make) {
  if (count > most) throw new RangeError("more than there can be");
  return Array.from({ length: count }, make);
}
