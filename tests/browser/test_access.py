from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from kinds import LESSON
from playwright.sync_api import Page, ViewportSize, expect
from states import DESKTOP, PHONE, every_kind, every_state, wrong_in
from watch import Watch


def violations(page: Page) -> list[str]:
    """What axe finds on the whole page, one line each: the rule, and the markup."""
    return [
        f"{found['id']}: {' '.join(node['html'].split())[:160]}"
        for found in Axe().run(page).response["violations"]
        for node in found["nodes"]
    ]


def test_pages(page: Page, site_url: str, watch: Watch) -> None:
    """On a phone axe finds nothing on a page of any kind."""
    page.set_viewport_size(PHONE)
    found = {kind: violations(page) for kind in every_kind(page, site_url, watch)}
    assert {} == wrong_in(found)


@pytest.mark.everything
def test_quiz_states(finished_page: Page) -> None:
    """On a phone axe finds nothing in any state of the quiz."""
    finished_page.set_viewport_size(PHONE)
    found = {state: violations(finished_page) for state in every_state(finished_page)}
    assert {} == wrong_in(found)


def test_quiz_begins(quiz_page: Page) -> None:
    """On a desktop axe finds nothing on the quiz before it is begun."""
    assert [] == violations(quiz_page)


@pytest.mark.parametrize("name", ["Menu", "Zoeken"])
def test_opened(page: Page, site_url: str, name: str) -> None:
    """On a phone axe finds nothing when the menu or the search is open."""
    page.set_viewport_size(PHONE)
    page.goto(site_url + LESSON)
    page.get_by_role("button", name=name, exact=True, expanded=False).press("Space")
    expect(page.get_by_role("button", name=name, exact=True, expanded=True)).to_be_visible()
    assert [] == violations(page)


@pytest.mark.everything
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_look(
    page: Page, site_url: str, watch: Watch, scheme: str, size: ViewportSize
) -> None:
    """In every look axe finds nothing on a page of any kind."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = {kind: violations(page) for kind in every_kind(page, site_url, watch)}
    assert {} == wrong_in(found)


@pytest.mark.everything
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_look_of_the_quiz(finished_page: Page, scheme: str, size: ViewportSize) -> None:
    """In every look axe finds nothing in any state of the quiz."""
    finished_page.set_viewport_size(size)
    if scheme == "dark":
        finished_page.get_by_title("Donkere kleuren").click()
    found = {state: violations(finished_page) for state in every_state(finished_page)}
    assert {} == wrong_in(found)
    dark = finished_page.locator("body[data-md-color-scheme='slate']")
    expect(dark).to_have_count(1 if scheme == "dark" else 0)
