"""A question with a few answers, one or several of them right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from vijfvragen.model.quiz import Choice, ChoiceInteraction, Item
from vijfvragen.questions.question import Background, Question
from vijfvragen.reading import Flaw, Form, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.protocol import Protocol


class ChoiceAnswer(Form):
    """One answer of a choice question."""

    what: ClassVar[str] = "een antwoord van een keuzevraag"

    text: Sentence = Field(description="het antwoord.")
    right: bool = Field(default=False, description="true als dit antwoord klopt.")
    feedback: Sentence = Field(description="wat het kind leest na dit antwoord.")


class ChoiceQuestion(Question):
    """A question as the author writes it."""

    what: ClassVar[str] = "een keuzevraag"

    question: Sentence = Field(description="de vraag zelf.")
    multiple: bool = Field(default=False, description="true als er meer antwoorden kloppen.")
    answers: Annotated[list[ChoiceAnswer], Field(min_length=2, max_length=6)] = Field(
        description="twee tot zes antwoorden, elk met text en feedback."
    )
    explanation: Sentence = Field(description="wat iedereen na het nakijken leest.")
    talk: str = Field(default="", description="een vraag om samen over te praten.")

    def flaws(self, protocol: Protocol) -> Iterator[Flaw]:  # noqa: ARG002 - same for every type
        """The right answers must agree with `multiple`, and no answer may stand twice."""
        right = sum(answer.right for answer in self.answers)
        if right == 0:
            yield Flaw(
                ("answers",),
                f'"{self.id}" heeft geen goed antwoord.',
                "Zet right: true bij elk antwoord dat klopt.",
            )
        elif right == len(self.answers):
            yield Flaw(
                ("answers",),
                f'Bij "{self.id}" kloppen alle antwoorden.',
                "Geef er een antwoord bij dat niet klopt.",
            )
        elif right > 1 and not self.multiple:
            yield Flaw(
                ("answers",),
                f'"{self.id}" heeft {right} goede antwoorden, maar je kunt er één kiezen.',
                "Zet multiple: true bij de vraag, of laat één antwoord kloppen.",
            )
        elif right == 1 and self.multiple:
            yield Flaw(
                ("multiple",),
                f'"{self.id}" heeft multiple: true, maar er is één goed antwoord.',
                "Haal multiple weg, of laat nog een antwoord kloppen.",
            )
        texts: set[str] = set()
        for index, answer in enumerate(self.answers):
            if answer.text.casefold() in texts:
                yield Flaw(
                    ("answers", index, "text"),
                    f'"{self.id}" heeft twee keer het antwoord "{answer.text}".',
                    "Verander er een, of haal het weg.",
                )
            texts.add(answer.text.casefold())

    def item(self, background: Background) -> Item:  # noqa: ARG002 - same for every type
        """One choice interaction; with several right, a wrong one takes a right one away."""
        wrong = -1.0 if self.multiple else 0.0
        choices = tuple(
            Choice(
                id=str(number),
                text=answer.text,
                points=1.0 if answer.right else wrong,
                accepted=answer.right,
                feedback=answer.feedback,
            )
            for number, answer in enumerate(self.answers, start=1)
        )
        interaction = ChoiceInteraction(
            id="kies",
            prompt=self.question,
            hint="",
            choices=choices,
            multiple=self.multiple,
            feedback=self.explanation,
        )
        return Item(
            id=self.id,
            label=self.question,
            stem=None,
            interactions=(interaction,),
            talk=self.talk,
            cites=tuple(self.cites),
        )
