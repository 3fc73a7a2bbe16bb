from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from case_files import some_in_make_test
from fit import unreadable
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kinds import PRIVACY, PROGRESS
from paper import sheets
from playwright.sync_api import BrowserContext, Locator, Page, expect
from states import DESKTOP, PHONE, wrong_in
from student import JOUW_FOTO, QUIZ, QUIZ_KEY, QUIZZES, Quiz, Student, read_quiz, screens
from test_access import violations
from test_targets import FINGER, SMALL
from walk import wrong_on_the_way

TOTAL = len(read_quiz()["questions"])
NEW, BEGUN, DONE, ON, LAST = (
    "Nog niet begonnen",
    "Net begonnen",
    "Klaar",
    "Verder waar je was",
    "Hier was je het laatst",
)
OF_GRADE = {
    title: [quiz for quiz in QUIZZES if quiz.grade == grade]
    for title, grade in {"Groep 5–6": "g56", "Groep 7–8": "g78"}.items()
}
LATER = pytest.mark.everything
NAME = "Noor de Vries"
LOCAL = "() => JSON.stringify({...localStorage})"
KEPT = "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
PUT = "([key, text]) => localStorage.setItem(key, text)"
ITEMS = "() => JSON.parse(document.querySelector('[data-quizzes]').textContent)"


@pytest.fixture
def progress_page(page: Page, site_url: str) -> Page:
    """The page of somebody who has done nothing yet."""
    page.goto(site_url + PROGRESS)
    return page


def card(page: Page, quiz: Quiz = JOUW_FOTO) -> Locator:
    """The link to a quiz among those of its grade, with how far it is."""
    [grade] = [title for title, quizzes in OF_GRADE.items() if quiz in quizzes]
    return page.get_by_role("region", name=grade).get_by_role("link", name=read_quiz(quiz)["title"])


def put(page: Page, attempt: Any, quiz: Quiz = JOUW_FOTO) -> None:
    """Have the browser keep this of a quiz, and come back."""
    text = attempt if isinstance(attempt, str) else json.dumps(attempt)
    page.evaluate(PUT, [f"/.vv1.quiz.{quiz.id}", text])
    page.reload()


def responses(page: Page, count: int) -> dict[str, Any]:
    """Everything answered in the first questions of the quiz."""
    return {
        item["id"]: {
            "edition": item["edition"],
            "answers": {
                name: {"chosen": ["ja"], "checked": True, "best": ["ja"]} for name in item["scored"]
            },
        }
        for item in page.evaluate(ITEMS)[JOUW_FOTO.id][:count]
    }


def attempt(**parts: Any) -> dict[str, Any]:
    """An attempt as the quiz keeps it."""
    return {"version": 1, "quiz": JOUW_FOTO.id, "edition": "x", "at": "", "responses": {}, **parts}


def finish(page: Page, grade: str) -> None:
    """Have every quiz of a grade finished."""
    for quiz in OF_GRADE[grade]:
        text = json.dumps(attempt(quiz=quiz.id, finished=True))
        page.evaluate(PUT, [f"/.vv1.quiz.{quiz.id}", text])
    page.reload()


def diploma(page: Page, grade: str = "Groep 5–6") -> Locator:
    """The diploma of a grade."""
    return page.get_by_role("region", name=grade).get_by_role("article", name="Diploma")


@pytest.mark.everything
def test_nothing_done(progress_page: Page) -> None:
    """Who has done nothing sees every quiz of every grade, and no diploma."""
    for quiz in QUIZZES:
        expect(card(progress_page, quiz)).to_contain_text(NEW)
        expect(card(progress_page, quiz)).not_to_contain_text(ON)
    expect(progress_page.get_by_text("Maak alle quizzen van deze groep.")).to_have_count(2)
    expect(progress_page.get_by_role("article", name="Diploma")).to_have_count(0)


def test_a_real_quiz(page: Page, site_url: str) -> None:
    """What was done in a quiz shows question by question, and the link leads on."""
    page.goto(site_url + QUIZ)
    student = Student(page)
    student.press("Begin")
    page.goto(site_url + PROGRESS)
    expect(card(page)).to_contain_text(BEGUN)
    first = [screen for screen in screens() if screen.item == screens()[0].item]
    page.goto(site_url + QUIZ)
    student.resume()
    student.work(first)
    page.goto(site_url + PROGRESS)
    expect(card(page)).to_contain_text(f"Bezig: 1 van de {TOTAL} vragen gedaan")
    expect(card(page)).to_contain_text(ON)
    expect(card(page)).to_contain_text(LAST)
    expect(page.get_by_text(LAST)).to_have_count(1)
    card(page).click()
    expect(page).to_have_url(site_url + QUIZ)


