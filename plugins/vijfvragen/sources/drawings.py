"""Reads our own drawings, and finds pictures in texts that are not there or not described."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.curriculum import Drawing
from vijfvragen.reading import Document, Location, nearest
from vijfvragen.sources.blocks import Block, blocks_in, without_code
from vijfvragen.sources.citations import field_of, located_texts
from vijfvragen.sources.folders import Folders, collected

if TYPE_CHECKING:
    from collections.abc import Iterator


SIDE = r"([1-9]\d*(?:\.\d+)?)"
VIEW_BOX = re.compile(rf"\s*\S+?[\s,]+\S+?[\s,]+{SIDE}[\s,]+{SIDE}\s*")
RUNS = {"script", "foreignobject", "iframe", "embed", "object", "handler", "listener"}
OUTSIDE = re.compile(r"url\((?!\s*[\"']?#)|@import", re.IGNORECASE)
"""A style that fetches something from elsewhere; `url(#here)` is in the drawing itself."""
MARKED = re.compile(r"[*_`<>\[\]]")
"""What Markdown would make something of, and a description would show as it is."""
UNDESCRIBED = re.compile(r"!\[\s*\][(\[]|<img\b(?![^>]*\balt\s*=\s*[\"'][^\"'])")
"""A picture without words: Markdown's, or HTML's; decoration has no place in a lesson."""


def read_drawings(folders: Folders, problems: list[ContentError]) -> dict[str, Drawing]:
    """Every drawing by its name, which is that of the file."""
    drawings = {}
    for path in folders.files(folders.drawings, "*.svg"):
        root = read_svg(folders, path, problems)
        size = VIEW_BOX.fullmatch(root.get("viewBox", "")) if root is not None else None
        if root is not None and size is None:
            problem = "In deze tekening staat niet hoe groot zij is (viewBox)."
            remedy = "Sla haar opnieuw op als gewone SVG, of schrijf viewBox bij <svg."
            problems.append(ContentError(path, 0, problem, remedy))
        width, height = (float(side) for side in size.groups()) if size else (0, 0)
        name = PurePosixPath(path).stem
        drawings[name] = Drawing(name, path, width, height)
    return drawings


def read_svg(folders: Folders, path: str, problems: list[ContentError]) -> ET.Element | None:
    """A drawing that does nothing when somebody opens it by itself; None when it is none."""
    try:
        text = folders.read(path)
    except ContentErrors as wrong:
        collected(problems, wrong)
        return None
    remedy = "Sla de tekening op als gewone SVG, zonder script en zonder beelden van elders."
    try:
        # A document type could hide anything behind its entities, so it goes before reading.
        root = None if "<!DOCTYPE" in text or "<!ENTITY" in text else ET.fromstring(text)  # noqa: S314
    except ET.ParseError:
        problems.append(ContentError(path, 0, "Deze tekening is niet te lezen.", remedy))
        return None
    if root is None or any(map(_does_something, root.iter())):
        problem = "In deze tekening zit iets wat kan draaien of van elders komt."
        problems.append(ContentError(path, 0, problem, remedy))
    return root


def _does_something(element: ET.Element) -> bool:
    """Whether an element of an SVG runs something, or fetches something."""
    if _local(element.tag) in RUNS or OUTSIDE.search(element.text or ""):
        return True
    for name, value in element.items():
        own = _local(name)
        if own.startswith("on") or OUTSIDE.search(value):
            return True
        if own in {"href", "src"} and not value.startswith(("#", "data:image/")):
            return True
    return False


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()


def drawings_in(body: str) -> tuple[str, ...]:
    """The names of the drawings that a Markdown text shows, in order."""
    return tuple(block.argument for block in blocks_in(body, 1) if block.kind == "drawing")


def check_pictures(
    body: str, first_line: int, path: str, known: list[str]
) -> Iterator[ContentError]:
    """Every picture in a Markdown text that is not there, or that nobody could hear."""
    for block in blocks_in(body, first_line):
        if block.kind == "drawing":
            yield from _check_name(block.argument, path, block.line, known)
            if block.closed:  # or what it says is told to have no end
                yield from _check_description(block, path)
    text = "\n".join(without_code(body))
    for match in UNDESCRIBED.finditer(text):
        line = first_line + text.count("\n", 0, match.start())
        problem = "Deze afbeelding heeft geen beschrijving."
        remedy = "Schrijf tussen de haken wat er te zien is: ![Een kind tekent.](beeld.svg)."
        yield ContentError(path, line, problem, remedy)


def _check_description(block: Block, path: str) -> Iterator[ContentError]:
    if not block.text:
        problem = f'De tekening "{block.argument}" heeft geen beschrijving.'
        remedy = "Schrijf in het blok wat er te zien is, voor wie de tekening niet ziet."
        yield ContentError(path, block.line, problem, remedy)
    elif MARKED.search(block.text):
        problem = f'De beschrijving van "{block.argument}" is geen gewone tekst.'
        remedy = "Laat sterretjes, haken en verwijzingen weg: dit wordt voorgelezen."
        yield ContentError(path, block.line, problem, remedy)


def check_drawing_names(
    document: Document, known: list[str], at: Location
) -> Iterator[ContentError]:
    """Every field `drawing` below `at` that names a drawing which is not there."""
    for location, name in located_texts(document, at):
        if field_of(location) == "drawing" and name:
            yield from _check_name(name, document.path, document.line(location), known)


def _check_name(name: str, path: str, line: int, known: list[str]) -> Iterator[ContentError]:
    if name in known:
        return
    problem = f'De tekening "{name}" is er niet.' if name else "Hier staat niet welke tekening."
    remedy = nearest(name, known) if known else "Zet haar als .svg in lessons/drawings."
    yield ContentError(path, line, problem, remedy)
