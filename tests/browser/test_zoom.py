from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from case_files import some_in_make_test
from fit import too_wide, unreadable
from kinds import LESSON
from playwright.sync_api import Browser, BrowserType, Locator, Page, ViewportSize, expect
from states import PHONE, every_kind, every_state, wrong_in
from student import QUIZ, Student, screens
from walk import PREPARE, wrong_on_the_way
from watch import Watch

TWICE: ViewportSize = {"width": 640, "height": 400}
"""What a window of 1280 by 800 holds at 200 %."""
FOUR_TIMES: ViewportSize = {"width": 320, "height": 640}
SMALLEST: ViewportSize = {"width": 320, "height": 400}
SIZES = (TWICE, FOUR_TIMES, SMALLEST)

pytestmark = pytest.mark.browser_context_args(device_scale_factor=2)


def too_wide_at_any_size(page: Page) -> list[str]:
    """What stands outside the window where a page scrolls sideways, at every size."""
    found = []
    for size in SIZES:
        page.set_viewport_size(size)
        found += too_wide(page)
    return found


@pytest.mark.everything
def test_pages(page: Page, site_url: str, watch: Watch) -> None:
    """Enlarged to 200 % and to 400 % no kind of page scrolls sideways."""
    found = {kind: too_wide_at_any_size(page) for kind in every_kind(page, site_url, watch)}
    assert {} == wrong_in(found)


@pytest.mark.everything
def test_quiz_states(finished_page: Page) -> None:
    """Enlarged to 200 % and to 400 % no state of the quiz scrolls sideways."""
    found = {state: too_wide_at_any_size(finished_page) for state in every_state(finished_page)}
    assert {} == wrong_in(found)


UNCOVERED = """
    () => {
        const found = document.activeElement;
        return !(walk.inWindow(found) && walk.covered(found));
    }
"""


def is_seen(control: Locator) -> None:
    """What has the focus is in the window, and the header is not over it."""
    expect(control).to_be_focused()
    expect(control).to_be_in_viewport()
    assert control.page.evaluate(UNCOVERED), control


@pytest.mark.browser_context_args(viewport=SMALLEST)
def test_quiz_by_keyboard(quiz_page: Page) -> None:
    """In the smallest window the quiz is done by keyboard, and each control is seen when used."""
    quiz_page.evaluate(PREPARE, False)  # noqa: FBT003 - the way forth
    student = Student(quiz_page)
    student.button("Begin").focus()
    is_seen(student.button("Begin"))
    quiz_page.keyboard.press("Enter")
    for screen in screens()[:5]:
        expect(student.place(screen)).to_be_in_viewport()
        if screen.kind == "choice":
            for label in screen.best:
                answer = student.answer(screen, label)
                answer.focus()
                quiz_page.keyboard.press("Space")
                is_seen(answer)
            student.button("Kijk na").focus()
            is_seen(student.button("Kijk na"))
            quiz_page.keyboard.press("Enter")
            # Long feedback comes first; the way on stands below it, further down.
            expect(student.feedback(screen)).to_be_in_viewport()
            assert quiz_page.evaluate(UNCOVERED)
        else:
            student.button("Verder").focus()
            is_seen(student.button("Verder"))
        expect(student.button("Verder")).to_be_focused()
        quiz_page.keyboard.press("Enter")


@pytest.mark.parametrize("key", some_in_make_test(["Tab", "Shift+Tab"], 1))
@pytest.mark.browser_context_args(viewport=SMALLEST)
def test_walk(page: Page, site_url: str, key: str) -> None:
    """In the smallest window the header covers nothing on a way through a page, forth or back."""
    page.goto(site_url + LESSON)
    assert [] == wrong_on_the_way(page, key)


@pytest.mark.everything
@pytest.mark.browser_context_args(viewport=SMALLEST)
def test_every_walk(page: Page, site_url: str, watch: Watch) -> None:
    """In the smallest window everything on a page of each kind is reached and seen."""
    found = {kind: wrong_on_the_way(page) for kind in every_kind(page, site_url, watch)}
    assert {} == wrong_in(found)


@pytest.fixture(scope="module")
def large_text_browser(
    browser_type_launch_args: dict[str, Any], browser_type: BrowserType
) -> Iterator[Browser]:
    """A browser whose letters were set twice as large."""
    arguments = [*browser_type_launch_args["args"], "--blink-settings=defaultFontSize=32"]
    browser = browser_type.launch(**browser_type_launch_args | {"args": arguments})
    yield browser
    browser.close()


@pytest.fixture
def large_text_page(
    large_text_browser: Browser, browser_context_args: dict[str, Any], finished: Any, watch: Watch
) -> Iterator[Page]:
    """A phone with letters twice as large, of somebody who finished the quiz."""
    options = browser_context_args | {"viewport": PHONE, "storage_state": finished}
    context = watch.over(large_text_browser.new_context(**options))
    yield context.new_page()
    context.close()


@pytest.mark.everything
def test_large_text(large_text_page: Page, site_url: str, watch: Watch) -> None:
    """With letters twice as large no kind of page is cut off, overlaps or scrolls sideways."""
    large_text_page.goto(site_url)
    size = large_text_page.locator("body").evaluate(
        "found => getComputedStyle(found.ownerDocument.documentElement).fontSize"
    )
    assert "40px" == size
    found = {
        kind: unreadable(large_text_page) for kind in every_kind(large_text_page, site_url, watch)
    }
    assert {} == wrong_in(found)


@pytest.mark.everything
def test_large_text_in_the_quiz(large_text_page: Page, site_url: str) -> None:
    """With letters twice as large no state of the quiz is cut off, overlaps or scrolls sideways."""
    large_text_page.goto(site_url + QUIZ)
    found = {state: unreadable(large_text_page) for state in every_state(large_text_page)}
    assert {} == wrong_in(found)


SPACED = """
    () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`
            * {
                line-height: 1.5 !important; letter-spacing: .12em !important;
                word-spacing: .16em !important;
            }
            p { margin-bottom: 2em !important; }
        `);
        document.adoptedStyleSheets = [sheet];
    }
"""


def spaced(page: Page) -> list[str]:
    """What cannot be read with the spacing that WCAG 1.4.12 asks for."""
    page.evaluate(SPACED)
    return unreadable(page)


@pytest.mark.everything
@pytest.mark.browser_context_args(viewport=PHONE)
def test_text_spacing(page: Page, site_url: str, watch: Watch) -> None:
    """With wide spacing no kind of page is cut off, overlaps or scrolls sideways."""
    found = {kind: spaced(page) for kind in every_kind(page, site_url, watch)}
    assert {} == wrong_in(found)


@pytest.mark.everything
def test_text_spacing_in_the_quiz(finished_page: Page) -> None:
    """With wide spacing no state of the quiz is cut off, overlaps or scrolls sideways."""
    finished_page.set_viewport_size(PHONE)
    found = {state: spaced(finished_page) for state in every_state(finished_page)}
    assert {} == wrong_in(found)
