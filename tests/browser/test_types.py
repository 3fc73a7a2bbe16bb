from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from case_files import some_in_make_test
from fit import too_wide
from keys import Keyboard
from playwright.sync_api import BrowserContext, Locator, Page, expect
from states import DESKTOP, PHONE
from student import ALLES, PARTS, Screen, Student, read_quiz, screens
from test_access import violations
from watch import Watch

PART = screens(quiz=ALLES)
ALL = PART + screens("more_practice", ALLES)
ALL_FIT = "Al je antwoorden passen. Je hebt heel goed gekeken."
KEY = f"/.vv1.quiz.{ALLES.id}"


def first(kind: str, *, places: bool | None = None) -> Screen:
    """The first screen of a kind; of order, the one with or without names for its places."""
    by_id = {entry["id"]: entry for part in PARTS for entry in read_quiz(ALLES)[part]}
    wanted = {None: True, True: "pairs", False: "steps"}[places]
    return next(
        screen
        for screen in PART
        if screen.kind == kind and (places is None or wanted in by_id[screen.item])
    )


STEPS = first("order", places=False)
MATCH = first("order", places=True)
SPOT = next(
    screen
    for screen in PART
    for entry in read_quiz(ALLES)["questions"]
    if entry["type"] == "spot" and (screen.item, screen.name) == (entry["id"], entry["question"])
)


@pytest.fixture
def student(types_page: Page) -> Student:
    """Somebody before the quiz with every type."""
    return Student(types_page, quiz=ALLES)


def come_to(student: Student, screen: Screen) -> None:
    """Begin, and go on without answering much until a screen is there."""
    student.press("Begin")
    for earlier in PART[: PART.index(screen)]:
        student.do(earlier)
        student.go_on(earlier)
    expect(student.place(screen)).to_be_visible()


def does_all(student: Student, do: Callable[[Screen], None]) -> None:
    """Every type, all right, with what its author wrote said of it, up to the end of practice."""
    for screen in ALL:
        expect(student.place(screen)).to_be_visible()
        do(screen)
        if screen.scored:
            expect(student.feedback(screen)).to_contain_text("Dat past.")
        if screen.asks:
            for text in screen.said:
                expect(student.feedback(screen)).to_contain_text(text)
        student.go_on(screen)
        if screen is PART[-1]:
            expect(student.page.get_by_text(ALL_FIT)).to_be_visible()
            student.press("Nog meer oefenen")
    expect(student.page.get_by_text(ALL_FIT)).to_be_visible()


@pytest.mark.everything
def test_by_mouse(student: Student) -> None:
    """Every type can be answered by mouse, and all right is all right."""
    student.press("Begin")
    does_all(student, student.do)


def test_by_keyboard(student: Student) -> None:
    """Every type can be answered with Tab, arrows, Space and Enter alone."""
    keyboard = Keyboard(student.page)
    keyboard.tab_to(student.button("Begin"))
    student.page.keyboard.press("Enter")
    does_all(student, lambda screen: keyboard.do(student, screen))


@pytest.mark.everything
@pytest.mark.browser_context_args(viewport=PHONE, has_touch=True, is_mobile=True)
def test_by_touch_all_wrong(types_page: Page) -> None:
    """By touch, what is worth nothing asks kindly to look again, and names it at the end."""
    student = Student(types_page, Locator.tap, ALLES)
    student.press("Begin")
    for screen in PART:
        student.do(screen, screen.worst)
        if screen.scored:
            expect(student.feedback(screen)).to_contain_text("Kijk nog eens.")
        student.go_on(screen)
    scored = sum(screen.scored for screen in PART)
    expect(types_page.get_by_text(f"0 van je {scored} antwoorden pasten.")).to_be_visible()


def test_moves_are_told(student: Student) -> None:
    """What moved is told with its new place, and the focus goes along, in both kinds of rows."""
    come_to(student, STEPS)
    top, second = student.order(STEPS)[:2]
    student.mover(STEPS, "Omhoog", second).click()
    told = student.place(STEPS).get_by_role("status").filter(has_text="“")
    expect(told).to_have_text(f"“{second}” is nu nummer 1 van {len(STEPS.right)}.")
    expect(student.mover(STEPS, "Omlaag", second)).to_be_focused()
    expect(student.mover(STEPS, "Omhoog", second)).to_be_hidden()
    student.page.keyboard.press("Enter")
    expect(told).to_have_text(f"“{second}” is nu nummer 2 van {len(STEPS.right)}.")
    assert [top, second] == student.order(STEPS)[:2]
    student.do(STEPS)
    student.go_on(STEPS)
    moved = student.order(MATCH)[0]
    student.mover(MATCH, "Omlaag", moved).click()
    word = next(entry for entry in read_quiz(ALLES)["questions"] if entry["id"] == MATCH.item)
    told = student.place(MATCH).get_by_role("status").filter(has_text="“")
    expect(told).to_have_text(f"“{moved}” staat nu bij “{word['pairs'][1]['one']}”.")


