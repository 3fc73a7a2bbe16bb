// Who of a class has not handed in. Pure.
import { fill } from "../dom.js";

/** Sentences about a class, as typed (`numbers` and what is `wrong`), and the numbers that are `there`. */
export function missingOf({ numbers, wrong }, there, texts) {
  const missing = numbers.filter((number) => !there.includes(number));
  const strangers = there.filter((number) => !numbers.includes(number));
  const say = (name, list) => fill(texts[name][list.length === 1 ? 0 : 1], { numbers: list.join(", ") });
  const lines = wrong.length ? [fill(texts.noNumbers, { pieces: wrong.join(", ") })] : [];
  if (!numbers.length) return lines;
  lines.push(missing.length ? say("missing", missing) : texts.complete);
  return strangers.length ? [...lines, say("strangers", strangers)] : lines;
}
