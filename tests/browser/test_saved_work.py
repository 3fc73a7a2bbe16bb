from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from case_files import some_in_make_test
from kinds import PRIVACY
from playwright.sync_api import BrowserContext, Page, expect
from student import QUIZ, QUIZ_KEY, Student, come_back, screen_of, screens
from watch import Watch

NOT_KEPT = "Je werk kan op dit apparaat niet bewaard worden. De quiz werkt gewoon."
TYPED = "Onze geheime schuilnaam is Kastanje."
LOCAL = "() => ({...localStorage})"
PALETTE = "/.__palette"
"""The theme writes it at the first visit; it is no child's work."""
SESSION = "() => ({...sessionStorage})"


def stored(page: Page) -> dict[str, Any]:
    """The attempt as the browser keeps it."""
    return json.loads(page.evaluate(LOCAL)[QUIZ_KEY])


def store(page: Page, attempt: str) -> None:
    """Put something else in its place, and come back."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [QUIZ_KEY, attempt])
    page.reload()


def at_writing(page: Page) -> Student:
    """Come back at the task to write, by what is kept of somebody who finished."""
    return come_back(page, "sticker/herschrijf")


WRITE = next(screen for screen in screens() if screen.kind == "text")


def test_reload(finished_page: Page) -> None:
    """A reload comes back to the same screen, with what was typed still there."""
    student = at_writing(finished_page)
    box = finished_page.get_by_role("textbox", name=WRITE.name)
    box.fill(TYPED)
    finished_page.reload()
    student.resume()
    expect(box).to_be_visible()
    expect(box).to_have_value(TYPED)


def test_reload_after_checking(quiz_page: Page) -> None:
    """A reload keeps a checked answer with its feedback, and one that is only chosen."""
    first, second = screens()[:2]
    student = Student(quiz_page)
    student.press("Begin")
    student.do(first)
    quiz_page.reload()
    student.resume()
    expect(student.answer(first, first.best[0])).to_be_checked()
    expect(student.feedback(first)).to_contain_text("Dat past.")
    student.press("Verder")
    student.choose(second, second.best)
    quiz_page.reload()
    student.resume()
    for label in second.best:
        expect(student.answer(second, label)).to_be_checked()
    expect(student.button("Kijk na")).to_be_visible()


@pytest.mark.everything
def test_crash(finished_page: Page, site_url: str) -> None:
    """After a crash the work is there, and what was typed is gone with the tab."""
    student = at_writing(finished_page)
    finished_page.get_by_role("textbox", name=WRITE.name).fill(TYPED)
    expect(student.button("Bekijk een voorbeeld")).to_be_visible()
    context = finished_page.context
    finished_page.close()
    page = context.new_page()
    page.goto(site_url + QUIZ)
    Student(page).resume()
    box = page.get_by_role("textbox", name=WRITE.name)
    expect(box).to_be_visible()
    expect(box).to_have_value("")


def test_two_children(finished_page: Page) -> None:
    """The next child is asked first; "Nee, terug" keeps all, "Ja, begin opnieuw" clears all."""
    student = at_writing(finished_page)
    box = finished_page.get_by_role("textbox", name=WRITE.name)
    box.fill(TYPED)
    before = finished_page.evaluate(LOCAL)
    student.press("Ben jij iemand anders?")
    asked = finished_page.get_by_text("Dan gaan de antwoorden van de quizzen op dit apparaat weg.")
    expect(asked).to_be_focused()
    student.press("Nee, terug")
    expect(asked).to_be_hidden()
    expect(student.button("Ben jij iemand anders?")).to_be_focused()
    expect(box).to_have_value(TYPED)
    assert before == finished_page.evaluate(LOCAL)
    student.press("Ben jij iemand anders?")
    student.press("Ja, begin opnieuw")
    expect(student.button("Begin")).to_be_focused()
    expect(student.button("Ben jij iemand anders?")).to_be_hidden()
    assert {PALETTE} == set(finished_page.evaluate(LOCAL))
    assert {} == finished_page.evaluate(SESSION)
    expect(finished_page.locator("vv-quiz input:checked")).to_have_count(0)
    expect(finished_page.locator("vv-quiz textarea").first).to_have_value("")
    finished_page.reload()
    student.press("Begin")
    expect(student.place(screens()[0])).to_be_visible()


def test_other_quizzes_of_the_first_child(quiz_page: Page) -> None:
    """Starting clean takes the other quizzes of this site along, and another site's not."""
    quiz_page.evaluate("""() => {
        localStorage.setItem("/.vv1.quiz.g56-anders", "{}");
        localStorage.setItem("/elders/.vv1.quiz.g56-anders", "{}");
    }""")
    student = Student(quiz_page)
    student.press("Begin")
    student.press("Ben jij iemand anders?")
    student.press("Ja, begin opnieuw")
    expect(student.button("Begin")).to_be_visible()
    assert {PALETTE, "/elders/.vv1.quiz.g56-anders"} == set(quiz_page.evaluate(LOCAL))


