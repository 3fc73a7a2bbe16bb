"""Collects every text of the content with its line, for the checks that read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vijfvragen.model.text import PARENTS, TEACHERS, Role, Text
from vijfvragen.reading import Document, Location
from vijfvragen.sources.blocks import END, START, blocks_in, without_code
from vijfvragen.sources.citations import located_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_TEXT = frozenset(
    {
        "about_consequences",
        "also",
        "answer",
        "best",
        "channel",
        "clarity",
        "drawing",
        "fits",
        "for_parents",
        "hide",
        "id",
        "lesson",
        "lessons",
        "misconception",
        "misconceptions",
        "multiple",
        "number",
        "order",
        "permission",
        "reach",
        "recalls",
        "right",
        "search",
        "slug",
        "take",
        "themes",
        "type",
        "way",
    }
)
"""Fields that hold a name or a choice, and nothing that anybody reads."""
ROLES = {
    "answers": Role.ANSWER,
    "because": Role.FEEDBACK,
    "cites": Role.CITATION,
    "explanation": Role.EXPLANATION,
    "feedback": Role.FEEDBACK,
    "hints": Role.HINT,
    "pairs": Role.ANSWER,
    "post": Role.MESSAGE,
    "question": Role.PROMPT,
    "sentence": Role.PROMPT,
    "sides": Role.ANSWER,
    "statement": Role.PROMPT,
    "steps": Role.ANSWER,
    "versions": Role.ANSWER,
    "words": Role.ANSWER,
}
"""What a field holds, with everything inside it; the innermost name decides."""
READ = {"", "question", "checklist", "proposal"}
"""Blocks that hold running text, and what stands in none."""
HEADING = re.compile(r"\s*#+\s+(.*)")
ENTRY = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(.*)")
ROW = re.compile(r"\s*\|")
LINK = re.compile(r"\[([^\[\]]*)\]\([^)]*\)")


def texts_of_document(
    document: Document, reader: str, at: Location = (), question: str = ""
) -> Iterator[Text]:
    """Every text among the values of a YAML document."""
    for location, text in located_texts(document, at):
        names = [step for step in location[len(at) :] if isinstance(step, str)]
        if not NO_TEXT.isdisjoint(names) or not text.strip():
            continue
        known = ROLES if question else {"cites": Role.CITATION, "articles": Role.CITATION}
        role = next((known[name] for name in reversed(names) if name in known), Role.OTHER)
        yield Text(document.path, document.line(location), text, reader, role, question)


def texts_of_body(body: str, first_line: int, path: str, reader: str) -> Iterator[Text]:
    """Every paragraph, entry and heading of a Markdown text, without quotes of the protocol."""
    for block in blocks_in(body, first_line):
        if block.kind == "article":
            yield Text(path, block.line, block.argument, reader, Role.CITATION)
        elif block.kind == "drawing":
            yield Text(path, block.line, block.text, reader, Role.OTHER)
    paragraph: list[tuple[int, str]] = []
    for number, line in enumerate([*_own_lines(body), ""], start=first_line):
        heading, entry, row = HEADING.match(line), ENTRY.match(line), ROW.match(line)
        if paragraph and (heading or entry or row or not line.strip()):
            text = " ".join(part for _, part in paragraph)
            yield Text(path, paragraph[0][0], _shown(text), reader, Role.BODY)
            paragraph = []
        if heading:
            yield Text(path, number, _shown(heading[1]), reader, Role.HEADING)
        elif row:
            yield Text(path, number, _shown(line.replace("|", " ")), reader, Role.OTHER)
        elif line.strip():
            paragraph.append((number, (entry[1] if entry else line).strip()))


def _own_lines(body: str) -> Iterator[str]:
    """The lines of a Markdown text, with nothing where a block stands that is no running text."""
    inside = ""
    for line in without_code(body):
        if mark := START.fullmatch(line):
            inside = mark[1]
            yield ""
        elif END.match(line):
            inside = ""
            yield ""
        else:
            yield line if inside in READ else ""


def reader_of_page(path: str) -> str:
    """Who reads a hand-written page; what is for everybody is written as for parents."""
    return TEACHERS if path.startswith(f"{TEACHERS}/") else PARENTS


def _shown(markdown: str) -> str:
    """The text without the marks that Markdown takes away."""
    return re.sub(r"\*+|`+", "", LINK.sub(r"\1", markdown)).strip()
