// A QR code as a drawing. Loaded when one is shown.
import { encodeQR } from "../vendor/qr/index.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules around it, as the standard asks
/** Characters: above this, a screen of a phone shows it too small for an ordinary camera. */
export const MOST = 650;

/** An SVG image of a text; `label` is what a screen reader says. Black on white in every look. */
export function qrPicture(text, label) {
  const rows = encodeQR(text, "raw", { ecc: "low", border: QUIET });
  const size = rows.length;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.setAttribute("class", "vv-qr");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  picture.setAttribute("shape-rendering", "crispEdges");
  picture.append(shape("rect", { width: size, height: size, fill: "#fff" }));
  picture.append(shape("path", { d: rows.flatMap(rowOf).join(""), fill: "#000" }));
  return picture;
}

/** Each run of dark modules as one stroke of the path. */
function rowOf(row, y) {
  const runs = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    runs.push(`M${start} ${y}h${x + 1 - start}v1h-${x + 1 - start}z`);
  }
  return runs;
}

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
