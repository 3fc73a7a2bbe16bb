"""Sizes of a window, and the states of the quiz that several tests go through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kinds import EXPECTED_404, KINDS
from playwright.sync_api import Page, ViewportSize, expect
from student import QUIZ_KEY, come_back, screens
from watch import Watch

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}

BACK_AT = {
    "message": "sticker/read",
    "feedback": "sticker/helpend",
    "several right": "vijf-vragen/kies",
    "decision": "sticker/besluit",
    "talk": "sticker/talk",
    "open question": "heel-klein/kant",
    "rewrite": "sticker/herschrijf",
    "result": "result",
}
"""Where somebody who finished comes back, by what there is to see."""

TWO_LEFT = """
    (key) => {
        const attempt = JSON.parse(localStorage.getItem(key));
        for (const name of ["helpend", "aardig"]) {
            attempt.responses.sticker.answers[name].best = ["ja"];
        }
        localStorage.setItem(key, JSON.stringify(attempt));
    }
"""


def every_kind(page: Page, site_url: str, watch: Watch) -> Iterator[str]:
    """Open a page of each kind in turn."""
    watch.allow(EXPECTED_404)
    for kind, path in KINDS.items():
        page.goto(site_url + path)
        yield kind


def every_state(page: Page) -> Iterator[str]:
    """Bring the quiz of somebody who finished to each state in turn."""
    for state, at in BACK_AT.items():
        student = come_back(page, at)
        if state == "rewrite":
            student.press("Bekijk een voorbeeld")
        yield state
    page.evaluate(TWO_LEFT, QUIZ_KEY)
    student = come_back(page, "result")
    yield "result, look again"
    student.press("Nog een keer")
    yield "question"
    student.press("Kijk na")
    yield "nothing chosen"
    student.do(screens()[0], screens()[0].worst)
    yield "look again"
    page.reload()
    yield "coming back"
    student.press("Ben jij iemand anders?")
    expect(page.get_by_role("button", name="Ja, begin opnieuw")).to_be_visible()
    yield "someone else"


def wrong_in(found: dict[str, Any]) -> dict[str, Any]:
    """Only where something was found."""
    return {place: wrong for place, wrong in found.items() if wrong}