def listed_keys(site_folder: Path) -> list[dict[str, str]]:
    """The one list of storage keys, as it is published."""
    (file,) = site_folder.glob("assets/vijfvragen/*/storage-keys.js")
    text = file.read_text(encoding="utf-8")
    return json.loads(text[text.index("= [") + 2 : text.rindex("]") + 1])


@pytest.mark.parametrize("address", some_in_make_test(["school_url", "site_url"], 1))
def test_only_listed_keys(
    page: Page, request: pytest.FixtureRequest, site_folder: Path, address: str
) -> None:
    """Only listed keys are kept, behind the site's base path; no cookie; nothing typed stays."""
    url = request.getfixturevalue(address)
    base = urlsplit(url).path
    page.goto(url + QUIZ)
    page.get_by_title("Donkere kleuren").click()
    student = Student(page)
    student.to(screens()[3])
    come_back(page, "sticker/herschrijf", f"{base}.vv1.quiz.g56-jouw-foto")
    page.get_by_role("textbox", name=WRITE.name).fill(TYPED)
    student.press("Bekijk een voorbeeld")
    kept = {"local": page.evaluate(LOCAL), "session": page.evaluate(SESSION)}
    patterns = {
        area: [
            re.escape(f"{base}.{entry['name']}").replace(r"\*", r"[a-z0-9-]+")
            for entry in listed_keys(site_folder)
            if entry["area"] == area
        ]
        for area in kept
    }
    for area, found in kept.items():
        assert found
        for key in found:
            assert any(re.fullmatch(pattern, key) for pattern in patterns[area]), (area, key)
    assert f"{base}.__palette" in kept["local"]
    assert TYPED not in json.dumps(kept["local"])
    assert TYPED in json.dumps(kept["session"])
    assert [] == page.context.cookies()


DAMAGED = [
    "{",
    '{"version": 1, "at": "__proto__", "responses": {"__proto__": {"answers": 1}}}',
    "",
    "null",
    "42",
    '"tekst"',
    "[]",
    "{}",
    '{"version": 1}',
    '{"version": 2, "quiz": "g56-jouw-foto", "at": "result", "responses": {}}',
    '{"version": "1", "at": "result", "responses": {}}',
    '{"version": 1, "at": {}, "responses": null}',
    '{"version": 1, "at": "nergens/niets", "responses": []}',
    '{"version": 1, "at": "", "responses": {"eerst-stoppen": null, "vijf-vragen": 3}}',
]


@pytest.mark.parametrize("text", some_in_make_test(DAMAGED, 1))
def test_damaged(quiz_page: Page, text: str) -> None:
    """Whatever stands in the store, the quiz begins and goes on."""
    first = screens()[0]
    student = Student(quiz_page)
    store(quiz_page, text)
    student.press("Begin")
    student.do(first)
    expect(student.feedback(first)).to_contain_text("Dat past.")


ODD_ANSWERS = [
    None,
    [],
    "2",
    {"chosen": None, "checked": "true", "best": 7},
    {"chosen": [None, {}, 4], "checked": 1, "best": {}},
    {"chosen": ["__proto__", "constructor"], "checked": False, "best": None},
]


