"""What a teacher prints: nothing is cut, and nothing is lost without colour."""

from __future__ import annotations

import re

import pytest
from case_files import some_in_make_test
from kinds import KINDS
from playwright.sync_api import Page, ViewportSize, expect
from student import QUIZZES, Quiz

MM = 96 / 25.4
"""Pixels of the style sheets in a millimetre."""
A4: ViewportSize = {"width": round(210 * MM), "height": round(297 * MM)}
A3: ViewportSize = {"width": round(297 * MM), "height": round(420 * MM)}
INSIDE: ViewportSize = {"width": int(180 * MM), "height": int(270 * MM)}
"""What the margins of `paper.css` leave of A4."""
POSTERS = ("leerkrachten/poster/groep-5-6/", "leerkrachten/poster/groep-7-8/")
NAMES = [quiz.id for quiz in QUIZZES]
MOST_SHEETS = 5
"""For what a class does together, without "Nog meer oefenen"."""

TOO_HIGH = """
    (height) => [...document.querySelectorAll(".vv-sheet, .vv-talk-card, .vv-checks li")]
        .map((found) => ({
            found,
            high: found.getBoundingClientRect().height,
            how: getComputedStyle(found).breakInside,
        }))
        .filter(({high, how}) => !high || high > height || how !== "avoid")
        .map(({found, high, how}) => `${Math.round(high)}, ${how}: ${found.innerText.slice(0, 60)}`)
"""
WITHOUT_BOX = """
    () => [...document.querySelectorAll(".vv-box, .vv-lines span, .vv-gap, .vv-sheet__number")]
        .filter((found) => {
            const style = getComputedStyle(found);
            const [red, green, blue] = style.borderBottomColor.match(/[\\d.]+/g).map(Number);
            const light = (.2126 * red + .7152 * green + .0722 * blue) / 255;
            const drawn = style.borderBottomStyle === "solid";
            return !drawn || parseFloat(style.borderBottomWidth) < 1 || light > .4;
        })
        .map((found) => found.outerHTML)
"""
FILLED = """
    () => {
        const poster = document.querySelector(".vv-poster");
        const sheet = poster.getBoundingClientRect();
        const cut = [...poster.querySelectorAll(":not(svg *)")].filter((found) => {
            const box = found.getBoundingClientRect();
            const around = found.parentElement.getBoundingClientRect();
            return box.left < around.left - 1 || box.right > around.right + 1
                || box.top < around.top - 1 || box.bottom > around.bottom + 1
                || found.scrollWidth > found.clientWidth + 1 && found.clientWidth > 0;
        });
        return {
            sheet: [sheet.left, sheet.top, Math.round(sheet.width), Math.round(sheet.height)],
            cut: cut.map((found) => found.outerHTML.slice(0, 80)),
            question: parseFloat(getComputedStyle(poster.querySelector("li strong")).fontSize),
            words: parseFloat(getComputedStyle(poster.querySelector("li p")).fontSize),
        };
    }
"""


def paper_of(quiz: Quiz, name: str) -> str:
    """The address of a worksheet or a key."""
    return f"{quiz.folder}{name}/"


