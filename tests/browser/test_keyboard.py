from __future__ import annotations

import re

import pytest
from case_files import some_in_make_test
from kinds import CHILDREN, KINDS, LESSON
from playwright.sync_api import FloatRect, Locator, Page, ViewportSize, expect
from states import DESKTOP, PHONE, every_kind, every_state, wrong_in
from student import QUIZ, Student, come_back
from walk import name_of_focus, stops, wrong_at, wrong_on_the_way
from watch import Watch

SIZES = pytest.mark.parametrize(
    "size", some_in_make_test([PHONE, DESKTOP], 1), ids=["phone", "desktop"]
)
FOCUS = "() => document.activeElement.outerHTML.slice(0, 100)"
IN_MENU = "() => Boolean(document.activeElement.closest('.md-nav--primary'))"
IN_WINDOW = """
    () => {
        const {left, right, top} = document.activeElement.getBoundingClientRect();
        const inside = left >= 0 && right <= innerWidth && top >= 0;
        return inside && document.activeElement !== document.body;
    }
"""
IN_HEADER = "() => Boolean(document.activeElement.closest('header, .md-tabs'))"
LETTERS = ("s", "f", "/", "n", "p", ",", ".")


@SIZES
@pytest.mark.parametrize("kind", some_in_make_test(["lesson", "quiz", "home"]))
def test_walk(page: Page, site_url: str, kind: str, size: ViewportSize) -> None:
    """With Tab alone everything is reached, seen, in the window and named, and the walk ends."""
    page.set_viewport_size(size)
    page.goto(site_url + CHILDREN[kind])
    assert [] == wrong_on_the_way(page)


@pytest.mark.everything
@SIZES
def test_every_walk(page: Page, site_url: str, watch: Watch, size: ViewportSize) -> None:
    """On a page of each kind Tab reaches everything, seen, in the window and named, and ends."""
    page.set_viewport_size(size)
    found = {kind: wrong_on_the_way(page) for kind in every_kind(page, site_url, watch)}
    assert {} == wrong_in(found)


@pytest.mark.everything
@SIZES
def test_every_walk_back(page: Page, site_url: str, watch: Watch, size: ViewportSize) -> None:
    """Shift+Tab goes the same way back, and the header covers nothing that has the focus."""
    page.set_viewport_size(size)
    found = {
        kind: wrong_on_the_way(page, "Shift+Tab") for kind in every_kind(page, site_url, watch)
    }
    assert {} == wrong_in(found)


@pytest.mark.everything
@SIZES
def test_walk_in_the_quiz(finished_page: Page, size: ViewportSize) -> None:
    """In each state of the quiz Tab reaches everything, seen, in the window and named."""
    finished_page.set_viewport_size(size)
    found = {state: wrong_on_the_way(finished_page) for state in every_state(finished_page)}
    assert {} == wrong_in(found)


@pytest.mark.everything
@SIZES
def test_focus_is_drawn(page: Page, site_url: str, watch: Watch, size: ViewportSize) -> None:
    """On a page of each kind the place of what has the focus is drawn otherwise than without."""
    page.set_viewport_size(size)
    found = {
        kind: [stop["what"] for stop in stops(page) if not drawn(page, stop["box"])]
        for kind in every_kind(page, site_url, watch)
    }
    assert {} == wrong_in(found)


def drawn(page: Page, box: FloatRect) -> bool:
    """Whether the focus changes the picture of what has it."""
    focused = page.screenshot(clip=box, caret="initial")
    page.evaluate("() => { window.had = document.activeElement; had.blur(); }")
    without = page.screenshot(clip=box, caret="initial")
    page.evaluate("() => had.focus({preventScroll: true, focusVisible: true})")
    return focused != without


@pytest.mark.parametrize("kind", some_in_make_test(["quiz", "home", "protocol"], 1))
def test_skip_link(page: Page, site_url: str, kind: str) -> None:
    """The first stop is the skip link, and it leads into the content."""
    page.goto(site_url + KINDS[kind])
    skip_to_content(page)


@pytest.mark.everything
def test_every_skip_link(page: Page, site_url: str, watch: Watch) -> None:
    """On a page of each kind the first stop is the skip link, and it leads into the content."""
    for _ in every_kind(page, site_url, watch):
        skip_to_content(page)


def skip_to_content(page: Page) -> None:
    """Skip what stands on every page."""
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Ga naar inhoud", exact=True)
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#vv-content")).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.evaluate(IN_HEADER), page.evaluate(FOCUS)


