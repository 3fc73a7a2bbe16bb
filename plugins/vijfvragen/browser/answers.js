// What a child answers, and what is said of it: loaded when a quiz begins.
import { betterOf } from "./scoring.js";

/** The answers to a player's screens, with the kinds of interaction that this quiz has. */
export async function loadAnswers(player) {
  const names = new Set(player.screens.map(({ interaction }) => interaction?.kind).filter(Boolean));
  const load = async (name) => [name, (await import(`./interactions/${name}.js`))[name]];
  return new Answers(player, Object.fromEntries(await Promise.all([...names].map(load))));
}

class Answers {
  constructor(player, kinds) {
    this.work = player.work;
    this.texts = player.texts;
    this.kinds = kinds;
    this.screens = player.screens.filter(({ interaction }) => interaction);
    for (const screen of this.screens) {
      const changed = () => player.choose();
      this.kind(screen).prepare(screen.step, screen.interaction, this.texts, changed);
    }
    this.fillIn();
  }

  kind = ({ interaction }) => this.kinds[interaction.kind];

  /** What was chosen or typed at a screen. */
  given({ item, interaction }) {
    if (interaction.kind === "text") return this.work.text(item, interaction);
    return this.work.answer(item, interaction).chosen;
  }

  /** Screens with something to get right that have no answer yet. */
  unanswered() {
    return this.screens.filter((screen) => screen.interaction.max && !this.given(screen).length);
  }

  /** Put what was kept back into the form. */
  fillIn() {
    for (const screen of this.screens) {
      delete screen.step.dataset.checked;
      this.kind(screen).fill(screen.step, this.given(screen), screen.interaction, this.texts);
    }
  }

  choose(screen) {
    this.work.choose(screen.item, screen.interaction, this.kind(screen).take(screen.step));
  }

  type(screen) {
    this.work.type(screen.item, screen.interaction, this.kind(screen).take(screen.step));
  }

  /** Have a screen checked; false where nothing was chosen. */
  check(screen) {
    if (screen.interaction.kind === "text") {
      screen.step.dataset.checked = "true";
      return true;
    }
    this.choose(screen); // an order may be right as it was found
    return this.keep(screen);
  }

  /** The end of a test: what was answered is checked, and stays as it is. */
  handIn(items) {
    for (const screen of this.screens) {
      if (items.includes(screen.item) && screen.interaction.kind !== "text") this.keep(screen);
    }
    this.work.handIn();
  }

  keep({ item, interaction }) {
    const { chosen, best } = this.work.answer(item, interaction);
    if (!chosen.length) return false;
    this.work.check(item, interaction, betterOf(interaction, best, chosen));
    return true;
  }

  /** Show what is said at a screen now: nothing before it was checked, nor in a test. */
  show(screen, { inTest, isLocked }) {
    const { interaction, item, step, feedback } = screen;
    const kind = this.kind(screen);
    const locked = isLocked(screen);
    step.disabled = locked;
    kind.unsay?.(step);
    const checked = step.dataset.checked ?? this.work.answer(item, interaction).checked;
    const told = !inTest(screen) && (checked || locked);
    const texts = locked ? { ...this.texts, again: "" } : this.texts;
    feedback.replaceChildren(...(told ? kind.feedback(step, interaction, this.given(screen), texts) : []));
  }
}
