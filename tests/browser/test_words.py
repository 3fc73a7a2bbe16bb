from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from fit import too_wide
from kinds import GLOSSARY, LESSON
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect
from speech import DUTCH, Listener
from states import PHONE

SMALL: ViewportSize = {"width": 320, "height": 640}
WORD, MEANING = "privé", "privé: alleen voor jou, of voor een paar mensen die jij kiest"
PLACE = "found => [found.getBoundingClientRect().top + scrollY, found.getBoundingClientRect().left]"


@pytest.fixture
def lesson(page: Page, site_url: str) -> Page:
    """A lesson on a phone."""
    page.set_viewport_size(PHONE)
    page.goto(site_url + LESSON)
    expect(word(page)).to_be_visible()
    return page


def word(page: Page, name: str = WORD) -> Locator:
    """A word that can be opened."""
    return page.get_by_role("button", name=name, exact=True)


def meaning(page: Page) -> Locator:
    """What the word means, where it stands."""
    return page.get_by_text(MEANING, exact=True)


def is_open(page: Page) -> None:
    """The meaning is there, and the word says so and names it."""
    expect(word(page)).to_have_attribute("aria-expanded", "true")
    expect(meaning(page)).to_be_visible()
    expect(meaning(page)).to_have_id(word(page).get_attribute("aria-controls") or "none")


def is_closed(page: Page) -> None:
    """The meaning is not there, and the word says so."""
    expect(word(page)).to_have_attribute("aria-expanded", "false")
    expect(meaning(page)).to_be_hidden()


def test_keyboard(lesson: Page) -> None:
    """Enter and Space open and close, Escape closes; the focus stays on the word."""
    at, url = word(lesson).evaluate(PLACE), lesson.url
    is_closed(lesson)
    for opens, closes in (("Enter", "Enter"), ("Space", "Space"), ("Enter", "Escape")):
        word(lesson).press(opens)
        is_open(lesson)
        word(lesson).press(closes)
        is_closed(lesson)
        expect(word(lesson)).to_be_focused()
    assert at == word(lesson).evaluate(PLACE), "the word stays where it was"
    assert url == lesson.url


def test_touch(new_context: Callable[..., BrowserContext], site_url: str) -> None:
    """A tap opens below the word what it means; all that is open fits a small screen."""
    page = new_context(has_touch=True).new_page()
    page.set_viewport_size(SMALL)
    page.goto(site_url + LESSON)
    for found in page.locator(".vv-term").all():
        found.tap()
        expect(found).to_have_attribute("aria-expanded", "true")
    is_open(page)
    expect(meaning(page)).to_have_css("font-style", "normal")
    line, box = word(page).bounding_box(), meaning(page).bounding_box()
    assert line
    assert box
    assert 0 <= box["y"] - line["y"] <= 60
    assert [] == too_wide(page)
    word(page).tap()
    is_closed(page)


def test_axe(lesson: Page) -> None:
    """Axe finds nothing where words are open, light and dark."""
    for name in (WORD, "toestemming"):
        word(lesson, name).click()
    is_open(lesson)
    for scheme in ("light", "dark"):
        lesson.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert [] == Axe().run(lesson, ".vv-lesson").response["violations"]


def test_print(lesson: Page) -> None:
    """On paper a word looks like the others, and no meaning stands in the text."""
    word(lesson).click()
    lesson.emulate_media(media="print")
    expect(meaning(lesson)).to_be_hidden()
    expect(word(lesson)).to_have_css("text-decoration-line", "none")


def test_read_aloud(page: Page, site_url: str) -> None:
    """A word breaks no sentence, and what it means is read behind the text it stands in."""
    listener = Listener(page, DUTCH)
    page.goto(site_url + LESSON)
    sentences = ["Een ander houdt het liever privé.", "Denk daaraan voordat je iets deelt."]
    word(page).click()
    is_open(page)
    said = listener.hear_all()
    start = said.index(sentences[0])
    assert [*sentences, MEANING] == said[start : start + 3]


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script(page: Page, site_url: str) -> None:
    """Without a script a word leads to its place among all words, and from there to its lesson."""
    page.goto(site_url + LESSON)
    page.get_by_role("link", name=WORD, exact=True).click()
    expect(page).to_have_url(f"{site_url}{GLOSSARY}#prive")
    entry = page.locator("#prive")
    expect(entry).to_be_in_viewport()
    expect(entry).to_contain_text("alleen voor jou")
    entry.get_by_role("link", name="Jouw foto, mijn foto").click()
    expect(page).to_have_url(site_url + LESSON)
