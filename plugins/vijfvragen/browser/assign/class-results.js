// What a class did with an assignment, counted over its rows: the cells of the table, what was hard,
// what was decided, which of the five questions, which misconceptions. Pure; a row counts once, also
// that of a pair.
import { isRight, scoreResponse } from "../scoring.js";
import { answersOf } from "./hand-in.js";

const asked = (item) => item.interactions.filter(({ kind }) => kind !== "text");
const scored = (item) => asked(item).filter(({ max }) => max > 0);
/** How hard something of so many parts was: the share that went wrong, as if two more had had it right. Once is chance. */
const hardness = ({ right, answered, parts }) => (answered - right) / (answered + 2 * (parts?.length ?? 1));
/** In a message, the part in which is chosen whether to post it. */
const DECISION = "besluit";
/** What can be chosen there, as a child sees it. */
const DECISIONS = ["plaatsen", "aanpassen", "niet-plaatsen"];

/**
 * The `answers` of a hand-in to all quizzes whose keys (by id) there are, how many were `lost`, and
 * the items whose answers cannot be read (`unread`: their ids, for each quiz).
 */
export function readAnswers(handIn, keys) {
  const answers = new Map();
  const unread = new Map();
  let lost = 0;
  for (const quiz of handIn.quizzes.filter(({ id }) => keys.has(id))) {
    const read = answersOf(quiz, keys.get(quiz.id), handIn.assignment.test);
    answers.set(quiz.id, read.answers);
    unread.set(quiz.id, read.unread);
    lost += read.lost;
  }
  return { answers, unread, lost };
}

/** Whether an item was answered in a way that cannot be read any more. */
export const isUnread = ({ unread }, { quiz, item }) => Boolean(unread.get(quiz)?.includes(item.id));

/** First answers count: what a child thought by itself. */
export const firstTo = (answers, quiz, item, interaction) => answers.get(quiz)?.[item]?.[interaction]?.first ?? [];

/**
 * The whole of it: `columns` ({quiz, title, item, answered, fitted, total}), `rows` with `cells`
 * beside the columns, `questions` (of each item with something scored its `parts`), `decisions`,
 * `checkQuestions`, `misconceptions`, and the items that are `uncounted`.
 */
export function classResults(rows, quizzes, keys) {
  const read = rows.map((row) => ({ ...row, ...readAnswers(row.handIn, keys) }));
  const shown = shownIn(read, quizzes.filter((id) => keys.has(id)).map((id) => keys.get(id)));
  const columns = shown.filter((one) => one.asked.length);
  const full = read.map((row) => {
    const cells = columns.map((column) => cellOf(row, column));
    return { ...row, cells, ...sumOf(cells) };
  });
  const questions = columns.filter((column) => column.scored.length).map((column) => questionOf(full, column));
  return {
    columns: columns.map((column, at) => ({ ...column, ...sumOf(full.map(({ cells }) => cells[at])) })),
    rows: full,
    questions,
    decisions: decisionsOf(questions),
    checkQuestions: checkQuestionsOf(questions.flatMap(({ parts }) => parts)),
    misconceptions: misconceptionsOf(full, columns),
    uncounted: shown.filter((one) => !one.scored.length),
    lost: full.filter(({ lost }) => lost > 0),
  };
}

/** Items of an assignment; those for more practice only where somebody did one of them. */
function shownIn(rows, keys) {
  const isDone = ({ quiz }, item) => rows.some((row) => row.answers.get(quiz)?.[item.id]);
  const more = keys.some((key) => key.items.some((item) => item.more && isDone(key, item)));
  return keys.flatMap((key) =>
    key.items
      .filter((item) => more || !item.more)
      .map((item) => ({ quiz: key.quiz, title: key.title, item, asked: asked(item), scored: scored(item) })),
  );
}

/** How many parts of a question fitted at first, of how many, or `unread`; null when it was not answered. */
function cellOf(row, column) {
  if (isUnread(row, column)) return { unread: true };
  const { answers } = row;
  const { quiz, item, asked: all, scored: some } = column;
  const firsts = all.map((interaction) => firstTo(answers, quiz, item.id, interaction.id));
  if (!firsts.some((chosen) => chosen.length)) return null;
  const fitted = some.filter((interaction) => isFitting(interaction, firstTo(answers, quiz, item.id, interaction.id)));
  return { fitted: fitted.length, total: some.length };
}

export const isFitting = (interaction, chosen) => chosen.length > 0 && isRight(scoreResponse(interaction, chosen).verdict);

function sumOf(cells) {
  const made = cells.filter((cell) => cell && !cell.unread);
  const sum = (name) => made.reduce((total, cell) => total + cell[name], 0);
  return { answered: made.length, fitted: sum("fitted"), total: sum("total") };
}

