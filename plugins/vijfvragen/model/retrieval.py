"""Which earlier lesson comes back where: in a look back, in a quiz, in a quiz over several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.curriculum import Curriculum
    from vijfvragen.model.lesson import Grade, Lesson
    from vijfvragen.model.quiz import Item, Quiz


@dataclass(frozen=True)
class Recall:
    """A question that brings an earlier lesson back."""

    item: Item
    lesson: Lesson


@dataclass(frozen=True)
class Moment:
    """A lesson with its quizzes, or a quiz over several lessons, and what comes back in it."""

    lesson: Lesson
    """The lesson itself, or the last of those that a mixed quiz is about."""
    mixed: Quiz | None
    looks_back: tuple[Lesson, ...]
    """What the lesson plan begins with."""
    recalls: tuple[Recall, ...]

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons that come back, once, in order."""
        found = (*self.looks_back, *(recall.lesson for recall in self.recalls))
        once = {lesson.id: lesson for lesson in found}
        return tuple(sorted(once.values(), key=lambda lesson: (lesson.grade, lesson.number)))


@dataclass(frozen=True)
class RetrievalMap:
    """The moments of one grade, in the order in which a class meets them."""

    grade: Grade
    moments: tuple[Moment, ...]

    def of(self, lesson: Lesson) -> tuple[Moment, ...]:
        """Where a lesson comes back."""
        return tuple(moment for moment in self.moments if lesson in moment.lessons)


def retrieval_of(curriculum: Curriculum, grade: Grade) -> RetrievalMap:
    """What comes back when in a grade."""
    return RetrievalMap(grade, tuple(_moments(curriculum, grade)))


def _moments(curriculum: Curriculum, grade: Grade) -> Iterator[Moment]:
    by_id = {lesson.id: lesson for lesson in curriculum.lessons}
    home = {
        item: by_id[quiz.lessons[0]]
        for quiz in curriculum.quizzes
        if len(quiz.lessons) == 1
        for item in quiz.all_items
    }
    for lesson in curriculum.lessons_of(grade):
        looks_back = tuple(by_id[one] for one in (lesson.plan.recalls if lesson.plan else ()))
        items = [item for quiz in curriculum.quizzes_of(lesson) for item in quiz.all_items]
        recalls = tuple(Recall(item, by_id[item.recalls]) for item in items if item.recalls)
        yield Moment(lesson, None, looks_back, recalls)
        for quiz in curriculum.mixed_after(lesson):
            # A question that it takes is the very question of its lesson.
            found = ((item, home.get(item) or by_id.get(item.recalls)) for item in quiz.all_items)
            recalls = tuple(Recall(item, origin) for item, origin in found if origin)
            yield Moment(lesson, quiz, (), recalls)
