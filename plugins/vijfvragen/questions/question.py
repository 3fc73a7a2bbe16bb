"""What every question type has: an id, citations, flaws it can find in itself, and an item."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field

from vijfvragen.model.quiz import Item
from vijfvragen.reading import Flaw, Form, Sentence, Slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from vijfvragen.i18n import Texts
    from vijfvragen.model.lesson import Grade
    from vijfvragen.model.protocol import Protocol
    from vijfvragen.model.quiz import Interaction
    from vijfvragen.model.scenario import Post


@dataclass(frozen=True)
class Background:
    """What a question needs to know of the site it stands in."""

    protocol: Protocol
    grade: Grade
    texts: Texts


class Question(Form):
    """The fields that all question types share."""

    id: Slug = Field(description="een korte naam, uniek in deze quiz, zoals gekke-foto.")
    type: str = Field(description="de soort vraag.")
    cites: Annotated[list[str], Field(min_length=1, max_length=3)] = Field(
        description="één tot drie artikelen van het protocol, zoals [tip-6]."
    )

    @abstractmethod
    def flaws(self, protocol: Protocol) -> Iterator[Flaw]:
        """What contradicts itself, although every field by itself is right."""

    @abstractmethod
    def item(self, background: Background) -> Item:
        """The question as pages and browser know it; only called without flaws."""


Hints = Annotated[list[Sentence], Field(max_length=3)]
"""A ladder of hints: each says a little more than the one before."""


class ShortQuestion(Question):
    """The fields of every type that is one interaction with an explanation behind it."""

    explanation: Sentence = Field(description="wat iedereen na het nakijken leest.")
    hints: Hints = Field(default=[], description="hooguit drie hints, de kleinste voorop.")
    talk: str = Field(default="", description="een vraag om samen over te praten.")
    recalls: Slug | None = Field(
        default=None, description="de id van de eerdere les die deze vraag terughaalt."
    )

    @classmethod
    def fields(cls) -> dict[str, FieldInfo]:
        """The fields of the type itself come before these, as authors write them."""
        last = ShortQuestion.model_fields.keys() - Question.model_fields.keys()
        return dict(sorted(super().fields().items(), key=lambda entry: entry[0] in last))

    def item_of(self, interaction: Interaction, label: str, stem: Post | None = None) -> Item:
        """The item around its interaction."""
        return Item(
            id=self.id,
            label=label,
            stem=stem,
            interactions=(interaction,),
            talk=self.talk,
            cites=tuple(self.cites),
            recalls=self.recalls or "",
        )


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


OneOrMore = BeforeValidator(_listed)
"""Lets an author write one value without a list around it."""
