// The table of a class: a row for each hand-in that counts, a column for each question.
import { element, fill } from "../dom.js";

/** On paper more questions than this are set smaller, and of more than that there is no room for the names. */
const WIDE = 12;
const WIDEST = 20;
const SIGNS = { all: "✓", some: "◐", none: "○" };

/** `href` gives the address of a quiz's answer key. */
export function resultsTable(found, texts, href) {
  const caption = element("caption", "vv-unseen", texts.caption);
  caption.id = "vv-tabel";
  const body = element("tbody", "", ...found.rows.map((row) => rowOf(row, texts)));
  const foot = element("tr", "", head("row", texts.all), ...found.columns.map((column) => cell(column, texts)));
  const wide = [WIDE, WIDEST].map((most, at) => (found.columns.length > most ? ` vv-table__all--${at ? "widest" : "wide"}` : ""));
  return element("table", `vv-table__all${wide.join("")}`, caption, ...groupsOf(found), headOf(found, texts, href), body, element("tfoot", "", foot));
}

/** The columns that belong together: the numbers, each quiz. */
function groupsOf({ columns }) {
  return [1, ...quizzesIn(columns).map(({ count }) => count)].map((span) => Object.assign(element("colgroup"), { span }));
}

const quizzesIn = (columns) =>
  [...new Map(columns.map(({ quiz, title }) => [quiz, title]))].map(([quiz, title]) => ({
    quiz,
    title,
    count: columns.filter((column) => column.quiz === quiz).length,
  }));

/** Two rows: the quizzes, and under each its questions. */
function headOf({ columns }, texts, href) {
  const quizzes = quizzesIn(columns).map(({ quiz, title, count }) => {
    const made = head("colgroup", element("span", "", title), " ", link(href(quiz), texts.key));
    made.colSpan = count;
    return made;
  });
  const number = head("col", texts.number);
  number.rowSpan = 2;
  const questions = columns.map(({ item }) => {
    const made = head("col", element("span", "vv-table__number", String(item.number)), " ", element("span", "vv-table__name", item.label));
    made.title = item.label;
    return made;
  });
  return element("thead", "", element("tr", "", number, ...quizzes), element("tr", "", ...questions));
}

function rowOf(row, texts) {
  const notes = [...(row.late ? [texts.late] : []), ...timesOf(row, texts)];
  const said = notes.map((text) => element("span", "vv-table__note", text));
  const first = head("row", sayRow(row, texts), ...said.flatMap((note) => [" ", note]));
  return element("tr", "", first, ...row.cells.map((one) => cell(one, texts)));
}

/** Whose row it is: "7 en 12", or "12 (samen met 7)" when 7 handed in later once more. */
export function sayRow({ numbers, others }, texts) {
  const own = numbers.join(texts.and);
  return others.length ? fill(texts.together, { number: own, others: others.join(texts.and) }) : own;
}

/** Who handed in before; of a pair it may be one of them. */
function timesOf({ own }, texts) {
  const again = own.filter(({ earlier }) => earlier.length).map(({ number, earlier }) => ({ number, nth: earlier.length + 1 }));
  const alike = again.length === own.length && again.every(({ nth }) => nth === again[0].nth);
  return alike ? [fill(texts.nth, again[0])] : again.map((one) => `${one.number}: ${fill(texts.nth, one)}`);
}

/** Shaded and with a sign: no meaning by colour alone. */
function cell(found, texts) {
  if (found?.unread) return element("td", "vv-cell vv-cell--unread", texts.unread);
  if (!found || found.answered === 0) {
    return element("td", "vv-cell", hidden("–"), unseen(texts.skipped));
  }
  if (!found.total) return element("td", "vv-cell", texts.opinion);
  const { fitted, total } = found;
  const name = fitted === total ? "all" : fitted ? "some" : "none";
  const shown = hidden(element("span", "vv-cell__sign", SIGNS[name]), ` ${fitted}/${total}`);
  return element("td", `vv-cell vv-cell--${name}`, shown, unseen(fill(texts.of, { fitted, total })));
}

function head(scope, ...parts) {
  const made = element("th", "", ...parts);
  made.scope = scope;
  return made;
}

function link(address, text) {
  const made = element("a", "", text);
  made.href = address;
  return made;
}

const unseen = (text) => element("span", "vv-unseen", text);

function hidden(...parts) {
  const made = element("span", "", ...parts);
  made.setAttribute("aria-hidden", "true");
  return made;
}
