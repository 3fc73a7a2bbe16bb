"""A teacher sets quizzes ready: the form, the key, and what comes out."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
import zxingcpp
from fit import unreadable
from paper import sheets
from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect
from states import DESKTOP, PHONE
from student import JOUW_FOTO, read_quiz
from test_access import violations
from test_targets import SMALL
from walk import wrong_on_the_way
from watch import Watch

ASSIGN = "leerkrachten/klaarzetten/"
ASSIGNED = "leerlingen/opdracht/"
FIRST, SECOND, THIRD = "Stop, denk, plaats!", "Is het waar?", "Jouw foto, mijn foto"
IDS = {FIRST: "g56-stop-denk-plaats", SECOND: "g56-is-het-waar", THIRD: "g56-jouw-foto"}
FOUR_WORDS = "paard fiets wolk tuin"
FRIDAY = (datetime.now(UTC) + timedelta(days=20)).date().isoformat()
ALL_OF_IT = {"id", "title", "due", "quizzes", "test", "more", "key", "fragment"}
HOSTILE = "<img src=x onerror=alert(1)> &amp; {title}"

READ = """
    async (link) => {
        const found = document.querySelector('script[type="module"][src$="/assign.js"]');
        const { readAssignment } = await import(new URL("assignment.js", found.src));
        return readAssignment(new URL(link).hash);
    }
"""
WRITE = """
    async (assignment) => {
        const found = document.querySelector('script[type="module"][src$="/assign.js"]');
        const { newId, writeAssignment } = await import(new URL("make-assignment.js", found.src));
        return writeAssignment({ id: newId(), ...assignment });
    }
"""
KEPT = "() => Object.keys(localStorage).filter((name) => name.includes('vv1.'))"
KEYS = """
    () => Object.entries(localStorage)
        .filter(([name]) => name.includes("vv1.teacher."))
        .map(([, key]) => JSON.parse(key))
"""
NO_HTTPS = "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })"
FULL = """
    () => {
        Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); };
    }
"""
NO_CLIPBOARD = """
    Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
"""
PRINTED = """
    () => { window.print = () => window.printed = document.documentElement.dataset.vvPrints; }
"""


@pytest.fixture
def assign(page: Page, site_url: str) -> Page:
    """The page, ready to fill in."""
    return opened(page, site_url)


def opened(page: Page, site_url: str, fragment: str = "") -> Page:
    """The page at this fragment, once its script has run."""
    page.goto(f"{site_url}{ASSIGN}{fragment}")
    expect(page.get_by_role("button", name="Maak de link")).to_be_visible()
    return page


def choose(page: Page, *titles: str) -> None:
    """Tick quizzes of groep 5-6, in whatever order."""
    page.get_by_label("Groep 5–6").check()
    for title in titles:
        page.get_by_role("checkbox", name=title).check()


def make(page: Page) -> dict[str, Any]:
    """Make the link; what it says when it is read as a child's page does."""
    page.get_by_role("button", name="Maak de link").click()
    expect(page.get_by_role("heading", name="Je opdracht staat klaar")).to_be_focused()
    return said_by(page)


def said_by(page: Page) -> dict[str, Any]:
    """What the link says that is shown."""
    link = page.get_by_label("De link voor je groep").input_value()
    assert f"/{ASSIGNED}#v1." in link
    found = page.evaluate(READ, link)
    assert ALL_OF_IT == found["assignment"].keys()
    return found["assignment"]  # type: ignore[no-any-return]


def with_results(page: Page) -> Locator:
    """Ask for results; the panel for the key."""
    page.get_by_label("Ja, ik wil zien wat ze antwoorden").check()
    return page.locator("vv-teacher-key")


def fill_twice(panel: Locator, first: str, second: str | None = None) -> None:
    """Type a new passphrase, and again."""
    for name, text in [("Wachtwoord", first), ("Het wachtwoord nog een keer", second)]:
        field = panel.get_by_label(name, exact=True).filter(visible=True)
        field.fill(first if text is None else text)


def make_key(page: Page, folder: Path) -> Path:
    """Make a key up to where its file is saved; that file."""
    panel = with_results(page)
    fill_twice(panel, FOUR_WORDS)
    with page.expect_download() as download:
        panel.get_by_role("button", name="Maak de sleutel en bewaar het bestand").click()
    expect(panel.get_by_role("heading", name="Heb je het bestand?")).to_be_focused()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def order(page: Page) -> list[str]:
    """The titles of what was chosen, from top to bottom."""
    return page.locator("[data-rows] [data-title]").all_inner_texts()


