"""How pages are named inside the build, where a reader finds them, and the way between two."""

from __future__ import annotations

import posixpath

from vijfvragen.model.curriculum import Curriculum, Drawing
from vijfvragen.model.lesson import Grade, Lesson
from vijfvragen.model.quiz import Quiz

INDEX = "index.md"

HOME = "index.md"
STUDENTS = "leerlingen/index.md"
CHECK_POST = "leerlingen/check-je-bericht.md"
PROGRESS = "leerlingen/voortgang.md"
ASSIGNED = "leerlingen/opdracht.md"
GLOSSARY = "leerlingen/woordenboek.md"
PARENTS = "ouders/index.md"
TEACHERS = "leerkrachten/index.md"
COVERAGE = "leerkrachten/dekking.md"
RETRIEVAL = "leerkrachten/wat-komt-terug.md"
ASSIGN = "leerkrachten/klaarzetten.md"
RESULTS = "leerkrachten/resultaten.md"
PROTOCOL = "protocol.md"
PRIVACY = "over/privacy.md"
ACCESSIBILITY = "over/toegankelijkheid.md"
PARTS = "maken/onderdelen.md"
LESSON_PLANS = "leerkrachten/lessen/index.md"
YEAR_PLAN = "leerkrachten/jaarplan.md"
FOR_PARENTS = "ouders/wat-leerde-mijn-kind/index.md"


def address(uri: str) -> str:
    """The folder a page is published in: `ouders/fotos.md` gives `ouders/fotos/`."""
    folder, _, name = uri.rpartition("/")
    if name in {INDEX, "README.md"}:
        return f"{folder}/" if folder else ""
    return f"{uri.removesuffix('.md')}/"


def lesson_uri(curriculum: Curriculum, lesson: Lesson) -> str:
    """The lesson's page."""
    return f"leerlingen/{curriculum.grade(lesson.grade).slug}/{lesson.slug}/index.md"


def quiz_uri(curriculum: Curriculum, quiz: Quiz) -> str:
    """The quiz's page, which is its own so that it can be assigned."""
    return f"leerlingen/{curriculum.grade(quiz.grade).slug}/{quiz.slug}/quiz.md"


def for_parents_uri(curriculum: Curriculum, lesson: Lesson) -> str:
    """What a parent reads about the lesson."""
    grade = curriculum.grade(lesson.grade).slug
    return f"{_folder(FOR_PARENTS)}/{grade}/{lesson.slug}.md"


def plan_uri(lesson: Lesson) -> str:
    """The lesson plan."""
    return f"{_folder(LESSON_PLANS)}/{lesson.slug}.md"


def board_uri(curriculum: Curriculum, quiz: Quiz) -> str:
    """The quiz on the board of the class."""
    return f"{_teachers_folder(curriculum, quiz)}/bord.md"


def worksheet_uri(curriculum: Curriculum, quiz: Quiz) -> str:
    """The quiz on paper."""
    return f"{_teachers_folder(curriculum, quiz)}/werkblad.md"


def answer_key_uri(curriculum: Curriculum, quiz: Quiz) -> str:
    """The answers to the worksheet."""
    return f"{_teachers_folder(curriculum, quiz)}/sleutel.md"


def _teachers_folder(curriculum: Curriculum, quiz: Quiz) -> str:
    """Beside the lesson plan; with the grade where two grades have a quiz of this name."""
    shared = sum(quiz.slug == other.slug for other in curriculum.quizzes) > 1
    grade = f"{curriculum.grade(quiz.grade).slug}-" if shared else ""
    return f"{_folder(LESSON_PLANS)}/{grade}{quiz.slug}"


def _folder(index: str) -> str:
    return index.removesuffix(f"/{INDEX}")


def poster_uri(grade: Grade) -> str:
    """The five questions for the wall."""
    return f"leerkrachten/poster/{grade.slug}.md"


def grade_uri(grade: Grade) -> str:
    """The list of a grade's lessons."""
    return f"leerlingen/{grade.slug}/index.md"


def drawing_uri(drawing: Drawing) -> str:
    """Where a drawing is published, relative to the site."""
    return f"drawings/{drawing.name}.svg"


def relative(source: str, target: str) -> str:
    """The link from one page's uri to another page's uri, or to a file such as `assets/x.css`."""
    goal = address(target) if target.endswith(".md") else target
    start = address(source) or "."
    link = posixpath.relpath(goal or ".", start)
    return f"{link}/" if target.endswith(".md") else link
