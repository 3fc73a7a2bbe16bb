// Locks a hand-in so that one teacher can open it, and opens it again: a compact JWE (RFC 7516) with
// ECDH-ES on P-256 and A256GCM. Loaded only where results are handed in or read.
import { compactDecrypt } from "../vendor/jose/jwe/compact/decrypt.js";
import { CompactEncrypt } from "../vendor/jose/jwe/compact/encrypt.js";
import { calculateJwkThumbprint } from "../vendor/jose/jwk/thumbprint.js";
import { decode, encode } from "../vendor/jose/util/base64url.js";

const ALG = "ECDH-ES";
const ENC = "A256GCM";
const NAME_LENGTH = 6;

/** Whether this browser can lock and open: not on an address without https. */
export const canLock = () => Boolean(globalThis.crypto?.subtle);

const jwk = ({ x, y, d }) => ({ kty: "EC", crv: "P-256", x, y, ...(d && { d }) });

/**
 * Private keys made ready to open many codes with: `jose` imports a key once for each object that
 * holds it, and that takes as long as opening a code.
 */
export const ready = (keys) => Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, jwk(key)]));

/** The short name of a key, the beginning of its thumbprint (RFC 7638). */
export async function keyName(key) {
  return (await calculateJwkThumbprint(jwk({ x: key.x, y: key.y }))).slice(0, NAME_LENGTH);
}

/** Lock bytes with a public key (`x`, `y`); what comes out is the code. Throws for a point that is not on the curve. */
export async function lock(bytes, key) {
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: ALG, enc: ENC, kid: await keyName(key) })
    .encrypt(jwk({ x: key.x, y: key.y }));
}

/**
 * Open a code with the private keys there are, by name (`x`, `y`, `d`): `{bytes}`, or what is
 * `wrong`: "otherKey" when it was locked for somebody else, "damaged" when it was changed.
 */
export async function open(code, keys) {
  const name = nameIn(code);
  if (name === null) return { wrong: "damaged" };
  if (!Object.hasOwn(keys, name)) return { wrong: "otherKey" };
  const key = keys[name];
  try {
    const options = { keyManagementAlgorithms: [ALG], contentEncryptionAlgorithms: [ENC] };
    return { bytes: (await compactDecrypt(code, key.kty ? key : jwk(key), options)).plaintext };
  } catch {
    return { wrong: "damaged" };
  }
}

/** The name of the key that a code was locked with; null when the code was changed on its way. */
function nameIn(code) {
  try {
    if (!code.split(".").every(isExact)) return null;
    return String(JSON.parse(new TextDecoder().decode(decode(code.split(".")[0]))).kid);
  } catch {
    return null;
  }
}

/** Whether base64url says what its bytes say: its last character may hold bits that no byte has. */
const isExact = (part) => encode(decode(part)) === part;
