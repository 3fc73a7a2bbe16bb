// The answers of one class number, in full. Made when they are opened: a class has thousands.
import { button, element, fill } from "../dom.js";
import { numbersIn, numbersOut, othersIn } from "./assignments-read.js";
import { isFitting, isUnread, readAnswers } from "./class-results.js";
import { isLate, sayMoment } from "./dates.js";
import { sayAnswer, sayFitting, sayQuestion } from "./results-findings.js";
import { nameOf } from "./results-kept.js";

/**
 * A part that opens for each class number; those in `opened` are open, and it is kept up to date.
 * `decide(result, counts, number)` is called when the teacher decides whether a hand-in counts, and
 * `erase(result, number)` when it is to be erased; `asking` is a template of the question before that.
 */
export function answersByNumber(found, { assignment, keys, texts, opened, asking, decide, erase }) {
  const parts = { found, due: assignment.due, keys: keys.loaded, texts, asking, decide, erase };
  const all = [...numbersIn(assignment), ...numbersOut(assignment)].sort((one, other) => one.number - other.number);
  return all.map((row) =>
    unfolding(fill(row.result ? texts.answersOf : texts.noneCounts, row), `${row.number}`, opened, () => [
      ...(row.result ? handInParts(row.result, row.number, parts) : []),
      ...(row.earlier ?? []).map((result) => unfoldingHandIn(texts.earlier, result, row.number, opened, parts)),
      ...row.out.map((result) => unfoldingHandIn(texts.notCounted, result, row.number, opened, parts)),
    ]),
  );
}

/** The place among `opened` of a hand-in of a number that does not count, or is not its latest. */
export const placeOf = (result, number) => `${number} ${nameOf(result)}`;

function unfoldingHandIn(title, result, number, opened, parts) {
  const said = fill(title, { moment: sayMoment(result.time) });
  return unfolding(said, placeOf(result, number), opened, () => handInParts(result, number, parts));
}

function unfolding(title, place, opened, make) {
  const made = element("details", "vv-more", element("summary", "", title));
  const open = () => made.childElementCount === 1 && made.append(...make());
  made.addEventListener("toggle", () => {
    if (made.open) open();
    if (made.open) opened.add(place);
    else opened.delete(place);
  });
  made.open = opened.has(place);
  if (made.open) open();
  return made;
}

/** To erase a hand-in, after a question. */
function erasing(result, number, { texts, asking, erase }) {
  const made = asking.content.firstElementChild.cloneNode(true);
  const asked = made.querySelector("p");
  asked.textContent = fill(asked.textContent, { numbers: result.handIn.numbers.join(texts.and) });
  made.querySelector("[data-yes]").addEventListener("click", () => erase(result, number));
  return made;
}

function handInParts(result, number, about) {
  const { found, due, keys, texts, decide } = about;
  const { handIn, time, counts } = result;
  const others = othersIn(result, number);
  const said = fill(isLate(time, due) ? texts.handedInLate : texts.handedInAt, { moment: sayMoment(time) });
  const together = others.length ? ` ${fill(texts.with, { others: others.join(texts.and) })}` : "";
  const choice = button("vv-button vv-button--quiet", counts ? texts.takeOut : texts.putBack, () => decide(result, !counts, number));
  choice.dataset.result = placeOf(result, number);
  const read = readAnswers(handIn, keys);
  return [
    element("p", "", said + together),
    element("div", "vv-buttons", choice, erasing(result, number, about)),
    ...found.columns.map((column) => {
      const { quiz, item, asked } = column;
      const name = element("h4", "", sayQuestion(column, texts));
      if (isUnread(read, column)) return element("div", "vv-answers", name, element("p", "", texts.unreadAnswer));
      const given = read.answers.get(quiz)?.[item.id] ?? {};
      const parts = asked.map((interaction) => partOf(interaction, item, given[interaction.id], handIn.assignment.test, texts));
      return element("div", "vv-answers", name, ...parts);
    }),
  ];
}

function partOf(interaction, item, { first = [], best = [] } = {}, test, texts) {
  const lines = [line(test ? texts.given : texts.first, first, interaction, texts)];
  if (!test && String(best) !== String(first)) lines.push(line(texts.best, best, interaction, texts));
  if (!interaction.max) lines.push(element("p", "", texts.own));
  else if (!isFitting(interaction, first)) lines.push(element("p", "", texts.right, ` ${sayFitting(interaction, texts)}`));
  return element("div", "vv-answers__part", ...(interaction.prompt === item.label ? [] : [element("p", "vv-answers__asked", interaction.prompt)]), ...lines);
}

function line(name, chosen, interaction, texts) {
  if (!chosen.length) return element("p", "", name, ` ${texts.skipped}`);
  const fits = interaction.max && isFitting(interaction, chosen);
  const said = element("strong", "", sayAnswer(interaction, chosen));
  return element("p", "", name, " ", said, ...(fits ? [element("span", "vv-find__fits", ` ✓ ${texts.fits}`)] : []));
}
