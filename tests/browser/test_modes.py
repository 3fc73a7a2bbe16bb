from __future__ import annotations

import json
from typing import Any

import pytest
from case_files import some_in_make_test
from keys import Keyboard
from playwright.sync_api import Page, expect
from states import PHONE
from student import ALLES, Screen, Student, screens
from test_access import violations

PART = screens(quiz=ALLES)
SCORED = [screen for screen in PART if screen.scored]
FIRST, SECOND = SCORED[:2]
KEY = f"/.vv1.quiz.{ALLES.id}"
AS_TEST = "Doe het als toets"
HAND_IN = "Lever je in?"


@pytest.fixture
def student(types_page: Page) -> Student:
    """Somebody before the quiz with every type."""
    return Student(types_page, quiz=ALLES)


def heading(page: Page, name: str) -> Any:
    """The heading of an end."""
    return page.get_by_role("heading", name=name, exact=True)


def does_test(student: Student, answered: list[Screen]) -> None:
    """Do it as a test: some screens are answered, all are passed, up to handing in."""
    student.press(AS_TEST)
    for screen in PART:
        expect(student.place(screen)).to_be_visible()
        if screen in answered:
            student.choose(screen, screen.best)
        student.press("Klaar" if screen is PART[-1] else "Verder")
    expect(heading(student.page, HAND_IN)).to_be_visible()


def test_nothing_is_told_before_handing_in(student: Student) -> None:
    """In a test there is no "Kijk na", no feedback and no hint; afterwards all of it is told."""
    page = student.page
    student.press(AS_TEST)
    expect(page.get_by_text("Toets · Vraag 1 van")).to_be_visible()
    for screen in PART:
        expect(student.place(screen)).to_be_visible()
        expect(student.button("Kijk na")).to_be_hidden()
        expect(page.locator(".vv-hints").locator("visible=true")).to_have_count(0)
        if screen.scored:
            student.choose(screen, screen.best)
            expect(student.feedback(screen)).to_be_empty()
        student.press("Klaar" if screen is PART[-1] else "Verder")
    expect(page.get_by_text("Je hebt alles beantwoord.")).to_be_visible()
    student.press("Lever in")
    expect(page.get_by_text("Al je antwoorden passen.")).to_be_visible()
    expect(student.button("Nog meer oefenen")).to_be_visible()


@pytest.mark.everything
def test_unanswered(student: Student) -> None:
    """What is unanswered is listed before handing in, and leads there and back."""
    page = student.page
    does_test(student, SCORED[1:])
    expect(page.get_by_text("Deze heb je nog niet beantwoord:")).to_be_visible()
    lines = page.locator(".vv-result__again").get_by_role("button")
    expect(lines).to_have_count(1)
    lines.first.click()
    student.choose(FIRST, FIRST.best)
    student.press("Naar inleveren")
    expect(page.get_by_text("Je hebt alles beantwoord.")).to_be_visible()


def test_handed_in_stays(student: Student) -> None:
    """After handing in, nothing changes any more: what was left out counts, also after a reload."""
    page = student.page
    does_test(student, SCORED[1:])
    student.press("Lever in")
    said = page.get_by_text(f"{len(SCORED) - 1} van je {len(SCORED)} antwoorden pasten.")
    expect(said).to_be_visible()
    page.reload()
    student.press("Bekijk je uitslag")
    expect(said).to_be_visible()
    page.locator(".vv-result__again").get_by_role("button").first.click()
    expect(student.feedback(FIRST)).to_contain_text("Hier koos je niets.")
    expect(student.feedback(FIRST)).not_to_contain_text("Je mag nog een keer kiezen")
    expect(student.answer(FIRST, FIRST.best[0])).to_be_disabled()
    student.press("Terug naar je uitslag")
    expect(said).to_be_visible()


def test_once_more(student: Student) -> None:
    """Once more after a test begins clean, with the choice between practice and test."""
    page = student.page
    does_test(student, [])
    student.press("Lever in")
    student.press("Nog een keer")
    expect(student.button(AS_TEST)).to_be_visible()
    expect(student.button("Begin")).to_be_focused()
    student.press("Begin")
    student.do(FIRST)
    expect(student.feedback(FIRST)).to_contain_text("Dat past.")
    assert json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY))["finished"]


@pytest.mark.everything
def test_goes_on_as_a_test(student: Student) -> None:
    """A reload in the middle, or before handing in, goes on with the test where it was."""
    page = student.page
    student.press(AS_TEST)
    student.choose(FIRST, FIRST.best)
    page.reload()
    student.resume()
    expect(student.answer(FIRST, FIRST.best[0])).to_be_checked()
    expect(student.button("Kijk na")).to_be_hidden()
    expect(student.feedback(FIRST)).to_be_empty()
    for screen in PART:
        student.press("Klaar" if screen is PART[-1] else "Verder")
    page.reload()
    student.resume()
    expect(heading(page, HAND_IN)).to_be_visible()
    student.press("Terug")
    expect(student.place(PART[-1])).to_be_visible()


def test_practice_after_a_test(student: Student) -> None:
    """More practice is never a test."""
    does_test(student, [])
    student.press("Lever in")
    student.press("Nog meer oefenen")
    screen = screens("more_practice", ALLES)[0]
    student.do(screen)
    expect(student.feedback(screen)).to_contain_text("Dat past.")


def test_by_keyboard(student: Student) -> None:
    """A test can be begun, done and handed in by keyboard alone."""
    page = student.page
    keyboard = Keyboard(page)
    keyboard.tab_to(student.button(AS_TEST))
    page.keyboard.press("Enter")
    for screen in PART:
        expect(student.place(screen)).to_be_visible()
        keyboard.tab_to(student.button("Klaar" if screen is PART[-1] else "Verder"))
        page.keyboard.press("Enter")
    expect(heading(page, HAND_IN).locator("..")).to_be_focused()
    keyboard.tab_to(page.locator(".vv-result__again").get_by_role("button").first)
    keyboard.tab_to(student.button("Lever in"))
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"0 van je {len(SCORED)} antwoorden pasten.")).to_be_visible()


DAMAGED = {
    "no mode": {"test": "yes", "handedIn": 1},
    "handed in without a test": {"handedIn": True},
    "a test at a screen that is gone": {"test": True, "at": "weg/kies"},
    "handed in at a screen that is gone": {"test": True, "handedIn": True, "at": "weg/kies"},
}


@pytest.mark.parametrize("damage", some_in_make_test(DAMAGED, 1))
def test_damaged_mode(student: Student, damage: str) -> None:
    """Marks in storage that make no sense never stop the quiz."""
    page = student.page
    student.press("Begin")
    student.do(FIRST)
    attempt = json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY)) | DAMAGED[damage]
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(attempt)])
    page.reload()
    student.button("Begin").or_(student.button("Verder waar je was")).click()
    expect(student.place(PART[0]).or_(student.place(SECOND)).first).to_be_visible()


@pytest.mark.everything
def test_access(student: Student) -> None:
    """On a phone axe finds nothing at handing in, at what was handed in, and at its result."""
    page = student.page
    page.set_viewport_size(PHONE)
    does_test(student, SCORED[2:])
    found = {"handing in": violations(page)}
    student.press("Lever in")
    expect(heading(page, "Klaar!")).to_be_visible()
    found["result"] = violations(page)
    page.locator(".vv-result__again").get_by_role("button").first.click()
    found["locked"] = violations(page)
    assert {} == {state: wrong for state, wrong in found.items() if wrong}