@pytest.mark.everything
def test_by_mouse(assign: Page, site_url: str, new_context: Callable[..., BrowserContext]) -> None:
    """What was chosen is what the link says, and what a camera reads; nothing is kept."""
    expect(assign.get_by_text("Kies eerst je groep.")).to_be_visible()
    choose(assign, THIRD, SECOND)
    expect(assign.get_by_text("Kies eerst je groep.")).to_be_hidden()
    assign.get_by_label("Ook de extra vragen").check()
    assign.get_by_label("Toets").check()
    assign.get_by_label("Titel voor de kinderen").fill("  Week\u200b 48\t ")
    assign.get_by_label("Inleveren tot en met").fill(FRIDAY)
    found = make(assign)
    assert {
        "title": "Week 48",
        "due": FRIDAY,
        "quizzes": [IDS[SECOND], IDS[THIRD]],
        "test": True,
        "more": True,
        "key": None,
    } == {name: found[name] for name in found if name not in {"id", "fragment"}}
    assert [] == assign.evaluate(KEPT)
    link = assign.get_by_label("De link voor je groep").input_value()
    text = assign.get_by_label("Tekst voor Classroom, Teams of de ouderapp").input_value()
    assert ["Week 48", link] == [text.splitlines()[0], text.splitlines()[-1]]
    assert "Vul je klasnummer in, nooit je naam." in text
    assert "Klaar? Laat je scherm zien." in text
    assert link == assign.get_by_role("link", name="Open de link").get_attribute("href")
    assign.get_by_role("button", name="Groot op het bord").click()
    board = assign.get_by_role("dialog", name="Week 48")
    [read] = zxingcpp.read_barcodes(Image.open(io.BytesIO(board.screenshot())))
    assert link == read.text
    assert [
        "Scan de QR-code, of open de link van je leerkracht.",
        "Vul je klasnummer in, niet je naam.",
        "Klaar? Laat je scherm zien.",
    ] == board.get_by_role("listitem").all_inner_texts()
    board.get_by_role("button", name="Sluiten").click()
    # The same page again, on Friday or in another browser, shows the same link.
    again = opened(new_context().new_page(), site_url, f"#{found['fragment']}")
    assert found == said_by(again)
    assert [SECOND, THIRD] == order(again)
    expect(again.get_by_label("Toets")).to_be_checked()


def test_by_keyboard(assign: Page) -> None:
    """All of it goes without a mouse, the board too, and the focus is where it should be."""
    keys = assign.keyboard
    assign.get_by_label("Groep 5–6").focus()
    for key in ("Space", "Tab", "Space", "Tab", "Space"):
        keys.press(key)
    assert [FIRST, SECOND] == order(assign)
    assign.get_by_role("button", name=f"Omlaag: {FIRST}").press("Enter")
    assert [SECOND, FIRST] == order(assign)
    expect(assign.get_by_role("button", name=f"Omhoog: {FIRST}")).to_be_focused()
    assign.get_by_label("Titel voor de kinderen").press("Enter")
    expect(assign.get_by_role("heading", name="Je opdracht staat klaar")).to_be_focused()
    assert [IDS[SECOND], IDS[FIRST]] == said_by(assign)["quizzes"]
    large = assign.get_by_role("button", name="Groot op het bord")
    large.press("Enter")
    board = assign.get_by_role("dialog", name=f"{SECOND} + {FIRST}")
    expect(board).to_be_visible()
    keys.press("Escape")
    expect(board).to_be_hidden()
    expect(large).to_be_focused()
    assert [] == wrong_on_the_way(assign)


