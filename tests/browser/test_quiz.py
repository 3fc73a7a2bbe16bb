from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from case_files import some_in_make_test
from keys import Keyboard
from playwright.sync_api import BrowserContext, Locator, Page, expect
from student import (
    QUIZ,
    QUIZ_KEY,
    QUIZZES,
    Quiz,
    Screen,
    Student,
    come_back,
    read_quiz,
    scored,
    screen_of,
    screens,
)
from watch import Watch

ALL_FIT = "Al je antwoorden passen. Je hebt heel goed gekeken."


@pytest.fixture
def student(quiz_page: Page) -> Student:
    """Somebody before the quiz."""
    return Student(quiz_page)


def result(page: Page) -> Locator:
    """What is said at the end of the first part."""
    return page.get_by_role("heading", name="Klaar!", exact=True).locator("..")


def focused(student: Student, screen: Screen) -> Locator:
    """What has the focus when a screen opens."""
    place = student.place(screen)
    return place.locator("..") if screen.kind == "talk" else place


def is_active(locator: Locator) -> None:
    """The focus is here."""
    expect(locator).to_be_focused()


@pytest.mark.everything
def test_all_right(student: Student) -> None:
    """Who has everything right reads so at the end, after fitting feedback at each question."""
    student.press("Begin")
    part = screens()
    for screen in part:
        student.do(screen)
        if screen.scored:
            expect(student.feedback(screen)).to_contain_text("Dat past.")
        if screen.asks:
            for text in screen.said:
                expect(student.feedback(screen)).to_contain_text(text)
        student.go_on(screen)
    expect(result(student.page)).to_contain_text(ALL_FIT)
    expect(student.page.get_by_text("Kijk nog eens naar:")).to_be_hidden()


@pytest.mark.everything
def test_all_wrong(student: Student) -> None:
    """Who has nothing right yet reads a kind sentence and what to look at again; never "fout"."""
    student.press("Begin")
    part = screens()
    for screen in part:
        student.do(screen, screen.worst)
        if screen.scored:
            expect(student.feedback(screen)).to_contain_text("Kijk nog eens.")
            expect(student.feedback(screen)).to_contain_text(
                "Je mag nog een keer kiezen, of verdergaan."
            )
        student.go_on(screen)
    total = len(scored())
    expect(result(student.page)).to_contain_text(
        f"0 van je {total} antwoorden pasten. Fijn dat je dit oefent."
    )
    expect(result(student.page).get_by_role("listitem")).to_have_count(
        len({screen.item for screen in scored()})
    )
    assert "fout" not in result(student.page).inner_text().lower()


@pytest.mark.everything
def test_half(student: Student, site_url: str) -> None:
    """Who leaves half-way comes back to the same question, with the answer still there."""
    half = screen_of("vier-gezinnen", "Is het nodig?")
    student.to(half)
    student.choose(half, half.best)
    student.page.goto(site_url)
    student.page.goto(site_url + QUIZ)
    student.resume()
    expect(student.answer(half, half.best[0])).to_be_checked()
    student.press("Kijk na")
    expect(student.feedback(half)).to_contain_text("Dat past.")
    student.press("Verder")
    expect(student.place(screen_of("vier-gezinnen", "Is het aardig?"))).to_be_visible()


def test_most_right(finished_page: Page) -> None:
    """Who has most of it right reads how often, in words, and which questions to look at again."""
    finished_page.evaluate(
        """(key) => {
            const attempt = JSON.parse(localStorage.getItem(key));
            attempt.responses.sticker.answers.aardig.best = ["ja"];
            localStorage.setItem(key, JSON.stringify(attempt));
        }""",
        QUIZ_KEY,
    )
    come_back(finished_page, "result")
    total = len(scored())
    message = next(found for found in screens() if found.item == "sticker")
    said = result(finished_page)
    expect(said).to_contain_text(f"{total - 1} van je {total} antwoorden pasten. Goed gedaan!")
    expect(said.get_by_role("listitem")).to_have_text([f"{message.name} Is het aardig?"])
    said.get_by_role("button", name=message.name, exact=True).click()
    student = Student(finished_page)
    expect(student.place(screen_of("sticker", "Is het aardig?"))).to_be_focused()
    student.press("Terug naar je uitslag")
    expect(said).to_be_focused()


