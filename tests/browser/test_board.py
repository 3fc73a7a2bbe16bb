from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import build
from playwright.sync_api import Locator, Page, ViewportSize, expect
from states import PHONE, wrong_in
from student import JOUW_FOTO, PARTS, QUIZZES, Quiz, read_quiz
from test_access import violations
from test_targets import FINGER, SMALL
from walk import wrong_on_the_way

TINY = Path(__file__).parents[1] / "sites" / "tiny"
SCREEN: ViewportSize = {"width": 1920, "height": 1080}
LAPTOP: ViewportSize = {"width": 1280, "height": 720}
LAST_SLIDES = 400
"""More than any quiz has, so that a walk that does not end is caught."""

MORE = """
  - id: hulp-vragen
    type: steps
    cites: [regel-1]
    question: Iemand doet online gemeen tegen jou. Wat doe je eerst, en wat daarna?
    steps:
      - {text: Ik reageer niet., feedback: Zo wordt het niet nog erger.}
      - {text: Ik maak een foto van het scherm., feedback: Dan kun je laten zien wat er was.}
      - {text: Ik vertel het thuis of op school., feedback: Samen weet je meer dan alleen.}
      - {text: Ik blokkeer wie gemeen doet., feedback: Dan kan hij jou niets meer sturen.}
    explanation: Niet reageren, bewaren, vertellen en dan pas blokkeren. [[regel-1]]
  - id: woorden
    type: match
    cites: [regel-1]
    question: Wat hoort bij elkaar?
    pairs:
      - {one: Portret, other: Een foto waarop je iemand herkent., feedback: Ook van achteren.}
      - {one: Toestemming, other: De ander zegt dat het mag., feedback: Nee mag ook altijd.}
      - {one: Publiek, other: Iedereen die het kan zien., feedback: Dat zijn er vaak meer.}
    explanation: Met deze drie woorden kun je erover praten.
  - id: te-veel
    type: spot
    cites: [regel-1]
    post:
      channel: spelchat
      sender: Bram (9)
      audience: iedereen in het spel
      text: "Ik ben Bram en ik woon in de Dorpsstraat. Ik zit op De Linde. Wie speelt mee?"
      context: Bram kent de anderen in het spel niet.
    question: Welke woorden geven te veel weg?
    words:
      - {text: in de Dorpsstraat, right: true, feedback: Nu weet iedereen waar hij woont.}
      - {text: op De Linde, right: true, feedback: Zo kan iemand hem vinden.}
      - {text: Wie speelt mee, feedback: Dat mag je gerust vragen.}
    explanation: Waar je woont en waar je bent, hou je voor jezelf. [[regel-1]]
    talk: Wat vertel jij wel in een spel?
"""
"""Questions of the kinds that the real quizzes do not have."""

MEASURE = """
    (least) => {
        const board = document.querySelector("vv-board");
        const slide = [...board.querySelectorAll(".vv-slide")].find(({hidden}) => !hidden);
        const found = [];
        const page = document.documentElement;
        const {bottom} = board.getBoundingClientRect(); // below the start stands the footer
        if (bottom > innerHeight + .5) found.push(`${bottom} high`);
        if (page.scrollWidth > page.clientWidth) found.push(`${page.scrollWidth} wide`);
        for (const part of [board, slide, ...slide.querySelectorAll("*")]) {
            const cut = getComputedStyle(part).overflow !== "visible"
                && !part.matches("svg, svg *, .vv-unseen, .vv-row__bar");
            const small = part.scrollHeight > part.clientHeight + 1
                || part.scrollWidth > part.clientWidth + 1;
            if (cut && small) found.push(`cut off: ${part.outerHTML.slice(0, 80)}`);
        }
        const texts = document.createTreeWalker(board, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const parent = text.parentElement;
            const seen = parent.checkVisibility({visibilityProperty: true})
                && !parent.closest(".vv-unseen, script, h1:not(.vv-board--start > h1)");
            if (!text.data.trim() || !seen) continue;
            const size = parseFloat(getComputedStyle(parent).fontSize);
            if (size < least) found.push(`${size}: ${text.data.trim().slice(0, 60)}`);
        }
        return found;
    }
"""
KEPT = "() => [{...localStorage}, {...sessionStorage}]"