def test_order(assign: Page) -> None:
    """Buttons move a quiz or take it out; it is told, and the focus stays with the list.

    What is ticked comes in the order of the lessons, until the teacher makes another.
    """
    title = assign.get_by_label("Titel voor de kinderen")
    choose(assign, THIRD, SECOND)
    expect(title).to_have_value(f"{SECOND} + {THIRD}")
    choose(assign, FIRST)
    assert [FIRST, SECOND, THIRD] == order(assign)
    expect(title).to_have_value(f"{FIRST} en meer")
    chosen = assign.get_by_role("region", name="Gekozen").get_by_role("listitem")
    expect(chosen.last).to_contain_text(f"Les 4 {THIRD}")
    assign.get_by_role("button", name=f"Omhoog: {THIRD}").click()
    assert [FIRST, THIRD, SECOND] == order(assign)
    status = assign.locator("[data-chosen-said]")
    expect(status).to_have_text(f"“{THIRD}” is nu nummer 2 van 3.")
    expect(assign.get_by_role("button", name=f"Omhoog: {THIRD}")).to_be_focused()
    assign.get_by_role("button", name=f"Haal weg: {FIRST}").click()
    assert [THIRD, SECOND] == order(assign)
    expect(assign.get_by_role("checkbox", name=FIRST)).not_to_be_checked()
    expect(assign.get_by_role("button", name=f"Haal weg: {THIRD}")).to_be_focused()
    expect(title).to_have_value(f"{THIRD} + {SECOND}")
    choose(assign, FIRST)
    assert [THIRD, SECOND, FIRST] == order(assign)
    for name in (FIRST, SECOND):
        assign.get_by_role("checkbox", name=name).uncheck()
    assert [THIRD] == order(assign)
    assign.get_by_role("button", name=f"Haal weg: {THIRD}").click()
    expect(status).to_have_text(f"“{THIRD}” is weggehaald.")
    expect(assign.locator("[hidden] [data-chosen-said]")).to_have_count(0)
    expect(assign.get_by_role("checkbox", name=THIRD)).to_be_focused()


def test_preview(assign: Page, watch: Watch) -> None:
    """A quiz can be looked into with its answers, without and with more practice."""
    choose(assign, THIRD)
    assign.get_by_text("Bekijk de vragen en antwoorden").click()
    shown = assign.get_by_role("group", name=THIRD).get_by_role("region").filter(visible=True)
    quiz = read_quiz(JOUW_FOTO)
    expect(shown).to_have_count(len(quiz["questions"]))
    expect(shown.filter(has_text="kan ook:").first).to_be_visible()
    assign.get_by_label("Ook de extra vragen").check()
    expect(shown).to_have_count(len(quiz["questions"]) + len(quiz["more_practice"]))
    # No connection: a link in its place.
    watch.allow(r"ERR_FAILED.*/sleutel/")
    assign.route("**/sleutel/", lambda route: route.abort())
    choose(assign, FIRST)
    assign.get_by_text("Bekijk de vragen en antwoorden").first.click()
    expect(assign.get_by_role("link", name="Open de antwoorden")).to_have_attribute(
        "href", re.compile(r"/sleutel/$")
    )


def test_what_is_missing_is_said(assign: Page) -> None:
    """Without a quiz, with a day that is over, or with too many, it says so."""
    press = assign.get_by_role("button", name="Maak de link").click
    press()
    expect(assign.get_by_text("Kies minstens één quiz.")).to_be_visible()
    expect(assign.get_by_label("Groep 5–6")).to_be_focused()
    choose(assign, FIRST)
    expect(assign.get_by_text("Kies minstens één quiz.")).to_be_hidden()
    assign.get_by_label("Inleveren tot en met").fill("2020-01-01")
    press()
    expect(assign.get_by_text("Kies een dag vanaf vandaag")).to_be_visible()
    expect(assign.get_by_label("Inleveren tot en met")).to_be_focused()
    assign.get_by_label("Inleveren tot en met").fill("")
    assign.get_by_label("Titel voor de kinderen").fill("")
    assert FIRST == make(assign)["title"]
    for grade in ("Groep 5–6", "Groep 7–8"):
        assign.get_by_label(grade).check()
        for box in assign.locator("[name=quiz]:visible").all():
            if len(order(assign)) < 10:
                box.check()
    left = assign.locator("[name=quiz]:not(:checked):visible").first
    left.click()
    expect(left).not_to_be_checked()
    expect(assign.get_by_text("In één link passen hooguit 10 quizzen.")).to_be_visible()
    assert 10 == len(make(assign)["quizzes"])
    expect(assign.locator(".vv-given__code .vv-qr")).to_be_visible()


def test_a_change_takes_the_link_away(assign: Page) -> None:
    """After a change the link is gone until it is made anew, and then it is another assignment."""
    choose(assign, FIRST)
    first = make(assign)
    assert assign.url.endswith(f"#{first['fragment']}")
    assign.get_by_label("Toets").check()
    expect(assign.get_by_role("heading", name="Je opdracht staat klaar")).to_be_hidden()
    expect(assign.get_by_text("Je hebt iets veranderd.")).to_be_visible()
    assert assign.url.endswith(ASSIGN)
    second = make(assign)
    assert first["id"] != second["id"]
    expect(assign.get_by_text("Je hebt iets veranderd.")).to_be_hidden()


