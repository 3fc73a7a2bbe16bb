// Registers <vv-quiz>; the class itself has no side effects.
import { QuizElement } from "./quiz-element.js";

if (!customElements.get("vv-quiz")) customElements.define("vv-quiz", QuizElement);
