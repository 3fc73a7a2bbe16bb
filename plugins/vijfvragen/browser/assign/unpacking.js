// Takes small values out of packed bytes; bytes as letters of base64url.

/** Signs that no title holds: they break a line, or turn the text behind them around. */
export const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** Takes values out in the order in which they were packed; throws RangeError when they are not there. */
export class Unpacker {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  take(size) {
    if (this.at + size > this.bytes.length) throw new RangeError("the packed bytes end too early");
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }

  /** A whole number of at most six bytes. */
  number(size) {
    return this.take(size).reduce((value, byte) => value * 256 + byte, 0);
  }

  block() {
    return this.take(this.number(1));
  }

  text() {
    return new TextDecoder("utf-8", { fatal: true }).decode(this.block());
  }

  /** Nothing may be left over. */
  end() {
    if (this.at < this.bytes.length) throw new RangeError("there are packed bytes left over");
  }
}

/** Bytes as base64url. Here, and not from `jose`: a link is read before anything heavy is loaded. */
export const encode = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** The bytes of base64url; throws a DOMException for anything else. */
export const decode = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