class Board:
    """A teacher at the board."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.element = page.locator("vv-board")
        self.slide = self.element.locator(".vv-slide:visible")

    def open(self, url: str, quiz: Quiz = JOUW_FOTO, at: str = "") -> Board:
        """Come from the lesson plan, at an item of the quiz or at the start."""
        self.page.goto("about:blank")
        fragment = f"#{at}" if at else ""
        self.page.goto(f"{url}{quiz.folder}bord/{fragment}")
        expect(self.button("Verder")).to_be_visible()
        return self

    def button(self, name: str) -> Locator:
        """A button of the board."""
        return self.element.get_by_role("button", name=name, exact=True)

    def is_at(self, slide: str) -> None:
        """Only this slide is there, and the address names it."""
        expect(self.slide).to_have_count(1)
        expect(self.slide).to_have_id(slide)
        expect(self.page).to_have_url(re.compile(rf"#{re.escape(slide)}$"))

    def press(self, *keys: str) -> None:
        """Press the keys of a keyboard or of a clicker."""
        for key in keys:
            self.page.keyboard.press(key)

    def row(self, answer: str) -> Locator:
        """The row of an answer."""
        return self.slide.get_by_role("listitem").filter(has_text=answer)

    def vote(self, answer: str, times: int = 1) -> None:
        """Press + so many times."""
        for _ in range(times):
            self.button(f"Eén stem meer voor {answer}").click()

    def walk(self) -> Iterator[str]:
        """Every slide, with PageDown."""
        before = None
        for _ in range(LAST_SLIDES):
            slide = self.slide.get_attribute("id")
            if slide == before:
                return
            yield str(slide)
            before = slide
            self.press("PageDown")
        pytest.fail("PageDown does not come to an end")


@pytest.fixture
def board(page: Page) -> Board:
    """The big screen in front of a class."""
    page.set_viewport_size(SCREEN)
    return Board(page)


@pytest.fixture(scope="module")
def more_url(
    tmp_path_factory: pytest.TempPathFactory, serve_folders: Callable[[dict[str, Path]], str]
) -> str:
    """The address of a site whose quiz has questions of every kind."""
    root = tmp_path_factory.mktemp("more") / "site"
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("site"))
    file = root / "quizzes" / "g56" / "jouw-foto.yml"
    file.write_text(file.read_text(encoding="utf-8").rstrip() + MORE, encoding="utf-8")
    return serve_folders({"/": build(root.parent / "built", root=root)}) + "/"


STICKER = [
    "sticker",
    *(
        f"sticker.{key}{end}"
        for key in ("waar", "helpend", "inspireert", "nodig", "aardig")
        for end in ("", ".waarom")
    ),
    "sticker.besluit",
    "sticker.besluit.uitleg",
    "sticker.herschrijf",
    "sticker.herschrijf.voorbeeld",
    "sticker.praat",
]
"""The slides of one message, from the message to the talk about it."""


def test_a_message_with_a_clicker(board: Board, site_url: str) -> None:
    """With the two keys of a clicker a class goes from a message to its talk, and back."""
    board.open(site_url, at="sticker")
    board.is_at("sticker")
    expect(board.slide).to_contain_text("Nieuwe sticker!")
    expect(board.slide.get_by_role("img")).to_have_count(0)
    for slide in STICKER[1:]:
        board.press("PageDown")
        board.is_at(slide)
        expect(board.slide.get_by_role("heading", level=2)).to_be_focused()
    expect(board.slide).to_contain_text("Wanneer is een grap leuk voor iedereen?")
    for slide in reversed(STICKER[:-1]):
        board.press("PageUp")
        board.is_at(slide)


def test_keys(board: Board, site_url: str) -> None:
    """Arrows, Space and Enter lead on and back; Home and End to the first and the last."""
    board.open(site_url, at="sticker")
    for key in ("ArrowRight", "ArrowDown", "Space", "Enter"):
        board.press(key)
    board.is_at(STICKER[4])
    board.press("ArrowLeft", "ArrowUp")
    board.is_at(STICKER[2])
    board.press("End")
    expect(board.button("Verder")).to_be_disabled()
    board.press("PageDown", "Home")
    expect(board.button("Terug")).to_be_disabled()
    expect(board.page.get_by_role("heading", level=1)).to_be_focused()
    board.press("PageUp")
    expect(board.slide).to_contain_text("Zo werkt het")


@pytest.mark.everything
def test_other_keys_keep_their_meaning(board: Board, site_url: str) -> None:
    """With Control or Alt, as letter, and in the search a key is not the board's."""
    board.open(site_url, at="sticker")
    board.press("Control+ArrowRight", "Shift+PageDown", "b", ".", "n")
    board.is_at("sticker")
    expect(board.slide).to_be_visible()
    board.press("Home")
    search = board.page.get_by_role("textbox", name="Zoeken")
    search.fill("foto")
    search.press("Home")
    search.press("ArrowRight")
    search.press("Space")
    expect(board.slide).to_contain_text("Zo werkt het")