def test_skip_link_on_a_phone(page: Page, site_url: str) -> None:
    """On a phone the skip link is the first stop too, and leads into the content."""
    page.set_viewport_size(PHONE)
    page.goto(site_url + LESSON)
    wanted = [
        page.get_by_role("link", name="Ga naar inhoud", exact=True),
        page.get_by_role("button", name="Menu", exact=True),
    ]
    for stop in wanted:
        page.keyboard.press("Tab")
        expect(stop).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Lees voor", exact=True)).to_be_focused()


def test_wide_screens_need_no_openers(page: Page, site_url: str) -> None:
    """Where the theme shows menu and search themselves, there is no button to open them."""
    page.goto(site_url + LESSON)
    expect(page.get_by_role("textbox", name="Zoeken")).to_be_visible()
    openers = page.get_by_role("button", name=re.compile("^(Menu|Zoeken)$"))
    expect(openers).to_have_count(0)
    page.set_viewport_size(PHONE)
    expect(openers).to_have_count(2)


def test_menu_by_keyboard(page: Page, site_url: str) -> None:
    """On a phone Space on "Menu" opens it; its links are seen, named and followed by keyboard."""
    page.set_viewport_size(PHONE)
    page.goto(site_url + LESSON)
    way = stops(page)
    next(way)
    next(way)
    expect(page.get_by_role("button", name="Menu", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    menu = page.get_by_role("navigation", name="Menu", exact=True)
    expect(menu.get_by_role("link", name="Groep 7–8", exact=True)).to_be_in_viewport()
    links = set(menu.get_by_role("link").all_inner_texts())
    session = page.context.new_cdp_session(page)
    reached, wrong = set(), []
    for stop in way:
        if page.evaluate(IN_MENU):
            wrong += wrong_at(stop, name_of_focus(session))
            reached.add(page.locator(":focus").inner_text())
    assert [] == wrong
    assert links == reached
    press_until(page, menu.get_by_role("link", name="Groep 7–8", exact=True))
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}leerlingen/groep-7-8/")


@pytest.mark.parametrize("name", some_in_make_test(["Menu", "Zoeken"], 1))
def test_escape(page: Page, site_url: str, name: str) -> None:
    """On a phone Escape closes the menu or the search, and the way goes on where it was opened."""
    page.set_viewport_size(PHONE)
    page.goto(site_url + LESSON)
    opener = page.get_by_role("button", name=name, exact=True)
    opener.press("Space")
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(opener).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Tab")
    assert page.evaluate(IN_WINDOW), page.evaluate(FOCUS)


def press_until(page: Page, target: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(40):
        if target.evaluate("found => found === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{target} is not reached")


def test_search_by_keyboard(page: Page, site_url: str) -> None:
    """On a phone Space on "Zoeken" opens the search, and what is typed then finds a page."""
    page.set_viewport_size(PHONE)
    page.goto(site_url)
    press_until(page, page.get_by_role("button", name="Zoeken", exact=True))
    page.keyboard.press("Space")
    box = page.get_by_role("textbox", name="Zoeken")
    expect(box).to_be_in_viewport()
    expect(box).to_be_focused()
    expect(page.get_by_text("Typ een woord om te zoeken")).to_be_visible()
    page.keyboard.type("toestemming")
    results = page.locator(".md-search-result__link")
    expect(results.and_(page.locator("[href*='toestemming']")).first).to_be_visible()
    # In the theme's search the arrow keys go through what was found; Tab closes it.
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text(re.compile("toestemming", re.IGNORECASE))


@pytest.mark.parametrize("where", some_in_make_test(["an answer", "a link", "nowhere"], 1))
def test_letters(page: Page, site_url: str, where: str) -> None:
    """One letter pressed outside a text field does nothing, wherever the focus is."""
    page.goto(site_url + QUIZ)
    Student(page).press("Begin")
    if where == "a link":
        page.get_by_role("main").get_by_role("link").first.focus()
    elif where == "an answer":
        page.get_by_role("radio").first.focus()
    before = page.evaluate(FOCUS)
    for key in LETTERS:
        page.keyboard.press(key)
        assert before == page.evaluate(FOCUS), key
    expect(page).to_have_url(site_url + QUIZ)
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.everything
def test_letters_in_text_fields(finished_page: Page) -> None:
    """In a text field a letter is typed, in the quiz and in the search."""
    come_back(finished_page, "sticker/herschrijf")
    address = finished_page.url
    for box in (
        finished_page.locator("vv-quiz").get_by_role("textbox"),
        finished_page.get_by_role("textbox", name="Zoeken"),
    ):
        box.focus()
        for key in LETTERS:
            finished_page.keyboard.press(key)
        expect(box).to_have_value("".join(LETTERS))
    expect(finished_page).to_have_url(address)