def test_links_to_this_page(assign: Page, site_url: str) -> None:
    """A link can choose quizzes; a damaged, newer or outdated one says so and keeps what it can."""
    whole = assign.evaluate(
        WRITE,
        {
            "title": HOSTILE[:40],
            "due": "2020-02-03",
            "quizzes": [IDS[THIRD], "g56-bestaat-niet"],
            "test": True,
            "more": False,
            "key": None,
        },
    )
    for fragment, chosen, told in [
        (f"kies.{IDS[THIRD]}", [THIRD], ""),
        ("kies.g56-bestaat-niet", [], "Niet elke quiz uit deze link"),
        (whole, [THIRD], "Niet elke quiz uit deze link"),
        (f"v1.{IDS[FIRST]}.{IDS[THIRD]}.AAAA", [FIRST, THIRD], "niet in zijn geheel gekopieerd"),
        (f"v9.{IDS[FIRST]}.AAAA.BBBB", [FIRST], "nieuwere versie"),
        ("vv-content", [FIRST], ""),
    ]:
        assign.goto(f"{site_url}{ASSIGN}#{fragment}")
        expect(assign.locator("[data-rows] > li")).to_have_count(len(chosen))
        assert chosen == order(assign)
        expect(assign.locator("[data-about]")).to_contain_text(told)
        expect(assign.get_by_role("heading", name="Je opdracht staat klaar")).to_be_hidden()


def test_a_title_is_text_only(assign: Page) -> None:
    """Markup in a title, typed or from a link, is shown as it was typed."""
    choose(assign, FIRST)
    assign.get_by_label("Titel voor de kinderen").fill(HOSTILE)
    title = make(assign)["title"]
    assert HOSTILE[:40].strip() == title
    expect(assign.locator("[data-given] > p > [data-title]")).to_have_text(title)
    assign.reload()
    expect(assign.locator("[data-given] > p > [data-title]")).to_have_text(title)
    expect(assign.locator("vv-assign img")).to_have_count(0)


def test_a_key_is_made_once_its_file_is_safe(
    assign: Page,
    site_url: str,
    new_context: Callable[..., BrowserContext],
    tmp_path: Path,
) -> None:
    """No key before the file; then links carry its public half; another browser brings it back."""
    choose(assign, FIRST)
    panel = with_results(assign)
    expect(assign.get_by_text("Geef elk kind vooraf een klasnummer")).to_be_visible()
    assign.get_by_role("button", name="Maak de link").click()
    expect(assign.get_by_text("Om resultaten te zien heb je een sleutel nodig.")).to_be_visible()
    first = panel.get_by_label("Wachtwoord", exact=True).filter(visible=True)
    expect(first).to_be_focused()
    for typed, again, told in [
        ("kort", "kort", "Dit wachtwoord is te kort."),
        (FOUR_WORDS, FOUR_WORDS[:-1], "De twee wachtwoorden zijn niet gelijk."),
    ]:
        fill_twice(panel, typed, again)
        panel.get_by_role("button", name="Maak de sleutel").click()
        expect(panel.get_by_role("alert").filter(has_text=told)).to_be_visible()
    panel.get_by_label("Laat het wachtwoord zien").first.check()
    expect(first).to_have_attribute("type", "text")
    # A file that was not confirmed leaves nothing behind.
    make_key(assign, tmp_path)
    assert [] == assign.evaluate(KEPT)
    assign.reload()
    choose(assign, FIRST)
    file = make_key(assign, tmp_path)
    assert re.fullmatch(r"sleutel-vijfvragen-\d{4}-\d\d-\d\d\.txt", file.name)
    panel.get_by_role("button", name="Ik heb het bestand bewaard").click()
    expect(panel.get_by_text("Je sleutel staat in deze browser")).to_be_focused()
    [kept] = assign.evaluate(KEYS)
    assert FOUR_WORDS not in file.read_text("utf-8")
    assert kept["d"] not in file.read_text("utf-8")
    assert "Ik heb al" not in panel.inner_text()
    found = make(assign)
    text = assign.get_by_label("Tekst voor Classroom, Teams of de ouderapp").input_value()
    assert "Klaar? Kopieer je code en lever hem in bij deze opdracht." in text
    assert {"x": kept["x"], "y": kept["y"]} == found["key"]
    # A copy from the key's own panel opens with its own passphrase.
    panel.get_by_text("Bewaar nog een kopie").click()
    fill_twice(panel, FOUR_WORDS + "!")
    with assign.expect_download() as download:
        panel.get_by_role("button", name="Bewaar een kopie").click()
    expect(panel.get_by_text("De kopie is opgeslagen.")).to_be_visible()
    restore(opened(new_context().new_page(), site_url, f"#{found['fragment']}"), file, kept)
    copied = tmp_path / "copy.txt"
    download.value.save_as(copied)
    fourth = opened(new_context().new_page(), site_url)
    with_results(fourth)
    bring_back(fourth, copied, FOUR_WORDS + "!")
    fourth.wait_for_function(f"() => ({KEYS})().length === 1")
    assert [kept] == fourth.evaluate(KEYS)


