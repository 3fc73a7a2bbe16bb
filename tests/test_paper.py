"""What a teacher prints: worksheets, answer keys and posters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from case_files import Overlay
from command import REPOSITORY
from vijfvragen.i18n import Texts
from vijfvragen.model.citation import without_citations
from vijfvragen.model.quiz import (
    ChoiceInteraction,
    Entry,
    Item,
    OrderInteraction,
    Quiz,
    TextInteraction,
)
from vijfvragen.pages.addresses import (
    LESSON_PLANS,
    TEACHERS,
    answer_key_uri,
    plan_uri,
    poster_uri,
    quiz_uri,
    worksheet_uri,
)
from vijfvragen.pages.paper import written
from vijfvragen.pages.site import Site, build_site
from vijfvragen.sources.curriculum import read
from vijfvragen.sources.folders import Folders

WriteSite = Callable[[Overlay], Path]
NUMBERED = re.compile(
    r'data-item="([\w-]+)".*?<span class="vv-sheet__number">(\d+)</span>', re.DOTALL
)
LEAST_TOLD = 12
"""Characters of a text that cannot stand on a sheet by chance."""

EVERY_TYPE = """\
id: g56-alles
lessons: [g56-jouw-foto, g56-tweede]
title: Alles door elkaar
questions:
  - id: stelling
    type: true-false
    cites: [regel-3]
    statement: Wat ik weghaal is voor iedereen weg.
    answer: niet-waar
    feedback: {waar: Dat zou fijn zijn., niet-waar: Een ander kan het bewaard hebben.}
    explanation: Denk daarom eerst na. [[regel-3]]
    hints: [Denk aan een schermfoto.]
    misconception: weg-is-weg
  - id: gat
    type: gap
    cites: [regel-1]
    sentence: Vraag eerst om ___ voor je deelt.
    answers:
      - {text: toestemming, right: true, feedback: Zo heet dat als het mag.}
      - {text: een sticker, feedback: Die is leuk om te krijgen.}
    explanation: Toestemming is als iemand ja zegt.
  - id: zoek
    type: spot
    cites: [regel-1]
    post:
      channel: klassenapp
      sender: Sem (9)
      audience: 26 kinderen uit de klas
      text: Kom in de Lindestraat 12 en neem je knikkers mee!
      context: Sem stuurt dit in de klassenapp.
    question: Welke woorden geven te veel weg?
    words:
      - {text: Lindestraat 12, right: true, feedback: Zo weet iedereen waar Sem woont.}
      - {text: knikkers, feedback: Dat mag iedereen weten.}
    explanation: Je adres houd je voor jezelf.
  - id: stappen
    type: steps
    cites: [regel-2]
    question: In welke volgorde doe je dit?
    steps:
      - {text: Stoppen, feedback: Eerst komt de rust.}
      - {text: Denken, feedback: Daarna de vijf vragen.}
      - {text: Plaatsen, feedback: En dan pas dit.}
    explanation: Zo maak je tijd om te kiezen.
  - id: paren
    type: match
    cites: [regel-2]
    question: Wat betekent het?
    pairs:
      - {one: online, other: Op internet, feedback: Dat is online.}
      - {one: openbaar, other: Voor iedereen te zien, feedback: Dat is openbaar.}
      - {one: toestemming, other: Iemand zegt dat het mag, feedback: Dat is toestemming.}
    explanation: Deze woorden kom je vaak tegen.
  - id: praten
    type: open
    way: praten
    cites: [regel-2]
    question: Wat vind jij het moeilijkst van de vijf vragen?
more_practice:
  - id: schrijf
    type: open
    way: schrijven
    cites: [regel-2]
    question: Schrijf een fijne reactie.
    model: Wat een mooie tekening!
    check: [Mijn reactie is aardig.]
"""
SECOND_LESSON = """\
---
id: g56-tweede
number: 2
title: Tweede
description: Nog een les.
goal: Ik kan het.
cites: [regel-2]
---
Samen praten.
"""
MISCONCEPTIONS = """\
weg-is-weg:
  idea: Wat ik weghaal, is weg.
  why: Jij ziet het niet meer. Een ander kan het bewaard hebben. [[regel-3]]
  ask: ["Wie heeft het al gezien?", "Waar kan het nog staan?"]
  close: Weghalen helpt. Eerst nadenken helpt meer. [[regel-1]]
  cites: [regel-2]