def test_votes_by_mouse(board: Board, site_url: str) -> None:
    """Each tap on + is a vote: the number and the bar say so, and so they do at the explanation."""
    board.open(site_url, at="sticker.helpend")
    board.vote("Nee", 9)
    board.vote("Hangt ervan af", 4)
    board.button("Eén stem minder voor Hangt ervan af").click()
    board.button("Eén stem minder voor Ja").click()
    counts = {"Ja": "0", "Nee": "9", "Hangt ervan af": "3"}
    for _ in range(2):
        for answer, count in counts.items():
            expect(board.row(answer).get_by_role("status")).to_have_text(count)
        bars = [
            board.row(answer).locator(".vv-row__bar > span").evaluate("found => found.style.width")
            for answer in counts
        ]
        assert ["0%", "90%", "30%"] == bars
        board.button("Verder").click()
    board.button("Terug").click()
    expect(board.row("Nee")).to_contain_text("Dit past")
    expect(board.row("Ja")).not_to_contain_text("Dit past")
    expect(board.slide).to_contain_text("De meester heeft er niets aan.")


@pytest.mark.everything
def test_more_votes_than_a_bar_holds(board: Board, site_url: str) -> None:
    """The largest fills the bar; the others keep their part of it."""
    board.open(site_url, at="sticker.helpend")
    board.vote("Nee", 20)
    board.vote("Ja", 5)
    bar = board.row("Ja").locator(".vv-row__bar > span")
    assert "25%" == bar.evaluate("found => found.style.width")


def test_votes_by_keyboard(board: Board, site_url: str) -> None:
    """With Tab and Space votes are counted, and erased; Space on a button leads nowhere."""
    board.open(site_url, at="sticker.helpend")
    board.press("Tab", "Tab")
    expect(board.button("Eén stem meer voor Ja")).to_be_focused()
    board.press("Space", "Space", "Enter")
    board.is_at("sticker.helpend")
    expect(board.row("Ja").get_by_role("status")).to_have_text("3")
    board.press("Shift+Tab", "Space")
    expect(board.row("Ja").get_by_role("status")).to_have_text("2")
    board.button("Wis de stemmen").press("Enter")
    expect(board.row("Ja").get_by_role("status")).to_have_text("0")
    expect(board.button("Wis de stemmen")).to_be_hidden()
    expect(board.button("Eén stem meer voor Ja")).to_be_focused()
    board.press("PageDown")
    board.is_at("sticker.helpend.waarom")


def test_votes_belong_to_one_question(board: Board, site_url: str) -> None:
    """Votes for one question are not those for another; without votes there are no bars."""
    board.open(site_url, at="sticker.helpend")
    board.vote("Nee", 2)
    board.press("PageDown", "PageDown")
    expect(board.row("Nee").get_by_role("status")).to_have_text("0")
    board.press("PageDown")
    expect(board.slide.get_by_role("status")).to_have_count(0)
    expect(board.slide).to_contain_text("Dit past")


@pytest.mark.everything
def test_nothing_is_kept(board: Board, site_url: str) -> None:
    """No vote is stored; a reload comes back to the same place with none."""
    board.open(site_url, at="sticker.helpend")
    before = board.page.evaluate(KEPT)
    board.vote("Nee", 3)
    board.press("PageDown", "PageUp")
    assert before == board.page.evaluate(KEPT)
    board.press("PageUp")
    board.page.reload()
    board.is_at("sticker.waar.waarom")
    board.press("PageDown")
    expect(board.row("Nee").get_by_role("status")).to_have_text("0")
    board.vote("Nee", 2)
    assert before == board.page.evaluate(KEPT)
    assert [] == board.page.context.cookies()


def test_overview(board: Board, site_url: str) -> None:
    """The overview leads to every message, and Back of the browser returns to it."""
    board.open(site_url)
    board.button("Overzicht").click()
    ids = [entry["id"] for part in PARTS for entry in read_quiz()[part]]
    expect(board.slide.get_by_role("link")).to_have_count(len(ids))
    board.slide.get_by_role("link", name="Bericht van Sem (9)").click()
    board.is_at("gekke-foto")
    expect(board.element).to_contain_text(f"Vraag {ids.index('gekke-foto') + 1} van {len(ids)}")
    board.page.go_back()
    board.is_at(".overzicht")


