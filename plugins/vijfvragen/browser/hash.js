// A number for a text that looks like chance and is always the same.

/** 32 bits: FNV-1a, then the finish of MurmurHash3. Against mistakes, not against people. */
export function hash(text) {
  let mixed = 0x811c9dc5;
  for (const character of text) mixed = Math.imul(mixed ^ character.codePointAt(0), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
