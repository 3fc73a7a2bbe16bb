"""How a text cites the protocol: `[[tip-3]]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CITATION = r"\[\[([^\[\]\n]+)\]\]"
"""The one pattern of a citation; its group is the id."""
SCHOOL_VALUES = ("school.name", "school.contact", "school.safety_plan")
"""What a page can write between the same brackets to have a value of the school there."""


@dataclass(frozen=True)
class Citation:
    """A cited id inside a text."""

    id: str


def split(text: str) -> Iterator[str | Citation]:
    """Cut a text into plain pieces and citations, in order; empty pieces are left out."""
    for index, piece in enumerate(re.split(CITATION, text)):
        if index % 2:
            yield Citation(piece.strip())
        elif piece:
            yield piece


def cited_in(text: str) -> tuple[str, ...]:
    """The ids that a text cites, in order, doubles included."""
    return tuple(piece.id for piece in split(text) if isinstance(piece, Citation))


def without_citations(text: str) -> str:
    """The text as one would read it aloud."""
    return " ".join(re.sub(CITATION, "", text).split())
