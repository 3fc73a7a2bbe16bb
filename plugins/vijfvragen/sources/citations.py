"""Finds what a text cites, with the line, so that a wrong id has a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vijfvragen.errors import ContentError
from vijfvragen.model.citation import SCHOOL_VALUES, cited_in
from vijfvragen.model.protocol import Unit
from vijfvragen.reading import Document, Location, nearest
from vijfvragen.sources.blocks import blocks_in, without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHOOL = "school."
Citable = dict[str, Unit | None] | None
"""What a text may cite; None when the protocol is broken, and then no citation is judged."""


class Cited(NamedTuple):
    """One citation at its line; `kind` is "article" or "item"."""

    kind: str
    id: str
    line: int


def citations(body: str, first_line: int) -> Iterator[Cited]:
    """The citations of a Markdown text; those inside code are no citations."""
    found = [
        Cited(block.kind, block.argument, block.line)
        for block in blocks_in(body, first_line)
        if block.kind in {"article", "item"}
    ]
    for number, line in enumerate(without_code(body), start=first_line):
        named = (cited for cited in cited_in(line) if cited not in SCHOOL_VALUES)
        found += [Cited("article", cited, number) for cited in named]
    yield from sorted(found, key=lambda cited: cited.line)


def articles_in(body: str) -> list[str]:
    """The ids of the articles that a Markdown text cites, in order, doubles included."""
    return [cited.id for cited in citations(body, 1) if cited.kind == "article"]


def check_id(cited: str, path: str, line: int, citable: Citable) -> Iterator[ContentError]:
    """What is wrong with a citation, if its id exists nowhere."""
    if citable is None or cited in citable:
        return
    if cited.startswith(SCHOOL):
        problem = f'"[[{cited}]]" is hier niet in te vullen.'
        remedy = f"In de tekst van een pagina kan: {', '.join(SCHOOL_VALUES)}."
        yield ContentError(path, line, problem, remedy)
        return
    problem = f'Het artikel "{cited}" staat niet in het protocol.'
    remedy = nearest(cited, list(citable))
    if not cited:
        problem = "Hier staat niet welk artikel het is."
        remedy = "Schrijf de id erbij: [[tip-3]], of /// article | tip-3."
    yield ContentError(path, line, problem, remedy)


def check_body(body: str, first_line: int, path: str, citable: Citable) -> Iterator[ContentError]:
    """Every citation in a Markdown text that exists nowhere, and every block without an end."""
    for block in blocks_in(body, first_line):
        if not block.closed:
            problem = f"Het blok /// {block.kind} houdt niet op."
            yield ContentError(path, block.line, problem, "Zet onder het blok een regel met ///.")
    for cited in citations(body, first_line):
        if cited.kind == "article":
            yield from check_id(cited.id, path, cited.line, citable)


def check_list(
    cites: list[str], document: Document, at: Location, citable: Citable
) -> Iterator[ContentError]:
    """Every id in a `cites` list that exists nowhere."""
    for index, cited in enumerate(cites):
        yield from check_id(cited, document.path, document.line((*at, index)), citable)


def check_texts(
    document: Document, citable: Citable, shown_in: frozenset[str], at: Location = ()
) -> Iterator[ContentError]:
    """Every `[[…]]` in the values of a document that exists nowhere, or that no page would show.

    `shown_in` names the fields in which a page makes a link of it.
    """
    for location, text in _texts(document.value(at), at):
        line = document.line(location)
        for cited in cited_in(text):
            yield from check_id(cited, document.path, line, citable)
            if field_of(location) not in shown_in:
                fields = ", ".join(sorted(shown_in)) or "de tekst van de pagina"
                problem = f'"[[{cited}]]" wordt hier geen link.'
                yield ContentError(document.path, line, problem, f"Zet het in: {fields}.")


def texts_in(document: Document, at: Location = ()) -> Iterator[str]:
    """Every text among the values of a document."""
    return (text for _, text in located_texts(document, at))


def located_texts(document: Document, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """The same with the place of each."""
    return _texts(document.value(at), at)


def field_of(location: Location) -> str:
    """The nearest name around a value."""
    return next((step for step in reversed(location) if isinstance(step, str)), "")


def _texts(value: object, at: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*at, index))
