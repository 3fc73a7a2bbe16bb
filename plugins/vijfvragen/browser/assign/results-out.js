// Takes the results out of the browser: as a table for Excel, and as the codes that they came from.
import { fill } from "../dom.js";
import { save } from "../give.js";
import { resultsCsv } from "./results-csv.js";

const NOT_IN_A_NAME = /[^\p{L}\p{N}]+/gu;

const nameFor = (title, texts) => fill(texts.fileName, { title: title.replaceAll(NOT_IN_A_NAME, "-") });

export const saveTable = (found, numbers, title, texts) =>
  save(`${nameFor(title, texts)}.csv`, resultsCsv(found, numbers, texts), "text/csv");

/** With the same key, these can be read in another browser. */
export function saveCodes({ results }, title, texts) {
  const address = location.href.replace(/#.*/, "");
  const head = fill(texts.codesFile, { title, address });
  save(`${nameFor(title, texts)}.txt`, [head, ...results.map(({ code }) => code), ""].join("\n\n"));
}
