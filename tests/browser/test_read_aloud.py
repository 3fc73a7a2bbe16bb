from __future__ import annotations

import re
from typing import Any

import pytest
from case_files import some_in_make_test
from kinds import CHILDREN, LESSON
from playwright.sync_api import Page, expect
from speech import DUTCH, NO_HIGHLIGHTS, NO_SPEECH, Listener, voice
from states import PHONE
from student import QUIZ, Student, come_back, plain, read_quiz, screen_of, screens, texts_by_key
from watch import Watch

NO_VOICE = "Dit apparaat heeft zelf geen Nederlandse stem. Vraag iemand om het voor te lezen."
ENGLISH = voice("Alice", "en-GB")
REMOTE = voice("Wolk", "nl-NL", local=False)
FLEMISH = voice("Bart", "nl-BE")
LESSON_BEGINS = [
    "Jouw foto, mijn foto",
    "Doel",
    "Ik vraag het eerst als iemand anders op mijn foto of filmpje staat.",
    "Klik!",
    "Je bent op een feestje.",
    "Jij springt op de trampoline.",
    "Je haar staat alle kanten op.",
    "Klik!",
    "Iemand maakt een foto.",
    "“Die zet ik in de klassenapp,” hoor je.",
]


@pytest.fixture
def listener(page: Page) -> Listener:
    """Somebody whose device has a Dutch voice."""
    return Listener(page, DUTCH)


def quiz_at(listener: Listener, item: str) -> Student:
    """The quiz, opened at an item as a lesson plan links to it."""
    listener.page.goto(f"{listener.page.url}#{item}")
    listener.page.reload()
    return Student(listener.page)


@pytest.mark.parametrize(
    ("voices", "wanted"),
    [
        ([ENGLISH, REMOTE, FLEMISH, DUTCH], "Fenna"),
        ([REMOTE, ENGLISH, FLEMISH], "Bart"),
        ([voice("Android", "nl_BE"), voice("Ander", "nl_NL")], "Ander"),
        ([voice("Kort", "nl")], "Kort"),
    ],
)
def test_voice(page: Page, site_url: str, voices: list[dict[str, Any]], wanted: str) -> None:
    """Only a Dutch voice of the device itself reads, that of the Netherlands first."""
    listener = Listener(page, *voices)
    page.goto(site_url + LESSON)
    listener.begin()
    listener.hear()
    assert {wanted} == {utterance["voice"] for utterance in listener.utterances}
    assert all(utterance["lang"].startswith("nl") for utterance in listener.utterances)


@pytest.mark.parametrize(
    "voices", some_in_make_test([[REMOTE], [], [ENGLISH], [voice("Neder-Saksisch", "nld-x")]], 1)
)
def test_no_voice(page: Page, site_url: str, voices: list[dict[str, Any]]) -> None:
    """Without a Dutch voice of the device a sentence says what to do, and nothing is said."""
    listener = Listener(page, *voices)
    page.goto(site_url + LESSON)
    listener.button("Lees voor").click()
    expect(page.get_by_role("status").filter(has_text=NO_VOICE)).to_be_visible()
    expect(listener.button("Lees voor")).to_be_visible()
    assert [] == listener.said


def test_no_speech(page: Page, site_url: str) -> None:
    """A browser that cannot speak gives the same sentence."""
    page.add_init_script(NO_SPEECH)
    page.goto(site_url + LESSON)
    page.get_by_role("button", name="Lees voor", exact=True).click()
    expect(page.get_by_text(NO_VOICE)).to_be_visible()


def test_late_voice(page: Page, site_url: str) -> None:
    """A voice that the browser finds a moment later reads after all."""
    listener = Listener(page)
    page.goto(site_url + LESSON)
    listener.button("Lees voor").click()
    expect(listener.button("Pauze")).to_be_visible()
    page.evaluate("voices => fake.come(voices)", [REMOTE])
    assert [] == listener.said
    page.evaluate("voices => fake.come(voices)", [REMOTE, DUTCH])
    expect(page.locator("vv-reading")).to_have_attribute("data-state", "reading")
    assert LESSON_BEGINS[:1] == listener.said


@pytest.mark.everything
def test_press_again(listener: Listener, site_url: str) -> None:
    """A browser that speaks right after a press only: a sentence asks for another press."""
    listener.page.goto(site_url + LESSON)
    listener.begin()
    listener.page.evaluate("() => fake.fail('not-allowed')")
    expect(listener.page.get_by_text("Druk nog een keer op “Lees voor”.")).to_be_visible()
    listener.begin()
    expect(listener.page.get_by_text("Druk nog een keer")).to_have_count(0)


