"""What a screen reader is told, as golden files; with `RENEW_GOLDEN=1` this renews them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from case_files import some_in_make_test
from playwright.sync_api import Locator, Page
from student import Student, come_back

GOLDEN = Path(__file__).parent / "golden"

STATES = {
    "feedback": "sticker/helpend",
    "message": "sticker/read",
    "rewrite": "sticker/herschrijf",
    "result": "result",
}


def golden(place: Locator, name: str) -> tuple[str, str]:
    """What a screen reader should be told of a place, and what it is told."""
    told = place.aria_snapshot() + "\n"
    file = GOLDEN / f"{name}.yml"
    if os.environ.get("RENEW_GOLDEN"):
        file.write_text(told, encoding="utf-8")
    return file.read_text(encoding="utf-8"), told


@pytest.mark.parametrize("state", some_in_make_test(STATES))
def test_quiz(finished_page: Page, state: str) -> None:
    """A screen reader is told each step of the quiz in an order that makes sense."""
    student = come_back(finished_page, STATES[state])
    if state == "rewrite":
        student.press("Bekijk een voorbeeld")
    wanted, told = golden(finished_page.locator("vv-quiz"), f"quiz-{state}")
    assert wanted == told


def test_quiz_begins(quiz_page: Page) -> None:
    """A screen reader is told before the quiz what comes, and how to begin."""
    assert Student(quiz_page).button("Begin").is_visible()
    wanted, told = golden(quiz_page.locator("vv-quiz"), "quiz-begins")
    assert wanted == told


def test_home(page: Page, site_url: str) -> None:
    """A screen reader is told on the home page what it is about, and which doors there are."""
    page.goto(site_url)
    wanted, told = golden(page.get_by_role("main").get_by_role("article"), "home")
    assert wanted == told
