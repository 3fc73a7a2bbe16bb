"""Prints what was counted: pages and their level, decisions, senders, and who cites an article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vijfvragen.checks.balance import decided, senders
from vijfvragen.checks.reading_level import page_measures
from vijfvragen.model.coverage import coverage_of
from vijfvragen.model.scenario import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vijfvragen.model.curriculum import Curriculum

PAGE_HEAD = (
    "bestand",
    "voor",
    "woorden",
    "zin",
    "langste",
    "lettergrepen",
    "lang %",
    "score",
    "minst",
)
QUIZ_HEAD = ("quiz", *Decision, "open", "vragen")
NAME_HEAD = ("naam", "goed", "kan beter")
ADULTS_HEAD = ("ouders", "leerkrachten", "iedereen")


def report(curriculum: Curriculum) -> str:
    """Tables of plain text: pages, quizzes, the children of each grade, and all articles."""
    pages = [
        (
            page.path,
            page.reader,
            str(page.measure.words),
            f"{page.measure.sentence_length:.1f}",
            str(len(page.measure.longest.words)),
            f"{page.measure.syllables_per_word:.2f}",
            f"{page.measure.long_words:.1f}",
            f"{page.measure.score:.0f}",
            f"{page.level.fail_below:.0f}",
        )
        for page in page_measures(curriculum)
    ]
    tables = [_table(PAGE_HEAD, pages), _table(QUIZ_HEAD, _quizzes(curriculum))]
    for grade in curriculum.grades:
        counted = senders(curriculum, grade)
        rows = [(name, str(good), str(weak)) for name, (good, weak) in counted.items()]
        tables.append(_table((grade.title, *NAME_HEAD[1:]), rows))
    grades = (grade.title for grade in curriculum.grades)
    tables.append(_table(("artikel", *grades, *ADULTS_HEAD), _articles(curriculum)))
    return "\n\n".join(tables)


def _quizzes(curriculum: Curriculum) -> Iterator[tuple[str, ...]]:
    for quiz in curriculum.quizzes:
        counts = Counter(scenario.best for scenario in decided(quiz.all_items))
        numbers = [counts[decision] for decision in (*Decision, None)]
        yield quiz.id, *map(str, numbers), str(len(quiz.all_items))


def _articles(curriculum: Curriculum) -> Iterator[tuple[str, ...]]:
    """How many lessons and mixed quizzes of each grade, and how many pages, cite an article."""
    for one in coverage_of(curriculum).articles.values():
        taught = (
            len(found.mixed) + sum(lesson.for_children for lesson in found.lessons)
            for found in one.grades
        )
        pages = (len(one.parents), len(one.teachers), len(one.others))
        yield one.article.label, *map(str, (*taught, *pages))


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Columns as wide as they need to be, the first to the left and numbers to the right."""
    lines = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
