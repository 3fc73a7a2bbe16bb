"""A question with a few answers, one or several of them right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from vijfvragen.model.quiz import ChoiceInteraction, Item
from vijfvragen.questions.answers import Answers, answer_flaws, choices_of
from vijfvragen.questions.question import Background, ShortQuestion
from vijfvragen.reading import Flaw, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.protocol import Protocol


class ChoiceQuestion(ShortQuestion):
    """A question as the author writes it."""

    what: ClassVar[str] = "een keuzevraag"

    question: Sentence = Field(description="de vraag zelf.")
    multiple: bool = Field(default=False, description="true als er meer antwoorden kloppen.")
    answers: Answers = Field(description="twee tot zes antwoorden, elk met text en feedback.")

    def flaws(self, protocol: Protocol) -> Iterator[Flaw]:  # noqa: ARG002 - same for every type
        """The right answers must agree with `multiple`, and no answer may stand twice."""
        yield from answer_flaws(self.id, self.answers, multiple=self.multiple)

    def item(self, background: Background) -> Item:  # noqa: ARG002 - same for every type
        """One choice interaction; with several right, a wrong one takes a right one away."""
        interaction = ChoiceInteraction(
            id="kies",
            prompt=self.question,
            hint="",
            choices=choices_of(self.answers, multiple=self.multiple),
            multiple=self.multiple,
            feedback=self.explanation,
            hints=tuple(self.hints),
            shuffled=True,
        )
        return self.item_of(interaction, self.question)
