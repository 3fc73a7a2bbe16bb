"""Every text that somebody will read, with its place and its reader."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

STUDENTS, PARENTS, TEACHERS = "leerlingen", "ouders", "leerkrachten"
"""Readers of no grade, or of every grade; they have a folder of pages each."""


class Role(StrEnum):
    """What a text is for."""

    BODY = auto()
    """Running text of a page."""
    HEADING = auto()
    MESSAGE = auto()
    """What stands in a message or about it, before it is judged."""
    PROMPT = auto()
    ANSWER = auto()
    """What can be chosen, or is put in its place."""
    HINT = auto()
    FEEDBACK = auto()
    """What is said about an answer."""
    EXPLANATION = auto()
    """What is said to everybody afterwards."""
    OTHER = auto()
    """What else stands on a page: a title, a task, a question to talk about."""
    CITATION = auto()
    """No text but the id of an article, in a list of such ids or in a block that shows it."""


@dataclass(frozen=True)
class Text:
    """One text as its author wrote it, citations included."""

    path: str
    line: int
    text: str
    reader: str
    """The id of a grade, or `STUDENTS`, `PARENTS` or `TEACHERS`."""
    role: Role
    question: str = ""
    """Id of the question in a quiz that it belongs to, or nothing."""
