"""Finds the blocks of a Markdown text, with their lines: `/// drawing | trampoline` and its kin."""

from __future__ import annotations

import re
from itertools import dropwhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = (
    "article",
    "checklist",
    "consequences",
    "drawing",
    "helpers",
    "item",
    "proposal",
    "question",
)
START = re.compile(rf"\s*/{{3,}}\s*({'|'.join(KINDS)})\s*(?:\|\s*(.*?)\s*)?")
END = re.compile(r"\s*/{3,}\s*")
FENCE = re.compile(r"\s*(```|~~~)")
CODE = re.compile(r"(`+).*?\1")


class Block(NamedTuple):
    """One block: its kind, what stands behind the bar, and the text inside on one line."""

    kind: str
    argument: str
    text: str
    line: int
    closed: bool


def without_code(body: str) -> list[str]:
    """The lines of a Markdown text, with nothing where code stands."""
    lines = []
    fence = ""
    for line in body.split("\n"):
        if fence:
            fence = "" if line.lstrip().startswith(fence) else fence
            lines.append("")
        elif match := FENCE.match(line):
            fence = match[1]
            lines.append("")
        else:
            lines.append(CODE.sub("", line))
    return lines


def blocks_in(body: str, first_line: int) -> Iterator[Block]:
    """Every block, in order."""
    lines = without_code(body)
    for index, line in enumerate(lines):
        if match := START.fullmatch(line):
            rest = lines[index + 1 :]
            end = next((at for at, other in enumerate(rest) if END.match(other)), len(rest))
            # Indented lines at the start are options of the block, and no text.
            inside = dropwhile(lambda other: other.startswith("    "), rest[:end])
            text = " ".join(" ".join(inside).split())
            closed = end < len(rest) and not START.match(rest[end])
            yield Block(match[1], match[2] or "", text, first_line + index, closed)
