"""A stand-in for the device's voices: it says nothing, and remembers what it was asked to say."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

FAKE = """
    (voices) => {
        class Utterance {
            constructor(text) { this.text = text; }
        }
        const speech = new EventTarget();
        const fake = {voices, said: [], now: null};
        const over = () => {
            const was = fake.now;
            fake.now = null;
            was?.onend?.();
        };
        Object.assign(speech, {
            getVoices: () => fake.voices,
            speak(utterance) {
                if (fake.now) throw new Error("two sentences at once");
                fake.now = utterance;
                const {text, voice, lang, rate} = utterance;
                fake.said.push({text, voice: voice.name, lang, rate});
                sessionStorage.setItem("talking", "yes");
            },
            // As some browsers do: what is broken off tells, later, that it is over.
            cancel() {
                const was = fake.now;
                fake.now = null;
                sessionStorage.setItem("talking", "no");
                queueMicrotask(() => was?.onend?.());
            },
            pause() { throw new Error("pause does not work everywhere"); },
            resume() { throw new Error("resume does not work everywhere"); },
        });
        fake.end = over;
        fake.fail = (error) => {
            const was = fake.now;
            fake.now = null;
            was.onerror({error});
        };
        fake.come = (late) => {
            fake.voices = late;
            speech.dispatchEvent(new Event("voiceschanged"));
        };
        window.fake = fake;
        Object.defineProperty(window, "speechSynthesis", {value: speech});
        window.SpeechSynthesisUtterance = Utterance;
    }
"""
NO_SPEECH = "Object.defineProperty(window, 'speechSynthesis', {value: undefined})"
NO_HIGHLIGHTS = "delete window.Highlight"
MARKED = """
    () => window.Highlight
        ? [...CSS.highlights.get("vv-read") ?? []].map((range) => range.toString()).join()
        : [...document.querySelectorAll(".vv-read")].map((found) => found.textContent).join()
"""


def voice(name: str, lang: str, *, local: bool = True) -> dict[str, Any]:
    """A voice as a browser lists it."""
    return {"name": name, "lang": lang, "localService": local, "default": False}


DUTCH = voice("Fenna", "nl-NL")


class Listener:
    """Somebody who has a page read aloud."""

    def __init__(self, page: Page, *voices: dict[str, Any]) -> None:
        self.page = page
        page.add_init_script(f"({FAKE})({json.dumps(voices)})")

    def button(self, name: str) -> Locator:
        """A button of the tools."""
        return self.page.locator("vv-reading").get_by_role("button", name=name, exact=True)

    def begin(self) -> None:
        """Press “Lees voor”, and wait until it speaks."""
        self.button("Lees voor").click()
        expect(self.button("Pauze")).to_be_visible()

    @property
    def said(self) -> list[str]:
        """Every sentence so far."""
        return [utterance["text"] for utterance in self.utterances]

    @property
    def utterances(self) -> list[dict[str, Any]]:
        """What was asked of the voice so far."""
        return list(self.page.evaluate("() => fake.said"))

    @property
    def talks(self) -> bool:
        """Whether a sentence is being said."""
        return bool(self.page.evaluate("() => fake.now !== null"))

    @property
    def marked(self) -> str:
        """What is marked as being read."""
        return str(self.page.evaluate(MARKED))

    def hear(self, sentences: int = 1) -> None:
        """Let so many sentences come to their end."""
        for _ in range(sentences):
            self.page.evaluate("() => fake.end()")

    def hear_all(self) -> list[str]:
        """Everything, from the beginning to the end."""
        self.begin()
        before = len(self.said) - 1
        while self.talks:
            self.hear()
        expect(self.button("Lees voor")).to_be_visible()
        return self.said[before:]
