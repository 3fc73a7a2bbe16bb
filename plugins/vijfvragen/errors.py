"""What is wrong in the content, told to the teacher who can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, order=True)
class ContentError:
    """One problem at one place, with what to do about it.

    `path` is relative to the project's folder; `line` counts from 1, and 0 stands for the file
    or folder as a whole. `problem` and `remedy` are whole Dutch sentences.
    """

    path: str
    line: int
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.problem}\n    {self.remedy}"


class ContentErrors(Exception):  # noqa: N818 - it carries ContentError, several at once
    """Every problem that one reading of the content found, in the order of the files."""

    def __init__(self, problems: Iterable[ContentError]) -> None:
        """Sort the problems by file and line and drop the doubles."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__(str(self))

    def __str__(self) -> str:
        count = len(self.problems)
        head = (
            "Er is 1 probleem gevonden." if count == 1 else f"Er zijn {count} problemen gevonden."
        )
        return "\n".join([head, *map(str, self.problems)])
