"""Which lessons, quizzes and pages teach which article: counted, and shown to teachers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from case_files import Overlay
from vijfvragen.i18n import Texts
from vijfvragen.model.coverage import Coverage, InGrade, coverage_of
from vijfvragen.model.curriculum import Curriculum
from vijfvragen.pages.addresses import COVERAGE, TEACHERS
from vijfvragen.pages.site import build_site
from vijfvragen.sources.curriculum import read
from vijfvragen.sources.folders import Folders

WriteSite = Callable[[Overlay], Path]
SCHOOL = "protocols/de-linde"
LESSON = "lessons/g56/jouw-foto.md"
PLAN = "lessons/g56/jouw-foto.plan.md"
QUIZ = "quizzes/g56/jouw-foto.yml"
GRADE = "lessons/g56/grade.yml"
THEMES = """\
intro:
  - Dit is de stand van nu.
  - "Bron: <b>SLO</b>."
themes:
  veiligheid-en-privacy:
    title: Veiligheid en privacy
    about: Veilig omgaan met gegevens.
  media:
    title: Media en informatie
    about: Wat is waar, en wat is nep?
"""
MIXED = """\
id: g56-alles
lessons: [g56-jouw-foto, g56-weg]
title: Alles door elkaar
questions:
  - id: weg
    type: choice
    cites: [regel-2-5]
    question: Mag het?
    answers:
      - {text: Ja., right: true, feedback: Kijk.}
      - {text: Nee., feedback: Kijk.}
    explanation: Zo is het.
