from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from case_files import some_in_make_test
from fit import unreadable
from kinds import CHECK_POST, PRIVACY
from paper import sheets
from playwright.sync_api import Locator, Page, expect
from states import DESKTOP, PHONE, wrong_in
from student import PROMPTS
from test_access import violations
from test_targets import FINGER, SMALL
from walk import wrong_on_the_way
from watch import Watch

ROOT = Path(__file__).parents[2]
GRADES = {
    grade["title"]: grade
    for file in sorted((ROOT / "lessons").glob("*/grade.yml"))
    for grade in [yaml.safe_load(file.read_text(encoding="utf-8"))]
}
RULE = "Nee? Niet plaatsen!"
WAIT = "Hangt het ervan af? Wacht nog even."
READ = "Vijf keer ja? Lees het nog één keer."
OUTCOMES = (RULE, WAIT, READ)
MINE = "Kijk Noor eens!\nWat een gekke trui."
YES, NO, DEPENDS = "Ja", "Nee", "Hangt ervan af"
KEPT = "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
VALUES = """
    () => [...document.querySelectorAll("vv-check-post :is(textarea, input)")]
        .filter((found) => found.type === "radio" ? found.checked : found.value)
        .map((found) => found.value)
"""


@pytest.fixture
def check_page(page: Page, site_url: str) -> Page:
    """The page, ready to begin."""
    page.goto(site_url + CHECK_POST)
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    return page


def press(page: Page, name: str) -> None:
    """Press the button of this name."""
    page.get_by_role("button", name=name, exact=True).click()


def begin(page: Page, message: str = MINE, grade: str = "Groep 5–6") -> None:
    """Type a message, choose a grade, and begin."""
    page.get_by_role("textbox", name="Wat wil je plaatsen?").fill(message)
    page.get_by_label(grade, exact=True).check()
    press(page, "Begin")


def question(page: Page, key: str) -> Locator:
    """One of the five questions, as it is asked."""
    return page.get_by_role("group", name=PROMPTS[key], exact=True)


def answer(page: Page, *answers: str) -> None:
    """Answer the questions in order; one answer holds for all that follow."""
    given = [*answers, *answers[-1:] * (len(PROMPTS) - len(answers))]
    for place, (key, text) in enumerate(zip(PROMPTS, given, strict=True), 1):
        question(page, key).get_by_label(text, exact=True).check()
        press(page, "Verder" if place < len(PROMPTS) else "Klaar")


def shown(page: Page) -> list[str]:
    """The headings of the outcomes that are to be seen."""
    return [name for name in OUTCOMES if page.get_by_role("heading", name=name).is_visible()]


def named(page: Page) -> list[str]:
    """Which questions an outcome names."""
    return page.locator("[data-outcome]:not([hidden]) li:visible").all_inner_texts()


@pytest.mark.parametrize("grade", some_in_make_test(list(GRADES), 1))
def test_one_at_a_time(check_page: Page, grade: str) -> None:
    """One question at a time, in the words of one's own grade, below one's own message."""
    begin(check_page, grade=grade)
    for number, (key, prompt) in enumerate(PROMPTS.items(), 1):
        expect(check_page.get_by_role("main").get_by_role("radio")).to_have_count(3)
        asked = check_page.get_by_role("group", name=prompt, exact=True)
        expect(asked).to_be_focused()
        expect(check_page.get_by_text(f"Vraag {number} van 5")).to_be_visible()
        for title, other in GRADES.items():
            words = asked.get_by_text(other["questions"][key])
            expect(words).to_be_visible(visible=title == grade)
        expect(check_page.get_by_role("figure", name="Jouw bericht")).to_contain_text(MINE)
        asked.get_by_label(YES, exact=True).check()
        press(check_page, "Verder" if number < len(PROMPTS) else "Klaar")


