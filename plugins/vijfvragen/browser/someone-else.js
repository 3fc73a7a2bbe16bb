// The question behind "Ben jij iemand anders?": loaded when it is asked.
import { button, element } from "./dom.js";

/** Ask in `place` whether to start clean; `goBack` puts there what was there before. */
export function askWhoYouAre(place, texts, { startClean, goBack }) {
  const question = element("p", "", texts.someoneElseAsk);
  question.tabIndex = -1;
  place.classList.add("vv-someone--asking");
  place.replaceChildren(
    question,
    button("vv-button", texts.someoneElseYes, startClean),
    button("vv-button vv-button--quiet", texts.someoneElseNo, goBack),
  );
  question.focus({ preventScroll: true });
  place.scrollIntoView({ block: "nearest" });
}