"""
OWN_LIST = {"rule: Eén": "articles: [regel-1, regel-3]\nrule: Eén"}
PLAN_ONLY = {LESSON: {"/// article | regel-3\n///\n": ""}, PLAN: {"[[regel-2]]": "[[regel-3]]"}}


def curriculum_of(root: Path) -> Curriculum:
    """What is read from a site."""
    return read(Folders(root, SCHOOL), Texts("nl"))


def in_grade(coverage: Coverage, article: str) -> InGrade:
    """What the one grade of the tiny site does with an article."""
    [found] = coverage.articles[article].grades
    return found


def page_of(root: Path, uri: str = COVERAGE) -> str:
    """The content of a page."""
    return build_site(curriculum_of(root), Texts("nl")).content(uri, "")


def row(html: str, article: str) -> str:
    """The words in the row of an article, its links as `[words](where)`."""
    [found] = re.findall(rf'<tr role="row" id="{article}">.*?</tr>', html, re.DOTALL)
    found = found.replace('<span class="vv-unseen">', "").replace("</span></a>", "</a>")
    linked = re.sub(r'<a href="([^"]*)">(.*?)</a>', r"[\2](\1)", found)
    return " ".join(re.sub(r"<[^>]*>", " ", linked).split())


def test_where_an_article_stands(write_site: WriteSite) -> None:
    """The page of a lesson, its quiz and its plan are told apart, and pages by their readers."""
    page = "---\ntitle: {0}\ndescription: {0}\ncites: [regel-1]\n---\n\nLees dit.\n"
    pages = {
        f"docs/{path}.md": page.format(path)
        for path in ("ouders/thuis", "leerkrachten/klas", "over/school")
    }
    curriculum = curriculum_of(write_site(pages))
    [lesson], [quiz] = curriculum.lessons, curriculum.quizzes
    coverage = coverage_of(curriculum)
    assert ["waarom-1", "regel-1", "regel-2", "regel-3"] == list(coverage.articles)
    found = {
        article: [(one.lesson, one.on_page, one.quizzes, one.in_plan) for one in found.lessons]
        for article in coverage.articles
        for found in coverage.articles[article].grades
    }
    assert {
        "waarom-1": [],
        "regel-1": [(lesson, True, (quiz,), False)],
        "regel-2": [(lesson, False, (quiz,), True)],
        "regel-3": [(lesson, True, (), False)],
    } == found
    one = coverage.articles["regel-1"]
    readers = (one.parents, one.teachers, one.others)
    assert [["thuis"], ["klas"], ["school"]] == [
        [page.path.partition("/")[2].removesuffix(".md") for page in pages] for pages in readers
    ]


def test_a_plan_alone_teaches_no_child(write_site: WriteSite) -> None:
    """What only a plan cites is named, and still asked for; what nobody cites is nowhere."""
    pages = {"docs/index.md": {"cites: [waarom-1]\n": "", " [[waarom-1]]": ""}}
    coverage = coverage_of(curriculum_of(write_site(PLAN_ONLY | pages)))
    assert [(False, (), True)] == [
        (one.on_page, one.quizzes, one.in_plan) for one in in_grade(coverage, "regel-3").lessons
    ]
    assert in_grade(coverage, "regel-3").missing
    assert ["waarom-1"] == [article.id for article in coverage.nowhere]


def test_what_belongs_to_a_grade(write_site: WriteSite) -> None:
    """A grade has to teach its own articles, and every article when it names none."""
    every = coverage_of(curriculum := curriculum_of(write_site({})))
    [grade] = curriculum.grades
    assert 4 == len(every.asked(grade))
    assert ["waarom-1"] == [article.id for article in every.missing(grade)]


def test_what_belongs_to_a_grade_with_a_list(write_site: WriteSite) -> None:
    """What stands outside the list of a grade is not asked of it, and so is not missing."""
    curriculum = curriculum_of(write_site({**PLAN_ONLY, GRADE: OWN_LIST}))
    [grade], coverage = curriculum.grades, coverage_of(curriculum)
    assert ["regel-1", "regel-3"] == [article.id for article in coverage.asked(grade)]
    assert ["regel-3"] == [article.id for article in coverage.missing(grade)]
    assert not in_grade(coverage, "waarom-1").asked


def test_a_question_of_the_five_and_a_mixed_quiz(write_site: WriteSite) -> None:
    """Who cites one of the five questions cites their article; a mixed quiz stands by itself."""
    second = "---\nid: g56-weg\nnumber: 2\ntitle: Weg\ndescription: Weg.\ngoal: Weg.\ncites: [{}]\n"
    root = write_site(
        {
            "lessons/g56/weg.md": second.format("regel-2-regel") + "---\n\nWeg.\n",
            "quizzes/g56/alles.yml": MIXED,
        }
    )
    coverage = coverage_of(curriculum_of(root))
    found = in_grade(coverage, "regel-2")
    assert ["g56-jouw-foto", "g56-weg"] == [one.lesson.id for one in found.lessons]
    assert ["g56-alles"] == [quiz.id for quiz in found.mixed]
    assert "Alles door elkaar](../../leerlingen/groep-5-6/alles/quiz/) quiz over meer" in row(
        page_of(root), "regel-2"
    )


def test_articles_by_the_names_of_another_school(write_site: WriteSite) -> None:
    """A citation and the list of a grade count for the article that they mean at this school."""
    mapping = "articles:\n  waarom-1:\n  regel-1: regel-3\n  regel-2: regel-2\n  regel-3: regel-1\n"
    own = {"rule: Eén": "articles: [waarom-1, regel-1]\nrule: Eén"}
    curriculum = curriculum_of(write_site({f"{SCHOOL}/mapping.yml": mapping, GRADE: own}))
    [grade], coverage = curriculum.grades, coverage_of(curriculum)
    assert ["regel-3"] == [article.id for article in coverage.asked(grade)]
    assert [1] == [len(one.quizzes) for one in in_grade(coverage, "regel-3").lessons]
    assert ["waarom-1"] == [article.id for article in coverage.nowhere]


def test_the_page(write_site: WriteSite) -> None:
    """Each article has a row that links to what cites it, and says what is not there."""
    html = page_of(write_site({}))
    lesson = "[Les 1: Jouw foto, mijn foto](../../leerlingen/groep-5-6/jouw-foto/)"
    quiz = "[quiz Jouw foto, mijn foto](../../leerlingen/groep-5-6/jouw-foto/quiz/)"
    plan = "[lesbrief Jouw foto, mijn foto](../lessen/jouw-foto/)"
    regel = "[Je vraagt het eerst als een ander op de foto staat.](../../protocol/#regel-1)"
    nobody = "Ouders Geen pagina Leerkrachten Geen pagina Iedereen Geen pagina"
    words = f"regel 1 {regel} Groep 5–6 {lesson} ook in: {quiz} {nobody}"
    assert words == row(html, "regel-1")
    assert f"Les 1: Jouw foto, mijn foto alleen in: {quiz}, {plan} " in row(html, "regel-2")
    assert "Groep 5–6 Nog niet Ouders Geen pagina" in row(html, "waarom-1")
    assert "Nog op geen enkele pagina" not in row(html, "waarom-1")
    counts = " ".join(re.sub(r"<[^>]*>", "", html).split())
    assert "Groep 5–6: 3 van de 4 artikelen staan in een les of quiz. Nog niet: waarom 1." in counts
    assert "De hele site: 4 van de 4 artikelen staan op minstens één pagina." in counts
    assert "Kerndoelen" not in html


def test_what_is_not_covered_is_said(write_site: WriteSite) -> None:
    """An article of no page, one that a grade misses, and one of other grades read differently."""
    pages = {"docs/index.md": {"cites: [waarom-1]\n": "", " [[waarom-1]]": ""}}
    html = page_of(write_site({**PLAN_ONLY, **pages, GRADE: OWN_LIST}))
    assert "Nog op geen enkele pagina Groep 5–6 Hoort niet bij deze groep" in row(html, "waarom-1")
    assert re.search(r"alleen in: \S*lesbrief.* Nog niet Ouders", row(html, "regel-3"))
    assert "Iedereen" not in html
    counts = " ".join(re.sub(r"<[^>]*>", "", html).split())
    assert "Groep 5–6: 1 van de 2 artikelen staan in een les of quiz. Nog niet: regel 3." in counts
    assert "Nog op geen enkele pagina: waarom 1." in counts


def test_themes(write_site: WriteSite) -> None:
    """The themes stand on the page with what the site says about them, and each lesson's own."""
    plan = {"description: Kinderen": "themes: [media, media]\ndescription: Kinderen"}
    root = write_site({"lessons/themes.yml": THEMES, PLAN: plan})
    html = page_of(root)
    assert 'id="kerndoelen"' in html
    assert "Bron: &lt;b&gt;SLO&lt;/b&gt;." in html
    [table] = re.findall(r'<table class="vv-cover vv-cover--themes".*?</table>', html, re.DOTALL)
    words = " ".join(re.sub(r"<[^>]*>", " ", table).split())
    assert words.endswith(
        "Les Veiligheid en privacy Media en informatie Les 1: Jouw foto, mijn foto "
        "Veiligheid en privacy – Nee Media en informatie Ja"
    )
    curriculum = curriculum_of(root)
    [found] = [lesson.plan.themes for lesson in curriculum.lessons if lesson.plan]
    assert ("media",) == found
    lines = [text.line for text in curriculum.texts if text.path == "lessons/themes.yml"]
    assert [2, 3, 6, 7, 9, 10] == lines, "what teachers read is checked as such"


def test_the_way_to_the_page(write_site: WriteSite) -> None:
    """The menu of the teachers and their first page lead to it."""
    root = write_site({})
    site = build_site(curriculum_of(root), Texts("nl"))
    [teachers] = [entry["Leerkrachten"] for entry in site.menu() if "Leerkrachten" in entry]
    assert COVERAGE in teachers
    assert '<a class="vv-card" href="dekking/">' in page_of(root, TEACHERS)
