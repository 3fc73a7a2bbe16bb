"""Pairs that belong together: word and meaning, situation and article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from vijfvragen.model.quiz import Entry, Item, OrderInteraction
from vijfvragen.questions.answers import twice
from vijfvragen.questions.question import Background, ShortQuestion
from vijfvragen.reading import Flaw, Form, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.protocol import Protocol


class PairForm(Form):
    """What belongs together."""

    what: ClassVar[str] = "een paar (pairs)"

    one: Sentence = Field(description="het woord, of de situatie.")
    other: Sentence = Field(description="wat erbij hoort: de betekenis, of de afspraak.")
    feedback: Sentence = Field(description="waarom ze bij elkaar horen.")


class MatchQuestion(ShortQuestion):
    """Pairs as the author writes them."""

    what: ClassVar[str] = "een paarvraag (match)"

    question: Sentence = Field(description="de vraag zelf.")
    pairs: Annotated[list[PairForm], Field(min_length=3, max_length=5)] = Field(
        description="drie tot vijf paren, elk met one, other en feedback."
    )

    def flaws(self, protocol: Protocol) -> Iterator[Flaw]:  # noqa: ARG002 - same for every type
        """Nothing may stand twice on either side: it would belong to two."""
        ones = [(pair.one, "one") for pair in self.pairs]
        others = [(pair.other, "other") for pair in self.pairs]
        yield from twice(self.id, "het eerste deel (one)", "pairs", ones)
        yield from twice(self.id, "het tweede deel (other)", "pairs", others)

    def item(self, background: Background) -> Item:  # noqa: ARG002 - same for every type
        """One order interaction: the words are places, and what belongs to them is put there."""
        interaction = OrderInteraction(
            id="paren",
            prompt=self.question,
            entries=tuple(
                Entry(str(number), pair.other, pair.feedback)
                for number, pair in enumerate(self.pairs, start=1)
            ),
            feedback=self.explanation,
            places=tuple(pair.one for pair in self.pairs),
            hints=tuple(self.hints),
        )
        return self.item_of(interaction, self.question)