@pytest.mark.everything
def test_second_try(student: Student) -> None:
    """A better second try counts, and a worse third one does not take it away."""
    first = screens()[0]
    student.press("Begin")
    student.do(first, first.worst)
    for answers in (first.best, first.worst):
        student.choose(first, answers)
        student.press("Kijk na")
        expect(student.button("Verder")).to_be_visible()
    come_back(student.page, "result")
    expect(result(student.page)).to_contain_text(ALL_FIT)


def test_back(student: Student) -> None:
    """A step back shows the screen before, with its answer and what was said about it."""
    first, second = screens()[:2]
    student.press("Begin")
    expect(student.button("Terug")).to_be_hidden()
    student.work([first])
    student.press("Terug")
    expect(student.place(first)).to_be_focused()
    expect(student.answer(first, first.best[0])).to_be_checked()
    expect(student.feedback(first)).to_contain_text("Dat past.")
    student.press("Verder")
    expect(student.place(second)).to_be_focused()


def test_choosing_again(student: Student) -> None:
    """Another choice after the feedback asks to be checked again."""
    first = screens()[0]
    student.press("Begin")
    student.do(first, first.worst)
    student.choose(first, first.best)
    expect(student.feedback(first)).to_be_empty()
    expect(student.button("Verder")).to_be_hidden()
    student.press("Kijk na")
    expect(student.feedback(first)).to_contain_text("Dat past.")


def test_link_to_a_message(page: Page, site_url: str) -> None:
    """A link comes straight at one message; starting clean begins anew."""
    page.goto(f"{site_url}{QUIZ}#gekke-foto")
    expect(page.get_by_role("heading", name="Bericht van Sem (9)")).to_be_visible()
    student = Student(page)
    student.press("Ben jij iemand anders?")
    student.press("Ja, begin opnieuw")
    expect(student.button("Begin")).to_be_visible()


