"""What somebody asked of the device: forced colours, less movement."""

from __future__ import annotations

import pytest
from case_files import some_in_make_test
from kinds import CHILDREN, LESSON
from playwright.sync_api import Locator, Page, expect
from states import PHONE, every_kind, wrong_in
from student import Student, come_back, screens
from walk import stops
from watch import Watch

LOOKS = """
    (found) => {
        const style = getComputedStyle(found);
        return [style.outlineStyle, style.outlineWidth, style.borderColor, style.borderWidth,
            style.backgroundColor].join(" ");
    }
"""


def looks(place: Locator) -> str:
    """The outline, border and background of a place."""
    return str(place.evaluate(LOOKS))


@pytest.fixture
def forced_page(page: Page) -> Page:
    """A page in the colours that somebody chose for the whole device."""
    page.emulate_media(forced_colors="active")
    return page


def test_chosen_in_forced_colours(quiz_page: Page) -> None:
    """In forced colours a chosen answer looks different from the others."""
    quiz_page.emulate_media(forced_colors="active")
    student, first = Student(quiz_page), screens()[0]
    student.press("Begin")
    chosen = student.answer(first, first.best[0])
    chosen.check()
    student.button("Kijk na").focus()
    other = student.answer(first, first.worst[0])
    boxes = [looks(answer.locator("xpath=ancestor::label")) for answer in (chosen, other)]
    assert boxes[0] != boxes[1]


@pytest.mark.parametrize("kind", some_in_make_test(["quiz", "lesson"], 1))
def test_focus_in_forced_colours(forced_page: Page, site_url: str, kind: str) -> None:
    """In forced colours each stop of the keyboard shows the focus."""
    forced_page.goto(site_url + CHILDREN[kind])
    assert [] == [stop["what"] for stop in stops(forced_page) if not stop["marked"]]


HIDDEN = "found => { found.style.visibility = 'hidden'; }"


def is_drawn(inner: Locator, outer: Locator) -> bool:
    """Whether one thing can be seen on another: without it the picture is different."""
    before = outer.screenshot()
    inner.evaluate(HIDDEN)
    return before != outer.screenshot()


def test_icons_in_forced_colours(forced_page: Page, site_url: str) -> None:
    """In forced colours the signs of the five questions are seen, and the icon in the header."""
    forced_page.goto(site_url)
    signs = forced_page.locator(".vv-five .vv-sign")
    expect(signs).to_have_count(5)
    for sign in signs.all():
        assert is_drawn(sign.locator("svg"), sign)
    icon = forced_page.locator(".md-header label:visible").first
    assert is_drawn(icon.locator("svg"), icon)


EDGE = """
    (found) => {
        const style = getComputedStyle(found), around = getComputedStyle(found.parentElement);
        const line = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) > 0;
        return line && style.borderTopColor !== around.backgroundColor
            || style.backgroundColor !== around.backgroundColor;
    }
"""


def test_messages_in_forced_colours(forced_page: Page, site_url: str) -> None:
    """In forced colours each message has an edge, and in it what was sent and each comment."""
    forced_page.goto(f"{site_url}maken/onderdelen/")
    for parts in (".vv-post", ".vv-post__bubble", ".vv-post__comments li"):
        for part in forced_page.locator(parts).all():
            assert part.evaluate(EDGE), part.evaluate("found => found.outerHTML.slice(0, 200)")


def test_buttons_in_forced_colours(forced_page: Page, site_url: str) -> None:
    """In forced colours doors, cards and buttons keep an edge."""
    forced_page.goto(f"{site_url}maken/onderdelen/")
    for part in forced_page.locator(":is(.vv-door a, .vv-card, .vv-button, .vv-choice)").all():
        assert part.evaluate(EDGE), part.evaluate("found => found.outerHTML.slice(0, 200)")


MOVING = """
    () => [...document.querySelectorAll("*")]
        .flatMap((found) => ["", "::before", "::after"].map((part) => [found, part]))
        .filter(([found, part]) => {
            const style = getComputedStyle(found, part || null);
            const most = (value) => Math.max(...value.split(",").map((time) => parseFloat(time)));
            return most(style.transitionDuration) > .01
                || style.animationName !== "none" && most(style.animationDuration) > .01;
        })
        .map(([found, part]) => `${found.localName}.${found.classList[0] ?? ""}${part}`)
        .filter((what, index, all) => all.indexOf(what) === index)
"""
RUNNING = "() => document.getAnimations().map(({effect}) => effect.target?.outerHTML.slice(0, 100))"


@pytest.mark.everything
def test_no_movement(page: Page, site_url: str, watch: Watch) -> None:
    """Who asked for less movement gets none: on no kind of page anything could move."""
    found = {}
    for kind in every_kind(page, site_url, watch):
        found[kind] = page.evaluate(MOVING) + page.evaluate(RUNNING)
    assert {} == wrong_in(found)


def test_no_movement_while_used(finished_page: Page) -> None:
    """Who asked for less movement gets none when something is pressed in the quiz."""
    student = come_back(finished_page, "sticker/waar")
    for name in ("Verder", "Verder"):
        student.press(name)
        assert [] == finished_page.evaluate(RUNNING)
    assert "auto" == finished_page.evaluate(
        "() => getComputedStyle(document.documentElement).scrollBehavior"
    )


@pytest.mark.parametrize("name", some_in_make_test(["Menu", "Zoeken"], 1))
def test_no_movement_of_the_menu(page: Page, site_url: str, name: str) -> None:
    """Who asked for less movement gets none when the menu or the search opens."""
    page.set_viewport_size(PHONE)
    page.goto(site_url + LESSON)
    page.get_by_role("button", name=name, exact=True).press("Space")
    assert [] == page.evaluate(RUNNING)
