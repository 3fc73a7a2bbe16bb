from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from case_files import some_in_make_test
from fit import unreadable
from kinds import CHILDREN, LESSON, PRIVACY
from playwright.sync_api import BrowserContext, Locator, Page, expect
from speech import DUTCH, Listener
from states import DESKTOP, PHONE, every_state, wrong_in
from student import QUIZ, Student, come_back
from test_preferences import RUNNING
from test_saved_work import BLOCKED, FULL
from watch import Watch

KEY = "/.vv1.reading"
ALL = ["largest", "wide", "ruler", "plain", "slow"]
KEEP = "([key, words]) => localStorage.setItem(key, JSON.stringify(words))"
KEPT = "key => JSON.parse(localStorage.getItem(key))"
RULER = ".vv-ruler"
STYLE = """
    (found) => {
        const style = getComputedStyle(found);
        const number = (name) => parseFloat(style[name]) || 0;
        return {
            size: number("fontSize"),
            line: number("lineHeight") / number("fontSize"),
            letters: number("letterSpacing"),
            words: number("wordSpacing"),
        };
    }
"""
COLOURS = """
    () => [...document.querySelectorAll(
        ".vv-goal, .vv-help, .vv-at-home, .vv-words dl > div, .vv-article"
    )].map((found) => getComputedStyle(found).backgroundColor)
        .filter((colour) => colour !== "rgba(0, 0, 0, 0)"
            && colour !== getComputedStyle(document.body).backgroundColor)
"""


def style(page: Page) -> dict[str, float]:
    """How the text of a lesson is set."""
    place = page.locator(".vv-child > p:not(.vv-above, .vv-goal)").first
    return dict(place.evaluate(STYLE))


def set_before(page: Page, words: Any = ALL) -> None:
    """Somebody set this before, in this browser."""
    page.add_init_script(f"localStorage.setItem({KEY!r}, {json.dumps(json.dumps(words))})")


def opener(page: Page) -> Locator:
    """What opens and closes the panel."""
    return page.get_by_role("button", name="Leesinstellingen", exact=True)


def panel(page: Page) -> Locator:
    """The panel."""
    return page.get_by_role("region", name="Leesinstellingen", exact=True)


def opened(page: Page) -> Page:
    """The page with its panel open, by keyboard."""
    opener(page).press("Enter")
    expect(panel(page)).to_be_visible()
    return page


def choose(page: Page, group: str, name: str) -> None:
    """By keyboard, choose an answer of a group."""
    fields = panel(page).get_by_role("group", name=group, exact=True)
    fields.get_by_label(name, exact=True).press("Space")


STYLED = """
    () => new Promise((resolve) => {
        const link = document.querySelector('link[href$="/reading.css"]');
        if (link.sheet) resolve();
        else link.addEventListener("load", resolve);
    })
"""


def applied(page: Page, *words: str) -> None:
    """The page follows exactly these settings."""
    expect(page.locator("html")).to_have_attribute("data-vv-reading", " ".join(words))
    page.evaluate(STYLED)


@pytest.fixture
def lesson(page: Page, site_url: str) -> Page:
    """A lesson as it is by itself."""
    page.goto(site_url + LESSON)
    return page


def test_panel(lesson: Page) -> None:
    """The button tells whether the panel is open; Escape and “Sluiten” close it and go back."""
    expect(panel(lesson)).to_have_count(0)
    expect(opener(lesson)).to_have_attribute("aria-expanded", "false")
    opened(lesson)
    expect(opener(lesson)).to_have_attribute("aria-expanded", "true")
    lesson.keyboard.press("Tab")
    expect(panel(lesson).get_by_role("radio", name="Gewoon").first).to_be_focused()
    lesson.keyboard.press("Escape")
    expect(panel(lesson)).to_have_count(0)
    expect(opener(lesson)).to_be_focused()
    opened(lesson).get_by_role("button", name="Sluiten", exact=True).press("Enter")
    expect(panel(lesson)).to_have_count(0)
    expect(opener(lesson)).to_be_focused()


def test_letters(lesson: Page) -> None:
    """The letters get larger in two steps, at once, and that is announced."""
    sizes = [style(opened(lesson))["size"]]
    for name, word in (("Groter", "large"), ("Heel groot", "largest")):
        choose(lesson, "Letters", name)
        applied(lesson, word)
        sizes.append(style(lesson)["size"])
        said = panel(lesson).get_by_role("status")
        expect(said).to_have_text(f"Ingesteld: Letters, {name}.")
    assert sizes[0] * 1.2 <= sizes[1]
    assert sizes[1] * 1.2 <= sizes[2]
    choose(lesson, "Letters", "Gewoon")
    applied(lesson, "")
    assert sizes[0] == style(lesson)["size"]


