"""Where the content of a site lies, and how its files are named in an error."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.reading import read_text


@dataclass(frozen=True)
class Folders:
    """The folders of one site, relative to `root`."""

    root: Path
    protocol: str
    """The folder of this school inside `protocols/`."""
    lessons: str = "lessons"
    quizzes: str = "quizzes"
    docs: str = "docs"

    def files(self, folder: str, pattern: str) -> list[str]:
        """The files that fit a pattern, as paths relative to the root, in stable order."""
        found = (self.root / folder).glob(pattern)
        return sorted(path.relative_to(self.root).as_posix() for path in found if path.is_file())

    def read(self, path: str) -> str:
        """The text of a file; raises ContentErrors."""
        return read_text(self.root / path, path)


def collected(problems: list[ContentError], wrong: ContentErrors) -> None:
    """Add what a reading raised to the problems found so far."""
    problems.extend(wrong.problems)
