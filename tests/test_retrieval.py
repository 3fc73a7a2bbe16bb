"""What comes back when: counted from quizzes and plans, and shown to teachers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from case_files import Overlay
from command import REPOSITORY
from vijfvragen.i18n import Texts
from vijfvragen.model.curriculum import Curriculum
from vijfvragen.model.retrieval import retrieval_of
from vijfvragen.pages.addresses import RETRIEVAL, TEACHERS
from vijfvragen.pages.site import build_site
from vijfvragen.sources.curriculum import read
from vijfvragen.sources.folders import Folders

WriteSite = Callable[[Overlay], Path]
CHOICE = """\
  - id: {0}
    type: choice
    cites: [regel-2]{1}
    question: Is de foto dan weg?
    answers:
      - {{text: Nee., right: true, feedback: Kijk.}}
      - {{text: Ja., feedback: Kijk.}}
    explanation: Zo is het.
"""
RECALL = "\n    recalls: g56-jouw-foto"
SECOND: Overlay = {
    "lessons/g56/weg.md": (
        "---\nid: g56-weg\nnumber: 2\ntitle: Weg is niet weg\ndescription: Over weghalen.\n"
        "goal: Ik denk na.\ncites: [regel-2]\nwords:\n  weg: niet te zien\nat_home: En jij?\n---\n"
        "\nDenk na.\n"
    ),
    "lessons/g56/weg.plan.md": (
        "---\nlesson: g56-weg\ndescription: Lesplan.\nrecalls: [g56-jouw-foto]\n---\n\nBegin.\n"
    ),
    "quizzes/g56/weg.yml": (
        "id: g56-weg\nlesson: g56-weg\ntitle: Weg\nquestions:\n"
        + CHOICE.format("terug", RECALL)
        + CHOICE.format("nieuw", "")
    ),
    "quizzes/g56/alles.yml": (
        "id: g56-alles\nlessons: [g56-jouw-foto, g56-weg]\ntitle: Alles door elkaar\nquestions:\n"
        "  - take: g56-jouw-foto/gekke-foto\n  - take: g56-weg/nieuw\n"
        + CHOICE.format("eigen", "")
        + CHOICE.format("eigen-terug", RECALL)
    ),
}


def curriculum_of(root: Path, school: str = "protocols/de-linde") -> Curriculum:
    """What is read from a site."""
    return read(Folders(root, school), Texts("nl"))


@pytest.fixture(scope="module")
def ours() -> Curriculum:
    """The content of this site itself."""
    return curriculum_of(REPOSITORY, "protocols/kpo-sint-antonius")


def test_what_comes_back_and_where(write_site: WriteSite) -> None:
    """Questions that name a lesson, looks back, and what a mixed quiz takes; nothing else."""
    curriculum = curriculum_of(write_site(SECOND))
    found = retrieval_of(curriculum, curriculum.grades[0])
    first, second, mixed = found.moments
    assert () == first.recalls
    assert ["g56-jouw-foto"] == [lesson.id for lesson in second.looks_back]
    assert [("terug", "g56-jouw-foto")] == [(one.item.id, one.lesson.id) for one in second.recalls]
    assert [
        ("gekke-foto", "g56-jouw-foto"),
        ("nieuw", "g56-weg"),
        ("eigen-terug", "g56-jouw-foto"),
    ] == [(one.item.id, one.lesson.id) for one in mixed.recalls]
    photo, gone = curriculum.lessons
    assert (second, mixed) == found.of(photo)
    assert (mixed,) == found.of(gone)


def test_the_page(write_site: WriteSite) -> None:
    """Each row says its lesson, its look back and its questions with where they come from."""
    site = build_site(curriculum_of(write_site(SECOND)), Texts("nl"))
    html = re.sub(
        r'<span class="vv-(?:unseen|cover__where)".*?</span>', "", site.content(RETRIEVAL, "")
    )
    rows = [
        " ".join(re.sub(r"<[^>]*>", " ", row).split())
        for row in re.findall(r'<tr role="row">(.*?)</tr>', html, re.DOTALL)
    ]
    assert "Les 1: Jouw foto, mijn foto – –" in rows
    assert "Les 2: Weg is niet weg Les 1 Uit les 1: “Is de foto dan weg?”" in rows
    assert (
        "Alles door elkaar – Uit les 1: het bericht van Sem Uit les 2: “Is de foto dan weg?” "
        "Uit les 1: “Is de foto dan weg?”"
    ) in rows
    assert "Les 1: Jouw foto, mijn foto Les 2: Weg is niet weg Alles door elkaar" in rows
    assert 'href="wat-komt-terug/"' in site.content(TEACHERS, "")


def test_our_lessons_all_come_back(ours: Curriculum) -> None:
    """Each lesson but the last two comes back in a later lesson, and each in a mixed quiz."""
    for grade in ours.grades:
        found = retrieval_of(ours, grade)
        *earlier, last_but_one, last = ours.lessons_of(grade)
        for lesson in earlier:
            assert [one for one in found.of(lesson) if not one.mixed], lesson.id
        for lesson in (*earlier, last_but_one, last):
            assert [one for one in found.of(lesson) if one.mixed], lesson.id