def test_lesson(listener: Listener, site_url: str) -> None:
    """A lesson is read in order, sentence by sentence, from its title to the help at its end."""
    page = listener.page
    page.goto(site_url + LESSON)
    said = listener.hear_all()
    assert LESSON_BEGINS == said[: len(LESSON_BEGINS)]
    assert "Het is gratis en je hoeft je naam niet te zeggen." == said[-1]
    start = said.index("Vertel erbij:")
    listed = ["wat je wilt laten zien", "waar je het wilt zetten", "wie het dan kan zien"]
    assert listed == said[start + 1 : start + 4]
    start = said.index("Woorden")
    assert ["toestemming", "de ander zegt dat het mag"] == said[start + 1 : start + 3]
    headings = page.locator(".vv-child :is(h1, h2)").all_inner_texts()
    assert [] == [text for text in headings if text.strip() not in said]
    for skipped in ("Naar de quiz", "Groep 5–6", "Lees voor", "Leesinstellingen", "afspraak"):
        assert not [text for text in said if skipped in text]


@pytest.mark.parametrize("kind", some_in_make_test(CHILDREN, 1))
def test_every_page(listener: Listener, site_url: str, kind: str) -> None:
    """Each page for children begins with its heading, and only what is to be seen is read."""
    page = listener.page
    page.goto(site_url + CHILDREN[kind])
    heading = page.get_by_role("heading", level=1).inner_text()
    seen = " ".join(page.get_by_role("main").inner_text().split())
    said = listener.hear_all()
    assert " ".join(heading.split()).startswith(said[0])
    assert [] == [text for text in said if text not in seen]


def test_message(listener: Listener, site_url: str) -> None:
    """A message is read as it stands: where, who sees and sent it, what you see, what it says."""
    listener.page.goto(site_url + QUIZ)
    quiz_at(listener, "sticker")
    post = next(item for item in read_quiz()["questions"] if item["id"] == "sticker")["post"]
    wanted = [
        f"Bericht van {post['sender']}",
        "Klassenapp",
        f"Te zien voor: {post['audience']}",
        post["sender"],
        f"Je ziet: {post['picture']}",
        post["text"],
        post["context"],
    ]
    assert " ".join(wanted) == " ".join(listener.hear_all())


@pytest.mark.everything
def test_emoji(listener: Listener, site_url: str) -> None:
    """An emoji is not read."""
    listener.page.goto(site_url + QUIZ)
    quiz_at(listener, "gekke-foto")
    assert any("😂" in text for text in texts_by_key(read_quiz(), "text"))
    said = listener.hear_all()
    assert "Kijk Noor eens!" in said
    assert [] == [text for text in said if re.search("[\U0001f300-\U0001faff]", text)]


def test_question(listener: Listener, site_url: str) -> None:
    """Of a question the question, its hint and its answers are read; once checked, what is said."""
    listener.page.goto(site_url + QUIZ)
    student = quiz_at(listener, "sticker")
    student.press("Verder")
    question = screen_of("sticker", "Is het waar?")
    answers = ["Ja", "Nee", "Hangt ervan af"]
    before = listener.hear_all()
    assert ["Is het waar?", "Klopt het?", "Weet je het zeker?", *answers] == before
    student.choose(question, question.best)
    student.press("Kijk na")
    expect(student.feedback(question)).not_to_be_empty()
    after = listener.hear_all()
    assert before == after[: len(before)]
    feedback = " ".join(after[len(before) :])
    assert question.said[0] in feedback
    assert "Zo staat het in het protocol" not in feedback
    student.press("Verder")
    assert "Is het helpend?" == listener.hear_all()[0]


def test_no_answer_is_given_away(listener: Listener, site_url: str) -> None:
    """On no screen of the quiz what is said afterwards is read before it is to be seen."""
    page = listener.page
    page.goto(site_url + QUIZ)
    student = Student(page)
    student.press("Begin")
    for screen in screens()[:10]:
        expect(student.place(screen)).to_be_visible()
        said = " ".join(listener.hear_all())
        hidden = [plain(text) for text in screen.said if text] if screen.kind == "choice" else []
        assert [] == [text for text in hidden if text in said]
        student.do(screen)
        student.press("Verder")


def test_result(finished_page: Page) -> None:
    """The result is read too."""
    listener = Listener(finished_page, DUTCH)
    come_back(finished_page, "result")
    assert "Klaar!" == listener.hear_all()[0]


@pytest.mark.parametrize("highlights", some_in_make_test([True, False], 1))
def test_mark(listener: Listener, site_url: str, highlights: bool) -> None:  # noqa: FBT001
    """What is being read is marked: the sentence, or its block where a browser cannot do that."""
    page = listener.page
    if not highlights:
        page.add_init_script(NO_HIGHLIGHTS)
    page.goto(site_url + LESSON)
    listener.begin()
    for sentence in LESSON_BEGINS:
        assert sentence == listener.said[-1]
        assert sentence == listener.marked if highlights else sentence in listener.marked
        listener.hear()
    listener.button("Stop").click()
    assert "" == listener.marked