"""
EVERYTHING: Overlay = {
    "quizzes/g56/alles.yml": EVERY_TYPE,
    "quizzes/misconceptions.yml": MISCONCEPTIONS,
    "lessons/g56/tweede.md": SECOND_LESSON,
}


def site_in(root: Path, school: str) -> Site:
    """The site that the content of a folder becomes, without MkDocs."""
    return build_site(read(Folders(root, school), Texts("nl")), Texts("nl"))


@cache
def real_site() -> Site:
    """The first school's."""
    return site_in(REPOSITORY, "protocols/kpo-sint-antonius")


@pytest.fixture
def site(write_site: WriteSite) -> Site:
    """A tiny site with a mixed quiz of every type of question."""
    return site_in(write_site(EVERYTHING), "protocols/de-linde")


def mixed(site: Site) -> Quiz:
    """Its quiz of every type."""
    return next(quiz for quiz in site.curriculum.quizzes if quiz.id == "g56-alles")


def worksheet(site: Site, quiz: Quiz) -> str:
    """The page as its reader sees it."""
    return unescape(site.content(worksheet_uri(site.curriculum, quiz), ""))


def answer_key(site: Site, quiz: Quiz) -> str:
    """The page as its reader sees it."""
    return unescape(site.content(answer_key_uri(site.curriculum, quiz), ""))


def asked(item: Item) -> Iterator[str]:
    """What a child needs to see to answer."""
    if item.stem:
        yield from (item.stem.sender, item.stem.context)
    for one in item.interactions:
        yield without_citations(one.prompt).split("……")[0].strip()
        match one:
            case ChoiceInteraction(choices=choices):
                yield from (choice.text for choice in choices)
            case OrderInteraction(entries=entries, places=places):
                yield from (*places, *(entry.text for entry in entries))
    yield without_citations(item.talk)


def told(item: Item) -> Iterator[str]:
    """What a child may read only afterwards, or only who asks for it."""
    for one in item.interactions:
        match one:
            case ChoiceInteraction(choices=choices):
                yield from (one.feedback, *one.hints, *(choice.feedback for choice in choices))
            case OrderInteraction(entries=entries):
                yield from (one.feedback, *one.hints, *(entry.feedback for entry in entries))
            case TextInteraction():
                yield from (one.model, *one.check)


def pieces(text: str) -> list[str]:
    """A text that an author wrote, cut where a citation becomes a link."""
    return [piece.strip() for piece in re.split(r"\[\[[^]]+\]\]", text) if piece.strip()]


@pytest.mark.parametrize("quiz", real_site().curriculum.quizzes, ids=lambda quiz: quiz.id)
def test_every_quiz_on_paper(quiz: Quiz) -> None:
    """Worksheet and key have every item, in one order and with one number."""
    site = real_site()
    expected = [(item.id, str(number)) for number, item in enumerate(quiz.all_items, start=1)]
    sheet, key = worksheet(site, quiz), answer_key(site, quiz)
    assert expected == NUMBERED.findall(sheet)
    assert expected == NUMBERED.findall(key)
    for item in quiz.all_items:
        assert [] == [text for text in asked(item) if text not in sheet]


@pytest.mark.parametrize("quiz", real_site().curriculum.quizzes, ids=lambda quiz: quiz.id)
def test_no_answer_on_a_worksheet(quiz: Quiz) -> None:
    """No feedback, hint or example is on the worksheet; all but the hints are in the key."""
    site = real_site()
    sheet, key = worksheet(site, quiz), answer_key(site, quiz)
    hints = {
        hint
        for item in quiz.all_items
        for one in item.interactions
        if not isinstance(one, TextInteraction)
        for hint in one.hints
    }
    said = [
        piece
        for item in quiz.all_items
        for text in told(item)
        for piece in pieces(text)
        if len(piece) > LEAST_TOLD
    ]
    assert len(said) > 40
    assert [] == [text for text in said if text in sheet]
    assert [] == [text for text in said if text not in key and text not in hints]


