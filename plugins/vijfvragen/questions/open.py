"""A question without a right answer: to write about, or to talk about; never scored."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from vijfvragen.model.quiz import Item, TextInteraction
from vijfvragen.questions.post import PostForm
from vijfvragen.questions.question import Background, Hints, Question
from vijfvragen.reading import Flaw, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.protocol import Protocol


class Way(StrEnum):
    """What a child does with the question."""

    WRITE = "schrijven"
    TALK = "praten"


class OpenQuestion(Question):
    """An open question as the author writes it."""

    what: ClassVar[str] = "een open vraag (open)"

    way: Way = Field(description="schrijven of praten.")
    post: PostForm | None = Field(default=None, description="het bericht waar het over gaat.")
    question: Sentence = Field(description="de vraag, of de opdracht.")
    model: str = Field(default="", description="een voorbeeld van een antwoord.")
    check: Annotated[list[Sentence], Field(max_length=3)] = Field(
        default=[], description="hooguit drie zinnen waarmee het kind zichzelf nakijkt."
    )
    hints: Hints = Field(default=[], description="hooguit drie hints, de kleinste voorop.")
    talk: str = Field(default="", description="een vraag om samen over te praten.")

    def flaws(self, protocol: Protocol) -> Iterator[Flaw]:  # noqa: ARG002 - same for every type
        """What is for writing only does not go with talking."""
        if self.post:
            yield from self.post.flaws(self.id)
        if self.way is Way.WRITE:
            return
        for name in ("model", "check", "hints", "talk"):
            given = getattr(self, name)
            if given:
                problem = f'"{self.id}" is om te praten, maar heeft ook "{name}".'
                yield Flaw((name,), problem, f"Haal {name} weg, of kies way: schrijven.")

    def item(self, background: Background) -> Item:
        """One text interaction, or only what to talk about."""
        writes = self.way is Way.WRITE
        interaction = TextInteraction(
            "schrijf", self.question, self.model, tuple(self.check), tuple(self.hints)
        )
        sender = self.post and background.texts("Message from {sender}", sender=self.post.sender)
        return Item(
            id=self.id,
            label=sender or self.question,
            stem=self.post.post() if self.post else None,
            interactions=(interaction,) if writes else (),
            talk=self.talk if writes else self.question,
            cites=tuple(self.cites),
        )
