"""The menu: which pages it leads to, and under which heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vijfvragen.pages.addresses import (
    ACCESSIBILITY,
    ASSIGN,
    CHECK_POST,
    COVERAGE,
    FOR_PARENTS,
    GLOSSARY,
    HOME,
    LESSON_PLANS,
    PARENTS,
    PRIVACY,
    PROGRESS,
    PROTOCOL,
    RESULTS,
    RETRIEVAL,
    STUDENTS,
    TEACHERS,
    YEAR_PLAN,
    grade_uri,
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
    # Lessons, quizzes and plans are reached through the page of their grade, or that of the plans:
    # lists in lists are more than a child, or a keyboard on a small screen, gets through.
    grades = map(grade_uri, curriculum.grades)
    glossary = (GLOSSARY,) if curriculum.glossary else ()
    yield Section(texts("Students"), (STUDENTS, *grades, CHECK_POST, PROGRESS, *glossary))
    parents = _in_folder(curriculum.guidance, PARENTS)
    told = (FOR_PARENTS,) if curriculum.told_to_parents else ()
    yield Section(texts("Parents"), (PARENTS, *parents, *told))
    teachers = _in_folder(curriculum.guidance, TEACHERS)
    made = (YEAR_PLAN, RETRIEVAL, COVERAGE)
    yield Section(texts("Teachers"), (TEACHERS, LESSON_PLANS, ASSIGN, RESULTS, *teachers, *made))
    yield PROTOCOL
    about = (PRIVACY, ACCESSIBILITY)
    own = {HOME, PARENTS, TEACHERS, PROTOCOL, LESSON_PLANS, FOR_PARENTS}
    placed = {*own, *about, *parents, *teachers}
    rest = tuple(page.path for page in curriculum.guidance if page.path not in placed)
    yield Section(texts("About this site"), (*about, *rest))


def _in_folder(guidance: tuple[Guidance, ...], index: str) -> tuple[str, ...]:
    folder = index.removesuffix("index.md")
    return tuple(
        page.path
        for page in guidance
        if page.path.startswith(folder) and page.path not in {index, LESSON_PLANS, FOR_PARENTS}
    )
