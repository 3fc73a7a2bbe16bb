// The keys of the teacher in this browser: results are opened with them. A copy behind a passphrase
// is a compact JWE (PBES2), which other programs can open too.
import { compactDecrypt } from "../vendor/jose/jwe/compact/decrypt.js";
import { CompactEncrypt } from "../vendor/jose/jwe/compact/encrypt.js";
import { names, read, write } from "../storage.js";
import { keyName } from "./code.js";
import { isKey, PLACE } from "./key-state.js";

const ALG = "PBES2-HS512+A256KW";
const ENC = "A256GCM";
const ROUNDS = 300_000; // OWASP advises 210,000 with SHA-512; other programs refuse more than this
const MOST_ROUNDS = 2_000_000;
// A compact JWE with all its five parts; its header is JSON, so that no address looks like one.
const COPY = /eyJ[\w-]+(?:\.[\w-]+){4}/;
/** Of a passphrase, in characters. */
export const SHORTEST = 12;

/** Every key in this browser, by name: `x`, `y`, `d` of a P-256 JWK, `made` (seconds since 1970). */
export function keys() {
  const found = names(PLACE).map((name) => [name, read(PLACE + name)]);
  return Object.fromEntries(found.filter(([, key]) => isKey(key)));
}

/** The key that new assignments are locked with: the newest; null when there is none. */
export function currentKey() {
  const [newest] = Object.entries(keys()).sort(([, one], [, other]) => other.made - one.made);
  return newest ? { name: newest[0], ...newest[1] } : null;
}

/** A new key, not kept yet: `{name, x, y, d, made}`. */
export async function makeKey() {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const { x, y, d } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  return { name: await keyName({ x, y }), x, y, d, made: Math.floor(Date.now() / 1000) };
}

/** Keep a key in this browser; false when it will not. Asks not to be erased when space gets short. */
export async function keepKey({ name, x, y, d, made }) {
  if (!write(PLACE + name, { x, y, d, made })) return false;
  // Not waited for: a browser may ask, and the teacher may leave that open.
  navigator.storage?.persist?.().catch(() => false);
  return true;
}

/** A copy of keys behind a passphrase, as text. */
export async function lockKeys(kept, passphrase) {
  const text = JSON.stringify(kept.map(({ x, y, d, made }) => ({ x, y, d, made })));
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: ALG, enc: ENC })
    .setKeyManagementParameters({ p2c: ROUNDS })
    .encrypt(secretOf(passphrase));
}

/** Whether a text holds a copy at all, whatever its passphrase. */
export const isCopy = (text) => COPY.test(text);

/** The keys in a copy, each `{name, …}`, or null: not a copy, or another passphrase. */
export async function unlockKeys(text, passphrase) {
  const copy = COPY.exec(text)?.[0];
  if (!copy) return null;
  try {
    const { plaintext } = await compactDecrypt(copy, secretOf(passphrase), {
      keyManagementAlgorithms: [ALG],
      contentEncryptionAlgorithms: [ENC],
      maxPBES2Count: MOST_ROUNDS,
    });
    const found = JSON.parse(new TextDecoder().decode(plaintext));
    if (!Array.isArray(found) || !found.length || !found.every(isKey)) return null;
    return await Promise.all(found.map(async (key) => ({ ...key, name: await keyName(key) })));
  } catch {
    return null;
  }
}

/** The same however it is typed: with other spaces around it, or with letters composed otherwise. */
const secretOf = (passphrase) => new TextEncoder().encode(passphrase.normalize("NFKC").trim());