def test_a_finished_quiz(
    new_context: Callable[..., BrowserContext], finished: Any, site_url: str
) -> None:
    """Who finished a quiz sees so, and what is left for the diploma; never points."""
    page = new_context(storage_state=finished).new_page()
    page.goto(site_url + PROGRESS)
    expect(card(page)).to_contain_text(DONE)
    expect(card(page)).not_to_contain_text(ON)
    left = len(OF_GRADE["Groep 5–6"]) - 1
    more = "Nog 1 quiz." if left == 1 else f"Nog {left} quizzen."
    expect(page.get_by_role("region", name="Groep 5–6")).to_contain_text(more)
    expect(page.get_by_role("article", name="Diploma")).to_have_count(0)
    told = page.get_by_role("main").inner_text().lower()
    assert [] == [word for word in ("%", "punt", "cijfer", "score", "goed:") if word in told]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"at": "result"}, DONE),
        pytest.param({"at": "more-result"}, DONE, marks=LATER),
        ({"at": "sticker/read", "finished": True}, DONE),
        pytest.param(
            {"at": "sticker/read", "finished": "yes"}, BEGUN, marks=pytest.mark.everything
        ),
        ({"at": "sticker/read"}, BEGUN),
        ({"version": 2, "at": "result", "finished": True}, NEW),
        pytest.param({}, NEW, marks=LATER),
    ],
)
def test_state(progress_page: Page, parts: dict[str, Any], said: str) -> None:
    """Finished is who came to the end once; begun is who went in."""
    put(progress_page, attempt(**parts))
    expect(card(progress_page)).to_contain_text(said)


def test_what_counts(progress_page: Page) -> None:
    """A question counts with all its checked answers given, and not once it was changed since."""
    given = responses(progress_page, 3)
    first, second, third = given.values()
    put(progress_page, attempt(at="sticker/read", responses=given))
    expect(card(progress_page)).to_contain_text(f"Bezig: 3 van de {TOTAL} vragen gedaan")
    first["edition"] = "anders"
    put(progress_page, attempt(at="sticker/read", responses=given))
    expect(card(progress_page)).to_contain_text(f"Bezig: 2 van de {TOTAL} vragen gedaan")
    next(iter(second["answers"].values()))["best"] = None
    put(progress_page, attempt(at="sticker/read", responses=given))
    expect(card(progress_page)).to_contain_text(f"Bezig: 1 van de {TOTAL} vragen gedaan")
    third["answers"].popitem()
    put(progress_page, attempt(at="sticker/read", responses=given))
    expect(card(progress_page)).to_contain_text(BEGUN)


DAMAGED = (
    "{",
    "null",
    "[]",
    "7",
    '"result"',
    '{"version": 1}',
    '{"version": 1, "at": ["result"], "responses": []}',
    '{"version": 1, "at": "", "responses": {"sticker": null, "__proto__": {"edition": 1}}}',
    '{"version": 1, "at": null, "responses": {"sticker": {"edition": [], "answers": "x"}}}',
)


@pytest.mark.parametrize("text", some_in_make_test(DAMAGED, 1))
def test_damaged(progress_page: Page, text: str) -> None:
    """Whatever the browser kept of a quiz, it is shown as not begun, and nothing fails."""
    progress_page.evaluate(PUT, ["/.vv1.last", text])
    put(progress_page, text)
    for quiz in QUIZZES:
        expect(card(progress_page, quiz)).to_contain_text(NEW)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3) | st.just("ja"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["best", "answers", "edition", "waar"]), inner)
    ),
    max_leaves=8,
)


@pytest.mark.everything
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(kept=JSON, response=JSON, answer=JSON)
def test_foreign(progress_page: Page, kept: Any, response: Any, answer: Any) -> None:
    """Nothing that another program may have left there stops the page."""
    given_one = responses(progress_page, 2)
    first, second = given_one
    given_one[first] = response
    given_one[second]["answers"] = answer
    for foreign in (kept, attempt(responses=kept), attempt(responses=given_one)):
        progress_page.evaluate(PUT, [QUIZ_KEY, json.dumps(foreign)])
        progress_page.evaluate("() => dispatchEvent(new StorageEvent('storage'))")
        expect(card(progress_page)).to_contain_text(NEW)


