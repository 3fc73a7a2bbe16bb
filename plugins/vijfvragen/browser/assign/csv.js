// A table as a file that a Dutch Excel opens by itself: semicolons, and a mark that says UTF-8.
import { two } from "./dates.js";

const MARK = "\ufeff";
/** What Excel takes for a formula when a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[";\r\n]/;

/** The text of a CSV file; numbers get a decimal comma. */
export const csv = (rows) => MARK + rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("");

function cell(value) {
  if (typeof value === "number") return String(value).replace(".", ",");
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A moment, in seconds since 1970, as Excel reads it here: "27-11-2026 10:12". */
export function excelMoment(seconds) {
  const date = new Date(seconds * 1000);
  const day = [two(date.getDate()), two(date.getMonth() + 1), date.getFullYear()].join("-");
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
