// The question behind "Ben jij iemand anders?", and starting clean: loaded when it is asked.
import { newAttempt } from "./attempts.js";
import { button, element } from "./dom.js";
import { erase } from "./storage.js";

/** Ask at a player whether to start clean. */
export function askWhoYouAre(player) {
  const { someone: place, texts } = player;
  const question = element("p", "", texts.someoneElseAsk);
  question.tabIndex = -1;
  place.classList.add("vv-someone--asking");
  place.replaceChildren(
    question,
    button("vv-button", texts.someoneElseYes, () => startClean(player)),
    button("vv-button vv-button--quiet", texts.someoneElseNo, () => {
      player.offerToStartClean();
      place.querySelector("button").focus();
    }),
  );
  question.focus({ preventScroll: true });
  place.scrollIntoView({ block: "nearest" });
}

/** Another child: nothing of any quiz stays on this device, nor what was typed. */
function startClean(player) {
  const { work } = player;
  work.attempt = newAttempt(work.key);
  work.restart();
  erase(({ owner, whose }) => owner === "vijfvragen" && whose === "child");
  player.cameFrom = null;
  player.answers?.fillIn();
  player.showIntro();
  player.controls.primary.focus();
}
