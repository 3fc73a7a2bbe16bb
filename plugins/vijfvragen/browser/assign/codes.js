// Finds the codes that children hand in, in any text around them.

// What mail and chat programs put into a long word: line ends with or without marks of quoting,
// the `=` and the `<br>` of a saved mail, spaces, soft hyphens and signs without width.
const PUT_IN = /=?\r?\n[>|*\s]*|<(?:br|wbr)\s*\/?>|[\s\u00ad\u200b-\u200f\u2060\ufeff]/giu;
/** Where a phone or a word processor made the first letter of a line a capital. */
const CAPITAL = /EyJ(?=hbGci)/g;
// A compact JWE without an encrypted key: header, nothing, 12 bytes, what was locked, 16 bytes.
const AFTER_HEADER = /\.\.[\w-]{16}\.[\w-]+\.[\w-]{22}/y;
const PIECE = /[\w.-]{1,4000}/y;
const LETTER = /[\w-]/;
const BEGINNING = "eyJ"; // how JSON begins in base64url
const LONGEST_HEADER = 400;
const SHORTEST_HEADER = 200; // ours are 240; shorter is no header that was changed
const MOST_TRIES = 8; // inside a header the beginning stands once or twice more
/** How every code begins that this site writes, as far as it is always the same. */
const OUR_BEGINNING = "eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTI1NkdDTSIsI";

/**
 * The `codes` in a text, each once and in order, and how many were `cut`: begun, and not complete, or
 * changed where they begin; `pieces` are the texts of those.
 * Text may stand against a code on both sides, and a code may be broken over lines.
 */
export function findCodes(text) {
  const whole = text.replace(PUT_IN, "").replace(CAPITAL, BEGINNING);
  const codes = new Set();
  const begun = new Set();
  const pieces = [];
  for (let at = whole.indexOf(".."); at >= 0; at = whole.indexOf("..", at + 1)) {
    AFTER_HEADER.lastIndex = at;
    const rest = AFTER_HEADER.exec(whole);
    if (!rest) continue;
    const header = headerBefore(whole, at);
    const start = jsonStart(header);
    if (start >= 0) {
      codes.add(header.slice(start) + rest[0]);
      begun.add(at - header.length + start);
    } else if (header.length >= SHORTEST_HEADER && !header.includes(OUR_BEGINNING)) {
      pieces.push(header + rest[0]);
    }
  }
  for (let at = whole.indexOf(OUR_BEGINNING); at >= 0; at = whole.indexOf(OUR_BEGINNING, at + 1)) {
    if (!begun.has(at)) pieces.push(pieceFrom(whole, at));
  }
  return { codes: [...codes], cut: pieces.length, pieces };
}

/** What may be of the code that begins there: up to the next one, or to what cannot be in a code. */
function pieceFrom(text, at) {
  PIECE.lastIndex = at;
  const [piece] = PIECE.exec(text);
  const next = piece.indexOf(OUR_BEGINNING, 1);
  return next < 0 ? piece : piece.slice(0, next);
}

/** The letters of base64url just before `end`, of which a header may be the end. */
function headerBefore(text, end) {
  let start = end;
  while (start > Math.max(0, end - LONGEST_HEADER) && LETTER.test(text[start - 1])) start -= 1;
  return text.slice(start, end);
}

/** Where the header in those letters begins, or -1: only there stands a whole JSON object. */
function jsonStart(run) {
  let at = run.lastIndexOf(BEGINNING);
  for (let tries = 0; at >= 0 && tries < MOST_TRIES; tries += 1) {
    if (isHeader(run.slice(at))) return at;
    at = at ? run.lastIndexOf(BEGINNING, at - 1) : -1;
  }
  return -1;
}

function isHeader(encoded) {
  try {
    const { alg, epk } = JSON.parse(atob(encoded.replaceAll("-", "+").replaceAll("_", "/")));
    return alg === "ECDH-ES" && typeof epk === "object";
  } catch {
    return false;
  }
}
