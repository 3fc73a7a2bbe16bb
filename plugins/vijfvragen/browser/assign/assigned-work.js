// A child's work on one quiz of an assignment: kept by class numbers, with the first answers too.
import { loadAttempt } from "../attempts.js";
import { betterOf } from "../scoring.js";
import { BASE, write } from "../storage.js";
import { Work } from "../work.js";

export class AssignedWork extends Work {
  /** With the names of what is kept, as a turn gives them; `test` is what the assignment says. */
  constructor(key, name, textName, test) {
    super(key, name, textName);
    this.test = test;
    /** Whether the browser has all of it; what it does not keep stands only here. */
    this.written = true;
    this.refresh();
  }

  /** Take over what another tab kept, before anything is changed: so that tabs add, and never undo. */
  refresh() {
    if (this.written) this.attempt = loadAttempt(this.key, this.name);
    if (this.test) this.attempt.test = true;
    else for (const mark of ["test", "handedIn"]) delete this.attempt[mark];
  }

  get at() {
    return super.at;
  }

  set at(id) {
    this.refresh();
    super.at = id;
  }

  choose(item, interaction, chosen) {
    this.refresh();
    if (!this.handedIn) super.choose(item, interaction, chosen);
  }

  /** The first answer that was checked stays, whatever comes after. */
  check(item, interaction, best) {
    this.refresh();
    if (this.handedIn) return;
    const { chosen, first = chosen, ...rest } = this.answer(item, interaction);
    const better = betterOf(interaction, rest.best, best);
    this.put(item, interaction, { ...rest, chosen, first, best: better, checked: true });
  }

  handIn() {
    this.refresh();
    this.attempt.finished = true;
    super.handIn();
  }

  finish() {
    this.refresh();
    super.finish();
  }

  /** Practise once more: what was chosen is open again, the first answers and the best ones stay. */
  restart() {
    this.refresh();
    const { responses } = this.attempt;
    super.restart(this.test);
    for (const [id, { edition, answers }] of Object.entries(responses)) {
      const open = Object.entries(answers).map(([name, answer]) => [name, { ...answer, chosen: [], checked: false }]);
      this.responses[id] = { edition, answers: Object.fromEntries(open) };
    }
    this.save();
  }

  /** Whether another tab changed it, or erased everything: then it is shown anew. */
  isErasedBy(event) {
    return event.key === null || event.key === `${BASE}.${this.name}`;
  }

  save() {
    this.written = write(this.name, this.attempt);
    this.kept = this.written;
  }
}
