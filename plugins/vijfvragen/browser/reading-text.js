// The sentences of what is to be seen, in order: the words to say, and where they stand.

const SKIPPED = [
  "button, summary, details:not([open]), input, textarea, select",
  "svg, script, style, template, [hidden], [aria-hidden=true]",
  ".vv-unseen, .vv-quiz--live .vv-item__number, .headerlink",
  // Ways to other pages, not words of this one; and a citation, which stands behind its sentence.
  "vv-reading, .vv-button, .vv-above, .vv-cite",
].join();
// What shows as a picture, and what binds such signs together.
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0f\u20e3]/gu;
const SAYABLE = /[\p{L}\p{N}]/u;
const SENTENCE = /[^.!?…]*[.!?…]+["”’)\]]*\s*|[^.!?…]+$/g;

/** What a child is looking at: the screen of a quiz that was begun, otherwise the whole content. */
export function onScreen(content) {
  const quiz = content.querySelector(".vv-quiz--busy");
  const item = quiz?.querySelector("[data-item]:not([hidden])");
  return item?.querySelector(".vv-step:not([hidden])") ?? item ?? quiz?.querySelector(".vv-panel") ?? content;
}

/** Every sentence below `place` that is to be seen. */
export function sentencesOf(place) {
  const blocks = [];
  collect(place, blocks);
  return blocks.flatMap(({ text, pieces }) =>
    cut(text)
      .map(({ from, upTo }) => ({ words: spoken(text.slice(from, upTo)), range: rangeOf(pieces, from, upTo) }))
      .filter(({ words }) => SAYABLE.test(words)),
  );
}

/** Add the text below `place` to its block; what is not in the line begins a block. */
function collect(place, blocks, open = {}) {
  const lines = getComputedStyle(place).whiteSpace.startsWith("pre");
  for (const node of place.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!open.block) blocks.push((open.block = { text: "", pieces: [] }));
      open.block.pieces.push({ node, from: open.block.text.length });
      open.block.text += lines ? node.data : node.data.replace(/\s/g, " ");
    } else if (node.nodeType === Node.ELEMENT_NODE && isRead(node)) {
      if (node.matches(".vv-meaning")) {
        collect(node, blocks); // said behind the text that its word stands in
        continue;
      }
      const flows = ["inline", "contents"].includes(getComputedStyle(node).display) || node.matches(".vv-word");
      const inLine = flows && node.localName !== "br";
      if (!inLine) open.block = null;
      collect(node, blocks, open);
      if (!inLine) open.block = null;
    }
  }
}

function isRead(found) {
  if (found.matches(SKIPPED)) return false;
  const { display, visibility } = getComputedStyle(found);
  return display !== "none" && visibility === "visible";
}

/** Where the sentences of a text begin and end, without the white space around them. */
function cut(text) {
  const sentences = Intl.Segmenter
    ? [...new Intl.Segmenter("nl", { granularity: "sentence" }).segment(text)].map(({ segment }) => segment)
    : (text.match(SENTENCE) ?? []);
  let at = 0;
  return sentences.map((sentence) => {
    const from = at + sentence.length - sentence.trimStart().length;
    at += sentence.length;
    return { from, upTo: Math.max(from, at - sentence.length + sentence.trimEnd().length) };
  });
}

function spoken(text) {
  return text.replace(EMOJI, "").replace(/\s+/g, " ").trim();
}

function rangeOf(pieces, from, upTo) {
  const range = document.createRange();
  const start = pieces.filter((piece) => piece.from <= from).pop();
  const end = pieces.filter((piece) => piece.from < upTo).pop() ?? start;
  range.setStart(start.node, from - start.from);
  range.setEnd(end.node, Math.max(0, upTo - end.from));
  return range;
}
