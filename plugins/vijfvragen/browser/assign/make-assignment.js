// Sets quizzes ready: makes the fragment of a link out of what a teacher chose.
import { checkOf, daysOf, FLAGS, VERSION } from "./assignment.js";
import { Packer } from "./packing.js";
import { CONTROL, decode, encode } from "./unpacking.js";

/** An id for a new assignment: eight characters that nobody used before. */
export const newId = () => encode(crypto.getRandomValues(new Uint8Array(6)));

/**
 * The fragment, without `#`, of an assignment: `id` of `newId`, `title`, `due` ("2026-11-27" or
 * ""), `quizzes` (ids in order), `test`, `more` (with what is for more practice), and the public
 * `key` that results are locked with (`x` and `y` of a P-256 JWK), or null for no results.
 *
 * Signs in the title that break a line become spaces.
 *
 * `v1.<quiz>.<quiz>.<packed>.<check>`: the quizzes can be read even when the rest is damaged.
 */
export function writeAssignment({ id, title, due, quizzes, key, ...flags }) {
  const packer = new Packer()
    .number(FLAGS.reduce((sum, name, at) => sum + (flags[name] ? 2 ** at : 0), 0), 1)
    .block(decode(id))
    .number(due ? daysOf(due) : 0, 2)
    .text(title.replace(new RegExp(CONTROL, "gu"), " "))
    .block(key ? [...decode(key.x), ...decode(key.y)] : []);
  const parts = [VERSION, ...quizzes, encode(packer.bytes)];
  return [...parts, checkOf(parts)].join(".");
}