def test_every_type_on_paper(site: Site) -> None:
    """Each way to ask has its own way to answer with a pen, and nothing gives the answer away."""
    quiz = mixed(site)
    sheet = worksheet(site, quiz)
    parts = dict(re.findall(r'data-item="([\w-]+)"(.*?)</section>', sheet, re.DOTALL))
    assert [item.id for item in quiz.all_items] == list(parts)
    for item in quiz.all_items:
        assert [] == [text for text in asked(item) if text not in parts[item.id]]
        assert [] == [text for text in told(item) if text and text in sheet]
    assert 2 == parts["stelling"].count("vv-box--one")
    assert 1 == parts["gat"].count('class="vv-gap"')
    assert "vv-box" not in parts["gat"]
    assert ["Lindestraat 12", "knikkers"] == re.findall(r'"vv-word-line">([^<]+)<', parts["zoek"])
    assert "Zet een streep onder" in parts["zoek"]
    assert 1 == parts["zoek"].count("26 kinderen uit de klas"), "the message is there once"
    assert 3 == parts["stappen"].count('class="vv-box"')
    assert ["A", "B", "C"] == re.findall(r"<strong>([A-Z])</strong>", parts["paren"])
    assert 4 == parts["schrijf"].count("<span></span>")
    assert "Praat erover." in parts["praten"]
    assert sheet.index("Nog meer oefenen") < sheet.index('data-item="schrijf"')
    assert 2 == sheet.count("Naam:"), "each part can be handed out by itself"


def test_several_answers_have_square_boxes(write_site: WriteSite) -> None:
    """Where several answers fit, the worksheet says so, and its boxes are not round."""
    first, second = "      - text: Ik vraag", "      - text: Ik plaats"
    third = "      - text: Ik wacht.\n        right: true\n        feedback: Goed.\n"
    several = {
        f"    answers:\n{first}": f"    multiple: true\n    answers:\n{first}",
        second: f"{third}{second}",
    }
    site = site_in(write_site({"quizzes/g56/jouw-foto.yml": several}), "protocols/de-linde")
    sheet = worksheet(site, site.curriculum.quizzes[0])
    part = sheet[sheet.index('data-item="eerst-vragen"') : sheet.index('data-item="gekke-foto"')]
    assert "Kies alles wat past." in part
    assert (3, 0) == (part.count('class="vv-box"'), part.count("vv-box--one"))


def test_the_best_answer_stands_first(site: Site) -> None:
    """The key names the best judgement and decision, then what can be as well."""
    [quiz] = [quiz for quiz in site.curriculum.quizzes if quiz.id == "g56-jouw-foto"]
    key = answer_key(site, quiz)
    assert "beste: <strong>Nee</strong>, kan ook: Hangt ervan af" in key
    assert "beste: <strong>Eerst aanpassen</strong>, kan ook: Niet plaatsen" in key
    assert "<strong>Hangt ervan af</strong><span" in key, "the one that fits has no second"


def test_what_belongs_in_the_boxes() -> None:
    """Who fills in what the key says has put everything in its place."""
    entries = tuple(Entry(str(number), f"stap {number}", "") for number in range(1, 6))
    order = OrderInteraction("volgorde", "Wat eerst?", entries, "")
    numbered = dict(zip(written(order), order.start, strict=True))
    assert entries == tuple(numbered[str(number)] for number in range(1, 6))
    match = OrderInteraction("paren", "Wat hoort erbij?", entries, "", tuple("vwxyz"))
    lettered = dict(zip("ABCDE", match.start, strict=True))
    assert entries == tuple(lettered[letter] for letter in written(match))