/** A question with, of each scored `part`, how often it was `right`, of how many, and what was `chosen`, most first. */
function questionOf(rows, { quiz, title, item, scored: some }) {
  const parts = some.map((interaction) => partOf(rows, quiz, item, interaction));
  return { quiz, title, item, parts, ...over(parts) };
}

function partOf(rows, quiz, item, interaction) {
  const counts = new Map();
  for (const { answers } of rows) {
    const chosen = firstTo(answers, quiz, item.id, interaction.id);
    if (!chosen.length) continue;
    const text = JSON.stringify(chosen);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const chosen = [...counts]
    .map(([text, count]) => ({ chosen: JSON.parse(text), count, right: isFitting(interaction, JSON.parse(text)) }))
    .sort((one, other) => other.count - one.count);
  const sum = (those) => those.reduce((total, { count }) => total + count, 0);
  return { interaction, chosen, answered: sum(chosen), right: sum(chosen.filter((one) => one.right)) };
}

function over(parts) {
  const sum = (name) => parts.reduce((total, part) => total + part[name], 0);
  return { answered: sum("answered"), right: sum("right") };
}

const isWrong = ({ answered, right }) => answered > right;
const byHardness = (one, other) => hardness(other) - hardness(one);

/** The questions that went wrong most, hardest first; of those that are as hard, the quizzes take turns. */
export function hardest(questions, most) {
  const counts = new Map();
  const turn = (one) => {
    const like = `${one.quiz} ${hardness(one)}`;
    counts.set(like, (counts.get(like) ?? 0) + 1);
    return counts.get(like);
  };
  return questions
    .filter(isWrong)
    .map((one) => ({ ...one, turn: turn(one) }))
    .sort((one, other) => byHardness(one, other) || one.turn - other.turn)
    .slice(0, most);
}

/** The parts of a question that went wrong most, hardest first. */
export const hardestParts = ({ parts }, most) => parts.filter(isWrong).sort(byHardness).slice(0, most);

/** Of each message how many chose what: `{quiz, title, item, interaction, choices: [{id, count}]}`. */
function decisionsOf(questions) {
  return questions.flatMap(({ parts, ...question }) =>
    parts
      .filter(({ interaction, answered }) => interaction.id === DECISION && answered)
      .map(({ interaction, chosen }) => ({ ...question, interaction, choices: countsOf(interaction, chosen) })),
  );
}

const countsOf = ({ choices }, chosen) =>
  DECISIONS.filter((id) => Object.hasOwn(choices, id)).map((id) => ({ id, count: chosen.find((one) => one.chosen[0] === id)?.count ?? 0 }));

/** Of each of the five questions that was asked, how often it was right, over all messages; hardest first. */
function checkQuestionsOf(parts) {
  const byKey = new Map();
  for (const { interaction, answered, right } of parts.filter((one) => one.interaction.checkQuestion)) {
    const sum = byKey.get(interaction.checkQuestion) ?? { key: interaction.checkQuestion, answered: 0, right: 0 };
    byKey.set(sum.key, { ...sum, answered: sum.answered + answered, right: sum.right + right });
  }
  return [...byKey.values()].filter(({ answered }) => answered).sort(byHardness);
}

/** The ideas behind what was chosen at first: `{id, quiz, rows}` (a set), most rows first. */
function misconceptionsOf(rows, columns) {
  const byId = new Map();
  for (const { quiz, item, asked: all } of columns) {
    for (const interaction of all) {
      for (const row of rows) {
        for (const choice of firstTo(row.answers, quiz, item.id, interaction.id)) {
          const id = Object.hasOwn(interaction.misconceptions ?? {}, choice) ? interaction.misconceptions[choice] : "";
          if (!id) continue;
          if (!byId.has(id)) byId.set(id, { id, quiz, rows: new Set() });
          byId.get(id).rows.add(row);
        }
      }
    }
  }
  return [...byId.values()].sort((one, other) => other.rows.size - one.rows.size);
}

/** The words of an answer, in the words of the answer key. */
export const wordsOf = ({ words }, chosen) => chosen.map((id) => words[id] ?? id);

/** What fits, as an answer: those ways to answer in which nothing is missing. */
export function fittingOf(interaction) {
  if (interaction.kind === "order") return [interaction.order];
  const fitting = Object.entries(interaction.choices)
    .filter(([, { accepted }]) => accepted)
    .sort(([, one], [, other]) => other.points - one.points)
    .map(([id]) => id);
  return interaction.multiple ? [fitting] : fitting.map((id) => [id]);
}
