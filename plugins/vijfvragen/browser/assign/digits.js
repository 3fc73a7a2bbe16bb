// Packs digits of mixed radix into as few bytes as they need, and fits a text into bytes.
import { Packer } from "./packing.js";

/** Digits, each below its own radix, as bytes; how many depends on the radixes alone. */
export function packDigits(digits, radixes) {
  const value = digits.reduce((sum, digit, at) => sum * BigInt(radixes[at]) + BigInt(digit), 0n);
  return new Packer().number(value, digitsSize(radixes)).bytes;
}

/** The digits that such bytes hold; throws RangeError when they cannot be of these radixes. */
export function unpackDigits(bytes, radixes) {
  if (bytes.length !== digitsSize(radixes)) throw new RangeError("packed digits of another size");
  let value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const digits = radixes.map(() => 0);
  for (let at = radixes.length - 1; at >= 0; at -= 1) {
    digits[at] = Number(value % BigInt(radixes[at]));
    value /= BigInt(radixes[at]);
  }
  if (value > 0n) throw new RangeError("packed digits of another size");
  return digits;
}

/** How many bytes digits of these radixes take. */
export function digitsSize(radixes) {
  let most = radixes.reduce((product, radix) => product * BigInt(radix), 1n) - 1n;
  let size = 0;
  for (; most > 0n; most >>= 8n) size += 1;
  return size;
}

/** As much of a text as fits in so many bytes of UTF-8, without cutting a sign in two. */
export function fitText(text, most) {
  let fitting = "";
  for (const sign of text) {
    if (new TextEncoder().encode(fitting + sign).length > most) break;
    fitting += sign;
  }
  return fitting;
}
