// Scores responses with the published key. The only place where points are counted.

/**
 * What a response is worth: `points` of `max`, and a verdict: "fits", "canBe" (accepted, not the
 * best), "almost" or "lookAgain"; "open" where there is nothing to get right.
 */
export function scoreResponse(interaction, chosen) {
  const { max } = interaction;
  if (!max) return { points: 0, max: 0, verdict: "open" };
  if (interaction.kind === "order") {
    const first = interaction.inPlaces ? 0 : 1; // in a row, what stands first follows nothing
    const well = wellPlaced(interaction, chosen).filter((id) => chosen.indexOf(id) >= first);
    return { points: well.length, max, verdict: verdictOf(interaction, [], well.length) };
  }
  const picked = chosen.map((id) => interaction.choices[id]).filter(Boolean);
  const sum = picked.reduce((points, choice) => points + choice.points, 0);
  const points = Math.max(0, sum);
  return { points, max, verdict: verdictOf(interaction, picked, points) };
}

/** Ids of the entries that stand beside their place; in a row, of those that follow the right one. */
export function wellPlaced({ order, inPlaces }, chosen) {
  const well = chosen.filter((id, at) => {
    const place = order.indexOf(id);
    return inPlaces || at === 0 ? place === at : place > 0 && order[place - 1] === chosen[at - 1];
  });
  return [...new Set(well)];
}

function verdictOf(interaction, picked, points) {
  if (points === interaction.max) return "fits";
  if (!interaction.multiple && picked.length && picked[0].accepted) return "canBe";
  return points > 0 ? "almost" : "lookAgain";
}

/** Whether a verdict is one of those that are right. */
export const isRight = (verdict) => verdict === "fits" || verdict === "canBe";

/**
 * The outcome over some items: `score` of `maxScore` in points, and in words how many of the
 * `total` checked answers `fitted`; `again` names those worth another look. The best try counts.
 * With `all`, what was not answered counts too.
 */
export function outcomeOf(items, responses, all = false) {
  const outcome = { score: 0, maxScore: 0, fitted: 0, total: 0, again: [] };
  for (const item of items) {
    for (const interaction of item.interactions) {
      outcome.maxScore += interaction.max;
      const best = responses[item.id]?.answers[interaction.id]?.best ?? (all && []);
      if (!best || !interaction.max) continue;
      const { points, verdict } = scoreResponse(interaction, best);
      outcome.score += points;
      outcome.total += 1;
      if (isRight(verdict)) outcome.fitted += 1;
      else outcome.again.push({ item, interaction });
    }
  }
  return outcome;
}

/** The better of two tries. */
export function betterOf(interaction, earlier, chosen) {
  if (!earlier) return chosen;
  const worth = (response) => scoreResponse(interaction, response).points;
  return worth(chosen) > worth(earlier) ? chosen : earlier;
}
