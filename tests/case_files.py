"""Reads golden cases, and lays the files of a case over a site."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parent / "cases"
TINY = Path(__file__).parent / "sites" / "tiny"

Overlay = Mapping[str, str | Mapping[str, str] | None]
"""By path: a whole text; what to replace by what in the file there; or None, to take it away.

The key `bytes` holds a whole file letter by byte, for what is no UTF-8.
"""


def cases(folder: str) -> list[Any]:
    """The cases in a folder, one or several a file, named by file and description."""
    return [
        pytest.param(case, id=f"{file.stem}: {case['description']}")
        for file in sorted((CASES / folder).glob("*.yml"))
        for case in yaml.safe_load_all(file.read_text(encoding="utf-8"))
    ]


def write_tiny(root: Path, overlay: Overlay) -> Path:
    """Copy the tiny site to a folder that is not there yet, and lay changes over it."""
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("site"))
    for path, change in overlay.items():
        lay_over(root / path, change)
    return root


def lay_over(file: Path, change: str | Mapping[str, str] | None) -> None:
    """Write, mend or take away one file or folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    match change:
        case None if file.is_dir():
            shutil.rmtree(file)
        case None:
            file.unlink()
        case str():
            file.write_text(change, encoding="utf-8", newline="")
        case {"bytes": data}:
            file.write_bytes(data.encode("latin-1"))
        case _:
            file.write_text(replaced(file.read_text("utf-8"), change), encoding="utf-8", newline="")


def replaced(text: str, change: Mapping[str, str]) -> str:
    """Replace each piece, which must stand in the text exactly once."""
    for old, new in change.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the text"
        text = text.replace(old, new)
    return text


def some_in_make_test(values: Iterable[Any], most: int = 2) -> list[Any]:
    """Parameters of a test that takes seconds: the first few, and the others in `make test-all`."""
    later = pytest.mark.everything
    return [
        value
        if number < most
        else pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=later)
        for number, value in enumerate(values)
    ]
