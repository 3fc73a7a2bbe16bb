"""Pages of wide tables for teachers: cards on a small screen, whole rows on paper."""

from __future__ import annotations

import pytest
from case_files import some_in_make_test
from kinds import KINDS
from playwright.sync_api import Page, expect
from states import DESKTOP, PHONE

SMALLEST = {"width": 320, "height": 640}
SIDEWAYS = """
    () => [document.documentElement, ...document.querySelectorAll(".vv-coverage :not(.vv-unseen)")]
        .filter((found) => found.scrollWidth > document.documentElement.clientWidth)
        .map((found) => found.outerHTML.slice(0, 80))
"""
CUT = """
    () => [...document.querySelectorAll(".vv-coverage tr")]
        .filter((row) => getComputedStyle(row).breakInside !== "avoid" || row.clientHeight > 900)
        .map((row) => row.id)
"""


@pytest.mark.parametrize(
    "size",
    [
        SMALLEST,
        pytest.param(PHONE, marks=pytest.mark.everything),
        DESKTOP,
    ],
    ids=["smallest", "phone", "desktop"],
)
def test_a_table_in_every_window(page: Page, site_url: str, size: dict[str, int]) -> None:
    """However it is laid out, it is a table with headers for a screen reader, and fits."""
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(site_url + KINDS["coverage"])
    table = page.get_by_role("table", name="Waar de artikelen staan: Aandachtspunten/tips")
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Artikel", "Groep 5–6", "Groep 7–8", "Ouders", "Leerkrachten"]
    )
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="tip 3"))
    expect(row.get_by_role("cell")).to_have_count(4)
    expect(row.get_by_role("link", name="Les 1: Stop, denk, plaats!")).to_be_visible()
    label = row.get_by_text("Groep 5–6", exact=True)
    if size == DESKTOP:
        expect(label).to_be_hidden()
    else:
        expect(label).to_be_visible()
    assert [] == page.evaluate(SIDEWAYS)


@pytest.mark.parametrize(
    "size",
    [SMALLEST, pytest.param(DESKTOP, marks=pytest.mark.everything)],
    ids=["smallest", "desktop"],
)
def test_what_comes_back(page: Page, site_url: str, size: dict[str, int]) -> None:
    """A teacher finds which lesson a question comes from, and where a lesson comes back."""
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(site_url + KINDS["what comes back"])
    asked = page.get_by_role("table", name="Wat er terugkomt in elke les en quiz: Groep 5–6")
    lesson = page.get_by_role("rowheader", name="Les 2: Is het waar?")
    row = asked.get_by_role("row").filter(has=lesson)
    expect(row.get_by_role("cell")).to_contain_text(["Les 1", "Uit les 1: “Je bericht klopt"])
    back = page.get_by_role("table", name="Waar elke les terugkomt: Groep 5–6")
    row = back.get_by_role("row").filter(has=lesson)
    row.get_by_role("link", name="Herhaling na les 4").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Herhaling na les 4")
    page.go_back()
    assert [] == page.evaluate(SIDEWAYS)


@pytest.mark.parametrize("kind", some_in_make_test(["coverage", "what comes back"], 1))
def test_no_row_is_cut_on_paper(page: Page, site_url: str, kind: str) -> None:
    """Printed, each row stays on one sheet, and a table that goes on has its headers again."""
    page.goto(site_url + KINDS[kind])
    page.emulate_media(media="print")
    assert [] == page.evaluate(CUT)
    expect(page.locator(".vv-coverage thead").first).to_have_css("display", "table-header-group")
    expect(page.get_by_role("navigation", name="Op deze pagina")).to_be_hidden()


def test_from_a_link_to_its_row(page: Page, site_url: str) -> None:
    """A link to an article's row, as the counts have to what is not there yet, shows that row."""
    page.goto(f"{site_url}{KINDS['coverage']}#avg-b-3")
    row = page.locator("tr:target")
    expect(row.get_by_role("rowheader")).to_contain_text("AVG B3")
    expect(row).to_be_in_viewport()
    header = page.get_by_role("banner").bounding_box()
    found = row.bounding_box()
    assert header
    assert found
    assert found["y"] >= header["y"] + header["height"] - 1


def test_nothing_is_missing(page: Page, site_url: str) -> None:
    """The page says so itself: every article is on a page, and each grade teaches its own."""
    page.goto(site_url + KINDS["coverage"])
    counts = page.locator(".vv-cover__counts")
    expect(counts).to_contain_text("41 van de 41 artikelen staan op minstens één pagina.")
    expect(counts).not_to_contain_text("Nog")
    expect(page.locator(".vv-not-yet")).to_have_count(0)