@pytest.mark.parametrize(
    ("answers", "heading", "which"),
    [
        ((YES,), READ, []),
        pytest.param(*((NO,), RULE, list(PROMPTS.values())), marks=pytest.mark.everything),
        ((DEPENDS,), WAIT, list(PROMPTS.values())),
        ((YES, NO, DEPENDS, YES), RULE, ["Is het helpend?"]),
        ((DEPENDS, YES, YES, YES, NO), RULE, ["Is het aardig?"]),
        pytest.param(
            *((YES, YES, DEPENDS, YES), WAIT, ["Inspireert het?"]), marks=pytest.mark.everything
        ),
    ],
)
def test_outcome(
    check_page: Page, answers: tuple[str, ...], heading: str, which: list[str]
) -> None:
    """One no decides; then what is not sure yet; and the questions that led there are named."""
    begin(check_page)
    answer(check_page, *answers)
    expect(check_page.get_by_role("heading", name=heading)).to_be_focused()
    assert [heading] == shown(check_page)
    assert which == named(check_page)


@pytest.mark.parametrize("grade", some_in_make_test(list(GRADES), 1))
def test_the_rule_of_the_protocol(check_page: Page, grade: str) -> None:
    """After a no stands the rule letter for letter, the grade's own, and the protocol behind it."""
    begin(check_page, grade=grade)
    answer(check_page, NO)
    outcome = check_page.get_by_role("region", name=RULE)
    for title, other in GRADES.items():
        rule = outcome.locator("p").filter(
            has_text=re.compile(re.escape(f"{title}: {other['rule']}") + "$")
        )
        expect(rule).to_be_visible(visible=title == grade)
    quote = outcome.get_by_text("Vóór je iets plaatst op social media, bedenk dan:")
    expect(quote).to_be_hidden()
    outcome.get_by_text("Zo staat het in het protocol").click()
    expect(quote).to_be_visible()


def test_changing_it_is_no_rule(check_page: Page) -> None:
    """What the site adds to the protocol is said to be of the site."""
    begin(check_page)
    answer(check_page, NO)
    expect(check_page.get_by_text("Veranderen is een tip van deze site.")).to_be_visible()
    press(check_page, "Stel de vragen nog een keer")
    answer(check_page, DEPENDS)
    expect(check_page.get_by_text("Het protocol kent alleen ja en nee.")).to_be_visible()


@pytest.mark.parametrize("given", some_in_make_test([NO, DEPENDS], 1))
def test_change_and_ask_again(check_page: Page, given: str) -> None:
    """The message comes back to be changed; then the questions are asked about the new one."""
    begin(check_page)
    answer(check_page, given)
    box = check_page.get_by_role("textbox", name="Verander je bericht")
    expect(box).to_have_value(MINE)
    box.fill("Noor, wat een vrolijke trui!")
    press(check_page, "Stel de vragen nog een keer")
    own = check_page.get_by_role("figure", name="Jouw bericht")
    expect(own).to_contain_text("Noor, wat een vrolijke trui!")
    expect(question(check_page, "waar")).to_be_focused()
    expect(check_page.get_by_role("radio", checked=True)).to_have_count(0)
    answer(check_page, YES)
    expect(own).to_contain_text("Noor, wat een vrolijke trui!")
    assert [READ] == shown(check_page)


def test_someone_else(check_page: Page) -> None:
    """After five times yes a child is told to ask whoever else is in it."""
    begin(check_page)
    answer(check_page, YES)
    outcome = check_page.get_by_role("region", name=READ)
    expect(outcome).to_contain_text("Gaat het ook over iemand anders?")
    outcome.get_by_text("Zo staat het in het protocol").click()
    expect(outcome).to_contain_text("Respecteer de privacy van anderen.")


def test_in_mind(check_page: Page) -> None:
    """A message that was not typed is asked about all the same."""
    begin(check_page, message="  ")
    own = check_page.get_by_role("figure", name="Jouw bericht")
    expect(own).to_contain_text("Houd je bericht goed in je hoofd.")


def test_message_is_text(check_page: Page) -> None:
    """What a child types is shown as it was typed, never as markup."""
    begin(check_page, message="<b>dik</b><img src=x onerror=alert(1)>")
    own = check_page.get_by_role("figure", name="Jouw bericht")
    expect(own).to_contain_text("<b>dik</b><img src=x onerror=alert(1)>")
    expect(own.locator("b, img")).to_have_count(0)


