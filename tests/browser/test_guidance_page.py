"""Pages for parents in the browser: an agreement to fill in, a message to send, one sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from case_files import some_in_make_test
from kinds import FOR_PARENTS, GUIDANCE
from paper import sheets
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect
from watch import Watch

ROOT = Path(__file__).parents[2]
FRONT = {
    f"ouders/{file.stem}/": yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
    for file in sorted((ROOT / "docs" / "ouders").glob("*.md"))
}
LESSONS = [
    f"ouders/wat-leerde-mijn-kind/{grade}/{file.stem}/"
    for folder, grade in (("g56", "groep-5-6"), ("g78", "groep-7-8"))
    for file in sorted((ROOT / "lessons" / folder).glob("*.md"))
    if not file.stem.endswith(".plan")
]
SHEET: ViewportSize = {"width": 688, "height": 1047}
"""What the margins of `guidance.css` leave of A4, in pixels of the style sheets."""
OURS = "iemand op de foto staat.\nOok opa.\n\nEn de buren, en <b>Noor</b>."
LESSON_MESSAGE = (
    "Onze klas deed de les “Jouw foto, mijn foto”, over sociale media. Waar ging die over, "
    "en waar kun je thuis over praten? Je leest het in twee minuten."
)
LONG = "Wij vragen het eerst aan wie erop staat. " * 9
KEPT = "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
CUT = """
    () => [...document.querySelectorAll(".vv-agreement textarea")]
        .filter((field) => field.scrollHeight > field.clientHeight + 1)
        .map((field) => `${field.scrollHeight} > ${field.clientHeight}: ${field.value}`)
"""
HEIGHT = "document.querySelector('.vv-agreement textarea').offsetHeight"
PRINTED = """
    () => {
        window.printed = [];
        window.print = () => window.printed.push(document.documentElement.dataset.vvPrints ?? "");
    }
"""


@pytest.fixture
def home(page: Page, site_url: str) -> Page:
    """A parents' page whose scripts have run."""
    page.add_init_script(f"({PRINTED})()")
    page.goto(site_url + GUIDANCE)
    expect(page.get_by_role("button", name="Print de afspraak")).to_be_visible()
    return page


def sentence(page: Page, place: int = 0) -> Locator:
    """The field behind the beginning of a sentence."""
    return page.get_by_label(FRONT[GUIDANCE]["agreement"][place])


def test_what_is_typed_is_kept_nowhere(home: Page, watch: Watch) -> None:
    """Nothing is stored or asked for while somebody types; after a reload it is gone."""
    home.wait_for_load_state("networkidle")
    before, asked = home.evaluate(KEPT), len(watch.requested)
    for place in range(len(FRONT[GUIDANCE]["agreement"])):
        sentence(home, place).fill(OURS)
    assert before == home.evaluate(KEPT)
    assert asked == len(watch.requested)
    home.reload()
    expect(sentence(home)).to_have_value("")


def test_fields_grow_with_what_is_typed(home: Page) -> None:
    """All of it is to be seen, on a phone and on paper, as it was typed."""
    sentence(home).fill(OURS)
    sentence(home, 1).fill(LONG)
    home.set_viewport_size({"width": 320, "height": 600})
    assert [] == home.evaluate(CUT)
    home.emulate_media(media="print")
    home.set_viewport_size(SHEET)
    assert [] == home.evaluate(CUT)
    expect(sentence(home)).to_have_value(OURS)
    expect(home.locator(".vv-agreement b")).to_have_count(0)


def test_clear_the_sentences(home: Page) -> None:
    """One button empties all fields, also by keyboard, and they are small again."""
    empty = home.evaluate(HEIGHT)
    sentence(home).fill(OURS * 3)
    assert home.evaluate(HEIGHT) > 2 * empty
    home.get_by_role("button", name="Wis de zinnen").press("Enter")
    expect(sentence(home)).to_have_value("")
    home.wait_for_function(f"(high) => {HEIGHT} === high", arg=empty)


