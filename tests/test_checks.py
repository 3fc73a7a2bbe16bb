"""What makes content good: each check stops what it should stop, and lets the rest go."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from case_files import Overlay, cases
from command import REPOSITORY, vijfvragen
from hypothesis import given
from hypothesis import strategies as st
from vijfvragen.checks import Spelling, checked
from vijfvragen.checks.dutch import Measure, Sentence, measured, sentences, syllables
from vijfvragen.checks.report import report
from vijfvragen.errors import ContentErrors
from vijfvragen.i18n import Texts
from vijfvragen.model.curriculum import Curriculum
from vijfvragen.sources.curriculum import read
from vijfvragen.sources.folders import Folders

WriteSite = Callable[[Overlay], Path]
GRADE = "lessons/g56/grade.yml"
CATALOGUE = REPOSITORY / "plugins/vijfvragen/locales/nl/LC_MESSAGES/vijfvragen.po"
PLACE = re.compile(r"\{[^}]*\}|<[^>]*>|&\w+;")
"""What is filled in later, and markup."""
LEVEL = """
level:
  sentence: 9
  longest: 14
  syllables: 1.4
  long_words: 5
  fail_below: 85
  page_words: [5, 350]
  screen_words: 60
"""
"""What most cases add to the grade of the tiny site, so that it is held to something."""


def read_tiny(root: Path) -> Curriculum:
    """The curriculum of a tiny site."""
    return read(Folders(root, "protocols/de-linde"), Texts("nl"))


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    """One dictionary for all cases; to read it takes seconds."""
    return Spelling()


@pytest.fixture(scope="module")
def ours() -> Curriculum:
    """The content of this site itself."""
    return read(Folders(REPOSITORY, "protocols/kpo-sint-antonius"), Texts("nl"))


@pytest.mark.parametrize("case", cases("checks"))
def test_check(case: dict[str, Any], write_site: WriteSite, spelling: Spelling) -> None:
    """Content that a check stops has exactly this report; what it advises against, this advice."""
    root = write_site(case["files"])
    if not case.get("without_level"):
        file = root / GRADE
        file.write_text(file.read_text("utf-8") + LEVEL, "utf-8")
    curriculum = read_tiny(root)
    if "report" in case:
        with pytest.raises(ContentErrors) as wrong:
            checked(curriculum, spelling)
        assert case["report"] == f"{wrong.value}\n"
    else:
        advice = checked(curriculum, spelling).advice[len(curriculum.advice) :]
        assert case["advice"] == [f"{one.path}: {one.text}" for one in advice]


@pytest.mark.everything
def test_the_site_itself(ours: Curriculum, spelling: Spelling) -> None:
    """The content of this site passes every check, and what children read needs no advice."""
    advice = checked(ours, spelling).advice[len(ours.advice) :]
    assert [] == [one for one in advice if re.search("g56|g78|Groep", one.path + one.text)]


@pytest.mark.parametrize(("grade_id", "number"), [("g56", 18), ("g78", 28)])
def test_every_article_of_a_grade_is_taught(ours: Curriculum, grade_id: str, number: int) -> None:
    """All articles for a grade stand in a lesson of its own."""
    grade = ours.grade(grade_id)
    taught = {cite for lesson in ours.lessons_of(grade) for cite in lesson.cites}
    assert number == len(grade.articles)
    assert set() == set(grade.articles) - taught


@pytest.mark.parametrize("grade_id", ["g56", "g78"])
def test_every_scenario_of_a_grade(ours: Curriculum, grade_id: str) -> None:
    """Each of its eight lessons has a quiz of six messages, and a plan that shows three of them."""
    lessons = ours.lessons_of(ours.grade(grade_id))
    assert list(range(1, 9)) == [lesson.number for lesson in lessons]
    for lesson in lessons:
        [quiz] = ours.quizzes_of(lesson)
        messages = [item for item in quiz.all_items if len(item.interactions) > 1 and item.stem]
        assert 6 == len(messages), quiz.id
        assert lesson.plan
        shown = {f"{quiz.id}/{message.id}" for message in messages} & set(lesson.plan.items)
        assert 3 == len(shown), lesson.id


def test_spelling_of_the_interface(ours: Curriculum, spelling: Spelling) -> None:
    """What the program itself says in Dutch is spelled right as well."""
    assert ours.own_words
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    said = [message.string for message in messages if isinstance(message.string, str)]
    said += [text for message in messages for text in message.string if message.pluralizable]
    plain = [PLACE.sub(" ", text) for text in said]
    assert [] == [word for text in plain for word in spelling.unknown(text, ours.own_words)]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("foto", 2),
        ("oma", 2),
        ("idee", 2),
        ("video", 3),
        ("geëerd", 3),
        ("mooie", 2),
        ("toestemming", 3),
        ("online", 2),
        ("yoghurt", 2),
        ("ruzie", 2),
        ("nieuw", 1),
        ("schrijven", 2),
        ("26", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    """Syllables are counted by groups of vowels; a trema begins a new one."""
    assert count == syllables(word)


def test_sentences() -> None:
    """A sentence ends at its mark or with its paragraph; a quote inside one does not end it."""
    text = "Is het waar? Nee? Niet plaatsen! [[tip-3]] “Klik!” hoor je. Dat was het"
    assert ["Is het waar?", "Nee?", "Niet plaatsen!", "“Klik!” hoor je.", "Dat was het"] == [
        sentence.text for sentence in sentences(text)
    ]


def test_measure_of_a_known_text() -> None:
    """The sample for groep 5 has the numbers that were counted by hand."""
    text = (
        "Sem heeft een foto van Noor gemaakt op het schoolplein. Noor trekt een gek gezicht en "
        "Sem moet er hard om lachen. Hij wil de foto in de klassenapp zetten. Dan denkt hij aan "
        "de vijf vragen. Is het aardig voor Noor? Sem weet het niet zeker, dus hij vraagt het aan "
        "haar. Noor schudt haar hoofd. Ze wil niet dat de hele klas haar zo ziet. Sem haalt de "
        "foto weg. Noor is blij dat hij het eerst vroeg."
    )
    measure = measured([(text, 1)])
    assert measure
    assert (80, 12) == (measure.words, len(measure.longest.words))
    assert "8.0" == f"{measure.sentence_length:.1f}"
    assert "1.18" == f"{measure.syllables_per_word:.2f}"
    assert "109" == f"{measure.score:.0f}"


@given(st.lists(st.text(alphabet="aeiou bcdk.?!“”'’-é", max_size=80), max_size=5))
def test_measure_of_any_text(paragraphs: list[str]) -> None:
    """Every text gives either no measure or one with numbers that fit each other."""
    measure = measured([(text, number) for number, text in enumerate(paragraphs)])
    if measure is None:
        return
    assert measure.words == sum(len(one.words) for one in measure.sentences)
    assert 1 <= measure.sentence_length <= len(measure.longest.words)
    assert measure.syllables_per_word >= 1
    assert 0 <= measure.long_words <= 100
    assert measure.worst in measure.sentences


def test_longer_words_and_sentences_score_lower() -> None:
    """A text gets harder with every syllable and with every word in a sentence."""
    scores = [
        Measure((Sentence(text, 1),)).score
        for text in (
            "Sem deelt iets.",
            "Sem deelt iets moois met ons.",
            "Verantwoordelijkheid telt.",
        )
    ]
    assert sorted(scores, reverse=True) == scores


def test_report_of_this_site(ours: Curriculum) -> None:
    """The table has a line for every page, every quiz with its decisions, and every sender."""
    shown = report(ours)
    for lesson in ours.lessons:
        assert f"\n{lesson.path} " in f"\n{shown}"
    for quiz in ours.quizzes:
        assert f"\n{quiz.id} " in shown
    assert "\nDaan " in shown
    rows = shown.rpartition("\n\n")[2].splitlines()
    assert 1 + len(ours.protocol.articles) == len(rows)
    assert all(any(number != "0" for number in row.split()[-5:]) for row in rows)


def test_table_of_the_command(write_site: WriteSite) -> None:
    """`vijfvragen check --table` prints what was counted, before it says that all is well."""
    done = vijfvragen("check", "--table", cwd=write_site({}))
    assert 0 == done.returncode
    lines = done.stdout.splitlines()
    assert any(line.startswith("lessons/g56/jouw-foto.plan.md ") for line in lines)
    assert any(line.startswith("g56-jouw-foto ") for line in lines)
    assert lines[-1].startswith("Alles klopt")