def test_focus(student: Student) -> None:
    """The focus goes where the eye goes: to the step, and after checking to the way on."""
    student.press("Begin")
    for screen in screens()[: len(screens()) // 2]:
        is_active(focused(student, screen))
        student.do(screen)
        if screen.asks and screen.checked:
            is_active(student.button("Verder"))
        student.go_on(screen)


@pytest.mark.everything
def test_only_one_thing(student: Student) -> None:
    """There is one thing at a time: one group of answers, or none while reading."""
    student.press("Begin")
    message = next(found for found in screens() if found.kind == "message")
    for screen in screens()[:5]:
        expect(student.place(screen)).to_be_visible()
        radios = student.page.get_by_role("main").get_by_role("radio")
        boxes = student.page.get_by_role("main").get_by_role("checkbox")
        counts = {"message": 0, "choice": len(screen.right) + len(screen.wrong)}
        if screen in screens()[:2]:
            expect(boxes.or_(radios)).to_have_count(counts[screen.kind])
        elif screen == message:
            expect(boxes.or_(radios)).to_have_count(0)
        else:
            expect(boxes.or_(radios)).to_have_count(3)
            expect(student.page.locator(".vv-post").filter(visible=True)).to_have_count(1)
        student.do(screen)
        student.press("Verder")


def test_progress(student: Student) -> None:
    """A student sees which question of how many this is."""
    student.press("Begin")
    expect(
        student.page.get_by_text(f"Vraag 1 van {len(read_quiz()['questions'])}", exact=True)
    ).to_be_visible()
    student.work(screens()[:2])


def test_nothing_chosen(student: Student) -> None:
    """Pressing "Kijk na" without an answer asks for one, and goes to the answers."""
    first = screens()[0]
    student.press("Begin")
    student.press("Kijk na")
    expect(student.page.get_by_role("alert")).to_have_text("Kies eerst een antwoord.")
    is_active(student.place(first).get_by_role("radio").first)
    expect(student.feedback(first)).to_be_empty()
    student.choose(first, first.best)
    expect(student.page.get_by_text("Kies eerst een antwoord.")).to_be_hidden()


@pytest.mark.parametrize(
    ("right", "wrong", "verdict"),
    some_in_make_test(
        [
            (2, 1, "Bijna."),
            (1, 1, "Kijk nog eens."),
            (2, 0, "Dat past."),
            (1, 0, "Bijna."),
            (0, 1, "Kijk nog eens."),
        ]
    ),
)
def test_several_right(student: Student, right: int, wrong: int, verdict: str) -> None:
    """Of two answers that fit, one is almost, and what does not fit counts against it."""
    screen = next(found for found in screens() if found.multiple)
    student.to(screen)
    student.do(screen, screen.right[:right] + screen.wrong[:wrong])
    expect(student.feedback(screen).get_by_text(verdict, exact=True)).to_be_visible()


def test_half_a_point(student: Student) -> None:
    """Answering "Hangt ervan af" where the key is clear is almost."""
    screen = screen_of("vier-gezinnen", "Is het waar?")
    student.to(screen)
    student.do(screen, ("Hangt ervan af",))
    expect(student.feedback(screen)).to_contain_text("Bijna.")


@pytest.mark.everything
def test_second_best_decision(student: Student) -> None:
    """A decision that can be as well is told so."""
    screen = screen_of("sticker", "Wat doe je?")
    student.to(screen)
    student.do(screen, ("Eerst aanpassen",))
    expect(student.feedback(screen)).to_contain_text("Dat kan ook.")


def test_rewrite(student: Student) -> None:
    """Writing anew shows an example and a self-check, and no verdict."""
    screen = next(found for found in screens() if found.kind == "text")
    student.to(screen)
    box = student.page.get_by_role("textbox", name=screen.name)
    box.fill("Nieuwe sticker van een potlood!")
    student.press(screen.look)
    said = student.feedback(screen)
    for text in ("Zo kun je het schrijven:", "Kijk naar je eigen bericht:", *screen.said):
        expect(said).to_contain_text(text)
    for verdict in ("Dat past.", "Bijna.", "Kijk nog eens."):
        expect(said).not_to_contain_text(verdict)
    expect(box).to_have_value("Nieuwe sticker van een potlood!")


@pytest.mark.everything
def test_more_practice(finished_page: Page) -> None:
    """After the result comes more practice with a result of its own, an open question included."""
    student = Student(finished_page)
    student.press("Nog meer oefenen")
    for screen in screens("more_practice"):
        student.do(screen)
        if screen.name == "Wat vind jij?":
            expect(student.feedback(screen)).to_contain_text("Het kan allebei.")
            for text in (*screen.right, *screen.said):
                expect(student.feedback(screen)).to_contain_text(text)
        student.go_on(screen)
    expect(student.page.get_by_role("heading", name="Je hebt alles gedaan!")).to_be_visible()
    expect(student.page.get_by_text(ALL_FIT)).to_be_visible()
    expect(student.button("Nog meer oefenen")).to_be_hidden()


TYPED = """
    if (location.host) {
        const typed = JSON.stringify({"sticker.herschrijf": "Mijn bericht"});
        sessionStorage.setItem("/.vv1.text.g56-jouw-foto", typed);
    }
"""


def test_try_again(
    new_context: Callable[..., BrowserContext], finished: Any, site_url: str
) -> None:
    """Once more starts clean at the first question, with nothing chosen and nothing typed."""
    context = new_context(storage_state=finished)
    context.add_init_script(TYPED)
    page = context.new_page()
    page.goto(site_url + QUIZ)
    box = page.locator("textarea").first
    student = Student(page)
    student.resume()
    expect(box).to_have_value("Mijn bericht")
    student.press("Nog een keer")
    is_active(student.place(screens()[0]))
    expect(page.locator("vv-quiz input:checked")).to_have_count(0)
    expect(box).to_have_value("")
    assert "{}" == page.evaluate("sessionStorage.getItem('/.vv1.text.g56-jouw-foto')")
    for screen in screens()[:4]:
        expect(student.feedback(screen)).to_have_text([""] if screen.asks else [])
        student.do(screen, screen.worst)
        student.go_on(screen)


def test_keyboard_alone(student: Student) -> None:
    """From "Begin" to the result and to more practice with Tab, arrows, Space and Enter alone."""
    keyboard = Keyboard(student.page)
    keyboard.tab_to(student.button("Begin"))
    student.page.keyboard.press("Enter")
    part = screens()
    for screen in part:
        is_active(focused(student, screen))
        keyboard.do(student, screen)
        last = screen is part[-1]
        keyboard.tab_to(student.button("Klaar" if last else "Verder"))
        student.page.keyboard.press("Enter" if screen.kind != "message" else "Space")
    is_active(result(student.page))
    expect(result(student.page)).to_contain_text(ALL_FIT)
    keyboard.tab_to(student.button("Nog meer oefenen"))
    student.page.keyboard.press("Enter")
    expect(student.place(screens("more_practice")[0])).to_be_visible()


def test_enter_checks(student: Student) -> None:
    """Enter on an answer is as good as "Kijk na", and stays on the page."""
    first = screens()[0]
    student.press("Begin")
    student.answer(first, first.best[0]).press("Space")
    student.answer(first, first.best[0]).press("Enter")
    expect(student.feedback(first)).to_contain_text("Dat past.")
    assert student.page.url.endswith(QUIZ)


def test_back_with_shift_tab(student: Student) -> None:
    """Shift+Tab goes from the way on back to the answers."""
    first = screens()[0]
    student.press("Begin")
    student.do(first, first.worst)
    keyboard = Keyboard(student.page)
    keyboard.tab_to(student.answer(first, first.worst[0]), "Shift+Tab")


@pytest.mark.everything
@pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
)
def test_touch(quiz_page: Page) -> None:
    """By touch on a phone, from "Begin" to the result; what matters is on the screen each time."""
    student = Student(quiz_page, Locator.tap)
    student.press("Begin")
    part = screens()
    for screen in part:
        expect(student.place(screen)).to_be_in_viewport()
        student.do(screen)
        if screen.asks and screen.checked:
            expect(student.feedback(screen)).to_be_in_viewport()
        student.go_on(screen)
    expect(result(student.page)).to_contain_text(ALL_FIT)
    expect(result(student.page)).to_be_in_viewport()