@pytest.mark.everything
def test_odd_answers(finished_page: Page) -> None:
    """An odd answer in the store is left behind, and what stands beside it is kept."""
    whole = stored(finished_page)
    student = Student(finished_page)
    first, second = screens()[:2]
    for odd in ODD_ANSWERS:
        attempt = json.loads(json.dumps(whole)) | {"at": "eerst-stoppen/kies"}
        attempt["responses"]["eerst-stoppen"]["answers"]["kies"] = odd
        store(finished_page, json.dumps(attempt))
        student.resume()
        expect(student.place(first).locator("input:checked")).to_have_count(0)
        student.do(first)
        student.press("Verder")
        for label in second.best:
            expect(student.answer(second, label)).to_be_checked()


def test_unknown_choice(finished_page: Page) -> None:
    """An answer that no longer exists is asked anew, and does not count as a try."""
    attempt = stored(finished_page)
    attempt["responses"]["eerst-stoppen"]["answers"]["kies"] = {
        "chosen": ["9"],
        "checked": True,
        "best": ["9"],
    }
    store(finished_page, json.dumps(attempt))
    student = Student(finished_page)
    student.resume()
    expect(finished_page.get_by_text("Al je antwoorden passen.")).to_be_visible()
    store(finished_page, json.dumps(attempt | {"at": "eerst-stoppen/kies"}))
    student.resume()
    expect(student.button("Kijk na")).to_be_visible()


def test_edited_quiz(finished_page: Page) -> None:
    """Answers to a question that was changed are left behind; those to the others are kept."""
    attempt = stored(finished_page) | {"edition": "00000000", "at": "vier-gezinnen/waar"}
    attempt["responses"]["vier-gezinnen"]["edition"] = "00000000"
    attempt["responses"]["verdwenen"] = attempt["responses"]["sticker"]
    store(finished_page, json.dumps(attempt))
    student = Student(finished_page)
    student.resume()
    changed = screen_of("vier-gezinnen", "Is het waar?")
    expect(student.place(changed).locator("input:checked")).to_have_count(0)
    expect(student.button("Kijk na")).to_be_visible()
    kept = finished_page.locator("[data-item='sticker'] input:checked")
    assert 6 == kept.count()
    assert 0 == finished_page.locator("[data-item='vier-gezinnen'] input:checked").count()


def test_screen_is_gone(finished_page: Page) -> None:
    """Who was at a question that is no longer there begins at the start, with the answers kept."""
    store(finished_page, json.dumps(stored(finished_page) | {"at": "verdwenen/kies"}))
    student = Student(finished_page)
    student.press("Begin")
    first = screens()[0]
    expect(student.answer(first, first.best[0])).to_be_checked()
    expect(student.feedback(first)).to_contain_text("Dat past.")


FULL = """
    Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
    };
"""
BLOCKED = """
    for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, {
            get() { throw new DOMException("blocked by the test", "SecurityError"); },
        });
    }
"""


def test_storage_full(page: Page, site_url: str) -> None:
    """When nothing more can be kept, a sentence says so and the quiz goes on."""
    page.add_init_script(FULL)
    page.goto(site_url + QUIZ)
    student = Student(page)
    student.press("Begin")
    for screen in screens()[:4]:
        expect(page.get_by_role("alert")).to_have_text(NOT_KEPT)
        student.do(screen)
        student.go_on(screen)


def test_storage_blocked(page: Page, site_url: str, watch: Watch) -> None:
    """When the browser blocks storage, a sentence says so and the quiz works to the end."""
    # The theme's own scripts do not catch this; ours must.
    watch.allow(r"(?s)blocked by the test(?!.*assets/vijfvragen)")
    page.add_init_script(BLOCKED)
    page.goto(site_url + QUIZ)
    student = Student(page)
    student.press("Begin")
    expect(page.get_by_role("alert")).to_have_text(NOT_KEPT)
    student.work(screens())
    expect(page.get_by_text("Al je antwoorden passen.")).to_be_visible()