def test_space(lesson: Page) -> None:
    """More space is between lines, letters and words together."""
    before = style(opened(lesson))
    choose(lesson, "Ruimte", "Ruim")
    applied(lesson, "wide")
    after = style(lesson)
    assert after["line"] >= before["line"] + 0.3
    assert 0 == before["letters"]
    assert 1 < after["letters"]
    assert after["letters"] * 2 < after["words"]
    assert before["size"] == after["size"]


def middle(page: Page) -> float:
    """Where the ruler lies."""
    box = page.locator(RULER).bounding_box()
    assert box
    return box["y"] + box["height"] / 2


def test_ruler(lesson: Page) -> None:
    """The ruler follows the mouse and the focus, and what lies below it can be pressed."""
    choose(opened(lesson), "Rustig kijken", "Leesliniaal")
    applied(lesson, "ruler")
    expect(lesson.locator(RULER)).to_be_visible()
    for y in (300, 500):
        lesson.mouse.move(400, y)
        assert abs(middle(lesson) - y) <= 1
    # The mouse, with the ruler on it, presses what is below.
    close = panel(lesson).get_by_role("button", name="Sluiten", exact=True)
    close.click()
    expect(panel(lesson)).to_have_count(0)
    lesson.keyboard.press("Tab")
    box = lesson.locator(":focus").bounding_box()
    assert box
    assert abs(middle(lesson) - box["y"] - box["height"] / 2) <= 2
    opened(lesson)
    choose(lesson, "Rustig kijken", "Leesliniaal")
    expect(lesson.locator(RULER)).to_be_hidden()


@pytest.mark.everything
@pytest.mark.browser_context_args(has_touch=True, viewport=PHONE)
def test_ruler_by_touch(page: Page, site_url: str) -> None:
    """The ruler goes where the finger is."""
    set_before(page, ["ruler"])
    page.goto(site_url + LESSON)
    expect(page.locator(RULER)).to_be_attached()
    page.touchscreen.tap(200, 600)
    assert abs(middle(page) - 600) <= 1


def test_ruler_follows_the_voice(page: Page, site_url: str) -> None:
    """While it reads aloud the ruler lies on the sentence."""
    listener = Listener(page, DUTCH)
    set_before(page, ["ruler"])
    page.goto(site_url + LESSON)
    listener.begin()
    listener.hear(5)
    top, bottom = page.evaluate("""() => {
        const {top, bottom} = [...CSS.highlights.get("vv-read")][0].getBoundingClientRect();
        return [top, bottom];
    }""")
    assert top <= middle(page) <= bottom