@pytest.mark.everything
@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.id)
@pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
)
def test_every_quiz(page: Page, site_url: str, quiz: Quiz) -> None:
    """On a phone every quiz can be done from its start to the end of its practice, all right."""
    page.goto(site_url + quiz.path)
    student = Student(page, Locator.tap, quiz)
    student.press("Begin")
    student.work(screens(quiz=quiz))
    expect(result(page)).to_contain_text(ALL_FIT)
    if more := screens("more_practice", quiz):
        student.press("Nog meer oefenen")
        student.work(more)
        expect(page.get_by_role("heading", name="Je hebt alles gedaan!")).to_be_visible()
        expect(page.get_by_text(ALL_FIT)).to_be_visible()


@pytest.mark.everything
@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.id)
def test_every_quiz_all_wrong(page: Page, site_url: str, quiz: Quiz) -> None:
    """In every quiz an answer that is worth nothing asks kindly to look again."""
    page.goto(site_url + quiz.path)
    student = Student(page, quiz=quiz)
    student.press("Begin")
    for screen in screens(quiz=quiz):
        student.do(screen, screen.worst)
        if screen.scored:
            expect(student.feedback(screen)).to_contain_text("Kijk nog eens.")
        student.go_on(screen)
    expect(page.get_by_text("Kijk nog eens naar:")).to_be_visible()


def test_nothing_is_sent(student: Student, watch: Watch, site_url: str) -> None:
    """Answering and writing ask nothing of the server."""
    student.page.wait_for_load_state("networkidle")  # the theme's search gets itself ready
    before = len(watch.requested)
    text = next(found for found in screens() if found.kind == "text")
    student.to(text)
    student.page.get_by_role("textbox", name=text.name).fill("Mijn bericht")
    student.press(text.look)
    expect(student.feedback(text)).not_to_be_empty()
    # The scripts of the result are fetched while the child is busy; that tells nobody anything.
    own = re.compile(rf"{re.escape(site_url)}assets/vijfvragen/[0-9a-f]+/[a-z/-]+\.js")
    assert [] == [url for url in watch.requested[before:] if not own.fullmatch(url)]
