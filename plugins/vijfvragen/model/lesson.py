"""Grades, lessons and lesson plans."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Grade:
    """A pair of school years that share lessons; never a mark."""

    id: str
    title: str
    slug: str
    questions: dict[str, str]
    """The five questions in this grade's own words, by key."""
    rule: str


@dataclass(frozen=True)
class LessonPlan:
    """What the teacher reads about a lesson; `body` is Markdown."""

    path: str
    description: str
    materials: tuple[str, ...]
    prepare: str
    body: str
    cites: tuple[str, ...]
    items: tuple[str, ...]
    """The questions that the body shows with their key, each as `quiz/item`."""


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
    plan: LessonPlan | None