@pytest.mark.parametrize("scheme", some_in_make_test(["light", "dark"], 1))
def test_quiet_background(page: Page, site_url: str, scheme: str) -> None:
    """The quiet background has one tone, in light and in dark."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(site_url + LESSON)
    assert page.evaluate(COLOURS)
    choose(opened(page), "Rustig kijken", "Rustige achtergrond")
    applied(page, "plain")
    assert [] == page.evaluate(COLOURS)


def test_pace(page: Page, site_url: str) -> None:
    """The voice reads slower for who wants that."""
    listener = Listener(page, DUTCH)
    page.goto(site_url + LESSON)
    listener.begin()
    opened(page)
    choose(page, "Voorlezen", "Rustig")
    listener.hear()
    usual, slow = (utterance["rate"] for utterance in listener.utterances)
    assert slow < usual <= 1


def test_kept(lesson: Page, site_url: str) -> None:
    """What was set holds after a reload and on another page, until everything is put back."""
    opened(lesson)
    choose(lesson, "Letters", "Heel groot")
    choose(lesson, "Rustig kijken", "Leesliniaal")
    assert ["largest", "ruler"] == lesson.evaluate(KEPT, KEY)
    lesson.reload()
    applied(lesson, "largest", "ruler")
    for path in ("", QUIZ):
        lesson.goto(site_url + path)
        applied(lesson, "largest", "ruler")
    opened(lesson)
    expect(panel(lesson).get_by_role("radio", name="Heel groot")).to_be_checked()
    expect(panel(lesson).get_by_role("checkbox", name="Leesliniaal")).to_be_checked()
    panel(lesson).get_by_role("button", name="Zet alles terug", exact=True).press("Enter")
    applied(lesson, "")
    expect(panel(lesson).get_by_role("checkbox", checked=True)).to_have_count(0)
    expect(panel(lesson).get_by_role("radio", name="Gewoon", checked=True)).to_have_count(3)
    expect(panel(lesson).get_by_role("status")).to_have_text("Alles is weer gewoon.")
    assert lesson.evaluate(KEPT, KEY) is None


def test_erased(context: BrowserContext, site_url: str) -> None:
    """The button that erases everything erases it, and pages that are open follow."""
    open_page, page = context.new_page(), context.new_page()
    open_page.goto(site_url + LESSON)
    choose(opened(open_page), "Letters", "Groter")
    page.goto(site_url + LESSON)
    applied(page, "large")
    page.goto(site_url + PRIVACY)
    expect(page.get_by_text("Hoe jij graag leest")).to_be_visible()
    page.get_by_role("button", name="Wis alles uit deze browser").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    assert page.evaluate(KEPT, KEY) is None
    applied(open_page, "")
    expect(panel(open_page).get_by_role("radio", name="Groter")).not_to_be_checked()
    page.go_back()
    expect(opener(page)).to_be_visible()
    expect(page.locator("html[data-vv-reading~=large]")).to_have_count(0)


def test_someone_else(finished_page: Page) -> None:
    """Somebody else at this device begins with a page as it is by itself."""
    student = come_back(finished_page, "sticker/read")
    choose(opened(finished_page), "Letters", "Groter")
    applied(finished_page, "large")
    student.press("Ben jij iemand anders?")
    student.press("Ja, begin opnieuw")
    applied(finished_page, "")
    assert finished_page.evaluate(KEPT, KEY) is None


DAMAGED = [
    "{", "", "null", "7", "true", '"largest wide"', '{"0": "wide"}', "[[]]", '[["wide"]]',
    '["<b>", "evil", "LARGE", " wide", null, {}]', '["__proto__", "constructor"]',
]  # fmt: skip


@pytest.mark.everything
def test_damaged(page: Page, site_url: str) -> None:
    """What is not known is left out; nothing breaks."""
    page.goto(site_url + LESSON)
    for text in [*DAMAGED, '["wide", "evil", 3, "wide"]']:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        page.reload()
        opened(page)
        applied(page, "wide" if text.startswith('["wide"') else "")


@pytest.mark.parametrize("why", some_in_make_test(["blocked", "full"], 1))
def test_not_kept(page: Page, site_url: str, watch: Watch, why: str) -> None:
    """Where a browser keeps nothing, it works on this page, and a sentence says so."""
    watch.allow(r"(?s)blocked by the test(?!.*assets/vijfvragen)")
    page.add_init_script(FULL if why == "full" else BLOCKED)
    page.goto(site_url + LESSON)
    choose(opened(page), "Letters", "Groter")
    applied(page, "large")
    note = "Je keuzes worden niet bewaard. Hier werken ze wel."
    expect(page.get_by_text(note)).to_be_visible()
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow'))")
    applied(page, "large")
    panel(page).get_by_role("button", name="Zet alles terug", exact=True).click()
    applied(page, "")
    expect(page.get_by_text(note)).to_be_hidden()


SIZES = {"320": (320, 640), "390 at 200 %": (195, 422), "1280 at 200 %": (640, 400)}


def wrong_at_any_size(page: Page) -> dict[str, Any]:
    """What does not fit, or cannot be read, by size."""
    found = {}
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        found[name] = unreadable(page)
    return wrong_in(found)


@pytest.mark.everything
@pytest.mark.parametrize("words", [["largest", "wide", "plain"], ["large"]], ids=["all", "large"])
def test_pages_fit(page: Page, site_url: str, words: list[str]) -> None:
    """With the settings at their largest each page for children fits, and all text can be read."""
    set_before(page, words)
    found = {}
    for kind, path in CHILDREN.items():
        page.goto(site_url + path)
        applied(page, *words)
        opened(page)
        page.evaluate("() => document.fonts.ready")
        found[kind] = wrong_at_any_size(page)
    assert {} == wrong_in(found)


@pytest.mark.everything
def test_quiz_fits(finished_page: Page) -> None:
    """With the settings at their largest the quiz fits in each state."""
    set_before(finished_page)
    finished_page.reload()
    found = {state: wrong_at_any_size(finished_page) for state in every_state(finished_page)}
    assert {} == wrong_in(found)


def violations(page: Page) -> list[str]:
    """What axe finds, one line each."""
    return [
        f"{found['id']}: {' '.join(node['html'].split())[:160]}"
        for found in Axe().run(page).response["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.everything
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.everything)])
@pytest.mark.parametrize(
    "size",
    [PHONE, pytest.param(DESKTOP, marks=pytest.mark.everything)],
    ids=["phone", "desktop"],
)
def test_access(page: Page, site_url: str, scheme: str, size: Any) -> None:
    """Axe finds nothing: panel open, everything set, a voice reading, no voice."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    listener = Listener(page, DUTCH)
    page.goto(site_url + LESSON)
    found = {"panel": violations(opened(page))}
    listener.begin()
    found["reading"] = violations(page)
    for group, name in (("Letters", "Heel groot"), ("Ruimte", "Ruim")):
        choose(page, group, name)
    for name in ("Leesliniaal", "Rustige achtergrond"):
        choose(page, "Rustig kijken", name)
    found["all set"] = violations(page)
    page.evaluate("() => { fake.voices = []; fake.fail('synthesis-failed'); }")
    expect(page.get_by_text("Dit apparaat heeft zelf geen")).to_be_visible()
    found["no voice"] = violations(page)
    for kind in ("home", "students", "quiz"):
        page.goto(site_url + CHILDREN[kind])
        applied(page, "largest", "wide", "ruler", "plain")
        found[kind] = violations(page)
    assert {} == wrong_in(found)


