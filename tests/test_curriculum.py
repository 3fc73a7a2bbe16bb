"""Whole sites: what is read from a good one, and the report about a bad one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from case_files import Overlay, cases
from vijfvragen.errors import ContentErrors
from vijfvragen.i18n import Texts
from vijfvragen.model.curriculum import Contact, Drawing, School
from vijfvragen.sources.curriculum import read
from vijfvragen.sources.folders import Folders

WriteSite = Callable[[Overlay], Path]
SCHOOL = "protocols/de-linde"


@pytest.mark.parametrize("case", cases("errors"))
def test_report(case: dict[str, Any], write_site: WriteSite) -> None:
    """A site with something wrong is refused with exactly this report."""
    root = write_site(case["files"])
    with pytest.raises(ContentErrors) as wrong:
        read(Folders(root, SCHOOL), Texts("en"))
    assert case["report"] == f"{wrong.value}\n"


def test_whole_site(write_site: WriteSite) -> None:
    """A good site gives its school, lessons, quizzes and pages, and advice about what is open."""
    curriculum = read(Folders(write_site({}), SCHOOL), Texts("en"))
    [lesson], [quiz], [page] = curriculum.lessons, curriculum.quizzes, curriculum.guidance
    assert "Basisschool De Linde" == curriculum.school.name
    assert ["g56"] == [grade.id for grade in curriculum.grades]
    assert ("g56-jouw-foto", "g56", "jouw-foto", 1) == (
        lesson.id,
        lesson.grade,
        lesson.slug,
        lesson.number,
    )
    assert ("regel-1", "regel-3") == lesson.cites
    assert lesson.plan
    assert ("regel-2",) == lesson.plan.cites
    assert (quiz,) == curriculum.quizzes_of(lesson)
    assert ["eerst-vragen", "gekke-foto"] == [item.id for item in quiz.all_items]
    assert ("index.md", 99, ("waarom-1",)) == (page.path, page.order, page.cites)
    assert [f"{SCHOOL}/school.yml"] * 2 == [advice.path for advice in curriculum.advice]


def test_who_cites_an_article(write_site: WriteSite) -> None:
    """Every unit knows the lessons, quizzes and pages that cite it, each once."""
    curriculum = read(Folders(write_site({}), SCHOOL), Texts("en"))
    [lesson], [quiz], [page] = curriculum.lessons, curriculum.quizzes, curriculum.guidance
    assert {
        "regel-1": (lesson, quiz),
        "regel-3": (lesson,),
        "regel-2": (lesson, quiz),
        "waarom-1": (page,),
    } == curriculum.citing


def test_untaught_articles_are_advice(write_site: WriteSite) -> None:
    """An article that no page cites is listed, and stops nothing."""
    root = write_site({"docs/index.md": {"cites: [waarom-1]\n": "", " [[waarom-1]]": ""}})
    curriculum = read(Folders(root, SCHOOL), Texts("en"))
    assert "Nog op geen enkele pagina: waarom 1." == curriculum.advice[-1].text


def test_values_of_the_school(write_site: WriteSite) -> None:
    """A school with a contact and an address for problems gets no advice about them."""
    values = (
        "name: De Linde\ncontact: {name: juf Anna, role: vertrouwenspersoon}\n"
        "problems_to: info@delinde.nl\n"
    )
    root = write_site({f"{SCHOOL}/school.yml": values})
    curriculum = read(Folders(root, SCHOOL), Texts("en"))
    contact = Contact("juf Anna", "vertrouwenspersoon")
    assert School("De Linde", contact, "info@delinde.nl") == curriculum.school
    assert () == curriculum.advice


def test_drawings_of_the_site(write_site: WriteSite) -> None:
    """A drawing is known by its name with its size, and a lesson by the first that it shows."""
    block = "/// drawing | {}\nEen kind springt.\n///\n\n"
    root = write_site(
        {
            "lessons/drawings/trampoline.svg": "<svg\n width='9'\n viewBox='0 0 400 262.5'/>",
            "lessons/drawings/hut.svg": '<svg viewBox="-1 -1 4 3"/>',
            "lessons/g56/jouw-foto.md": {"## Eerst": block.format("hut") + "## Eerst"},
        }
    )
    curriculum = read(Folders(root, SCHOOL), Texts("en"))
    assert {
        "hut": Drawing("hut", "lessons/drawings/hut.svg", 4, 3),
        "trampoline": Drawing("trampoline", "lessons/drawings/trampoline.svg", 400, 262.5),
    } == curriculum.drawings
    assert ["hut"] == [lesson.drawing for lesson in curriculum.lessons]


def test_articles_that_a_school_does_not_have(write_site: WriteSite) -> None:
    """What the mapping leaves open is listed; the rest means the school's own article."""
    mapping = "articles:\n  waarom-1:\n  regel-1: regel-3\n  regel-2: regel-2\n  regel-3: regel-1\n"
    root = write_site({f"{SCHOOL}/mapping.yml": mapping})
    curriculum = read(Folders(root, SCHOOL), Texts("en"))
    regel_1 = curriculum.catalogue["regel-1"]
    assert curriculum.catalogue["waarom-1"] is None
    assert regel_1
    assert "regel-3" == regel_1.id
    assert "waarom-1" not in curriculum.citing
    assert "Deze artikelen heeft de school niet: waarom-1. De site laat ze weg." in [
        advice.text for advice in curriculum.advice
    ]