def test_choose_first(check_page: Page) -> None:
    """Who did not choose is kindly told to, and the focus goes there."""
    press(check_page, "Begin")
    said = check_page.get_by_role("alert")
    expect(said).to_have_text("Kies eerst je groep.")
    expect(check_page.get_by_label("Groep 5–6", exact=True)).to_be_focused()
    begin(check_page)
    expect(said).to_be_empty()
    press(check_page, "Verder")
    expect(said).to_have_text("Kies eerst een antwoord.")
    expect(question(check_page, "waar").get_by_label(YES, exact=True)).to_be_focused()
    check_page.keyboard.press("Space")
    expect(said).to_be_empty()


def test_back(check_page: Page) -> None:
    """“Terug” leads back step by step, with everything as it was left."""
    begin(check_page)
    answer(check_page, NO)
    for key in reversed(PROMPTS):
        press(check_page, "Terug")
        expect(question(check_page, key)).to_be_focused()
        expect(question(check_page, key).get_by_label(NO, exact=True)).to_be_checked()
    press(check_page, "Terug")
    expect(check_page.get_by_role("textbox", name="Wat wil je plaatsen?")).to_have_value(MINE)
    expect(check_page.get_by_role("button", name="Terug")).to_be_hidden()


def test_another_message(check_page: Page) -> None:
    """A next message begins with nothing of the one before."""
    for given in (YES, NO):
        begin(check_page)
        answer(check_page, given)
        press(check_page, "Check nog een bericht")
        expect(check_page.get_by_role("textbox", name="Wat wil je plaatsen?")).to_be_visible()
        assert [] == check_page.evaluate(VALUES)


def test_by_keyboard(check_page: Page) -> None:
    """With the keyboard alone: typing, choosing, going on with Enter, changing, once more."""
    keys = check_page.keyboard
    check_page.get_by_role("textbox", name="Wat wil je plaatsen?").focus()
    keys.type("Hoi")
    keys.press("Tab")
    keys.press("Space")
    keys.press("Enter")
    for key in PROMPTS:
        expect(question(check_page, key)).to_be_focused()
        keys.press("Tab")
        keys.press("ArrowDown")  # the second answer is no
        expect(question(check_page, key).get_by_label(NO, exact=True)).to_be_checked()
        keys.press("Enter")
    expect(check_page.get_by_role("heading", name=RULE)).to_be_focused()
    again = check_page.get_by_role("button", name="Stel de vragen nog een keer")
    for _ in range(4):
        if again.evaluate("found => found === document.activeElement"):
            break
        keys.press("Tab")
    keys.press("Enter")
    expect(question(check_page, "waar")).to_be_focused()


def test_nothing_is_kept(check_page: Page, watch: Watch) -> None:
    """From begin to end nothing is stored, nothing is sent, and the address says nothing."""
    before, asked, address = check_page.evaluate(KEPT), len(watch.requested), check_page.url
    begin(check_page)
    answer(check_page, NO)
    check_page.get_by_role("textbox", name="Verander je bericht").fill("Anders")
    press(check_page, "Stel de vragen nog een keer")
    answer(check_page, YES)
    assert before == check_page.evaluate(KEPT)
    assert [] == watch.requested[asked:]
    assert address == check_page.url


