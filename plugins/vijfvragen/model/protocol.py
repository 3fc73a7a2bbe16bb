"""A school's protocol: parts, articles, the five questions and the rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vijfvragen.model.edition import edition_of

if TYPE_CHECKING:
    from collections.abc import Iterator

TOOLTIP_WORDS = 12


@dataclass(frozen=True)
class Unit:
    """Anything in the protocol that can be cited: an article, a check question, the rule."""

    id: str
    label: str
    """How teachers name it: "tip 3", "AVG A5"."""
    text: str
    """The school's own words, slips included."""
    line: int
    """Line in `protocol.txt`, from 1."""

    @property
    def edition(self) -> str:
        """Changes when the text changes."""
        return edition_of(self.id, self.text)

    @property
    def first_words(self) -> str:
        """The beginning of the text, for a tooltip."""
        words = self.text.split()
        if len(words) <= TOOLTIP_WORDS:
            return self.text
        return " ".join(words[:TOOLTIP_WORDS]) + " …"


@dataclass(frozen=True)
class Article(Unit):
    """A numbered item, or an unnumbered paragraph of the introduction."""

    number: int


@dataclass(frozen=True)
class CheckQuestion(Unit):
    """One of the five questions; `text` is the question, `note` what stands in brackets."""

    key: str
    note: str
    short: str
    """The question as a label: "Is het nodig?" for "Is het bericht nodig?"."""

    @property
    def whole(self) -> str:
        """The question with its note, as the protocol has it."""
        return f"{self.text} ({self.note})" if self.note else self.text

    @property
    def edition(self) -> str:
        """Changes when the question or its note changes."""
        return edition_of(self.id, self.text, self.note)


@dataclass(frozen=True)
class Rule(Unit):
    """What follows from a "nee"."""


@dataclass(frozen=True)
class Part:
    """A heading of the protocol with its articles, or with parts of its own."""

    id: str
    heading: str
    line: int
    articles: tuple[Article, ...]
    parts: tuple[Part, ...] = ()

    def all_articles(self) -> Iterator[Article]:
        """The articles in reading order, those of the parts inside included."""
        yield from self.articles
        for part in self.parts:
            yield from part.all_articles()


@dataclass(frozen=True)
class Protocol:
    """The whole protocol of one school."""

    title: str
    parts: tuple[Part, ...]
    check_article: str
    """Id of the article that holds the five questions."""
    questions: tuple[CheckQuestion, ...]
    rule: Rule

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """Every article in reading order."""
        return tuple(article for part in self.parts for article in part.all_articles())

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Everything that can be cited, by id, in reading order."""
        units: dict[str, Unit] = {}
        for article in self.articles:
            units[article.id] = article
            if article.id == self.check_article:
                units |= {question.id: question for question in self.questions}
                units[self.rule.id] = self.rule
        return units

    @cached_property
    def question_keys(self) -> tuple[str, ...]:
        """The keys of the five questions in the protocol's order."""
        return tuple(question.key for question in self.questions)

    def inside(self, unit: Unit) -> tuple[Unit, ...]:
        """What belongs to a unit but can be cited by itself: the five questions and the rule."""
        return (*self.questions, self.rule) if unit.id == self.check_article else ()

    def question(self, key: str) -> CheckQuestion:
        """The check question with this key."""
        return next(question for question in self.questions if question.key == key)

    @cached_property
    def edition(self) -> str:
        """Changes when a heading or a text changes."""
        headings = [text for part in self.parts for text in _headings(part)]
        return edition_of(self.title, *headings, *(unit.edition for unit in self.units.values()))


def _headings(part: Part) -> Iterator[str]:
    yield part.heading
    for inner in part.parts:
        yield from _headings(inner)
