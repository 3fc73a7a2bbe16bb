// Under the table: which questions are no column in it, or do not count, and why.
import { element, fill } from "../dom.js";

/** A paragraph for each thing to know about the questions of `found`. */
export function uncountedNotes({ columns, decisions, uncounted }, texts) {
  const quizzes = new Set([...columns, ...uncounted].map(({ quiz }) => quiz));
  const byPlace = new Map();
  for (const one of uncounted) {
    const why = one.asked.length ? "opinion" : "own";
    const place = `${why} ${one.quiz}`;
    byPlace.set(place, { why, title: one.title, numbers: [...(byPlace.get(place)?.numbers ?? []), one.item.number] });
  }
  const lines = [...byPlace.values()].map(({ why, title, numbers }) => {
    const of = quizzes.size > 1 ? fill(texts.ofQuiz, { title }) : "";
    return fill(texts.uncounted[why][numbers.length === 1 ? 0 : 1], { numbers: numbers.join(texts.and), of });
  });
  if (decisions.length) lines.push(texts.sixAnswers);
  return lines.map((line) => element("p", "", line));
}
