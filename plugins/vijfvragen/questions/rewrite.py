"""A message that can be better, and three ways to rewrite it: pick the best."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from vijfvragen.model.quiz import Choice, ChoiceInteraction, Item
from vijfvragen.questions.answers import needless, twice
from vijfvragen.questions.post import PostForm
from vijfvragen.questions.question import Background, ShortQuestion
from vijfvragen.reading import Flaw, Form, Sentence, Slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.protocol import Protocol


class Fit(StrEnum):
    """How good a version is."""

    BEST = "beste"
    CAN_BE = "kan-ook"
    NOT_YET = "nog-niet"


POINTS = {Fit.BEST: 1.0, Fit.CAN_BE: 0.5, Fit.NOT_YET: 0.0}


class VersionForm(Form):
    """One way to write the message anew."""

    what: ClassVar[str] = "een nieuwe versie (versions)"

    text: Sentence = Field(description="het nieuwe bericht.")
    fits: Fit = Field(description="beste, kan-ook of nog-niet.")
    feedback: Sentence = Field(description="wat het kind leest over deze versie.")
    misconception: Slug | None = Field(
        default=None, description="het denkbeeld achter deze keuze: weg-is-weg."
    )


class RewriteQuestion(ShortQuestion):
    """A message with three new versions, as the author writes them."""

    what: ClassVar[str] = "een herschrijfvraag (rewrite)"

    post: PostForm = Field(description="het bericht zoals het nu is.")
    question: Sentence = Field(description="de vraag, zoals: Welk bericht is het best?")
    versions: Annotated[list[VersionForm], Field(min_length=3, max_length=3)] = Field(
        description="drie nieuwe versies, elk met text, fits en feedback."
    )

    def flaws(self, protocol: Protocol) -> Iterator[Flaw]:  # noqa: ARG002 - same for every type
        """One version is the best, and one at least does not do yet."""
        yield from self.post.flaws(self.id)
        fits = [version.fits for version in self.versions]
        best = fits.count(Fit.BEST)
        if best == 0:
            problem = f'Bij "{self.id}" is geen versie de beste.'
            yield Flaw(("versions",), problem, "Zet fits: beste bij één van de drie.")
        elif best > 1:
            problem = f'Bij "{self.id}" zijn {best} versies de beste.'
            yield Flaw(("versions",), problem, "Laat er één de beste; zet bij de andere kan-ook.")
        if Fit.NOT_YET not in fits:
            problem = f'Bij "{self.id}" past elke versie.'
            yield Flaw(
                ("versions",), problem, "Zet fits: nog-niet bij een versie die nog niet past."
            )
        yield from twice(
            self.id, "de versie", "versions", [(version.text, "text") for version in self.versions]
        )
        yield from needless(
            self.id,
            "versions",
            [(version.fits is Fit.BEST, version.misconception) for version in self.versions],
        )

    def item(self, background: Background) -> Item:
        """The message, and one choice interaction; what can be as well is worth half."""
        interaction = ChoiceInteraction(
            id="kies",
            prompt=self.question,
            hint="",
            choices=tuple(
                Choice(
                    id=str(number),
                    text=version.text,
                    points=POINTS[version.fits],
                    accepted=version.fits is not Fit.NOT_YET,
                    feedback=version.feedback,
                    misconception=version.misconception or "",
                )
                for number, version in enumerate(self.versions, start=1)
            ),
            multiple=False,
            feedback=self.explanation,
            hints=tuple(self.hints),
            shuffled=True,
        )
        return self.item_of(
            interaction,
            background.texts("Message from {sender}", sender=self.post.sender),
            self.post.post(),
        )
