"""Where the content of a site lies, and how its files are named in an error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vijfvragen.reading import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from vijfvragen.errors import ContentError, ContentErrors


DRAWINGS = "drawings"
GLOSSARY = "glossary.yml"
MISCONCEPTIONS = "misconceptions.yml"
OWN_WORDS = "spelling.txt"
THEMES = "themes.yml"


@dataclass(frozen=True)
class Folders:
    """The folders of one site, relative to `root`."""

    root: Path
    protocol: str
    """The folder of this school inside `protocols/`."""
    lessons: str = "lessons"
    quizzes: str = "quizzes"
    docs: str = "docs"

    @property
    def drawings(self) -> str:
        """Our own drawings; beside the lessons, since those of every school show them."""
        return f"{self.lessons}/{DRAWINGS}"

    @property
    def glossary(self) -> str:
        """The children's glossary; beside the lessons, in whose texts its words stand."""
        return f"{self.lessons}/{GLOSSARY}"

    @property
    def misconceptions(self) -> str:
        """What children may think that is not so; beside the quizzes, whose answers name it."""
        return f"{self.quizzes}/{MISCONCEPTIONS}"

    @property
    def own_words(self) -> str:
        """Words that no dictionary has; without this file nobody looks at the spelling."""
        return f"{self.lessons}/{OWN_WORDS}"

    @property
    def themes(self) -> str:
        """The themes of the national curriculum; beside the lessons, which serve them."""
        return f"{self.lessons}/{THEMES}"

    def grades(self, folder: str) -> list[str]:
        """The names of the grades' folders inside that of the lessons or of the quizzes."""
        return [name for name in self._inside(folder) if f"{folder}/{name}" != self.drawings]

    def files(self, folder: str, pattern: str) -> list[str]:
        """The files that fit a pattern, as paths relative to the root, in stable order.

        Hidden files are left out: editors and systems put them next to what an author writes. So
        are the drawings, when they are not what is asked for: their folder is no grade.
        """
        found = (path.relative_to(self.root) for path in (self.root / folder).glob(pattern))
        return sorted(
            path.as_posix()
            for path in found
            if (self.root / path).is_file()
            and not any(part.startswith(".") for part in path.parts)
            and (folder == self.drawings or not path.as_posix().startswith(f"{self.drawings}/"))
        )

    def _inside(self, folder: str) -> list[str]:
        """The names of the folders inside a folder, without the hidden ones."""
        found = (path.name for path in (self.root / folder).glob("*/"))
        return sorted(name for name in found if not name.startswith("."))

    def read(self, path: str) -> str:
        """The text of a file; raises ContentErrors."""
        return read_text(self.root / path, path)


def collected(problems: list[ContentError], wrong: ContentErrors) -> None:
    """Add what a reading raised to the problems found so far."""
    problems.extend(wrong.problems)
