"""What a child may think that is not so, and how a teacher talks about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Misconception:
    """An idea behind an answer, with a talk of two minutes."""

    id: str
    idea: str
    """In a child's own words."""
    why: str
    """Why children think so, and how it is; may cite."""
    ask: tuple[str, ...]
    close: str
    """The sentence that ends the talk; may cite."""
    cites: tuple[str, ...]