def test_windows_line_ends_change_nothing(write_site: WriteSite) -> None:
    """A site whose files all have a byte order mark and the line ends of Windows reads the same."""
    root = write_site({})
    expected = read(Folders(root, SCHOOL), Texts("en"))
    for file in root.rglob("*.*"):
        if file.is_file():
            file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert expected == read(Folders(root, SCHOOL), Texts("en"))


def test_first_school_is_whole() -> None:
    """The content of this repository has nothing wrong with it."""
    root = Path(__file__).parents[1]
    curriculum = read(Folders(root, "protocols/kpo-sint-antonius"), Texts("en"))
    assert "Stichting KPO Sint Antonius" == curriculum.school.name


MISCONCEPTIONS = """\
weg-is-weg:
  idea: Wat ik weghaal, is weg.
  why: Jij ziet het niet meer. Een ander kan het bewaard hebben. [[regel-3]]
  ask:
    - Wie heeft het al gezien?
    - Waar kan het nog staan?
  close: Weghalen helpt. Eerst nadenken helpt meer.
  cites: [regel-3]
grappig-mag:
  idea: Een grapje mag altijd.
  why: Jij lacht. De ander lacht misschien niet.
  ask:
    - Wie lacht er?
    - Wie lacht er niet?
  close: Vraag het eerst. [[regel-1]]
  cites: [regel-1, regel-1]
"""


def test_misconceptions(write_site: WriteSite) -> None:
    """A misconception is known by its id; one that no answer names is advice."""
    answer = "      - text: Ik plaats hem meteen.\n"
    named = {answer: f"{answer}        misconception: grappig-mag\n"}
    files = {"quizzes/misconceptions.yml": MISCONCEPTIONS, "quizzes/g56/jouw-foto.yml": named}
    curriculum = read(Folders(write_site(files), SCHOOL), Texts("en"))
    found = curriculum.misconceptions["grappig-mag"]
    assert ("Een grapje mag altijd.", ("Wie lacht er?", "Wie lacht er niet?"), ("regel-1",)) == (
        found.idea,
        found.ask,
        found.cites,
    )
    assert {"grappig-mag"} == curriculum.named_misconceptions
    advice = curriculum.advice[-1]
    assert "quizzes/misconceptions.yml" == advice.path
    assert "Bij geen enkel antwoord: weg-is-weg." == advice.text
