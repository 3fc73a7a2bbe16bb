"""The browser's files: scripts, style sheet, fonts, under an address that changes with them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from vijfvragen.model.edition import edition_of

BASE = "assets/vijfvragen"
NOT_SERVED = (".md",)
"""Notes for developers stay at home."""


@dataclass(frozen=True)
class Assets:
    """Every file by its name below `browser/`, and the folder they are published in.

    The folder carries an edition, so that a browser never mixes modules of two versions.
    """

    files: dict[str, bytes]

    @property
    def folder(self) -> str:
        """Relative to the site, without a slash at the end."""
        parts = [part for name in sorted(self.files) for part in (name, self.files[name].hex())]
        return f"{BASE}/{edition_of(*parts)}"

    def uri(self, name: str) -> str:
        """Where a file is published, relative to the site."""
        return f"{self.folder}/{name}"


def read_assets() -> Assets:
    """Take the files from the package."""
    root = resources.files("vijfvragen") / "browser"
    return Assets(dict(sorted(_files(root, ""))))


def _files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            found += _files(entry, f"{name}/")
        elif not name.endswith(NOT_SERVED):
            found.append((name, entry.read_bytes()))
    return found
