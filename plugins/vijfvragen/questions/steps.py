"""Steps to put in order, such as asking for help."""

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


class StepForm(Form):
    """One step."""

    what: ClassVar[str] = "een stap (steps)"

    text: Sentence = Field(description="de stap.")
    feedback: Sentence = Field(description="waarom deze stap juist daar komt.")


class StepsQuestion(ShortQuestion):
    """Steps as the author writes them: in the right order."""

    what: ClassVar[str] = "een volgordevraag (steps)"

    question: Sentence = Field(description="de vraag zelf.")
    steps: Annotated[list[StepForm], Field(min_length=3, max_length=6)] = Field(
        description="drie tot zes stappen in de goede volgorde, elk met text en feedback."
    )

    def flaws(self, protocol: Protocol) -> Iterator[Flaw]:  # noqa: ARG002 - same for every type
        """No step may stand twice: nobody could tell which is which."""
        yield from twice(self.id, "de stap", "steps", [(step.text, "text") for step in self.steps])

    def item(self, background: Background) -> Item:  # noqa: ARG002 - same for every type
        """One order interaction."""
        interaction = OrderInteraction(
            id="volgorde",
            prompt=self.question,
            entries=tuple(
                Entry(str(number), step.text, step.feedback)
                for number, step in enumerate(self.steps, start=1)
            ),
            feedback=self.explanation,
            hints=tuple(self.hints),
        )
        return self.item_of(interaction, self.question)
