from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from student import PARTS, QUIZ, plain, read_quiz, screens, texts_by_key
from watch import Watch

pytestmark = pytest.mark.browser_context_args(java_script_enabled=False)


@pytest.fixture
def plain_page(page: Page, site_url: str) -> Page:
    """The quiz in a browser that runs no scripts."""
    page.goto(site_url + QUIZ)
    return page


def test_readable(plain_page: Page) -> None:
    """Every message, question, answer and task is there to read."""
    quiz = plain_page.locator("vv-quiz")
    for key in ("post", "talk"):
        for text in texts_by_key(read_quiz(), key):
            for found in text.values() if isinstance(text, dict) else [text]:
                if " " in found:
                    expect(quiz.get_by_text(found).first).to_be_visible()
    for part in PARTS:
        for screen in screens(part):
            if screen.kind == "choice":
                group = quiz.get_by_role("group", name=screen.name, exact=True)
                for label in (*screen.right, *screen.wrong):
                    expect(group.get_by_label(label, exact=True).first).to_be_visible()


def test_answers_are_closed(plain_page: Page) -> None:
    """Each answer lies behind a closed details, which opens without a script."""
    details = plain_page.locator("details.vv-answer")
    found = [screen for part in PARTS for screen in screens(part)]
    wanted = [screen for screen in found if screen.kind in {"choice", "order"}]
    texts = [screen for screen in found if screen.kind == "text" and screen.checked]
    expect(details).to_have_count(len(wanted) + len(texts))
    expect(plain_page.locator("details[open]")).to_have_count(0)
    first = wanted[0]
    said = details.first.get_by_text(first.said[0])
    expect(said).to_be_hidden()
    details.first.get_by_text("Bekijk het antwoord").click()
    expect(said).to_be_visible()
    expect(details.first.get_by_text(f"Dit past: {first.right[0]}")).to_be_visible()


def test_no_way_to_send(plain_page: Page) -> None:
    """There is no button to send with, and what is typed has no name to be sent under."""
    form = plain_page.locator("vv-quiz form")
    expect(form.locator("button, [type=submit], [type=image]")).to_have_count(0)
    expect(form.locator("textarea")).not_to_have_count(0)
    expect(form.locator("textarea[name]")).to_have_count(0)


def test_enter_sends_nothing(plain_page: Page, watch: Watch) -> None:
    """Enter on an answer asks nothing of the server and stays on the page."""
    watch.allow("form-action")
    watch.allow("Sending form data")
    before = len(watch.requested)
    address = plain_page.url
    radio = plain_page.locator("vv-quiz").get_by_role("radio").first
    radio.check()
    radio.press("Enter")
    box = plain_page.locator("vv-quiz textarea").first
    box.fill("Mijn bericht")
    box.press("Enter")
    # A round trip to the page: a navigation would have begun by now.
    expect(radio).to_be_checked()
    expect(box).to_have_value("Mijn bericht\n")
    assert address == plain_page.url
    asked = [url for url in watch.requested[before:] if not url.endswith("favicon.png")]
    assert [] == asked


def printed_words(pdf: bytes) -> int:
    """How many show-text operators stand in the pages of a PDF."""
    count = 0
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            count += len(re.findall(rb"\bT[jJ]\b", zlib.decompress(stream)))
        except zlib.error:
            continue
    return count


def test_print(plain_page: Page, tmp_path: Path) -> None:
    """Printed, the messages and questions are on paper, and the answers and the menu are not."""
    plain_page.emulate_media(media="print")
    for text in texts_by_key(read_quiz(), "post"):
        if isinstance(text, str) and len(text) > 20:
            expect(plain_page.get_by_text(text).first).to_be_visible()
    expect(plain_page.get_by_text("Bekijk het antwoord").first).to_be_hidden()
    expect(plain_page.get_by_text(plain(screens()[0].said[0]))).to_be_hidden()
    expect(plain_page.get_by_role("banner")).to_be_hidden()
    pdf = plain_page.pdf(path=tmp_path / "quiz.pdf")
    assert pdf.startswith(b"%PDF")
    assert printed_words(pdf) > 100


def test_links(plain_page: Page, site_url: str) -> None:
    """The links to the lesson and the lessons of the group work."""
    plain_page.get_by_role("link", name="Naar de les", exact=True).click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Jouw foto, mijn foto")
    plain_page.get_by_role("link", name="Naar de quiz").first.click()
    plain_page.get_by_role("main").get_by_role("link", name="Groep 5–6").click()
    expect(plain_page).to_have_url(f"{site_url}leerlingen/groep-5-6/")


def test_erase_without_script(page: Page, site_url: str) -> None:
    """The privacy page says how to erase everything where no script runs."""
    page.goto(f"{site_url}over/privacy/")
    expect(page.get_by_text("Voor deze knop moet je browser scripts uitvoeren.")).to_be_visible()
