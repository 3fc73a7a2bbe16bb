from __future__ import annotations

import pytest
from case_files import some_in_make_test
from kinds import PRIVACY
from playwright.sync_api import Locator, Page, expect
from student import JOUW_FOTO, QUIZ, Quiz, Student, come_back, screens

VAN_WIE = Quiz("g78", "van-wie-is-dit-beeld")
ON_ALL = {"home": "", "students": "leerlingen/", "grade": "leerlingen/groep-5-6/"}
TITLE = "Quiz: Jouw foto, mijn foto"


def way_back(page: Page) -> Locator:
    """The link to the quiz that was being done."""
    return page.get_by_role("main").get_by_role("link", name="Verder waar je was")


def seen(page: Page, site: str) -> dict[str, list[str]]:
    """Where the link is shown, and what it says."""
    found = {}
    for kind, path in ON_ALL.items():
        page.goto(site + path)
        # The element has done its work once the page has loaded.
        expect(page.locator("vv-resume:defined")).to_have_count(1)
        found[kind] = [" ".join(text.split()) for text in way_back(page).all_inner_texts()]
    return found


NOWHERE: dict[str, list[str]] = {kind: [] for kind in ON_ALL}
EVERYWHERE = {kind: [f"Verder waar je was {TITLE}"] for kind in ON_ALL}


@pytest.mark.everything
def test_first_visit(page: Page, site_url: str) -> None:
    """Who has not begun a quiz is shown no way back."""
    page.goto(site_url + QUIZ)
    assert seen(page, site_url) == NOWHERE


@pytest.mark.parametrize("address", some_in_make_test(["school_url", "site_url"], 1))
def test_begun(page: Page, request: pytest.FixtureRequest, address: str) -> None:
    """Who began a quiz finds a way back to it, also where the site lies in a folder of its host."""
    site = request.getfixturevalue(address)
    page.goto(site + QUIZ)
    student = Student(page)
    student.press("Begin")
    student.work(screens()[:1])
    assert EVERYWHERE == seen(page, site)
    way_back(page).click()
    expect(page).to_have_url(site + QUIZ)
    student.press("Verder waar je was")
    expect(student.place(screens()[1])).to_be_visible()


def test_last_one(page: Page, site_url: str) -> None:
    """Of two quizzes the way back leads to the last one, and not on the page of another grade."""
    for quiz in (JOUW_FOTO, VAN_WIE):
        page.goto(site_url + quiz.path)
        Student(page).press("Begin")
    page.goto(site_url)
    way_back(page).click()
    expect(page).to_have_url(site_url + VAN_WIE.path)
    page.goto(f"{site_url}leerlingen/groep-5-6/")
    expect(page.locator("vv-resume:defined")).to_have_count(1)
    expect(way_back(page)).to_have_count(0)


@pytest.mark.everything
def test_other_site(page: Page, site_url: str, school_url: str) -> None:
    """What was begun on one site is not offered on another site of the same host."""
    page.goto(school_url + QUIZ)
    Student(page).press("Begin")
    assert seen(page, site_url) == NOWHERE


@pytest.mark.everything
def test_finished(finished_page: Page, site_url: str) -> None:
    """Who finished is no longer shown a way back, and is again when more practice is begun."""
    assert seen(finished_page, site_url) == NOWHERE
    finished_page.goto(site_url + QUIZ)
    student = Student(finished_page)
    student.press("Bekijk je uitslag")
    student.press("Nog meer oefenen")
    assert EVERYWHERE == seen(finished_page, site_url)


@pytest.mark.everything
def test_someone_else(finished_page: Page, site_url: str) -> None:
    """The next child is not shown the way back of the one before."""
    student = come_back(finished_page, "sticker/waar")
    assert EVERYWHERE == seen(finished_page, site_url)
    finished_page.goto(site_url + QUIZ)
    student.press("Ben jij iemand anders?")
    student.press("Ja, begin opnieuw")
    assert seen(finished_page, site_url) == NOWHERE


def test_back_button(page: Page, site_url: str) -> None:
    """Who goes back with the browser's own button sees what is true by then."""
    page.goto(f"{site_url}leerlingen/groep-5-6/")
    expect(way_back(page)).to_have_count(0)
    page.goto(site_url + QUIZ)
    Student(page).press("Begin")
    page.go_back()
    expect(way_back(page)).to_be_visible()


@pytest.mark.everything
def test_erased(finished_page: Page, site_url: str) -> None:
    """After everything was erased there is no way back."""
    come_back(finished_page, "sticker/waar")
    finished_page.goto(site_url + PRIVACY)
    student = Student(finished_page)
    student.press("Wis alles uit deze browser")
    student.press("Ja, wis alles")
    expect(finished_page.get_by_text("Alles is gewist.")).to_be_visible()
    assert seen(finished_page, site_url) == NOWHERE


def test_damaged(page: Page, site_url: str) -> None:
    """Whatever the browser kept as the last quiz, nothing is offered that was not begun."""
    page.goto(site_url)
    for kept in ('"g56-verdwenen"', "42", "{", '"__proto__"', f'"{VAN_WIE.id}"'):
        page.evaluate("text => localStorage.setItem('/.vv1.last', text)", kept)
        page.reload()
        expect(page.locator("vv-resume:defined")).to_have_count(1)
        expect(way_back(page)).to_have_count(0)