READ_IN_SIGHT = """
    () => {
        const [range] = CSS.highlights.get("vv-read");
        const {top, bottom} = range.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
    }
"""


@pytest.mark.everything
def test_in_sight(listener: Listener, site_url: str) -> None:
    """On a phone each sentence is in sight while it is read, and so is the way to stop."""
    page = listener.page
    page.set_viewport_size(PHONE)
    page.goto(site_url + LESSON)
    listener.begin()
    for _ in range(40):
        listener.hear()
        assert page.evaluate(READ_IN_SIGHT), listener.said[-1]
        expect(listener.button("Stop")).to_be_in_viewport(ratio=1)
    assert page.evaluate("() => scrollY") > PHONE["height"]


def test_pause(listener: Listener, site_url: str) -> None:
    """By keyboard: a pause, and on at the beginning of the same sentence."""
    page = listener.page
    page.goto(site_url + LESSON)
    listener.button("Lees voor").press("Enter")
    expect(listener.button("Pauze")).to_be_focused()
    listener.hear(4)
    page.keyboard.press("Enter")
    expect(listener.button("Verder lezen")).to_be_focused()
    assert not listener.talks
    assert LESSON_BEGINS[4] == listener.marked
    page.keyboard.press("Enter")
    expect(listener.button("Pauze")).to_be_focused()
    assert [*LESSON_BEGINS[:5], LESSON_BEGINS[4]] == listener.said
    listener.hear()
    assert LESSON_BEGINS[5] == listener.said[-1]


def test_stop(listener: Listener, site_url: str) -> None:
    """“Stop” stops, the focus goes to where it can begin again, and it begins at the beginning."""
    listener.page.goto(site_url + LESSON)
    listener.begin()
    listener.hear(2)
    listener.button("Stop").press("Enter")
    assert not listener.talks
    expect(listener.button("Stop")).to_have_count(0)
    expect(listener.button("Lees voor")).to_be_focused()
    listener.begin()
    assert LESSON_BEGINS[0] == listener.said[-1]


def test_escape(listener: Listener, site_url: str) -> None:
    """Escape stops, wherever the focus is."""
    listener.page.goto(site_url + LESSON)
    listener.begin()
    listener.page.get_by_role("link", name="Naar de quiz").first.focus()
    listener.page.keyboard.press("Escape")
    assert not listener.talks
    assert "" == listener.marked
    expect(listener.button("Lees voor")).to_be_visible()


@pytest.mark.everything
def test_leaving(listener: Listener, site_url: str) -> None:
    """Leaving the page stops."""
    page = listener.page
    page.goto(site_url + LESSON)
    listener.begin()
    assert "yes" == page.evaluate("() => sessionStorage.getItem('talking')")
    page.get_by_role("link", name="Naar de quiz").first.click()
    expect(page).to_have_url(site_url + QUIZ)
    assert "no" == page.evaluate("() => sessionStorage.getItem('talking')")


def test_quiz_goes_on(listener: Listener, site_url: str) -> None:
    """In the quiz an answer can be chosen while it reads; a button of the quiz stops it."""
    listener.page.goto(site_url + QUIZ)
    student = quiz_at(listener, "sticker")
    listener.begin()
    student.press("Verder")
    assert not listener.talks
    question = screen_of("sticker", "Is het waar?")
    listener.begin()
    student.choose(question, question.best)
    assert listener.talks
    student.answer(question, "Ja").press("Enter")  # as “Kijk na”
    expect(student.feedback(question)).not_to_be_empty()
    assert not listener.talks


def test_screen_changes(listener: Listener, site_url: str) -> None:
    """When another tab erases everything, the screen is another, and it stops."""
    page = listener.page
    page.goto(site_url + QUIZ)
    quiz_at(listener, "sticker")
    listener.begin()
    page.evaluate("""() => {
        localStorage.clear();
        history.replaceState(null, "", location.pathname);
        dispatchEvent(new StorageEvent("storage", {key: null}));
    }""")
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    assert not listener.talks


def test_what_is_gone_is_not_read(listener: Listener, site_url: str) -> None:
    """What goes away while it reads is left out."""
    page = listener.page
    page.goto(site_url + LESSON)
    listener.begin()
    page.locator(".vv-goal").evaluate("found => found.remove()")
    listener.hear()
    assert [LESSON_BEGINS[0], LESSON_BEGINS[3]] == listener.said


def test_loaded_when_used(page: Page, site_url: str, watch: Watch) -> None:
    """Nothing of it is loaded before it is used."""
    page.goto(site_url + LESSON)
    expect(page.get_by_role("button", name="Lees voor", exact=True)).to_be_visible()
    names = {url.rpartition("/")[2] for url in watch.requested}
    assert "reading.js" in names
    assert not {name for name in names if name.startswith(("read-", "reading-", "reading.css"))}