def bring_back(page: Page, file: Path | None, passphrase: str) -> None:
    """Choose a file with its passphrase, and have the key brought back."""
    part = page.locator("details[data-part=restore]")
    if not part.evaluate("(found) => found.open"):
        part.locator("summary").click()
    if file:
        part.get_by_label("Het bestand met je sleutel").set_input_files(file)
    part.get_by_label("Het wachtwoord van dit bestand").fill(passphrase)
    part.get_by_role("button", name="Zet de sleutel terug").click()


def restore(page: Page, file: Path, kept: dict[str, Any]) -> None:
    """In another browser every fault has its own sentence, and the key comes back at last."""
    told = page.locator("[data-key-note]")
    expect(told).to_have_text(re.compile("De sleutel van deze opdracht staat niet in deze browser"))
    other = file.with_name("foto.txt")
    other.write_text("Geen sleutel. https://www.een.twee.drie.vier.nl/", encoding="utf-8")
    cut = file.with_name("half.txt")
    cut.write_text(file.read_text("utf-8").strip()[:-1], encoding="utf-8")
    for chosen, passphrase, sentence in [
        (None, FOUR_WORDS, "Kies eerst het bestand"),
        (other, FOUR_WORDS, "In dit bestand staat geen sleutel."),
        (file, "een andere zin", "De sleutel gaat niet open."),
        (cut, FOUR_WORDS, "De sleutel gaat niet open."),
    ]:
        bring_back(page, chosen, passphrase)
        expect(page.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
        assert [] == page.evaluate(KEYS)
    bring_back(page, file, f" {FOUR_WORDS} ")
    expect(page.get_by_text("Je sleutel staat in deze browser")).to_be_focused()
    assert [kept] == page.evaluate(KEYS)
    expect(told).to_be_empty()


def test_a_browser_without_room_for_a_key(assign: Page, tmp_path: Path) -> None:
    """Said before the file is made, or after it; without results there is a link all the same."""
    choose(assign, FIRST)
    make_key(assign, tmp_path)
    assign.evaluate(FULL)
    assign.get_by_role("button", name="Ik heb het bestand bewaard").click()
    expect(assign.get_by_text("Deze browser bewaart de sleutel niet.")).to_be_visible()
    assign.get_by_role("button", name="Terug, zonder sleutel").click()
    assign.get_by_label("Nee").check()
    panel = with_results(assign)
    expect(panel.get_by_text("Deze browser bewaart niets voor deze site")).to_be_visible()
    assign.get_by_label("Nee").check()
    assert make(assign)["key"] is None


@pytest.mark.everything
def test_an_address_without_https(
    new_context: Callable[..., BrowserContext], site_url: str
) -> None:
    """Keys cannot be made there: a sentence, and a link without results all the same."""
    context = new_context()
    context.add_init_script(NO_HTTPS)
    page = opened(context.new_page(), site_url)
    choose(page, FIRST)
    panel = with_results(page)
    expect(panel.get_by_text("Deze pagina is geopend zonder https.")).to_be_visible()
    page.get_by_role("button", name="Maak de link").click()
    expect(page.get_by_text("Om resultaten te zien heb je een sleutel nodig.")).to_be_visible()
    page.get_by_label("Nee").check()
    assert make(page)["key"] is None


def test_parts_that_do_not_load(assign: Page, watch: Watch) -> None:
    """Without a connection the link is there, and a sentence in the place of key and QR code."""
    watch.allow(r"ERR_FAILED")
    for name in ("teacher-keys.js", "qr-picture.js"):
        assign.route(f"**/{name}", lambda route: route.abort())
    choose(assign, FIRST)
    panel = with_results(assign)
    expect(panel.get_by_text("Een deel van deze pagina kon niet geladen worden.")).to_be_visible()
    assign.get_by_label("Nee").check()
    assert make(assign)["key"] is None
    expect(assign.get_by_text("De QR-code kan nu niet getekend worden.")).to_be_visible()
    expect(assign.get_by_role("button", name="Print strookjes")).to_be_hidden()


@pytest.mark.everything
def test_copying(new_context: Callable[..., BrowserContext], site_url: str) -> None:
    """Link and text are copied; where that is not allowed they are selected, and that is said."""
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = opened(context.new_page(), site_url)
    choose(page, FIRST)
    make(page)
    for button, field in [
        ("Kopieer de link", page.get_by_label("De link voor je groep")),
        ("Kopieer de tekst", page.get_by_label("Tekst voor Classroom")),
    ]:
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("status").filter(has_text="Gekopieerd.").first).to_be_visible()
        assert field.input_value() == page.evaluate("() => navigator.clipboard.readText()")
    page.add_init_script(NO_CLIPBOARD)
    page.reload()
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_text("Kopiëren mag hier niet.")).to_be_visible()
    selected = page.evaluate("() => getSelection().toString()")
    assert page.get_by_label("De link voor je groep").input_value() == selected


