"""A statement about an article: true or not."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from vijfvragen.model.quiz import Choice, ChoiceInteraction, Item
from vijfvragen.questions.question import Background, ShortQuestion
from vijfvragen.reading import Flaw, Form, Sentence, Slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.protocol import Protocol


class Truth(StrEnum):
    """Whether a statement is true."""

    TRUE = "waar"
    FALSE = "niet-waar"


class TruthFeedback(Form):
    """What is said about each answer."""

    what: ClassVar[str] = "de feedback bij waar en niet-waar"

    true: Sentence = Field(alias="waar", description="wat het kind leest na waar.")
    false: Sentence = Field(alias="niet-waar", description="wat het kind leest na niet-waar.")


class TrueFalseQuestion(ShortQuestion):
    """A statement as the author writes it."""

    what: ClassVar[str] = "een stelling (true-false)"

    statement: Sentence = Field(description="de stelling.")
    answer: Truth = Field(description="waar of niet-waar.")
    feedback: TruthFeedback = Field(description="een zin bij waar en een bij niet-waar.")
    misconception: Slug | None = Field(
        default=None, description="het denkbeeld achter het andere antwoord: weg-is-weg."
    )

    def flaws(self, protocol: Protocol) -> Iterator[Flaw]:  # noqa: ARG002 - same for every type
        """A statement that asks cannot be true."""
        if self.statement.endswith("?"):
            problem = f'De stelling van "{self.id}" is een vraag.'
            yield Flaw(("statement",), problem, "Schrijf een zin die waar is, of niet waar.")

    def item(self, background: Background) -> Item:
        """One choice interaction, always in the same order."""
        named = {
            Truth.TRUE: (background.texts("That is true"), self.feedback.true),
            Truth.FALSE: (background.texts("That is not true"), self.feedback.false),
        }
        interaction = ChoiceInteraction(
            id="kies",
            prompt=self.statement,
            hint=background.texts("Is this true or not?"),
            choices=tuple(
                Choice(
                    id=truth,
                    text=name,
                    points=float(truth is self.answer),
                    accepted=truth is self.answer,
                    feedback=said,
                    misconception="" if truth is self.answer else self.misconception or "",
                )
                for truth, (name, said) in named.items()
            ),
            multiple=False,
            feedback=self.explanation,
            hints=tuple(self.hints),
        )
        return self.item_of(interaction, self.statement)