def test_nearly_in_order(student: Student) -> None:
    """An order that is partly right says so, and marks in words what stands well already."""
    come_to(student, STEPS)
    nearly = (*STEPS.right[:-2], STEPS.right[-1], STEPS.right[-2])
    student.do(STEPS, nearly)
    expect(student.feedback(STEPS)).to_contain_text("Bijna.")
    rows = student.place(STEPS).locator(".vv-order").get_by_role("listitem")
    expect(rows.filter(has_text="staat goed")).to_have_count(len(nearly) - 2)
    expect(rows.filter(has_text="Kijk nog eens.")).to_have_count(2)
    student.arrange(STEPS, STEPS.right)
    expect(student.feedback(STEPS)).to_be_empty()
    expect(rows.filter(has_text="staat goed")).to_have_count(0)
    student.press("Kijk na")
    expect(student.feedback(STEPS)).to_contain_text("Dat past.")


def test_half_a_pair(student: Student) -> None:
    """Before all pairs are right, no pair is given away; afterwards both halves are named."""
    come_to(student, MATCH)
    student.do(MATCH, MATCH.worst)
    for half in MATCH.right:
        expect(student.feedback(MATCH).get_by_text(half)).to_have_count(0)
    student.arrange(MATCH, MATCH.right)
    student.press("Kijk na")
    for half in MATCH.right:
        expect(student.feedback(MATCH)).to_contain_text(half)


def test_words_stand_in_the_message(student: Student) -> None:
    """Words are chosen where they stand: the message is whole, and shown once."""
    come_to(student, SPOT)
    post = next(entry for entry in read_quiz(ALLES)["questions"] if entry["id"] == SPOT.item)
    text = student.place(SPOT).locator(".vv-post__text")
    expect(text).to_have_text(re.compile(re.escape(post["post"]["text"])))
    expect(student.page.locator(".vv-post:visible")).to_have_count(1)
    for label in SPOT.right:
        text.get_by_text(label, exact=True).click(force=True)  # its checkbox may lie over it
        expect(student.answer(SPOT, label)).to_be_checked()


def test_ladder_of_hints(student: Student) -> None:
    """Hints open one after the other, by keyboard, and change nothing about the outcome."""
    hints = read_quiz(ALLES)["questions"][0]["hints"]
    student.press("Begin")
    place = student.place(PART[0])
    summaries = [place.get_by_text(f"Hint {number}", exact=True) for number in (1, 2)]
    expect(summaries[0]).to_be_visible()
    expect(summaries[1]).to_be_hidden()
    for summary, hint in zip(summaries, hints, strict=True):
        summary.press("Enter")
        expect(place.get_by_text(hint, exact=True)).to_be_visible()
    student.do(PART[0])
    expect(student.feedback(PART[0])).to_contain_text("Dat past.")


def test_not_loaded(types_page: Page, watch: Watch) -> None:
    """Where the rest of the quiz cannot be fetched, a plain sentence says what to do."""
    watch.allow(r"answers\.js")
    types_page.context.route(
        re.compile(r"/answers\.js$"), lambda route: route.fulfill(body="throw 0")
    )
    types_page.get_by_role("button", name="Begin", exact=True).click()
    alert = types_page.get_by_role("alert")
    expect(alert).to_have_text("De quiz kan nu niet open. Laad deze pagina nog een keer.")
    types_page.context.unroute_all()
    types_page.reload()
    student = Student(types_page, quiz=ALLES)
    student.resume()
    expect(student.place(PART[0])).to_be_visible()


DAMAGED: dict[str, Any] = {
    "too short": ["1", "2"],
    "twice the same": ["1", "1", "2", "3"],
    "unknown": ["1", "2", "3", "9"],
    "too long": ["1", "2", "3", "4", "5"],
    "no list": "1234",
    "no ids": [1, 2, 3, 4],
    "nothing": None,
}