@pytest.mark.everything
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_access_of_the_quiz(finished_page: Page, scheme: str) -> None:
    """With everything set axe finds nothing in any state of the quiz, in light and dark."""
    finished_page.set_viewport_size(PHONE)
    set_before(finished_page)
    if scheme == "dark":
        finished_page.get_by_title("Donkere kleuren").click()
    finished_page.reload()
    found = {state: violations(finished_page) for state in every_state(finished_page)}
    assert {} == wrong_in(found)


def test_no_movement(page: Page, site_url: str) -> None:
    """Who asked for less movement gets none: the page jumps to what is read, nothing glides."""
    page.set_viewport_size(PHONE)
    listener = Listener(page, DUTCH)
    set_before(page)
    page.goto(site_url + LESSON)
    listener.begin()
    places = []
    for _ in range(20):
        listener.hear()
        places += [page.evaluate("() => scrollY") for _ in range(2)]
        assert [] == page.evaluate(RUNNING)
    assert places[::2] == places[1::2]
    assert len(set(places)) > 3


@pytest.mark.everything
def test_print(page: Page, site_url: str) -> None:
    """Nothing of the tools is printed."""
    set_before(page)
    page.goto(site_url + LESSON)
    expect(page.locator(RULER)).to_be_visible()
    opened(page)
    page.emulate_media(media="print")
    expect(page.locator("vv-reading")).to_be_hidden()
    expect(page.locator(RULER)).to_be_hidden()


@pytest.mark.everything
def test_forced_colours(page: Page, site_url: str) -> None:
    """In forced colours the buttons, the panel and the ruler are there, and can be told apart."""
    page.emulate_media(forced_colors="active")
    set_before(page, ["ruler"])
    page.goto(site_url + LESSON)
    opened(page)
    for part in (panel(page), page.locator(RULER)):
        width = part.evaluate("found => getComputedStyle(found).borderTopWidth")
        assert "2px" == width
    expect(page.get_by_role("button", name="Lees voor", exact=True)).to_be_visible()


@pytest.mark.everything
def test_only_our_host(lesson: Page, site_url: str, watch: Watch) -> None:
    """Using the settings asks only this site, and only for the files that it needs."""
    before = len(watch.requested)
    choose(opened(lesson), "Rustig kijken", "Leesliniaal")
    expect(lesson.locator(RULER)).to_be_visible()
    after = watch.requested[before:]
    assert all(url.startswith(site_url) for url in after)
    names = {url.rpartition("/")[2] for url in after if "/assets/vijfvragen/" in url}
    settings = {"reading-settings.js", "reading-kept.js", "reading-ruler.js"}
    # The words of the lesson have brought `dom.js` already.
    assert {*settings, "reading.css"} == names


@pytest.mark.browser_context_args(java_script_enabled=False)
@pytest.mark.parametrize("kind", some_in_make_test(["lesson", "quiz"], 1))
def test_without_script(page: Page, site_url: str, kind: str) -> None:
    """Without a script nothing is shown that would not work."""
    page.goto(site_url + CHILDREN[kind])
    expect(page.get_by_text("Lees voor")).to_be_hidden()
    expect(page.get_by_text("Leesinstellingen").first).to_be_hidden()


def test_busy_quiz(quiz_page: Page) -> None:
    """In a quiz that was begun the tools take one row."""
    quiz_page.set_viewport_size(PHONE)
    Student(quiz_page).press("Begin")
    box = quiz_page.locator("vv-reading").bounding_box()
    assert box
    assert box["height"] <= 50
