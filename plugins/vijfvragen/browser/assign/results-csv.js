// The results of a class as rows for a CSV file: one for each class number.
import { fill } from "../dom.js";
import { othersIn } from "./assignments-read.js";
import { firstTo, isUnread, wordsOf } from "./class-results.js";
import { csv, excelMoment } from "./csv.js";

/** `numbers` are those of the assignment, as assignments-read.js gives them. */
export function resultsCsv(found, numbers, texts) {
  const rowFor = ({ result }) => found.rows.find((row) => row.result === result);
  const parts = found.columns.flatMap((column) => column.asked.map((interaction) => ({ ...column, interaction })));
  const { csv: heads } = texts;
  const head = [heads.number, heads.with, heads.at, heads.late, heads.nth, heads.fitted, heads.total];
  return csv([[...head, ...parts.map((part) => headOf(part, texts))], ...numbers.map((one) => rowOf(one, rowFor(one), parts, texts))]);
}

/** "Jouw foto – vraag 2. Bericht van Sem – Is het waar?" */
function headOf({ title, item, interaction }, texts) {
  const question = `${fill(texts.question, { number: item.number })}. ${item.label}`;
  return [title, question, ...(interaction.prompt === item.label ? [] : [interaction.prompt])].join(" – ");
}

function rowOf({ number, result, earlier }, row, parts, texts) {
  return [
    number,
    othersIn(result, number).join(texts.and),
    excelMoment(row.result.time),
    row.late ? texts.csv.yes : texts.csv.no,
    earlier.length + 1,
    row.fitted,
    row.total,
    ...parts.map((part) => chosenIn(row, part, texts)),
  ];
}

function chosenIn(row, part, texts) {
  if (isUnread(row, part)) return texts.unread;
  const { quiz, item, interaction } = part;
  return wordsOf(interaction, firstTo(row.answers, quiz, item.id, interaction.id)).join(" | ");
}