@pytest.mark.everything
def test_ways_in(page: Page, site_url: str) -> None:
    """From the teachers' page, from the plan, and from a message in the plan one comes here."""
    page.goto(f"{site_url}leerkrachten/lessen/")
    page.get_by_role("link", name="Digibord", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Digibord: ")
    page.get_by_role("link", name="Naar de lesbrief").click()
    with page.expect_popup() as opened:
        page.get_by_role("link", name=re.compile("^Op het digibord")).click()
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("Digibord: ")
    page.goto(f"{site_url}leerkrachten/lessen/jouw-foto/")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Toon dit op het digibord").first.click()
    Board(opened.value).is_at("gekke-foto")


def test_full_screen(board: Board, site_url: str) -> None:
    """In full screen one key makes the board black, and the next brings it back."""
    board.open(site_url, at="sticker")
    full = board.button("Volledig scherm")
    full.click()
    expect(full).to_have_attribute("aria-pressed", "true")
    assert board.element.evaluate("found => found === document.fullscreenElement")
    for key in ("b", "."):
        board.press(key)
        expect(board.slide.get_by_text("Nieuwe sticker!")).to_be_hidden()
        board.press("PageDown")
        expect(board.slide.get_by_text("Nieuwe sticker!")).to_be_visible()
    board.is_at("sticker")
    board.press("PageDown")
    board.is_at("sticker.waar")
    full.click()
    expect(full).to_have_attribute("aria-pressed", "false")
    board.press("b")
    expect(full).to_be_visible()


@pytest.mark.everything
def test_without_full_screen(board: Board, site_url: str) -> None:
    """Where a browser cannot fill the screen, there is no button for it."""
    board.page.add_init_script("delete Element.prototype.requestFullscreen")
    board.open(site_url)
    expect(board.button("Volledig scherm")).to_be_hidden()


def sizes(board: Board, least: float) -> dict[str, list[str]]:
    """What does not fit or is too small, by slide."""
    return wrong_in({slide: board.page.evaluate(MEASURE, least) for slide in board.walk()})


@pytest.mark.parametrize(
    "quiz",
    [
        pytest.param(quiz, marks=() if quiz == JOUW_FOTO else pytest.mark.everything, id=quiz.id)
        for quiz in QUIZZES
    ],
)
def test_sizes(board: Board, site_url: str, quiz: Quiz) -> None:
    """On a full screen no slide scrolls, and no letter is smaller than a twentieth of it."""
    board.open(site_url, quiz)
    assert {} == sizes(board, SCREEN["height"] / 20)


@pytest.mark.everything
@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.id)
def test_sizes_on_a_small_board(board: Board, site_url: str, quiz: Quiz) -> None:
    """The same holds for a board with fewer dots."""
    board.page.set_viewport_size(LAPTOP)
    board.open(site_url, quiz)
    assert {} == sizes(board, LAPTOP["height"] / 20)


@pytest.mark.everything
def test_sizes_of_other_questions(board: Board, more_url: str) -> None:
    """Steps, pairs and words in a message fit the screen as well."""
    board.open(more_url)
    assert {} == sizes(board, SCREEN["height"] / 20)


@pytest.mark.everything
def test_on_a_phone(board: Board, site_url: str) -> None:
    """On a phone a slide may be longer than the window, and nothing is wider or too small."""
    board.page.set_viewport_size(PHONE)
    board.open(site_url, at="sticker")
    for _ in STICKER:
        found = board.page.evaluate(MEASURE, 16)
        assert [] == [wrong for wrong in found if not wrong.endswith(" high")]
        board.press("PageDown")
    board.page.set_viewport_size({"width": 390, "height": 400})
    board.open(site_url, at="sticker.besluit.uitleg")
    board.press("ArrowDown")
    board.is_at("sticker.besluit.uitleg")
    board.button("Verder").click()
    board.is_at("sticker.herschrijf")