def sheets(page: Page, paper: str = "A4") -> int:
    """How many sheets come out of the printer."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


@pytest.mark.parametrize("name", some_in_make_test(["werkblad", "sleutel"], 1))
@pytest.mark.parametrize("quiz", some_in_make_test(QUIZZES, 1), ids=NAMES)
def test_nothing_is_cut(page: Page, site_url: str, quiz: Quiz, name: str) -> None:
    """Of every quiz each question, card and row fits on a sheet of A4 and stays in one piece."""
    page.emulate_media(media="print")
    page.set_viewport_size(INSIDE)
    page.goto(site_url + paper_of(quiz, name))
    assert page.locator(".vv-sheet").count() > 4
    assert [] == page.evaluate(TOO_HIGH, INSIDE["height"])


@pytest.mark.parametrize("quiz", some_in_make_test(QUIZZES, 1), ids=NAMES)
def test_sheets_of_a_worksheet(page: Page, site_url: str, quiz: Quiz) -> None:
    """What a class does together takes a few sheets, and what is for later begins a new one."""
    page.goto(site_url + paper_of(quiz, "werkblad"))
    both = sheets(page)
    page.locator(".vv-paper__part").evaluate("found => found.remove()")
    together = sheets(page)
    assert together <= MOST_SHEETS
    assert together < both


@pytest.mark.parametrize("name", some_in_make_test(["werkblad", "sleutel"], 1))
def test_only_the_paper_is_printed(page: Page, site_url: str, name: str) -> None:
    """Printed, there is no header, menu, button or footer of the site."""
    page.goto(site_url + paper_of(QUIZZES[0], name))
    button = page.get_by_role("button", name="Printen", exact=True)
    expect(button).to_be_visible()
    page.emulate_media(media="print")
    for gone in (
        page.get_by_role("banner"),
        page.get_by_role("contentinfo"),
        page.locator(".vv-about"),
        page.get_by_text("Meer bij deze quiz:"),
        button,
    ):
        expect(gone).to_be_hidden()
    expect(page.get_by_text("Gemaakt met het protocol van").first).to_be_visible()


@pytest.mark.parametrize("scheme", some_in_make_test(["dark", "light"], 1))
@pytest.mark.parametrize("quiz", some_in_make_test(QUIZZES, 1), ids=NAMES)
def test_black_and_white(page: Page, site_url: str, quiz: Quiz, scheme: str) -> None:
    """Printed, each answer has a box with a dark line, and each of the five its own sign."""
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(site_url + paper_of(quiz, "werkblad"))
    assert page.locator(".vv-box").count() > 20
    assert [] == page.evaluate(WITHOUT_BOX)
    rows = page.locator(".vv-checks").first.get_by_role("listitem")
    assert 5 == rows.count()
    for row in rows.all():
        expect(row.locator("svg")).to_be_visible()
        expect(row.locator(".vv-box")).to_have_count(3)
        expect(row).to_contain_text(re.compile(r"\?.*Ja.*Nee.*Hangt ervan af", re.DOTALL))


@pytest.mark.parametrize(
    ("paper", "size"), some_in_make_test([("A4", A4), ("A3", A3)], 1), ids=["A4", "A3"]
)
@pytest.mark.parametrize("poster", some_in_make_test(POSTERS, 1))
def test_posters(page: Page, site_url: str, poster: str, paper: str, size: ViewportSize) -> None:
    """A poster fills exactly one sheet, with letters that can be read from afar."""
    page.goto(site_url + poster)
    assert 1 == sheets(page, paper)
    page.emulate_media(media="print")
    page.set_viewport_size(size)
    found = page.evaluate(FILLED)
    assert [] == found["cut"]
    assert [0, 0, size["width"], size["height"]] == found["sheet"]
    a4 = size["width"] / A4["width"]
    assert found["question"] > 13 * MM * a4
    assert found["words"] > 6 * MM * a4


def test_a_poster_keeps_its_signs_without_backgrounds(page: Page, site_url: str) -> None:
    """The discs are drawn with an outline, not painted behind, so every printer prints them."""
    page.goto(site_url + POSTERS[0])
    page.emulate_media(media="print")
    for disc in page.locator(".vv-poster circle:not(symbol *)").all():
        assert "none" != disc.evaluate("found => getComputedStyle(found).fill")
        expect(disc).to_have_css("stroke", "rgb(20, 32, 43)")


@pytest.mark.parametrize("kind", some_in_make_test(["worksheet", "answer key", "poster"], 1))
def test_the_button_prints(page: Page, site_url: str, kind: str) -> None:
    """The button opens the print window, also by keyboard."""
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; };")
    page.goto(site_url + KINDS[kind])
    button = page.get_by_role("button", name="Printen", exact=True)
    button.click()
    button.press("Enter")
    assert 2 == page.evaluate("() => window.printed")


@pytest.mark.browser_context_args(java_script_enabled=False)
@pytest.mark.parametrize("kind", some_in_make_test(["worksheet", "answer key", "poster"], 1))
def test_without_script(page: Page, site_url: str, kind: str) -> None:
    """Without script there is no button that does nothing, and all the rest is there."""
    page.goto(site_url + KINDS[kind])
    expect(page.get_by_role("button", name="Printen")).to_have_count(0)
    expect(page.get_by_role("main").get_by_text("Is het waar?").first).to_be_visible()
