// Which assignments the results in this browser are of, and whose hand-ins count. Pure.
import { isLate } from "./dates.js";

/** A quiz that fewer of the hand-ins hold than one in so many does not count. */
const ONE_IN = 10;

/**
 * The assignments that results are of, the one read last first: `{id, title, due, test, quizzes,
 * strange, results, read}`. What a few codes say otherwise is not believed: of title, day and test
 * the most decide, and a quiz that hardly any hand-in holds is `strange`. (A hand-in holds the
 * quizzes that were begun, so that not all of them hold the same.)
 */
export function assignmentsOf(results) {
  const byId = new Map();
  for (const result of results) {
    const { id } = result.handIn.assignment;
    if (!byId.has(id)) byId.set(id, []);
    byId.get(id).push(result);
  }
  return [...byId.values()].map(assignmentOf).sort((one, other) => other.read - one.read);
}

function assignmentOf(results) {
  const counting = results.filter(({ counts }) => counts);
  const handIns = (counting.length ? counting : results).sort((one, other) => one.at - other.at).map(({ handIn }) => handIn);
  const lists = handIns.map(({ quizzes }) => quizzes.map(({ id }) => id)).sort((one, other) => other.length - one.length);
  const counted = [...countsOf(lists.flat())];
  const isStrange = new Map(counted.map(([id, count]) => [id, count * ONE_IN < handIns.length]));
  const usual = lists.filter((list) => !list.some((id) => isStrange.get(id)));
  return {
    ...mostOf(handIns.map(({ assignment }) => assignment)),
    quizzes: [...new Set([...usual, ...lists].flat())].filter((id) => !isStrange.get(id)),
    strange: counted.map(([id]) => id).filter((id) => isStrange.get(id)),
    results,
    read: Math.max(...results.map(({ at }) => at)),
  };
}

/** What stands in a list most often; the first of those. */
function mostOf(values) {
  const counts = countsOf(values.map((value) => JSON.stringify(value)));
  const most = Math.max(...counts.values());
  return JSON.parse([...counts].find(([, count]) => count === most)[0]);
}

function countsOf(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * A row for each hand-in that counts: `{numbers, others, result, handIn, late, own}`. Of each number
 * its latest one counts; `numbers` are those of which this is the latest, `others` who were with them,
 * and `own` what `numbersIn` says of each.
 */
export function rowsOf(assignment) {
  const byResult = new Map();
  for (const one of numbersIn(assignment)) byResult.set(one.result, [...(byResult.get(one.result) ?? []), one]);
  return [...byResult].map(([result, own]) => {
    const numbers = own.map(({ number }) => number);
    const others = result.handIn.numbers.filter((number) => !numbers.includes(number));
    return { numbers, others, result, handIn: result.handIn, late: isLate(result.time, assignment.due), own };
  });
}

/**
 * Each class number with a hand-in that counts: `{number, result, earlier, out}`; `earlier` holds the
 * results before its latest, the latest first, and `out` those that the teacher does not let count.
 */
export const numbersIn = ({ results }) =>
  byNumber(results)
    .map(([number, all]) => ({ number, counting: all.filter(({ counts }) => counts), out: all.filter(({ counts }) => !counts) }))
    .filter(({ counting }) => counting.length)
    .map(({ number, counting: [result, ...earlier], out }) => ({ number, result, earlier, out }));

/** The numbers of which no hand-in counts any more: `{number, out}`. */
export const numbersOut = ({ results }) =>
  byNumber(results)
    .filter(([, all]) => all.every(({ counts }) => !counts))
    .map(([number, out]) => ({ number, out }));

export const othersIn = ({ handIn }, number) => handIn.numbers.filter((other) => other !== number);

/** By class number, in order, its results, the latest first. */
function byNumber(results) {
  const found = new Map();
  for (const result of [...results].sort(byTime)) {
    for (const number of result.handIn.numbers) found.set(number, [result, ...(found.get(number) ?? [])]);
  }
  return [...found].sort(([one], [other]) => one - other);
}

/** In the same second, the codes decide: then every browser that reads them finds the same. */
const byTime = (one, other) =>
  one.time - other.time || one.handIn.at - other.handIn.at || (one.packed < other.packed ? -1 : 1);