@pytest.mark.everything
def test_order(board: Board, more_url: str) -> None:
    """Steps stand mixed first, then in the right order with their reasons."""
    board.open(more_url, at="hulp-vragen")
    mixed = board.slide.get_by_role("listitem").all_inner_texts()
    board.press("PageDown")
    board.is_at("hulp-vragen.volgorde.uitleg")
    right = board.slide.get_by_role("listitem")
    expect(right.first).to_contain_text("Ik reageer niet.")
    expect(right.first).to_contain_text("Zo wordt het niet nog erger.")
    expect(right.last).to_contain_text("Ik blokkeer wie gemeen doet.")
    ordered = [text.split("\n")[0] for text in right.all_inner_texts()]
    assert sorted(mixed) == sorted(ordered)
    assert mixed != ordered


def test_pairs(board: Board, more_url: str) -> None:
    """Words and meanings stand in two lists first, then together."""
    board.open(more_url, at="woorden")
    expect(board.slide.get_by_role("list")).to_have_count(2)
    board.press("PageDown")
    expect(board.slide).to_contain_text("Toestemming: De ander zegt dat het mag.")


def test_words_in_a_message(board: Board, more_url: str) -> None:
    """The words to choose are marked in the message, then voted for, then told about."""
    board.open(more_url, at="te-veel")
    for _ in range(2):
        marks = board.slide.locator("mark")
        assert ["in de Dorpsstraat", "op De Linde", "Wie speelt mee"] == marks.all_inner_texts()
        board.press("PageDown")
    expect(board.row("in de Dorpsstraat")).to_contain_text("Dit past")
    expect(board.row("Wie speelt mee")).not_to_contain_text("Dit past")


KINDS_OF_SLIDES = {
    "start": "",
    "overview": ".overzicht",
    "message": "sticker",
    "vote": "sticker.helpend",
    "explanation": "sticker.helpend.waarom",
    "reasons": "sticker.besluit.uitleg",
    "task": "sticker.herschrijf",
    "example": "sticker.herschrijf.voorbeeld",
    "talk": "sticker.praat",
}


@pytest.mark.everything
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_access(board: Board, site_url: str, scheme: str) -> None:
    """In light and in dark axe finds nothing on a slide of any kind."""
    board.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = {}
    for kind, at in KINDS_OF_SLIDES.items():
        board.open(site_url, at=at)
        if kind == "vote":
            board.vote("Nee", 3)
        found[kind] = violations(board.page)
    assert {} == wrong_in(found)
    dark = board.page.locator("body[data-md-color-scheme='slate']")
    expect(dark).to_have_count(1 if scheme == "dark" else 0)


@pytest.mark.everything
def test_access_of_other_questions(board: Board, more_url: str) -> None:
    """Axe finds nothing on the slides of steps, pairs and words in a message."""
    found = {}
    for at in ("hulp-vragen", "hulp-vragen.volgorde.uitleg", "woorden", "te-veel.zoek"):
        board.open(more_url, at=at)
        found[at] = violations(board.page)
    assert {} == wrong_in(found)


@pytest.mark.parametrize("size", [PHONE, SCREEN], ids=["phone", "screen"])
def test_walk(board: Board, site_url: str, size: ViewportSize) -> None:
    """While a class votes Tab reaches every button, seen and large enough, and nothing else."""
    board.page.set_viewport_size(size)
    board.open(site_url, at="sticker.helpend")
    board.vote("Nee")
    assert [] == board.page.evaluate(SMALL, FINGER)
    assert [] == wrong_on_the_way(board.page)
    expect(board.page.get_by_role("banner")).to_be_hidden()


@pytest.mark.everything
def test_print(board: Board, site_url: str) -> None:
    """On paper stand all slides, and no buttons."""
    board.open(site_url, at="sticker.helpend")
    board.page.emulate_media(media="print")
    for text in (
        "zin hebt in rekenen.",
        "De meester heeft er niets aan.",
        "Wanneer is een grap leuk",
    ):
        expect(board.element.get_by_text(text).locator("visible=true")).to_have_count(1)
    expect(board.element.get_by_role("button")).to_have_count(0)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script(page: Page, site_url: str) -> None:
    """Without script all slides are there to read, and nothing that does not work."""
    page.goto(f"{site_url}leerkrachten/lessen/jouw-foto/bord/")
    for text in ("Nieuwe sticker!", "De meester heeft er niets aan.", "Wanneer is een grap leuk"):
        expect(page.locator("vv-board").get_by_text(text).last).to_be_visible()
    expect(page.locator("vv-board").get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name="Bericht van Sem (9)").click()
    expect(page.locator("[id='gekke-foto']")).to_be_in_viewport()