def test_print_the_agreement_alone(home: Page) -> None:
    """The button prints the agreement with its title; the page's own button prints all of it."""
    sentence(home).fill(OURS)
    home.get_by_role("button", name="Print de afspraak").click()
    assert ["agreement"] == home.evaluate("() => window.printed")
    home.emulate_media(media="print")
    main = home.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_be_visible()
    expect(sentence(home)).to_be_visible()
    for gone in ("Wat het protocol zegt", "Praat er samen over", "Hulp en advies"):
        expect(main.get_by_role("heading", name=gone)).to_be_hidden()
    assert 1 == sheets(home)
    home.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    expect(main.get_by_role("heading", name="Hulp en advies")).to_be_visible()
    home.emulate_media(media="screen")
    home.get_by_role("button", name="Printen", exact=True).click()
    assert ["agreement", ""] == home.evaluate("() => window.printed")


@pytest.mark.parametrize("path", some_in_make_test(FRONT, 1))
def test_one_sheet(page: Page, site_url: str, path: str) -> None:
    """Each page for home is one sheet of A4, text and agreement and help together."""
    page.goto(site_url + path)
    assert 1 == sheets(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Onze afspraak")).to_be_visible()
    expect(page.get_by_text("0800-0432")).to_be_visible()
    for gone in (page.get_by_role("button"), page.get_by_text("Voor school:")):
        expect(gone.filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("path", some_in_make_test(LESSONS, 1))
def test_a_lesson_for_parents_is_one_sheet(page: Page, site_url: str, path: str) -> None:
    """What my child learned fits on a sheet of A4, with the three questions."""
    page.goto(site_url + path)
    assert 1 == sheets(page)
    questions = page.get_by_role("heading", name="Drie vragen voor aan tafel").locator("~ ol > li")
    expect(questions).to_have_count(3)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (GUIDANCE, FRONT[GUIDANCE]["announcement"]),
        (FOR_PARENTS, LESSON_MESSAGE),
    ],
    ids=["guidance", "lesson"],
)
def test_a_message_for_the_app(
    page: Page, context: BrowserContext, site_url: str, path: str, message: str
) -> None:
    """The button copies the message with the whole address of the page, and says so."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}{path}?via=app#vv-afspraak")
    page.get_by_text("Voor school: een bericht voor de ouderapp").click()
    page.get_by_role("button", name="Kopieer het bericht").click()
    expect(page.get_by_role("status").filter(visible=True)).to_have_text(
        "Gekopieerd. Plak het in jullie ouderapp."
    )
    copied = page.evaluate("() => navigator.clipboard.readText()")
    text, _, link = copied.rpartition(" ")
    assert site_url + path == link
    assert message == text


def test_no_clipboard(page: Page, site_url: str) -> None:
    """Where copying is not allowed, the message is selected and a sentence says what to do."""
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(site_url + GUIDANCE)
    page.get_by_text("Voor school: een bericht voor de ouderapp").click()
    page.get_by_role("button", name="Kopieer het bericht").click()
    expect(page.get_by_text("Kopiëren lukt hier niet.")).to_be_visible()
    selected = page.evaluate("() => getSelection().toString().trim()")
    assert f"{FRONT[GUIDANCE]['announcement']} {site_url}{GUIDANCE}" == selected


def test_the_message_of_a_plan_leads_to_the_parents_page(page: Page, site_url: str) -> None:
    """In the lesson plan stands the same message, with the address of the page for parents."""
    page.goto(f"{site_url}leerkrachten/lessen/jouw-foto/")
    page.get_by_text("Voor school: een bericht voor de ouderapp").click()
    message = page.locator("vv-share [data-text]")
    expect(message).to_contain_text(f"twee minuten. {site_url}{FOR_PARENTS}")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script(page: Page, site_url: str) -> None:
    """The sentences can be filled in and cleared, and no button is there that does nothing."""
    page.goto(site_url + GUIDANCE)
    sentence(page).fill("wij het vragen")
    page.get_by_role("button", name="Wis de zinnen").click()
    expect(sentence(page)).to_have_value("")
    for name in ("Print", "Kopieer"):
        expect(page.get_by_role("button", name=name).filter(visible=True)).to_have_count(0)
    page.get_by_text("Voor school: een bericht voor de ouderapp").click()
    expect(page.get_by_text("Zet het adres van de pagina erachter.")).to_be_visible()
    expect(page.get_by_text(FRONT[GUIDANCE]["announcement"])).to_be_visible()
