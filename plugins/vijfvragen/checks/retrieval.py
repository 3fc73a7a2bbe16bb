"""Checks that what is asked again comes from an earlier lesson, and that it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vijfvragen.errors import ContentError
from vijfvragen.model.curriculum import Advice, Curriculum
from vijfvragen.model.retrieval import retrieval_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.retrieval import Moment

ENOUGH_RECALLS = 2
"""Questions on earlier lessons with which a quiz begins."""


def check_retrieval(curriculum: Curriculum) -> Iterator[ContentError | Advice]:
    """Every lesson that is brought back before it was given, and every quiz that brings none."""
    given: set[str] = set()
    for grade in curriculum.grades:
        for place, moment in enumerate(retrieval_of(curriculum, grade).moments):
            yield from _too_early(curriculum, moment, given)
            if moment.mixed is None:
                quizzes = curriculum.quizzes_of(moment.lesson)
                few = len(moment.recalls) < ENOUGH_RECALLS
                if place and quizzes and few and grade.id in curriculum.held:
                    asked = (
                        f"Vragen over eerdere lessen (recalls): {len(moment.recalls)}; "
                        f"goed is {ENOUGH_RECALLS}."
                    )
                    yield Advice(quizzes[0].path, asked)
                given.add(moment.lesson.id)


def _too_early(curriculum: Curriculum, moment: Moment, given: set[str]) -> Iterator[ContentError]:
    quizzes = (moment.mixed,) if moment.mixed else curriculum.quizzes_of(moment.lesson)
    named = [
        (quiz.path, f'De vraag "{item.id}" haalt', item.recalls)
        for quiz in quizzes
        for item in quiz.all_items
        if item.recalls
    ]
    if moment.lesson.plan and not moment.mixed:
        plan = moment.lesson.plan
        named += [(plan.path, "De terugblik haalt", lesson) for lesson in plan.recalls]
    for path, who, lesson in named:
        if lesson not in given:
            problem = f'{who} de les "{lesson}" terug, maar die komt niet eerder.'
            yield ContentError(path, 0, problem, "Noem bij recalls een eerdere les.")
