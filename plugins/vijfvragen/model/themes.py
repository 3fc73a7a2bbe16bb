"""The themes of the national curriculum that lessons serve."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """A theme; lessons name it by its id and never by a number."""

    id: str
    title: str
    about: str
    """What it is about, in a line."""


@dataclass(frozen=True)
class Themes:
    """What a teacher should know about the themes, and the themes themselves in order."""

    intro: tuple[str, ...]
    """Paragraphs."""
    all: tuple[Theme, ...]
