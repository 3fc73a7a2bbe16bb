"""Everything that one school publishes, read and found right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vijfvragen.model.text import PARENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.glossary import Word
    from vijfvragen.model.lesson import Grade, Lesson, LessonPlan
    from vijfvragen.model.misconception import Misconception
    from vijfvragen.model.protocol import Protocol, Unit
    from vijfvragen.model.quiz import Quiz
    from vijfvragen.model.text import Text
    from vijfvragen.model.themes import Themes


@dataclass(frozen=True)
class Contact:
    """Somebody at school to go to; any of these may be unknown."""

    name: str
    role: str
    how: str = ""
    """How to reach them: where they are, or an address."""

    @property
    def introduced(self) -> str:
        """The name, and behind it the role where that is known."""
        return f"{self.name} ({self.role})" if self.role else self.name


@dataclass(frozen=True)
class School:
    """The school's own values."""

    name: str
    contact: Contact
    problems_to: str
    """An e-mail address for who meets a problem on the site; may be unknown."""
    consequences_agreed: bool = False
    """Whether the school stands behind what grades say about consequences to children."""
    helpers: tuple[Contact, ...] = ()
    """Others at school whom children and parents can go to."""
    safety_plan: str = ""
    """A sentence for teachers: where the school's own safety plan is; may be unknown."""

    @property
    def people(self) -> tuple[Contact, ...]:
        """Everybody at school to go to whose name is known, the contact first."""
        return tuple(person for person in (self.contact, *self.helpers) if person.name)


@dataclass(frozen=True)
class Drawing:
    """An SVG file of ours that pages show as a picture.

    Width and height are those of its view box, so that a page keeps its place free.
    """

    name: str
    path: str
    width: float
    height: float


PAGE_DRAWINGS = ("deur-leerlingen", "deur-ouders", "deur-leerkrachten", "niet-gevonden")
"""Drawings that pages of the site itself show where they are there: the doors, and 404."""


@dataclass(frozen=True)
class Guidance:
    """A hand-written page; `path` is relative to the folder of such pages, `source` to the root."""

    path: str
    source: str
    title: str
    description: str
    order: int
    cites: tuple[str, ...]
    drawings: tuple[str, ...]
    """Names of the drawings that it shows."""
    starters: tuple[str, ...] = ()
    """Questions to begin a talk at home with."""
    agreement: tuple[str, ...] = ()
    """Beginnings of sentences to finish together."""
    help: str = ""
    """When to look for help, above the people and the lines that give it."""
    announcement: str = ""
    """What a school can send to parents about the page; the link comes after it."""

    @property
    def for_the_table(self) -> bool:
        """Whether something to talk over or to fill in follows its text."""
        return bool(self.starters or self.agreement)


@dataclass(frozen=True)
class Advice:
    """Something worth mending that stops nothing."""

    path: str
    text: str