@pytest.mark.parametrize("way", ["back", "reload"])
def test_gone(check_page: Page, site_url: str, way: str) -> None:
    """Who left and comes back, or loads the page again, finds nothing of what was typed."""
    begin(check_page)
    answer(check_page, YES, NO)
    if way == "back":
        check_page.goto(site_url + PRIVACY)
        check_page.go_back()
    else:
        check_page.reload()
    expect(check_page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    assert [] == check_page.evaluate(VALUES)
    expect(check_page.get_by_role("main")).not_to_contain_text("Noor")


def test_gone_from_memory(check_page: Page) -> None:
    """A browser that holds the page itself until Back holds it empty."""
    begin(check_page)
    answer(check_page, NO)
    check_page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    expect(check_page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    assert [] == check_page.evaluate(VALUES)
    expect(check_page.get_by_role("main")).not_to_contain_text("Noor")


@pytest.mark.everything
def test_put_elsewhere(check_page: Page) -> None:
    """Moved within the page, it works as before, with one set of buttons."""
    check_page.evaluate(
        "document.querySelector('.vv-check-page').append(document.querySelector('vv-check-post'))"
    )
    expect(check_page.get_by_role("button", name="Begin", exact=True)).to_have_count(1)
    begin(check_page)
    answer(check_page, YES)
    assert [READ] == shown(check_page)


def states(page: Page) -> Iterator[str]:
    """Every state of the page in turn."""
    yield "start"
    press(page, "Begin")
    yield "no grade"
    begin(page)
    yield "question"
    press(page, "Verder")
    yield "no answer"
    question(page, "waar").get_by_text("Zo staat het in het protocol").click()
    yield "protocol"
    answer(page, YES, NO)
    yield "no"
    press(page, "Stel de vragen nog een keer")
    answer(page, DEPENDS)
    yield "depends"
    press(page, "Stel de vragen nog een keer")
    answer(page, YES)
    yield "yes"


@pytest.mark.everything
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.everything)])
def test_access(page: Page, site_url: str, scheme: str) -> None:
    """In every state, light and dark, axe finds nothing, and all is large enough for a finger."""
    page.set_viewport_size(PHONE if scheme == "light" else DESKTOP)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(site_url + CHECK_POST)
    found = {state: [*violations(page), *page.evaluate(SMALL, FINGER)] for state in states(page)}
    assert {} == wrong_in(found)


@pytest.mark.everything
@pytest.mark.browser_context_args(viewport={"width": 320, "height": 400})
def test_smallest_window(check_page: Page) -> None:
    """In the smallest window nothing is cut off or scrolls sideways in any state."""
    found = {state: unreadable(check_page) for state in states(check_page)}
    assert {} == wrong_in(found)


@pytest.mark.everything
def test_walk(check_page: Page) -> None:
    """In every state Tab reaches everything, seen, in the window and named."""
    check_page.set_viewport_size(PHONE)
    found = {state: wrong_on_the_way(check_page) for state in states(check_page)}
    assert {} == wrong_in(found)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script(page: Page, site_url: str) -> None:
    """Without script stand all questions in every grade's words, what follows, and the promise."""
    page.goto(site_url + CHECK_POST)
    main = page.get_by_role("main")
    expect(page.get_by_role("textbox", name="Wat wil je plaatsen?")).to_be_visible()
    expect(main).to_contain_text("Het wordt niet bewaard en niet verstuurd.")
    for key, prompt in PROMPTS.items():
        asked = page.get_by_role("group", name=prompt, exact=True)
        for grade in GRADES.values():
            expect(asked.get_by_text(grade["questions"][key])).to_be_visible()
        expect(asked.get_by_role("radio")).to_have_count(3)
    for grade in GRADES.values():
        expect(main.get_by_text(grade["rule"], exact=False).first).to_be_visible()
    assert list(OUTCOMES) == shown(page)
    expect(main.get_by_role("button")).to_have_count(0)
    expect(main.locator("textarea[name]")).to_have_count(0)


def on_paper(page: Page) -> None:
    """The whole checklist is on one sheet, and nothing of the screen alone is."""
    assert 1 == sheets(page)
    page.emulate_media(media="print")
    for prompt in PROMPTS.values():
        expect(page.get_by_role("group", name=prompt, exact=True)).to_be_visible()
    assert list(OUTCOMES) == shown(page)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    page.emulate_media(media="null")  # or the next PDF would look like the screen


@pytest.mark.everything
def test_printed(check_page: Page) -> None:
    """On paper it is a checklist of one sheet, before the questions, halfway, and at the end."""
    on_paper(check_page)
    begin(check_page)
    on_paper(check_page)
    answer(check_page, NO)
    on_paper(check_page)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_printed_without_script(page: Page, site_url: str) -> None:
    """Without script it is the same checklist of one sheet."""
    page.goto(site_url + CHECK_POST)
    on_paper(page)


@pytest.mark.parametrize("path", some_in_make_test(["", "leerlingen/", "leerlingen/groep-5-6/"], 1))
def test_ways_in(page: Page, site_url: str, path: str) -> None:
    """From home, the students' page and a grade's page a link leads there."""
    page.goto(site_url + path)
    page.get_by_role("main").get_by_role("link", name="Check je bericht").click()
    expect(page).to_have_url(site_url + CHECK_POST)
