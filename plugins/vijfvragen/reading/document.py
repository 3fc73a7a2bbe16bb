"""Plain data from an author's file, each value with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from vijfvragen.errors import ContentError

Location = tuple[str | int, ...]
"""The way to a value: keys and list positions."""


@dataclass(frozen=True)
class Flaw:
    """Something wrong inside a form, before it has a file and a line."""

    location: Location
    problem: str
    remedy: str


@dataclass(frozen=True)
class Document:
    """Plain data from a YAML text, with the line of every value."""

    path: str
    data: Any
    lines: dict[Location, int] = field(default_factory=dict)

    def value(self, location: Location) -> Any:
        """The value at a place that there is."""
        value = self.data
        for step in location:
            value = value[step]
        return value

    def line(self, location: Location) -> int:
        """The line of a value; of what is around it when the value itself is missing."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def error(self, flaw: Flaw) -> ContentError:
        """Give a flaw its file and line."""
        return ContentError(self.path, self.line(flaw.location), flaw.problem, flaw.remedy)