@dataclass(frozen=True)
class Curriculum:
    """The content of a site. Lessons, quizzes and guidance stand in reading order."""

    school: School
    protocol: Protocol
    catalogue: dict[str, Unit | None]
    """What a citation may name: this school's unit, or nothing where the school has none."""
    grades: tuple[Grade, ...]
    lessons: tuple[Lesson, ...]
    quizzes: tuple[Quiz, ...]
    guidance: tuple[Guidance, ...]
    drawings: dict[str, Drawing]
    """By name."""
    glossary: tuple[Word, ...]
    """The words of the children's glossary; a site without them has no page for it."""
    misconceptions: dict[str, Misconception]
    """By id."""
    advice: tuple[Advice, ...]
    texts: tuple[Text, ...] = ()
    """Everything that somebody will read, file by file."""
    own_words: frozenset[str] | None = None
    """Words that are right here although no dictionary has them; None where nobody asks."""
    themes: Themes | None = None
    """Those of the national curriculum; None where the site says nothing about it."""

    def grade(self, grade_id: str) -> Grade:
        """The grade with this id."""
        return next(grade for grade in self.grades if grade.id == grade_id)

    @cached_property
    def held(self) -> frozenset[str]:
        """Ids of the grades whose texts are held to a level and to what comes with it."""
        return frozenset(grade.id for grade in self.grades if grade.level)

    def lessons_of(self, grade: Grade) -> tuple[Lesson, ...]:
        """The lessons of a grade in order."""
        return tuple(lesson for lesson in self.lessons if lesson.grade == grade.id)

    @cached_property
    def told_to_parents(self) -> tuple[Lesson, ...]:
        """The lessons that say something to parents."""
        return tuple(lesson for lesson in self.lessons if lesson.for_parents)

    def parents_guidance(self, lesson: Lesson) -> tuple[Guidance, ...]:
        """The parents' pages about articles of a lesson, those that share most first."""
        own = self._units_of(lesson.cites)
        shared = {
            page: len(own & self._units_of(page.cites))
            for page in self.guidance
            if page.path.startswith(f"{PARENTS}/")
        }
        found = (page for page, number in shared.items() if number)
        return tuple(sorted(found, key=lambda page: -shared[page]))

    def _units_of(self, cites: tuple[str, ...]) -> set[str]:
        return {unit.id for unit in map(self.catalogue.get, cites) if unit}

    def drawing_of(self, grade: Grade) -> str:
        """The drawing that a grade is announced with: that of its first lesson that has one."""
        drawings = (name for lesson in self.lessons_of(grade) for name in lesson.drawings)
        return next(drawings, "")

    def quizzes_of(self, lesson: Lesson) -> tuple[Quiz, ...]:
        """The quizzes that belong to this lesson alone."""
        return tuple(quiz for quiz in self.quizzes if quiz.lessons == (lesson.id,))

    def all_quizzes_of(self, grade: Grade) -> tuple[Quiz, ...]:
        """The quizzes of a grade in the order of its lessons; a mixed one after its last lesson."""
        place = {lesson.id: number for number, lesson in enumerate(self.lessons)}

        def order(quiz: Quiz) -> tuple[int, int]:
            return max(place[lesson] for lesson in quiz.lessons), len(quiz.lessons)

        return tuple(sorted((q for q in self.quizzes if q.grade == grade.id), key=order))

    def mixed_quizzes_of(self, grade: Grade) -> tuple[Quiz, ...]:
        """The quizzes of a grade that go over several lessons."""
        quizzes = (quiz for quiz in self.quizzes if quiz.grade == grade.id)
        return tuple(quiz for quiz in quizzes if len(quiz.lessons) > 1)

    def last_lesson(self, quiz: Quiz) -> Lesson:
        """The last of the lessons that a quiz is about."""
        return next(one for one in reversed(self.lessons) if one.id in quiz.lessons)

    def mixed_after(self, lesson: Lesson) -> tuple[Quiz, ...]:
        """The mixed quizzes that can be done from this lesson on."""
        mixed = (quiz for quiz in self.quizzes if len(quiz.lessons) > 1)
        return tuple(quiz for quiz in mixed if self.last_lesson(quiz) is lesson)

    @cached_property
    def shown_drawings(self) -> set[str]:
        """The names of the drawings that some page shows."""
        stems = (item.stem for quiz in self.quizzes for item in quiz.all_items if item.stem)
        plans = (lesson.plan for lesson in self.lessons if lesson.plan)
        sources: tuple[Lesson | LessonPlan | Guidance, ...] = (
            *self.lessons,
            *plans,
            *self.guidance,
        )
        shown = {name for source in sources for name in source.drawings}
        return shown | {stem.drawing for stem in stems} | set(PAGE_DRAWINGS)

    @cached_property
    def named_misconceptions(self) -> set[str]:
        """The ids of the misconceptions that some answer names."""
        items = (item for quiz in self.quizzes for item in quiz.all_items)
        return {choice.misconception for item in items for choice in item.choices} - {""}

    @cached_property
    def citing(self) -> dict[str, tuple[Lesson | Quiz | Guidance, ...]]:
        """Who cites a unit of this school's protocol, by the unit's id."""
        citing: dict[str, list[Lesson | Quiz | Guidance]] = {}
        for source, cites in self._all_cites():
            for cite in dict.fromkeys(cites):
                unit = self.catalogue[cite]
                if unit and source not in citing.setdefault(unit.id, []):
                    citing[unit.id].append(source)
        return {unit_id: tuple(sources) for unit_id, sources in citing.items()}

    def _all_cites(self) -> Iterator[tuple[Lesson | Quiz | Guidance, tuple[str, ...]]]:
        for lesson in self.lessons:
            plan = lesson.plan.cites if lesson.plan else ()
            yield lesson, lesson.cites + plan
        for quiz in self.quizzes:
            yield quiz, quiz.cites
        for page in self.guidance:
            yield page, page.cites
