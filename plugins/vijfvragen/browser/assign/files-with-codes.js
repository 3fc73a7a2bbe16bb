// The text in files: of a text file as it is, of a picture what its QR codes say.
import { findCodes } from "./codes.js";
import { loadDecoder, NotLoaded } from "./loading.js";
import { pictureSize } from "./picture-size.js";

const LARGEST_TEXT = 20_000_000; // bytes
const LARGEST_PICTURE = 30_000_000; // bytes
const MOST_PIXELS = 64_000_000; // a phone makes up to 50 million; each takes four bytes
/** Marks at the beginning of a text in two bytes a sign, as Windows writes it. */
const TWO_BYTES = new Map([["255 254", "utf-16le"], ["254 255", "utf-16be"]]);
/** A photo is made smaller first, as long as its codes can still be read; then it is tried as it is. */
const SIDES = [1600, 3200];
const EFFORT = { effort: 30, timeLimit: 3000 };

/**
 * The `text` of those files in which something of a code stands, and the names of `files` that could
 * not be read and of those that are `empty` of codes. `tell(nth)` is called before each. Throws NotLoaded.
 */
export async function textInFiles(files, tell) {
  const found = { files: [], empty: [] };
  const texts = [];
  for (const [at, file] of files.entries()) {
    tell(at + 1);
    await new Promise((go) => setTimeout(go)); // the page shows it; a photo takes seconds
    try {
      const text = await textInFile(file);
      const { codes, cut } = findCodes(text);
      if (codes.length || cut) texts.push(text);
      else found.empty.push(file.name);
    } catch (error) {
      if (error instanceof NotLoaded) throw error;
      found.files.push(file.name);
    }
  }
  return { text: texts.join("\n\n"), ...found };
}

/** The text in a file; "" for a picture without a QR code. Throws when the file cannot be read. */
async function textInFile(file) {
  if (file.type.startsWith("image/") && file.type !== "image/svg+xml") return textInPicture(file);
  if (file.size > LARGEST_TEXT) throw new RangeError("too large for a text with codes");
  const bytes = await file.arrayBuffer();
  const mark = [...new Uint8Array(bytes.slice(0, 2))].join(" ");
  const text = new TextDecoder(TWO_BYTES.get(mark)).decode(bytes);
  if (text.includes("\0")) throw new TypeError("not a text");
  return text;
}

async function textInPicture(file) {
  if (file.size > LARGEST_PICTURE) throw new RangeError("too large for a picture");
  const { width, height } = pictureSize(await file.arrayBuffer()) ?? { width: 0, height: 0 };
  if (width * height > MOST_PIXELS) throw new RangeError("too large a picture");
  const { decodeQRBatch } = await loadDecoder();
  const bitmap = await createImageBitmap(file);
  try {
    for (const side of SIDES) {
      const image = pixels(bitmap, side);
      const [found] = await decodeQRBatch([image], { ...EFFORT, maxSize: { width: image.width, height: image.height } });
      const texts = found.filter((one) => typeof one === "string");
      if (texts.length) return texts.join("\n");
      if (Math.max(bitmap.width, bitmap.height) <= side) break;
    }
    return "";
  } finally {
    bitmap.close();
  }
}

function pixels(bitmap, side) {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: Math.max(1, Math.round(bitmap.width * scale)), height: Math.max(1, Math.round(bitmap.height * scale)) });
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff"; // what is transparent would be black
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
