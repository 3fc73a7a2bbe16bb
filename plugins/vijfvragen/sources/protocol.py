"""Reads a school's protocol: the text letter for letter, with an outline that says how.

Protocols have no markup. The outline lists the headings in order and whether numbered items or
paragraphs follow; the reader checks the two against each other and reports what does not fit.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.protocol import Article, CheckQuestion, Part, Protocol, Rule
from vijfvragen.reading import Document, Flaw, Form, Location, Sentence, Slug, fill, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBERED = re.compile(r"([0-9]{1,3})[.)]\s*([^\s0-9].*)")
BULLET = re.compile(r"[-–—•*]\s+(?=\S)")
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


@dataclass(frozen=True)
class _Bullet:
    """A line under the article with the questions: a question, what follows it, or both."""

    line: int
    question: str
    note: str
    rest: str


def read_protocol(text: str, path: str, outline: Document) -> Protocol:
    """Read the text along the outline; raises ContentErrors with every mismatch of the two."""
    problems: list[ContentError] = []
    form = fill(OutlineForm, outline, problems)
    if form is None:
        raise ContentErrors(problems)
    headings = [_heading(part, ("parts", index)) for index, part in enumerate(form.parts)]
    flat = list(_flat(headings))
    reader = _Reader(path, form, flat)
    reader.read(text)
    article, label, bullets = _check_article(form.questions, flat)
    flaws = [
        *_id_flaws(form, flat),
        *_heading_flaws(flat, reader.unknown_headings),
        *_article_flaws(form.questions, article, flat),
    ]
    problems += reader.problems
    problems += [outline.error(flaw) for flaw in flaws]
    if article:
        problems += _question_problems(form.questions, article.line, bullets, path)
    if problems:
        raise ContentErrors(problems)
    return Protocol(
        title=form.title,
        parts=tuple(_part(heading, form.questions.article) for heading in headings),
        check_article=form.questions.article,
        questions=tuple(_check_questions(form.questions, label, bullets)),
        rule=_rule(form.questions, label, bullets),
    )


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
        self.form = form
        self.headings = headings
        self.problems: list[ContentError] = []
        self.unknown_headings: list[str] = []
        self.seen_title = False
        self.current: _Heading | None = None
        self.item: _Lines | None = None
        """What a next line without a mark continues; nothing after a blank line."""
        self.lost = False
        """Whether an unknown heading was passed: what follows is not told line by line."""
        self.below = ""
        """The next line."""

    def read(self, text: str) -> None:
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

    def _heading(self, line: str) -> _Heading | None:
        fits = (one for one in self.headings if one.form.heading == line and not one.line)
        return next(fits, None)

    def _numbered(self, current: _Heading, line: str, number: int) -> None:
        articles = current.articles
        if match := NUMBERED.fullmatch(line):
            self._article(current, match, line, number)
        elif self.lost:
            self._unreached(line, number)
        elif articles and BULLET.match(line):
            self.item = _Lines(number, line)
            articles[-1].bullets.append(self.item)
        elif articles and line == self.form.questions.rule:
            articles[-1].bullets.append(_Lines(number, line))
        elif self.item:
            self.item.text += f" {line}"
        else:
            self._unreached(line, number)

    def _article(self, current: _Heading, match: re.Match[str], line: str, number: int) -> None:
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
        self.item = _Lines(number, match[2], found)
        current.articles.append(self.item)

    def _paragraph(self, current: _Heading, line: str, number: int) -> None:
        listed = NUMBERED.fullmatch(line) or (self.lost and _is_item(line))
        if listed or (not self.item and _is_heading(line, self.below)):
            self._unreached(line, number)
        elif self.item:
            self.item.text += f" {line}"
        else:
            self.item = _Lines(number, line, len(current.articles) + 1)
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


def _id_flaws(form: OutlineForm, headings: list[_Heading]) -> Iterator[Flaw]:
    """Ids and keys that stand twice, and short names for what is no question."""
    ids = {form.questions.article}
    for heading in headings:
        own_id = heading.form.id
        if own_id in ids:
            problem = f'De id "{own_id}" staat twee keer in dit bestand.'
            yield Flaw((*heading.location, "id"), problem, "Geef elk onderdeel een eigen id.")
        ids.add(own_id)
    keys = form.questions.keys
    for index, key in enumerate(keys):
        if key in keys[:index]:
            problem = f'De naam "{key}" staat twee keer bij keys.'
            remedy = "Geef elke vraag een eigen naam."
            yield Flaw(("questions", "keys", index), problem, remedy)
    for key in form.questions.short:
        if key not in keys:
            problem = f'"{key}" is geen van de vragen.'
            yield Flaw(("questions", "short", key), problem, nearest(key, keys))


def _heading_flaws(headings: list[_Heading], unknown: list[str]) -> Iterator[Flaw]:
    """What the outline names and the text does not have, or has elsewhere."""
    last = 0
    for heading in headings:
        name = heading.form.heading
        place = (*heading.location, "heading")
        if not heading.line:
            remedy = "Neem de kop letter voor letter over, of haal hem hier weg."
            if close := difflib.get_close_matches(name, unknown, n=1):
                remedy = f'Bedoel je "{close[0]}"?'
            yield Flaw(place, f'De kop "{name}" staat niet in protocol.txt.', remedy)
        elif heading.line < last:
            problem = f'De kop "{name}" staat in protocol.txt op een andere plek.'
            yield Flaw(place, problem, "Zet de koppen in de volgorde van protocol.txt.")
        elif not heading.articles and not heading.inner:
            problem = f'Onder de kop "{name}" staat geen artikel.'
            yield Flaw(place, problem, "Kijk of articles: numbered of paragraphs klopt.")
        last = max(last, heading.line)


def _article_flaws(
    form: QuestionsForm, article: _Lines | None, headings: list[_Heading]
) -> Iterator[Flaw]:
    """The article with the questions must be there; not told when its heading is told."""
    told = any(
        not heading.articles and form.article.startswith(f"{heading.form.id}-")
        for heading in headings
        if not heading.inner or not heading.line
    )
    if article is None and not told:
        problem = f'Het artikel "{form.article}" met de vragen staat niet in protocol.txt.'
        remedy = "Kies het artikel waar de vragen onder staan, zoals tip-3."
        yield Flaw(("questions", "article"), problem, remedy)


def _part(heading: _Heading, check_article: str) -> Part:
    articles = []
    for lines in heading.articles:
        own_id = f"{heading.form.id}-{lines.number}"
        # The questions are units of their own; other bullets belong to their article.
        bullets = [] if own_id == check_article else [bullet.text for bullet in lines.bullets]
        label = _label(heading.form, lines.number)
        text = "\n".join([lines.text, *bullets])
        articles.append(Article(own_id, label, text, lines.line, lines.number))
    return Part(
        id=heading.form.id,
        heading=heading.form.heading,
        line=heading.line,
        articles=tuple(articles),
        parts=tuple(_part(inner, check_article) for inner in heading.inner),
    )


def _label(form: PartForm, number: int) -> str:
    return (form.label or f"{form.id} {{n}}").replace("{n}", str(number))


def _check_article(
    form: QuestionsForm, headings: list[_Heading]
) -> tuple[_Lines | None, str, list[_Bullet]]:
    """The article with the questions, its label, and what stands under it."""
    for heading in headings:
        for lines in heading.articles:
            if f"{heading.form.id}-{lines.number}" == form.article:
                bullets = [_bullet(bullet, form.rule) for bullet in lines.bullets]
                return lines, _label(heading.form, lines.number), bullets
    return None, "", []


def _bullet(lines: _Lines, rule: str) -> _Bullet:
    """Take a bullet apart; the rule may be glued to the last question or stand alone."""
    text = BULLET.sub("", lines.text)
    match = None if text == rule else QUESTION.fullmatch(text)
    if match is None:
        return _Bullet(lines.line, "", "", text)
    return _Bullet(lines.line, match[1], (match[2] or "")[1:-1], match[3])


def _check_questions(
    form: QuestionsForm, label: str, bullets: list[_Bullet]
) -> Iterator[CheckQuestion]:
    questions = [bullet for bullet in bullets if bullet.question]
    for number, (bullet, key) in enumerate(zip(questions, form.keys, strict=True), start=1):
        yield CheckQuestion(
            id=f"{form.article}-{number}",
            label=f"{label}, vraag {number}",
            text=bullet.question,
            line=bullet.line,
            key=key,
            note=bullet.note,
            short=form.short.get(key, bullet.question),
        )


def _rule(form: QuestionsForm, label: str, bullets: list[_Bullet]) -> Rule:
    line = next(bullet.line for bullet in bullets if bullet.rest == form.rule)
    return Rule(f"{form.article}-regel", f"{label}, regel", form.rule, line)


def _question_problems(
    form: QuestionsForm, line: int, bullets: list[_Bullet], path: str
) -> Iterator[ContentError]:
    strange = [bullet for bullet in bullets if bullet.rest not in {"", form.rule}]
    for bullet in strange:
        problem = f'"{bullet.rest}" is geen vraag en niet de regel.'
        remedy = f'Na de vragen hoort "{form.rule}". Kijk in outline.yml bij rule.'
        yield ContentError(path, bullet.line, problem, remedy)
    found, named = sum(bool(bullet.question) for bullet in bullets), len(form.keys)
    if found != named:
        count = "staat 1 vraag" if found == 1 else f"staan {found} vragen"
        problem = f"Hieronder {count}, maar outline.yml noemt er {named}."
        remedy = "Zet in outline.yml bij keys precies één naam per vraag."
        yield ContentError(path, line, problem, remedy)
    if not strange and not any(bullet.rest == form.rule for bullet in bullets):
        problem = f'De regel "{form.rule}" staat niet onder de vragen.'
        remedy = "Neem de regel in outline.yml letter voor letter over."
        yield ContentError(path, line, problem, remedy)