def test_erase_everything(page: Page, site_url: str, school_url: str) -> None:
    """The button on the privacy page erases all of this site, and nothing of another one."""
    for address in (site_url, school_url):
        page.goto(address + QUIZ)
        page.get_by_title("Donkere kleuren").click()
        Student(page).press("Begin")
    page.goto(site_url + PRIVACY)
    page.evaluate("sessionStorage.setItem('/.vv1.text.g56-jouw-foto', '{}')")
    both = {".vv1.quiz.g56-jouw-foto", ".vv1.last", ".__palette"}
    own, others = {f"/{key}" for key in both}, {f"/school/{key}" for key in both}
    assert own | others == set(page.evaluate(LOCAL))
    student = Student(page)
    student.press("Wis alles uit deze browser")
    student.press("Nee, bewaar het")
    assert own | others == set(page.evaluate(LOCAL))
    student.press("Wis alles uit deze browser")
    expect(page.get_by_text("Alles wat deze site in deze browser bewaarde")).to_be_focused()
    student.press("Ja, wis alles")
    expect(page.get_by_role("status").get_by_text("Alles is gewist.")).to_be_focused()
    assert others == set(page.evaluate(LOCAL))
    assert {} == page.evaluate(SESSION)


def test_erasing_warns_of_what_is_not_a_childs(page: Page, site_url: str) -> None:
    """Before a teacher's key or the work of a class would go, the question says so; else not."""
    key = "Let op: ook de sleutel van een leerkracht is dan weg."
    work = "Ook het werk aan opdrachten van de klas is dan weg."
    page.goto(site_url + PRIVACY)
    student = Student(page)
    asked = page.get_by_text("Alles wat deze site in deze browser bewaarde")
    student.press("Wis alles uit deze browser")
    expect(asked).to_have_text(re.compile(r"is dan weg\. Zullen we het wissen\?$"))
    student.press("Nee, bewaar het")
    page.evaluate("localStorage.setItem('/school/.vv1.teacher.x', '{}')")  # on another site
    page.evaluate("localStorage.setItem('/.vv1.assigned.x.7', '{}')")
    student.press("Wis alles uit deze browser")
    expect(asked).to_contain_text(work)
    expect(asked).not_to_contain_text(key)
    student.press("Nee, bewaar het")
    page.evaluate("localStorage.setItem('/.vv1.teacher.x', '{}')")
    student.press("Wis alles uit deze browser")
    expect(asked).to_contain_text(key)
    expect(asked).to_be_focused()
    student.press("Ja, wis alles")
    expect(page.get_by_text("Alles is gewist.")).to_be_focused()
    assert ["/school/.vv1.teacher.x"] == [name for name in page.evaluate(LOCAL) if name != PALETTE]


def test_privacy_page_lists_all(page: Page, site_url: str, site_folder: Path) -> None:
    """The privacy page names every key on the list."""
    page.goto(site_url + PRIVACY)
    for entry in listed_keys(site_folder):
        expect(page.get_by_text(entry["name"], exact=True)).to_be_visible()


def test_two_tabs(new_context: Callable[..., BrowserContext], site_url: str) -> None:
    """The same quiz in two tabs goes on in both."""
    context = new_context()
    tabs = [context.new_page() for _ in range(2)]
    students = [Student(tab) for tab in tabs]
    for tab in tabs:
        tab.goto(site_url + QUIZ)
    for student in students:
        student.page.bring_to_front()
        student.press("Begin")
    for screen in screens()[:3]:
        for student in students:
            student.page.bring_to_front()
            student.do(screen)
            student.go_on(screen)
    tabs[0].bring_to_front()
    tabs[0].reload()
    students[0].resume()
    expect(students[0].place(screens()[3])).to_be_visible()


def test_erased_in_another_tab(finished_page: Page) -> None:
    """What the next child erased in one tab does not come back from another."""
    student = come_back(finished_page, "sticker/waar")
    other = finished_page.context.new_page()
    other.goto(finished_page.url)
    next_child = Student(other)
    next_child.press("Ben jij iemand anders?")
    next_child.press("Ja, begin opnieuw")
    expect(student.button("Begin")).to_be_visible()
    student.press("Begin")
    assert {} == stored(finished_page)["responses"]


def test_erased_before_coming_back(finished_page: Page) -> None:
    """A page that the browser kept alive shows nothing of what was erased meanwhile."""
    student = come_back(finished_page, "sticker/waar")
    finished_page.evaluate("""() => {
        localStorage.clear();
        window.dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
    }""")
    expect(student.button("Begin")).to_be_visible()
