"""Reads a school's protocol: the text letter for letter, with an outline that says how.

Protocols have no markup. The outline lists the headings in order and whether numbered items or
paragraphs follow; the reader checks the two against each other and reports what does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.protocol import Article, CheckQuestion, Part, Protocol, Rule
from vijfvragen.reading import Document, Flaw, Form, Location, Sentence, Slug, fill

NUMBERED = re.compile(r"(\d+)[.)]\s+(.*)")
BULLET = re.compile(r"[-–—•*]\s+(.*)")
QUESTION = re.compile(r"([^?]*\?)\s*(\([^)]*\))?\s*(.*)")
ENDS_A_SENTENCE = (".", ";", ":", "!", "?")
LONGEST_HEADING = 20
"""Words; only used to tell a heading that the outline forgot from a paragraph."""


class PartForm(Form):
    """A heading of the protocol."""

    what: ClassVar[str] = "een onderdeel van het protocol"

    id: Slug = Field(description="het begin van de id van elk artikel: tip geeft tip-3.")
    heading: Sentence = Field(description="de kop, precies zoals hij in protocol.txt staat.")
    articles: Literal["numbered", "paragraphs"] = Field(
        default="numbered", description="numbered (1. 2. 3.) of paragraphs (losse alinea's)."
    )
    label: str = Field(default="", description='hoe een artikel heet, zoals "tip {n}".')
    parts: list[PartForm] = Field(default=[], description="de koppen binnen dit onderdeel.")


class QuestionsForm(Form):
    """Where the five questions stand."""

    what: ClassVar[str] = "de plek van de vijf vragen (questions)"

    article: Slug = Field(description="het artikel waar de vragen onder staan, zoals tip-3.")
    keys: Annotated[list[Slug], Field(min_length=1)] = Field(
        description="een korte naam per vraag, in de volgorde van het protocol."
    )
    short: dict[str, Sentence] = Field(
        default={}, description="een korter opschrift bij een vraag, zoals nodig: Is het nodig?"
    )
    rule: Sentence = Field(description="de regel na de vragen, precies zoals hij er staat.")


class OutlineForm(Form):
    """outline.yml."""

    what: ClassVar[str] = "een outline.yml"

    title: Sentence = Field(description="de titel, precies zoals hij in protocol.txt staat.")
    parts: Annotated[list[PartForm], Field(min_length=1)] = Field(
        description="de koppen van het protocol, in volgorde."
    )
    questions: QuestionsForm = Field(description="waar de vijf vragen staan.")


@dataclass
class _Heading:
    """A heading of the outline on its way through the text."""

    form: PartForm
    location: Location
    inner: list[_Heading]
    line: int = 0
    articles: list[_Lines] = field(default_factory=list)


@dataclass
class _Lines:
    """An article or a bullet as it stands in the text."""

    line: int
    text: str
    number: int = 0
    bullets: list[_Lines] = field(default_factory=list)


def read_protocol(text: str, path: str, outline: Document) -> Protocol:
    """Read the text along the outline; raises ContentErrors with every mismatch of the two."""
    problems: list[ContentError] = []
    form = fill(OutlineForm, outline, problems)
    if form is None:
        raise ContentErrors(problems)
    headings = [_heading(part, ("parts", index)) for index, part in enumerate(form.parts)]
    reader = _Reader(path, form, list(_flat(headings)))
    reader.read(text)
    problems += reader.problems
    problems += [outline.error(flaw) for flaw in _unmet(form, headings)]
    parts = tuple(_part(heading) for heading in headings)
    questions, rule = _questions(form.questions, headings, path, outline, problems)
    if problems or rule is None:
        raise ContentErrors(problems)
    return Protocol(form.title, parts, form.questions.article, questions, rule)


def _heading(form: PartForm, location: Location) -> _Heading:
    inner = [_heading(part, (*location, "parts", i)) for i, part in enumerate(form.parts)]
    return _Heading(form, location, inner)


def _flat(headings: list[_Heading]) -> Iterator[_Heading]:
    for heading in headings:
        yield heading
        yield from _flat(heading.inner)


class _Reader:
    """Walks the lines once; knows under which heading it stands."""

    def __init__(self, path: str, form: OutlineForm, headings: list[_Heading]) -> None:
        self.path = path
        self.title = form.title
        self.headings = {heading.form.heading: heading for heading in headings}
        self.rule = form.questions.rule
        self.problems: list[ContentError] = []
        self.seen_title = False
        self.current: _Heading | None = None
        self.item: _Lines | None = None
        """What a next line without a mark continues; nothing after a blank line."""

    def read(self, text: str) -> None:
        for number, raw in enumerate(text.split("\n"), start=1):
            line = raw.strip()
            if not line:
                self.item = None
            elif not self.seen_title:
                self.seen_title = True
                if line != self.title:
                    self._problem(
                        number,
                        f'Hier staat niet de titel "{self.title}".',
                        "Neem in outline.yml bij title deze regel over.",
                    )
            elif line in self.headings and not self.headings[line].line:
                self.current, self.item = self.headings[line], None
                self.current.line = number
            else:
                self._line(line, number)

    def _line(self, line: str, number: int) -> None:
        current = self.current
        if current is None or current.form.parts:
            self._unreached(number)
        elif current.form.articles == "numbered":
            self._numbered(current, line, number)
        else:
            self._paragraph(current, line, number)

    def _numbered(self, current: _Heading, line: str, number: int) -> None:
        articles = current.articles
        if match := NUMBERED.fullmatch(line):
            expected = len(articles) + 1
            if int(match[1]) != expected:
                self._problem(
                    number,
                    f"Onder \"{current.form.heading}\" komt nu {expected}, maar hier staat {match[1]}.",
                    "Kijk of een artikel ontbreekt, of dat hier een kop hoort die niet in"
                    " outline.yml staat.",
                )
            self.item = _Lines(number, match[2], int(match[1]))
            articles.append(self.item)
        elif articles and (match := BULLET.fullmatch(line)):
            self.item = _Lines(number, match[1])
            articles[-1].bullets.append(self.item)
        elif articles and line == self.rule:
            articles[-1].bullets.append(_Lines(number, line))
        elif self.item:
            self.item.text += f" {line}"
        else:
            self._unreached(number)

    def _paragraph(self, current: _Heading, line: str, number: int) -> None:
        if self.item:
            self.item.text += f" {line}"
        elif NUMBERED.fullmatch(line) or (
            not line.endswith(ENDS_A_SENTENCE) and len(line.split()) <= LONGEST_HEADING
        ):
            self._unreached(number)
        else:
            self.item = _Lines(number, line, len(current.articles) + 1)
            current.articles.append(self.item)

    def _unreached(self, number: int) -> None:
        self._problem(
            number,
            "Deze regel hoort bij geen onderdeel van outline.yml.",
            "Zet de kop die erboven staat in outline.yml, of kies daar articles: numbered of"
            " paragraphs.",
        )

    def _problem(self, line: int, problem: str, remedy: str) -> None:
        self.problems.append(ContentError(self.path, line, problem, remedy))


def _unmet(form: OutlineForm, headings: list[_Heading]) -> Iterator[Flaw]:
    """What the outline names and the text does not have."""
    ids: set[str] = set()
    last = 0
    for heading in _flat(headings):
        name = heading.form.heading
        place = (*heading.location, "heading")
        if heading.form.id in ids:
            yield Flaw(
                (*heading.location, "id"),
                f'De id "{heading.form.id}" staat twee keer in de outline.',
                "Geef elk onderdeel een eigen id.",
            )
        ids.add(heading.form.id)
        if not heading.line:
            yield Flaw(
                place,
                f'De kop "{name}" staat niet in protocol.txt.',
                "Neem de kop letter voor letter over, of haal hem hier weg.",
            )
        elif heading.line < last:
            yield Flaw(
                place,
                f'De kop "{name}" staat in protocol.txt op een andere plek.',
                "Zet de koppen in de volgorde van protocol.txt.",
            )
        elif not heading.articles and not heading.inner:
            yield Flaw(
                place,
                f'Onder de kop "{name}" staat geen artikel.',
                "Kijk of articles: numbered of paragraphs klopt.",
            )
        last = max(last, heading.line)
    for key in form.questions.short:
        if key not in form.questions.keys:
            yield Flaw(
                ("questions", "short", key),
                f'"{key}" is geen van de vragen.',
                f"Kies uit: {', '.join(form.questions.keys)}.",
            )


def _part(heading: _Heading) -> Part:
    form = heading.form
    return Part(
        id=form.id,
        heading=form.heading,
        line=heading.line,
        articles=tuple(
            Article(
                id=f"{form.id}-{lines.number}",
                label=_label(form, lines.number),
                text=lines.text,
                line=lines.line,
                number=lines.number,
            )
            for lines in heading.articles
        ),
        parts=tuple(_part(inner) for inner in heading.inner),
    )


def _label(form: PartForm, number: int) -> str:
    return (form.label or f"{form.id} {{n}}").replace("{n}", str(number))


def _questions(
    form: QuestionsForm,
    headings: list[_Heading],
    path: str,
    outline: Document,
    problems: list[ContentError],
) -> tuple[tuple[CheckQuestion, ...], Rule | None]:
    """Take the questions and the rule out of the bullets under their article."""
    for heading in _flat(headings):
        for lines in heading.articles:
            if f"{heading.form.id}-{lines.number}" == form.article:
                label = _label(heading.form, lines.number)
                return _split_questions(form, lines, label, path, problems)
    problems.append(
        outline.error(
            Flaw(
                ("questions", "article"),
                f'Het artikel "{form.article}" met de vragen staat niet in het protocol.',
                "Kies het artikel waar de vragen onder staan, zoals tip-3.",
            )
        )
    )
    return (), None


def _split_questions(
    form: QuestionsForm, article: _Lines, label: str, path: str, problems: list[ContentError]
) -> tuple[tuple[CheckQuestion, ...], Rule | None]:
    questions: list[CheckQuestion] = []
    rule: Rule | None = None
    for lines in article.bullets:
        match = None if lines.text == form.rule else QUESTION.fullmatch(lines.text)
        rest = match[3] if match else lines.text
        if match:
            number = len(questions) + 1
            key = form.keys[number - 1] if number <= len(form.keys) else f"vraag-{number}"
            questions.append(
                CheckQuestion(
                    id=f"{form.article}-{number}",
                    label=f"{label}, vraag {number}",
                    text=match[1],
                    line=lines.line,
                    key=key,
                    note=(match[2] or "")[1:-1],
                    short=form.short.get(key, match[1]),
                )
            )
        # The rule may be glued to the last question, or stand on a line of its own.
        if rest == form.rule:
            rule = Rule(f"{form.article}-regel", f"{label}, regel", rest, lines.line)
        elif rest:
            problem = f'"{rest}" is geen vraag en niet de regel.'
            remedy = f'Na de vragen hoort "{form.rule}". Kijk in outline.yml bij rule.'
            problems.append(ContentError(path, lines.line, problem, remedy))
    found, named = len(questions), len(form.keys)
    if found != named:
        problem = f"Hieronder staan {found} vragen, maar outline.yml noemt er {named}."
        remedy = "Geef in outline.yml bij keys elke vraag een naam."
        problems.append(ContentError(path, article.line, problem, remedy))
    if rule is None:
        problem = f'De regel "{form.rule}" staat niet onder de vragen.'
        remedy = "Neem de regel in outline.yml letter voor letter over."
        problems.append(ContentError(path, article.line, problem, remedy))
    return tuple(questions), rule