def test_diploma(progress_page: Page) -> None:
    """With every quiz of a grade finished its diploma is there, of that grade alone."""
    finish(progress_page, "Groep 5–6")
    page = progress_page
    expect(page.get_by_role("article", name="Diploma")).to_have_count(1)
    for words in (
        "Groep 5–6",
        "Stichting KPO Sint Antonius",
        "Dit diploma is voor",
        "Datum",
        "Handtekening van juf of meester",
        *(read_quiz(quiz)["title"] for quiz in OF_GRADE["Groep 5–6"]),
    ):
        expect(diploma(page)).to_contain_text(words)
    region = page.get_by_role("region", name="Groep 5–6")
    expect(region.get_by_role("heading", name="Je diploma is klaar!")).to_be_visible()


def test_name_is_not_kept(progress_page: Page, site_url: str) -> None:
    """A name comes on the diploma as text, is kept nowhere, and is gone after a reload or Back."""
    finish(progress_page, "Groep 5–6")
    page = progress_page
    before = page.evaluate(KEPT)
    box = page.get_by_role("textbox", name="Jouw naam op het diploma")
    for leave in (page.reload, lambda: (page.goto(site_url + PRIVACY), page.go_back())):
        box.fill(f"{NAME} <b>!")
        expect(diploma(page)).to_contain_text(f"{NAME} <b>!")
        assert before == page.evaluate(KEPT)
        leave()
        expect(box).to_have_value("")
        expect(diploma(page)).not_to_contain_text("Noor")
    box.fill(NAME)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    expect(box).to_have_value("")
    expect(diploma(page)).not_to_contain_text("Noor")


PRINTED = """
    () => {
        window.printed = [];
        window.print = () => {
            window.printed.push([...document.querySelectorAll("[data-diploma]")]
                .filter((found) => !found.hidden && !found.hasAttribute("data-later"))
                .map((found) => found.querySelector("[data-name]").textContent));
            dispatchEvent(new Event("afterprint"));
        };
    }
"""


@pytest.mark.everything
def test_print_button(progress_page: Page) -> None:
    """The button, or Enter behind the name, prints one diploma, with the name on it."""
    for grade in OF_GRADE:
        finish(progress_page, grade)
    progress_page.evaluate(PRINTED)
    region = progress_page.get_by_role("region", name="Groep 7–8")
    region.get_by_role("textbox").fill(NAME)
    region.get_by_role("button", name="Print je diploma").click()
    region.get_by_role("textbox").press("Enter")
    assert [[NAME], [NAME]] == progress_page.evaluate("printed")
    expect(progress_page.locator("[data-later]")).to_have_count(0)


@pytest.mark.everything
def test_printed(progress_page: Page) -> None:
    """A diploma takes one sheet and nothing else is printed; without one it is the overview."""
    page = progress_page
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert sheets(page) <= 2
    finish(page, "Groep 5–6")
    page.emulate_media(media="screen")
    box = page.get_by_role("textbox", name="Jouw naam op het diploma")
    box.fill("Maximiliaan-Alexander van den Berg-Jans")
    page.emulate_media(media="print")
    expect(diploma(page)).to_contain_text("Maximiliaan")
    assert 1 == sheets(page)
    for role in ("banner", "contentinfo", "link", "button", "textbox"):
        for found in page.get_by_role(role).all():  # type: ignore[arg-type]
            expect(found).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_count(0)
    finish(page, "Groep 7–8")
    assert 2 == sheets(page)


def test_full_diploma(progress_page: Page) -> None:
    """Also with twelve quizzes done the diploma takes one sheet."""
    finish(progress_page, "Groep 5–6")
    progress_page.evaluate("""() => {
        const list = document.querySelector(".vv-diploma__done ul");
        while (list.children.length < 12) list.append(list.firstElementChild.cloneNode(true));
    }""")
    assert 1 == sheets(progress_page)


def test_erase(progress_page: Page) -> None:
    """Erasing shows at once, the diploma's name too, and takes nothing of a class or a teacher."""
    page = progress_page
    finish(page, "Groep 5–6")
    others = {"/.vv1.assigned.x.7": "{}", "/.vv1.teacher.x": "{}", "/.vv1.result.x": "{}"}
    for entry in others.items():
        page.evaluate(PUT, entry)
    page.get_by_role("textbox", name="Jouw naam op het diploma").fill(NAME)
    student = Student(page)
    student.press("Wis mijn werk")
    student.press("Ja, wis het")
    expect(page.get_by_text("Je werk is gewist.")).to_be_focused()
    for quiz in QUIZZES:
        expect(card(page, quiz)).to_contain_text(NEW)
    expect(page.get_by_role("article", name="Diploma")).to_have_count(0)
    assert others == json.loads(page.evaluate(LOCAL))
    assert "" == page.locator("input[id^=diploma]").first.input_value()