def test_misconceptions_stand_in_the_key(site: Site) -> None:
    """The key has a card for each misconception that the quiz names, with the answer; no other."""
    key = answer_key(site, mixed(site))
    card = key[key.index('<section class="vv-talk-card"') :]
    for text in (
        "“Wat ik weghaal, is weg.”",
        "vraag 1, “Dat is waar”",
        "Een ander kan het bewaard hebben.",
        "<li>Wie heeft het al gezien?</li>",
        "<li>Waar kan het nog staan?</li>",
        "Eerst nadenken helpt meer.",
        "regel 3",
        "regel 1",
        "regel 2",
    ):
        assert text in card
    assert 1 == key.count('<section class="vv-talk-card"')
    [other] = [quiz for quiz in site.curriculum.quizzes if quiz.id == "g56-jouw-foto"]
    assert "Wat kinderen kunnen denken" not in answer_key(site, other)
    assert "Wat ik weghaal, is weg." not in worksheet(site, mixed(site))


def test_the_way_to_the_paper(site: Site) -> None:
    """The list of plans, the lesson plan, the worksheet and the key lead to each other."""
    curriculum = site.curriculum
    [quiz] = [quiz for quiz in curriculum.quizzes if quiz.id == "g56-jouw-foto"]
    plans = site.content(LESSON_PLANS, "")
    for folder in ("jouw-foto", "alles"):
        for name in ("werkblad", "sleutel"):
            assert f'href="{folder}/{name}/"' in plans
    teachers = site.content(TEACHERS, "")
    assert 'href="lessen/#groep-5-6"' in teachers
    assert 'href="poster/groep-5-6/"' in teachers
    [plan] = [plan_uri(lesson) for lesson in curriculum.lessons if lesson.plan]
    for link in ("werkblad/", "sleutel/"):
        assert f'href="{link}"' in site.content(plan, "")
    assert 'href="../sleutel/"' in worksheet(site, quiz)
    assert 'href="../werkblad/"' in answer_key(site, quiz)
    assert 'href="../"' in answer_key(site, quiz)


def test_paper_is_in_no_menu_and_no_search(site: Site) -> None:
    """Worksheet and key are not searched; neither they nor the poster stand in the menu."""
    curriculum = site.curriculum
    quiz = mixed(site)
    sheets = [worksheet_uri(curriculum, quiz), answer_key_uri(curriculum, quiz)]
    assert [False, False] == [site.outline.pages[uri].searchable for uri in sheets]
    poster = poster_uri(curriculum.grades[0])
    assert poster in site.outline.pages
    assert site.outline.listed.isdisjoint({*sheets, poster})


def test_two_grades_with_a_quiz_of_one_name(write_site: WriteSite) -> None:
    """Each has a worksheet and a key of its own, and the quizzes stay where they were."""
    grade = (REPOSITORY / "lessons/g78/grade.yml").read_text("utf-8").partition("articles:")[0]
    lesson = SECOND_LESSON.replace("g56", "g78")
    quiz = EVERY_TYPE.replace("g56-alles", "g78-alles").replace("g56-jouw-foto", "g56-tweede")
    more = {"lessons/g78/grade.yml": grade, "lessons/g78/tweede.md": lesson}
    more["quizzes/g78/alles.yml"] = quiz.replace(
        "[g56-tweede, g56-tweede]", "[g78-tweede, g56-tweede]"
    )
    curriculum = site_in(write_site({**EVERYTHING, **more}), "protocols/de-linde").curriculum
    same = [quiz for quiz in curriculum.quizzes if quiz.slug == "alles"]
    assert [
        "leerkrachten/lessen/groep-5-6-alles/werkblad.md",
        "leerkrachten/lessen/groep-7-8-alles/werkblad.md",
    ] == [worksheet_uri(curriculum, quiz) for quiz in same]
    assert "leerlingen/groep-5-6/alles/quiz.md" == quiz_uri(curriculum, same[0])


def test_posters() -> None:
    """A poster has the five questions, the grade's own words, and the rule of the protocol."""
    site = real_site()
    for grade in site.curriculum.grades:
        poster = unescape(site.content(poster_uri(grade), ""))
        for question in site.curriculum.protocol.questions:
            assert f"<strong>{question.short}</strong><p>{grade.questions[question.key]}" in poster
            assert f'href="#vv-icon-{question.key}"' in poster
        assert "Nee? Niet plaatsen!" in poster
        assert site.curriculum.school.name in poster
