// Packs small values into bytes.

/** Collects values; `bytes` gives what they became. */
export class Packer {
  constructor() {
    this.packed = [];
  }

  /** A whole number from 0, most significant byte first. */
  number(value, size) {
    for (let at = size - 1; at >= 0; at -= 1) this.packed.push(Number((BigInt(value) >> BigInt(8 * at)) & 255n));
    return this;
  }

  /** Bytes of which the reader knows how many there are. */
  raw(bytes) {
    this.packed.push(...bytes);
    return this;
  }

  /** Bytes behind their length, of which there are at most 255. */
  block(bytes) {
    if (bytes.length > 255) throw new RangeError("a block holds at most 255 bytes");
    this.packed.push(bytes.length, ...bytes);
    return this;
  }

  text(text) {
    return this.block(new TextEncoder().encode(text));
  }

  get bytes() {
    return Uint8Array.from(this.packed);
  }
}
