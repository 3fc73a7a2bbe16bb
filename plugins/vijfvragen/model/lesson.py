"""Grades, lessons and lesson plans."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Level:
    """How a text should read for its readers; a target of 0 is none."""

    sentence: float
    """Words in a sentence on average, at most."""
    longest: int
    """Words in the longest sentence, at most."""
    syllables: float
    """Syllables in a word on average, at most."""
    long_words: float
    """Words of ten letters or more, in per cent, at most."""
    fail_below: float
    """The Flesch-Douma score under which a page is too hard to publish."""
    page_words: tuple[int, int] = (0, 0)
    """The least and the most words on a page."""
    screen_words: int = 0
    """Words to read on one screen of a quiz, at most."""


@dataclass(frozen=True)
class Grade:
    """A pair of school years that share lessons; never a mark."""

    id: str
    title: str
    slug: str
    questions: dict[str, str]
    """The five questions in this grade's own words, by key."""
    rule: str
    note: str = ""
    """A line on every lesson page of this grade, or nothing."""
    help: str = ""
    """One more line in the box that says where to get help, or nothing."""
    consequences: str = ""
    """What happens when somebody breaks the agreements; shown at schools that stand behind it."""
    articles: tuple[str, ...] = ()
    """Ids of the articles that lessons and quizzes of this grade are about; nothing means any."""
    level: Level | None = None
    """How texts for this grade should read; None where nothing is asked."""


@dataclass(frozen=True)
class LessonPlan:
    """What the teacher reads about a lesson; `body` is Markdown."""

    path: str
    description: str
    materials: tuple[str, ...]
    prepare: str
    body: str
    cites: tuple[str, ...]
    drawings: tuple[str, ...]
    """Names of the drawings in the body."""
    items: tuple[str, ...]
    """The questions that the body shows with their key, each as `quiz/item`."""
    themes: tuple[str, ...] = ()
    """Ids of the themes of the national curriculum that the lesson serves."""
    recalls: tuple[str, ...] = ()
    """Ids of the earlier lessons that it looks back at."""


@dataclass(frozen=True)
class ForParents:
    """What a parent reads about a lesson that a child did."""

    about: str
    questions: tuple[str, ...]
    """To talk over at the table."""


@dataclass(frozen=True)
class Lesson:
    """A lesson as the children read it; `body` is Markdown."""

    id: str
    path: str
    grade: str
    slug: str
    number: int
    title: str
    description: str
    goal: str
    cites: tuple[str, ...]
    words: dict[str, str]
    """Key words with their meaning for a child."""
    at_home: str
    body: str
    drawings: tuple[str, ...]
    """Names of the drawings in the body; where the lesson is announced, the first stands."""
    plan: LessonPlan | None
    about_consequences: bool = False
    """Whether its page shows what the grade says about consequences."""
    for_parents: ForParents | None = None

    @property
    def drawing(self) -> str:
        """Name of the first drawing, or nothing."""
        return next(iter(self.drawings), "")
