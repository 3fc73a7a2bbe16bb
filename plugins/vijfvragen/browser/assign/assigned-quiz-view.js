// A quiz being done within an assignment; it is fetched once, and kept for as long as the page is.
import "../quiz.js";
import { loadQuiz } from "./assigned-quiz.js";

export class QuizView {
  constructor(page, section) {
    this.page = page;
    this.section = section;
    this.find = (name) => section.querySelector(`[data-${name}]`);
    this.place = this.find("place");
    this.find("back").addEventListener("click", () => page.goBack());
    this.find("again").addEventListener("click", () => this.show({ quiz: this.quiz }));
  }

  async show({ quiz }) {
    this.leave();
    this.quiz = quiz;
    this.find("loading").hidden = false;
    const loaded = await this.load(quiz).catch(() => null);
    if (this.quiz !== quiz) return; // something else is shown by now
    this.find("loading").hidden = true;
    if (loaded) this.put(loaded);
    else this.fail(quiz);
  }

  /** The quiz of a page and its key, for this assignment. */
  async load(quiz) {
    const { assignment, loaded, texts } = this.page;
    const name = `${assignment.fragment}/${quiz.id}`;
    if (!loaded.has(name)) {
      const own = { ...texts.quiz, ...(assignment.test ? texts.quizTest : texts.quizPractice) };
      loaded.set(name, await loadQuiz(quiz.href, assignment, own));
    }
    return loaded.get(name);
  }

  put({ quiz }) {
    const { page } = this;
    const { turn } = page;
    const shown = quiz.cloneNode(true);
    shown.workFor = (key) => turn.workFor(key);
    shown.onward = { label: page.texts.onward, go: () => page.goBack() };
    this.place.replaceChildren(shown);
    shown.player.go(); // the button that led here was the beginning
  }

  fail({ href }) {
    const failed = this.find("failed");
    failed.hidden = false;
    failed.querySelector("a").href = href;
    failed.querySelector("button").focus();
  }

  leave() {
    this.quiz = null;
    this.place.replaceChildren();
    this.find("failed").hidden = true;
    this.find("loading").hidden = true;
  }
}
