"""The menu: which pages it leads to, and under which heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vijfvragen.pages.addresses import (
    ACCESSIBILITY,
    CHECK_POST,
    COVERAGE,
    GLOSSARY,
    HOME,
    PARENTS,
    PRIVACY,
    PROGRESS,
    PROTOCOL,
    RETRIEVAL,
    STUDENTS,
    TEACHERS,
    grade_uri,
    plan_uri,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.i18n import Texts
    from vijfvragen.model.curriculum import Curriculum, Guidance


@dataclass(frozen=True)
class Section:
    """A heading of the menu; a first entry that is an index page is the heading's own page."""

    title: str
    entries: tuple[str, ...]


def menu(curriculum: Curriculum, texts: Texts) -> Iterator[Section | str]:
    """The entries in order: pages by uri, and headings with theirs."""
    yield HOME
    # Lessons, quizzes and plans are reached through the page of their grade, or the teachers' page:
    # lists in lists are more than a child, or a keyboard on a small screen, gets through.
    grades = map(grade_uri, curriculum.grades)
    glossary = (GLOSSARY,) if curriculum.glossary else ()
    yield Section(texts("Students"), (STUDENTS, *grades, CHECK_POST, PROGRESS, *glossary))
    parents = _in_folder(curriculum.guidance, PARENTS)
    yield Section(texts("Parents"), (PARENTS, *parents))
    teachers = _in_folder(curriculum.guidance, TEACHERS)
    plans = tuple(plan_uri(lesson) for lesson in curriculum.lessons if lesson.plan)
    yield Section(texts("Teachers"), (TEACHERS, *teachers, RETRIEVAL, COVERAGE, *plans))
    yield PROTOCOL
    about = (PRIVACY, ACCESSIBILITY)
    placed = {HOME, PARENTS, TEACHERS, PROTOCOL, *about, *parents, *teachers}
    rest = tuple(page.path for page in curriculum.guidance if page.path not in placed)
    yield Section(texts("About this site"), (*about, *rest))


def _in_folder(guidance: tuple[Guidance, ...], index: str) -> tuple[str, ...]:
    folder = index.removesuffix("index.md")
    return tuple(
        page.path for page in guidance if page.path.startswith(folder) and page.path != index
    )