@pytest.mark.parametrize("damage", some_in_make_test(DAMAGED, 1))
def test_order_that_no_longer_fits(student: Student, damage: str) -> None:
    """A stored order that does not fit is left behind: the rest of the work stays, all works."""
    come_to(student, MATCH)
    page = student.page
    attempt = json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY))
    answer = attempt["responses"][STEPS.item]["answers"]["volgorde"]
    answer |= {"chosen": DAMAGED[damage], "best": DAMAGED[damage]}
    attempt["at"] = f"{STEPS.item}/volgorde"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(attempt)])
    page.reload()
    student.resume()
    expect(student.place(STEPS)).to_be_visible()
    assert sorted(STEPS.right) == sorted(student.order(STEPS))
    expect(student.feedback(STEPS)).to_be_empty()
    student.do(STEPS)
    expect(student.feedback(STEPS)).to_contain_text("Dat past.")
    before = [screen for screen in PART[: PART.index(STEPS)] if screen.scored][-1]
    while not student.place(before).is_visible():
        student.press("Terug")
    expect(student.feedback(before)).to_contain_text("Dat past.")


def test_without_script(new_context: Callable[..., BrowserContext], types_url: str) -> None:
    """Each type has its form and its closed answer in the page itself."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(types_url)
    for screen in ALL:
        if not screen.asks:
            continue
        group = page.get_by_role("group", name=screen.name, exact=True)
        if screen.kind == "choice":
            role = "checkbox" if screen.multiple else "radio"
            for label in (*screen.right, *screen.wrong):
                expect(group.get_by_role(role, name=label, exact=True)).to_be_visible()
        elif screen.kind == "order":
            lists = group.get_by_role("combobox")
            expect(lists).to_have_count(len(screen.right))
            lists.first.select_option(label=screen.right[0])
        else:
            expect(group.get_by_role("textbox")).to_be_visible()
        if screen.checked:
            expect(group.locator("details.vv-answer")).to_have_count(1)
    assert [] == violations_without_script(page)


def violations_without_script(page: Page) -> list[str]:
    """What is too small for a finger on the plain page; axe cannot run there."""
    boxes = [
        (found.bounding_box() or {"height": 0})["height"]
        for found in page.locator("vv-quiz").locator(".vv-order select, .vv-choice, .vv-word").all()
    ]
    return [f"{height} px" for height in boxes if height < 44]


def test_on_paper(types_page: Page) -> None:
    """Printed, what can be put in order stands there in full, with room for a number."""
    types_page.emulate_media(media="print")
    for screen in (STEPS, MATCH):
        group = types_page.locator(f"#{screen.item}")
        expect(group.get_by_role("combobox")).to_have_count(0)
        for entry in screen.right:
            expect(group.get_by_text(entry, exact=True).locator("visible=true")).to_have_count(1)


@pytest.mark.everything
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.everything)])
@pytest.mark.parametrize(
    "size",
    [PHONE, pytest.param(DESKTOP, marks=pytest.mark.everything)],
    ids=["phone", "desktop"],
)
def test_access(student: Student, scheme: Any, size: Any) -> None:
    """Axe finds nothing at any type, before and after it is checked, nor with a hint open."""
    page = student.page
    page.set_viewport_size(size)
    if scheme == "dark":
        page.get_by_title("Donkere kleuren").click()
    student.press("Begin")
    found = {}
    for screen in PART[: PART.index(first("text")) + 1]:
        expect(student.place(screen)).to_be_visible()
        hint = student.page.get_by_text(re.compile("^Hint( 1)?$")).locator("visible=true")
        if hint.count():
            hint.click()
        found[f"{screen.name}, before"] = violations(page)
        student.do(screen, screen.worst)
        found[f"{screen.name}, after"] = violations(page)
        student.go_on(screen)
    assert {} == {place: wrong for place, wrong in found.items() if wrong}


@pytest.mark.everything
@pytest.mark.browser_context_args(viewport={"width": 320, "height": 640})
def test_narrow(student: Student) -> None:
    """At 320 pixels nothing is wider than the window, before and after checking."""
    student.press("Begin")
    for screen in PART:
        expect(student.place(screen)).to_be_visible()
        assert [] == too_wide(student.page)
        student.do(screen, screen.worst)
        assert [] == too_wide(student.page)
        student.go_on(screen)
