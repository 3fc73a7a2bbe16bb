// What to talk about: the hardest questions, what was decided, the five questions, the ideas behind the answers.
import { element, fill } from "../dom.js";
import { fittingOf, hardest, hardestParts, wordsOf } from "./class-results.js";
import { sayRow } from "./results-table.js";

const MOST = 5;
const MOST_PARTS = 2;
const MOST_CARDS = 3;

/** The words of an answer as one text; those of a row stand in their order. */
export const sayAnswer = (interaction, chosen) =>
  wordsOf(interaction, chosen).join(interaction.kind === "order" ? " → " : " + ");

/** What fits, as one text. */
export const sayFitting = (interaction, texts) =>
  fittingOf(interaction).map((chosen) => sayAnswer(interaction, chosen)).join(texts.or);

/** Where a question stands: "Jouw foto · vraag 2: Bericht van Sem". */
export const sayQuestion = ({ title, item }, texts) =>
  `${title} · ${fill(texts.question, { number: item.number })}: ${item.label}`;

/** A list entry for each of the questions that went wrong most; `board` gives the address of its slide. */
export const hardestQuestions = ({ questions }, texts, board) =>
  hardest(questions, MOST).map((one) =>
    element(
      "li",
      "",
      element("p", "vv-find__what", element("strong", "", sayQuestion(one, texts))),
      ...hardestParts(one, MOST_PARTS).map((part) => hardPart(part, one.item, texts)),
      element("p", "vv-on-screen", toBoard(board(one), texts)),
    ),
  );

function toBoard(address, texts) {
  const made = element("a", "vv-button vv-button--quiet", texts.board, " ", element("span", "vv-unseen", texts.newTab));
  return Object.assign(made, { href: address, target: "_blank", rel: "noopener" });
}

/** What was chosen most; when that fits, also what else was. */
function hardPart({ interaction, chosen, answered, right }, item, texts) {
  const asked = interaction.prompt === item.label ? [] : [element("strong", "", interaction.prompt), " "];
  const upTo = chosen.findIndex((one) => !one.right) + 1;
  const fits = element("p", "", element("strong", "", texts.right), ` ${sayFitting(interaction, texts)}`);
  return element(
    "div",
    "vv-find__part",
    element("p", "", ...asked, fill(texts.hardOne[right === 1 ? 0 : 1], { right, answered })),
    element("ul", "", ...chosen.slice(0, upTo).map((one) => chosenEntry(interaction, one, texts))),
    ...(upTo > 1 && !isLong(interaction) ? [] : [fits]),
  );
}

const isLong = ({ kind, multiple }) => kind === "order" || multiple;

function chosenEntry(interaction, { chosen, count, right }, texts) {
  const said = fill(count === 1 ? texts.chosenOnce : texts.chosen, { answer: sayAnswer(interaction, chosen), count });
  return element("li", "", said, ...(right ? [element("span", "vv-find__fits", ` ✓ ${texts.fits}`)] : []));
}

/** A list entry for each message: how many chose to post it, and what fits. */
export const decisions = (found, texts) =>
  found.decisions.map((one) =>
    element(
      "li",
      "",
      element("p", "vv-find__what", element("strong", "", sayQuestion(one, texts))),
      element("p", "", ...one.choices.flatMap((choice, at) => [at ? " · " : "", ...decided(one.interaction, choice, texts)])),
    ),
  );

function decided({ words, choices, max }, { id, count }, texts) {
  const { accepted, points } = choices[id];
  const fits = points === max ? texts.fits : texts.canBe;
  const said = `${words[id]}: ${count}`;
  return accepted ? [element("strong", "", said), element("span", "vv-find__fits", ` ✓ ${fits}`)] : [said];
}

/** A list entry for each of the five questions; `signs` holds them with their sign and colour. */
export function checkQuestions(found, texts, signs) {
  return found.checkQuestions.flatMap(({ key, answered, right }) => {
    const sign = [...signs.content.children].find(({ dataset }) => dataset.key === key);
    const said = fill(texts.checkOne, { wrong: answered - right, answered });
    return sign ? [element("li", "", sign.cloneNode(true), " ", element("span", "", said))] : [];
  });
}

/** The card about each idea, with who chose an answer behind which it may stand; the most frequent are open. */
export function ideas({ misconceptions }, texts, cardOf) {
  const cards = misconceptions.flatMap(({ id, quiz, rows }) => {
    const card = cardOf(quiz, id);
    return card ? [withNumbers(card, [...rows].sort(byNumber), texts)] : [];
  });
  const rest = cards.slice(MOST_CARDS);
  if (!rest.length) return cards;
  const summary = element("summary", "", fill(texts.moreIdeas[rest.length === 1 ? 0 : 1], { count: rest.length }));
  return [...cards.slice(0, MOST_CARDS), element("details", "vv-more", summary, ...rest)];
}

const byNumber = (one, other) => one.numbers[0] - other.numbers[0];

/** The card stands one level deeper here; in which questions it was asked, the numbers say instead. */
function withNumbers(card, rows, texts) {
  const title = card.querySelector("h3");
  const deeper = element("h4", "", ...title.childNodes);
  deeper.id = title.id;
  title.replaceWith(deeper);
  const alone = rows.length === 1 && rows[0].numbers.length === 1;
  const numbers = rows.map((row) => sayRow(row, texts)).join(", ");
  const who = fill(texts.ideaOne[alone ? 0 : 1], { numbers });
  card.querySelector(".vv-talk-card__where").replaceWith(element("p", "vv-talk-card__who", who));
  return card;
}