def test_other_tab(progress_page: Page, site_url: str) -> None:
    """What is done in another tab shows here without a reload."""
    other = progress_page.context.new_page()
    other.goto(site_url + QUIZ)
    Student(other).press("Begin")
    expect(card(progress_page)).to_contain_text(BEGUN)


def test_back_button(page: Page, site_url: str) -> None:
    """Who comes back with the browser's own button sees what is true by then."""
    page.goto(site_url + PROGRESS)
    card(page).click()
    Student(page).press("Begin")
    page.go_back()
    expect(card(page)).to_contain_text(BEGUN)


def test_other_site(page: Page, site_url: str, school_url: str) -> None:
    """What was done on one site does not count on another site of the same host."""
    page.goto(school_url + QUIZ)
    Student(page).press("Begin")
    page.goto(site_url + PROGRESS)
    expect(card(page)).to_contain_text(NEW)
    page.goto(school_url + PROGRESS)
    expect(card(page)).to_contain_text(BEGUN)


def test_by_keyboard(progress_page: Page) -> None:
    """By keyboard alone everything is reached, and Enter behind the name prints."""
    finish(progress_page, "Groep 5–6")
    progress_page.evaluate(PRINTED)
    assert [] == wrong_on_the_way(progress_page)
    progress_page.get_by_role("textbox", name="Jouw naam op het diploma").focus()
    progress_page.keyboard.type("Noor")
    progress_page.keyboard.press("Enter")
    assert [["Noor"]] == progress_page.evaluate("printed")


def states(page: Page) -> Iterator[str]:
    """Every state of the page in turn."""
    yield "nothing done"
    put(page, attempt(at="sticker/read", responses=responses(page, 2)))
    page.evaluate(PUT, ["/.vv1.last", f'"{JOUW_FOTO.id}"'])
    page.reload()
    yield "busy"
    finish(page, "Groep 5–6")
    yield "diploma"
    page.get_by_role("textbox", name="Jouw naam op het diploma").fill(NAME)
    yield "name"
    Student(page).press("Wis mijn werk")
    yield "erasing"
    Student(page).press("Ja, wis het")
    yield "erased"


@pytest.mark.everything
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.everything)])
def test_access(page: Page, site_url: str, scheme: str) -> None:
    """In every state, light and dark, axe finds nothing, and all is large enough for a finger."""
    page.set_viewport_size(PHONE if scheme == "light" else DESKTOP)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(site_url + PROGRESS)
    found = {state: [*violations(page), *page.evaluate(SMALL, FINGER)] for state in states(page)}
    assert {} == wrong_in(found)


@pytest.mark.everything
@pytest.mark.browser_context_args(viewport={"width": 320, "height": 400})
def test_smallest_window(progress_page: Page) -> None:
    """In the smallest window nothing is cut off or scrolls sideways in any state."""
    found = {state: unreadable(progress_page) for state in states(progress_page)}
    assert {} == wrong_in(found)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script(page: Page, site_url: str) -> None:
    """Without script a plain sentence says what is missing, and every quiz can be reached."""
    page.goto(site_url + PROGRESS)
    expect(
        page.get_by_text("Je ziet hier niet wat je al deed, want scripts staan uit.")
    ).to_be_visible()
    expect(page.get_by_role("article", name="Diploma")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("textbox")).to_have_count(0)
    for quiz in QUIZZES:
        there = card(page, quiz).evaluate("link => link.href")
        assert site_url + quiz.path == there
    card(page).click()
    expect(page).to_have_url(site_url + QUIZ)


@pytest.mark.parametrize("path", some_in_make_test(["leerlingen/groep-7-8/", "leerlingen/"], 1))
def test_ways_in(page: Page, site_url: str, path: str) -> None:
    """From the students' page and a grade's page a link leads there."""
    page.goto(site_url + path)
    page.get_by_role("main").get_by_role("link", name="Mijn voortgang").click()
    expect(page).to_have_url(site_url + PROGRESS)
