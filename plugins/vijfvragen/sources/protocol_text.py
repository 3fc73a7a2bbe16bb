"""Walks the lines of a protocol along its outline, and gathers articles under headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from vijfvragen.errors import ContentError
from vijfvragen.reading import Location
from vijfvragen.sources.outline_form import OutlineForm, PartForm

NUMBERED = re.compile(r"([0-9]{1,3})[.)]\s*([^\s0-9].*)")
BULLET = re.compile(r"[-–—•*]\s+(?=\S)")
ENDS_A_SENTENCE = (".", ";", ":", "!", "?")
LONGEST_HEADING = 20
"""Words; only used to tell a heading that the outline forgot from a paragraph."""


@dataclass
class Heading:
    """A heading of the outline on its way through the text."""

    form: PartForm
    location: Location
    inner: list[Heading]
    line: int = 0
    articles: list[Lines] = field(default_factory=list)


@dataclass
class Lines:
    """An article or a bullet as it stands in the text."""

    line: int
    text: str
    number: int = 0
    bullets: list[Lines] = field(default_factory=list)


def heading_of(form: PartForm, location: Location) -> Heading:
    """A heading of the outline with those inside it, before the text is read."""
    inner = [heading_of(part, (*location, "parts", i)) for i, part in enumerate(form.parts)]
    return Heading(form, location, inner)


def flat(headings: list[Heading]) -> Iterator[Heading]:
    """Every heading in reading order."""
    for heading in headings:
        yield heading
        yield from flat(heading.inner)


class TextReader:
    """Walks the lines once; knows under which heading it stands."""

    def __init__(self, path: str, form: OutlineForm, headings: list[Heading]) -> None:
        self.path = path
        self.form = form
        self.headings = headings
        self.problems: list[ContentError] = []
        self.unknown_headings: list[str] = []
        self.seen_title = False
        self.current: Heading | None = None
        self.item: Lines | None = None
        """What a next line without a mark continues; nothing after a blank line."""
        self.lost = False
        """Whether an unknown heading was passed: what follows is not told line by line."""
        self.below = ""
        """The next line."""

    def read(self, text: str) -> None:
        """Fill the headings with their lines and articles; gather what does not fit."""
        lines = [raw.strip() for raw in text.split("\n")]
        for number, (line, below) in enumerate(pairwise([*lines, ""]), start=1):
            self.below = below
            if line:
                self._line(line, number)
            else:
                self.item = None

    def _line(self, line: str, number: int) -> None:
        if not self.seen_title:
            self._title(line, number)
        elif heading := self._heading(line):
            heading.line = number
            self.current, self.item, self.lost = heading, None, False
        elif self.current is None:
            self._unreached(line, number)
        elif self.current.form.articles == "numbered":
            self._numbered(self.current, line, number)
        else:
            self._paragraph(self.current, line, number)

    def _title(self, line: str, number: int) -> None:
        self.seen_title = True
        if line != self.form.title:
            problem = f'Hier staat niet de titel "{self.form.title}".'
            self._problem(number, problem, "Neem in outline.yml bij title deze regel over.")

    def _heading(self, line: str) -> Heading | None:
        fits = (one for one in self.headings if one.form.heading == line and not one.line)
        return next(fits, None)

    def _numbered(self, current: Heading, line: str, number: int) -> None:
        articles = current.articles
        if match := NUMBERED.fullmatch(line):
            self._article(current, match, line, number)
        elif self.lost:
            self._unreached(line, number)
        elif articles and BULLET.match(line):
            self.item = Lines(number, line)
            articles[-1].bullets.append(self.item)
        elif articles and line == self.form.questions.rule:
            articles[-1].bullets.append(Lines(number, line))
        elif self.item:
            self.item.text += f" {line}"
        else:
            self._unreached(line, number)

    def _article(self, current: Heading, match: re.Match[str], line: str, number: int) -> None:
        found = int(match[1])
        expected = current.articles[-1].number + 1 if current.articles else 1
        if found != expected and self.lost:
            self._unreached(line, number)
            return
        if found != expected:
            heading = current.form.heading
            problem = f'Onder "{heading}" komt nu {expected}, maar hier staat {found}.'
            remedy = "Mist er een artikel, of een kop die nog niet in outline.yml staat?"
            self._problem(number, problem, remedy)
        self.lost = False
        self.item = Lines(number, match[2], found)
        current.articles.append(self.item)

    def _paragraph(self, current: Heading, line: str, number: int) -> None:
        listed = NUMBERED.fullmatch(line) or (self.lost and _is_item(line))
        if listed or (not self.item and _is_heading(line, self.below)):
            self._unreached(line, number)
        elif self.item:
            self.item.text += f" {line}"
        else:
            self.item = Lines(number, line, len(current.articles) + 1)
            current.articles.append(self.item)

    def _unreached(self, line: str, number: int) -> None:
        if _is_heading(line, self.below):
            self.unknown_headings.append(line)
            problem = f'De kop "{line}" staat niet in outline.yml.'
            self._problem(number, problem, "Zet de kop in outline.yml, letter voor letter.")
        elif not self.lost:
            problem = "Deze regel hoort bij geen onderdeel van outline.yml."
            remedy = (
                "Zet de kop die erboven staat in outline.yml, of verander daar articles:"
                " numbered voor 1. 2. 3., paragraphs voor losse alinea's."
            )
            self._problem(number, problem, remedy)
        self.lost = True

    def _problem(self, line: int, problem: str, remedy: str) -> None:
        self.problems.append(ContentError(self.path, line, problem, remedy))


def _is_heading(line: str, below: str) -> bool:
    """Whether a line that the outline does not know is short, no sentence, and stands alone."""
    if _is_item(line) or line.endswith(ENDS_A_SENTENCE):
        return False
    return len(line.split()) <= LONGEST_HEADING and (not below or _is_item(below))


def _is_item(line: str) -> bool:
    return bool(NUMBERED.fullmatch(line) or BULLET.match(line))