def test_strips(assign: Page) -> None:
    """One button prints ten strips on a sheet, with the code and without the rest of the page."""
    assign.evaluate(PRINTED)
    choose(assign, FIRST)
    assign.get_by_label("Inleveren tot en met").fill(FRIDAY)
    make(assign)
    strips = assign.locator(".vv-strips > li")
    expect(strips.filter(visible=True)).to_have_count(0)
    assign.get_by_role("button", name="Print strookjes").click()
    assert "strips" == assign.evaluate("() => window.printed")
    assign.emulate_media(media="print")
    expect(strips.filter(visible=True)).to_have_count(10)
    expect(strips.first).to_contain_text("Doe het uiterlijk")
    expect(assign.get_by_role("heading", level=1)).to_be_hidden()
    [read] = zxingcpp.read_barcodes(Image.open(io.BytesIO(strips.nth(9).screenshot())))
    assert read.text.endswith(said_by(assign)["fragment"])
    assert 1 == sheets(assign)  # after which the browser says that it has printed
    expect(strips.filter(visible=True)).to_have_count(0)
    expect(assign.get_by_role("heading", name="Je opdracht staat klaar")).to_be_visible()


@pytest.mark.parametrize(
    ("size", "scheme"),
    [
        (PHONE, "dark"),
        pytest.param(PHONE, "light", marks=pytest.mark.everything),
        pytest.param(DESKTOP, "dark", marks=pytest.mark.everything),
        pytest.param(DESKTOP, "light", marks=pytest.mark.everything),
    ],
)
def test_access(
    page: Page, site_url: str, tmp_path: Path, size: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    """With all of it open axe finds nothing, all can be read, and a finger hits every button."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    opened(page, site_url)
    choose(page, FIRST, THIRD)
    page.get_by_text("Bekijk de vragen en antwoorden").first.click()
    expect(page.locator("[data-sheets] > .vv-sheet").first).to_be_visible()
    panel = with_results(page)
    panel.get_by_text("Ik heb al een sleutel").click()
    found = wrong_now(page, "key")
    make_key(page, tmp_path)
    found += wrong_now(page, "file")
    panel.get_by_role("button", name="Ik heb het bestand bewaard").click()
    panel.get_by_text("Bewaar nog een kopie").click()
    make(page)
    expect(page.locator(".vv-given__code .vv-qr")).to_be_visible()
    found += wrong_now(page, "given")
    page.get_by_role("button", name="Groot op het bord").click()
    found += [f"board: {one}" for one in violations(page)]
    assert [] == found


def wrong_now(page: Page, state: str) -> list[str]:
    """What is wrong with the page as it is now."""
    small = [one for one in page.evaluate(SMALL, 44) if re.search("<(button|input|summary)", one)]
    return [f"{state}: {one}" for one in [*violations(page), *unreadable(page), *small]]


def test_without_script(new_context: Callable[..., BrowserContext], site_url: str) -> None:
    """Without script there is one sentence with another way, and no form that does nothing."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site_url + ASSIGN)
    expect(page.get_by_role("link", name="Naar de lesbrieven")).to_be_visible()
    expect(page.get_by_role("button", name="Maak de link")).to_be_hidden()
    expect(page.get_by_role("heading", name="Goed om te weten")).to_be_visible()
