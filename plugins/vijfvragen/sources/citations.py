"""Finds what a Markdown text cites, with the line, so that a wrong id has a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vijfvragen.errors import ContentError
from vijfvragen.model.citation import cited_in
from vijfvragen.model.protocol import Unit
from vijfvragen.reading import Document, Location, nearest

BLOCK = re.compile(r"\s*/{3,}\s*(article|item)\s*\|\s*(\S+)\s*")
FENCE = re.compile(r"\s*(```|~~~)")
CODE = re.compile(r"(`+).*?\1")


class Cited(NamedTuple):
    """One citation at its line; `kind` is "article" or "item"."""

    kind: str
    id: str
    line: int


def citations(body: str, first_line: int) -> Iterator[Cited]:
    """The citations of a Markdown text; those inside code are no citations."""
    fenced = False
    for number, line in enumerate(body.split("\n"), start=first_line):
        if FENCE.match(line):
            fenced = not fenced
        elif not fenced and (match := BLOCK.fullmatch(line)):
            yield Cited(match[1], match[2], number)
        elif not fenced:
            for cited in cited_in(CODE.sub("", line)):
                yield Cited("article", cited, number)


def check_id(
    cited: str, path: str, line: int, catalogue: dict[str, Unit | None]
) -> ContentError | None:
    """What is wrong with a citation, if its id exists nowhere."""
    if cited in catalogue:
        return None
    problem = f'Het artikel "{cited}" staat niet in het protocol.'
    return ContentError(path, line, problem, nearest(cited, list(catalogue)[:8], list(catalogue)))


def check_body(
    body: str, first_line: int, path: str, catalogue: dict[str, Unit | None]
) -> Iterator[ContentError]:
    """Every citation in a Markdown text that exists nowhere."""
    for cited in citations(body, first_line):
        if cited.kind == "article" and (wrong := check_id(cited.id, path, cited.line, catalogue)):
            yield wrong


def check_list(
    cites: list[str], document: Document, at: Location, catalogue: dict[str, Unit | None]
) -> Iterator[ContentError]:
    """Every id in a `cites` list that exists nowhere."""
    for index, cited in enumerate(cites):
        line = document.line((*at, index))
        if wrong := check_id(cited, document.path, line, catalogue):
            yield wrong
