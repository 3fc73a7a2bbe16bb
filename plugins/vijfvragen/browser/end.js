// The end of a part of a quiz: handing in a test, or what fitted, in words. Loaded on the way there.
import { button, element, fill } from "./dom.js";
import { outcomeOf } from "./scoring.js";

/** What a child reads at the end of a part; never points, never a mark. */
export function endParts(player, screen) {
  if (player.inTest(screen)) return handInParts(player, screen);
  if (!screen.more) player.work.finish();
  return resultParts(player, screen);
}

function handInParts(player, screen) {
  const { texts } = player;
  const parts = [element("h2", "", texts.handInTitle)];
  const unanswered = player.answers.unanswered().filter(({ more }) => !more);
  const again = unanswered.map(({ item, interaction }) => ({ item, interaction }));
  parts.push(element("p", "", again.length ? texts.unanswered : texts.allAnswered));
  if (again.length) parts.push(linesTo(again, player, screen));
  return [...parts, element("p", "", texts.handInNote)];
}

function resultParts(player, screen) {
  const { texts, work } = player;
  const items = player.key.items.slice(0, screen.upTo);
  const outcome = outcomeOf(items, work.responses, player.isLocked(screen));
  const more = player.after(screen);
  const parts = [element("h2", "", more ? texts.resultTitle : texts.moreTitle)];
  if (outcome.total) parts.push(element("p", "", fill(wordsFor(outcome, texts), outcome)));
  if (more) parts.push(element("p", "", texts.mayStop));
  if (outcome.again.length) {
    parts.push(element("p", "", texts.lookAgainAt), linesTo(outcome.again, player, screen));
  }
  const controls = element("div", "vv-controls");
  const { onward } = player.quiz;
  if (onward) controls.append(button("vv-button vv-button--big", onward.label, onward.go));
  if (more) controls.append(button("vv-button vv-button--big", texts.more, () => player.open(more)));
  if (!onward || !player.work.handedIn) {
    controls.append(button("vv-button vv-button--quiet", texts.retry, () => player.restart()));
  }
  return [...parts, controls];
}

/** A line for each item worth another look, that opens it. */
function linesTo(again, player, screen) {
  const list = element("ul", "vv-result__again");
  for (const item of new Set(again.map((found) => found.item))) {
    const found = again.filter((one) => one.item === item);
    const line = button("vv-link", item.label, () => player.lookAt(found[0].interaction, screen));
    list.append(element("li", "", line, element("span", "", promptsOf(found))));
  }
  return list;
}

function wordsFor({ fitted, total }, texts) {
  if (fitted === total) return texts.resultAll;
  return fitted * 3 >= total * 2 ? texts.resultMost : texts.resultSome;
}

/** The questions about an item worth another look; none where the item is the question. */
function promptsOf(found) {
  const prompts = found
    .filter(({ item, interaction }) => interaction.prompt !== item.label)
    .map(({ interaction }) => interaction.prompt);
  return prompts.length ? ` ${prompts.join(" ")}` : "";
}
