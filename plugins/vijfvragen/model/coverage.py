"""Which lessons, quizzes and pages teach which article, and what nobody teaches yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vijfvragen.model.text import PARENTS, TEACHERS

if TYPE_CHECKING:
    from vijfvragen.model.curriculum import Curriculum, Guidance
    from vijfvragen.model.lesson import Grade, Lesson, LessonPlan
    from vijfvragen.model.protocol import Article
    from vijfvragen.model.quiz import Quiz


@dataclass(frozen=True)
class CitingLesson:
    """Where a lesson cites an article: on its own page, in its quizzes, in its plan."""

    lesson: Lesson
    on_page: bool
    quizzes: tuple[Quiz, ...]
    in_plan: bool

    @property
    def for_children(self) -> bool:
        """Whether a child meets the article; a plan is read by the teacher."""
        return self.on_page or bool(self.quizzes)


@dataclass(frozen=True)
class InGrade:
    """What a grade does with one article."""

    grade: Grade
    asked: bool
    """Whether the article is one of the grade's own; where it names none, each is."""
    lessons: tuple[CitingLesson, ...]
    mixed: tuple[Quiz, ...]
    """Quizzes over several lessons."""

    @property
    def taught(self) -> bool:
        """Whether a lesson or a quiz cites the article; a plan alone does not teach it."""
        return bool(self.mixed) or any(lesson.for_children for lesson in self.lessons)

    @property
    def missing(self) -> bool:
        """Whether the grade still has to teach it."""
        return self.asked and not self.taught


@dataclass(frozen=True)
class Covered:
    """Everything that cites one article, or what can be cited inside it."""

    article: Article
    grades: tuple[InGrade, ...]
    parents: tuple[Guidance, ...]
    teachers: tuple[Guidance, ...]
    others: tuple[Guidance, ...]
    """Pages for everybody."""

    @property
    def nowhere(self) -> bool:
        """Whether no page of the site cites it."""
        in_grades = any(one.lessons or one.mixed for one in self.grades)
        return not (in_grades or self.parents or self.teachers or self.others)


@dataclass(frozen=True)
class Coverage:
    """All articles in the order of the protocol, by id."""

    articles: dict[str, Covered]

    @cached_property
    def nowhere(self) -> tuple[Article, ...]:
        """What no page cites."""
        return tuple(one.article for one in self.articles.values() if one.nowhere)

    @cached_property
    def for_everybody(self) -> bool:
        """Whether a page that is neither for parents nor for teachers cites something."""
        return any(one.others for one in self.articles.values())

    def asked(self, grade: Grade) -> tuple[Article, ...]:
        """The articles that a grade has to teach."""
        return tuple(
            one.article
            for one in self.articles.values()
            if any(found.grade == grade and found.asked for found in one.grades)
        )

    def missing(self, grade: Grade) -> tuple[Article, ...]:
        """Those of them that it does not teach yet."""
        return tuple(
            one.article
            for one in self.articles.values()
            if any(found.grade == grade and found.missing for found in one.grades)
        )


def coverage_of(curriculum: Curriculum) -> Coverage:
    """Who cites each article of the protocol."""
    return Coverage({one.id: _covered(curriculum, one) for one in curriculum.protocol.articles})


def _covered(curriculum: Curriculum, article: Article) -> Covered:
    names = names_of(curriculum, article)
    by_reader: dict[str, list[Guidance]] = {}
    for page in (page for page in curriculum.guidance if _cites(page, names)):
        folder = page.path.partition("/")[0]
        by_reader.setdefault(folder if folder in {PARENTS, TEACHERS} else "", []).append(page)
    return Covered(
        article,
        tuple(_in_grade(curriculum, grade, names) for grade in curriculum.grades),
        parents=tuple(by_reader.get(PARENTS, ())),
        teachers=tuple(by_reader.get(TEACHERS, ())),
        others=tuple(by_reader.get("", ())),
    )


def _in_grade(curriculum: Curriculum, grade: Grade, names: set[str]) -> InGrade:
    found = []
    for lesson in curriculum.lessons_of(grade):
        quizzes = tuple(quiz for quiz in curriculum.quizzes_of(lesson) if _cites(quiz, names))
        in_plan = lesson.plan is not None and _cites(lesson.plan, names)
        one = CitingLesson(lesson, _cites(lesson, names), quizzes, in_plan)
        if one.for_children or one.in_plan:
            found.append(one)
    mixed = tuple(quiz for quiz in curriculum.mixed_quizzes_of(grade) if _cites(quiz, names))
    asked = not grade.articles or not names.isdisjoint(grade.articles)
    return InGrade(grade, asked, tuple(found), mixed)


def names_of(curriculum: Curriculum, article: Article) -> set[str]:
    """What a text may write to cite an article, or one of the five questions or the rule in it."""
    meant = {article.id, *(unit.id for unit in curriculum.protocol.inside(article))}
    return {name for name, unit in curriculum.catalogue.items() if unit and unit.id in meant}


def _cites(source: Lesson | LessonPlan | Quiz | Guidance, names: set[str]) -> bool:
    return not names.isdisjoint(source.cites)
