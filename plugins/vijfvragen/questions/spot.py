"""A message in which the words that matter are chosen, such as what gives too much away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from vijfvragen.model.quiz import Choice, ChoiceInteraction, Item
from vijfvragen.questions.answers import needless
from vijfvragen.questions.post import PostForm
from vijfvragen.questions.question import Background, ShortQuestion
from vijfvragen.reading import Flaw, Form, Sentence, Slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.protocol import Protocol


class WordsForm(Form):
    """Words of the message that can be chosen."""

    what: ClassVar[str] = "een stukje van het bericht (words)"

    text: Sentence = Field(description="de woorden, precies zoals ze in het bericht staan.")
    right: bool = Field(default=False, description="true als je deze woorden moet aanwijzen.")
    feedback: Sentence = Field(description="wat het kind leest over deze woorden.")
    misconception: Slug | None = Field(
        default=None, description="het denkbeeld achter deze keuze: weg-is-weg."
    )


class SpotQuestion(ShortQuestion):
    """A message and its words, as the author writes them."""

    what: ClassVar[str] = "een zoekvraag (spot)"

    post: PostForm = Field(description="het bericht.")
    question: Sentence = Field(description="wat je moet zoeken in het bericht.")
    words: Annotated[list[WordsForm], Field(min_length=2, max_length=8)] = Field(
        description="twee tot acht stukjes van het bericht, elk met text en feedback."
    )

    def flaws(self, protocol: Protocol) -> Iterator[Flaw]:  # noqa: ARG002 - same for every type
        """Each stretch of words stands once in the message, and none in another."""
        yield from self.post.flaws(self.id)
        if not self.post.text and self.post.picture:
            problem = f'Het bericht van "{self.id}" heeft geen woorden om te zoeken.'
            yield Flaw(("post",), problem, "Schrijf bij post een text.")
        right = sum(words.right for words in self.words)
        if right == 0:
            problem = f'"{self.id}" heeft niets om aan te wijzen.'
            yield Flaw(("words",), problem, "Zet right: true bij de woorden die je zoekt.")
        elif right == len(self.words):
            problem = f'Bij "{self.id}" moet je alles aanwijzen.'
            yield Flaw(("words",), problem, "Geef er woorden bij die wel mogen blijven.")
        if self.post.text:
            yield from self._place_flaws()
        yield from needless(
            self.id, "words", [(words.right, words.misconception) for words in self.words]
        )

    def _place_flaws(self) -> Iterator[Flaw]:
        taken: list[tuple[int, int, str]] = []
        for index, words in enumerate(self.words):
            text, place = words.text, ("words", index, "text")
            found = self.post.text.count(text)
            if found == 0:
                problem = f'"{text}" staat niet in het bericht van "{self.id}".'
                yield Flaw(place, problem, self._remedy_for(text))
            elif found > 1:
                problem = f'"{text}" staat {found} keer in het bericht van "{self.id}".'
                yield Flaw(place, problem, "Neem er een woord bij, zodat er maar één plek is.")
            else:
                start = self.post.text.index(text)
                end = start + len(text)
                if (start, end, text) in taken:
                    problem = f'"{self.id}" heeft twee keer de woorden "{text}".'
                    yield Flaw(place, problem, "Verander er een, of haal er een weg.")
                    continue
                for first, last, other in taken:
                    if start < last and first < end:
                        problem = f'"{text}" en "{other}" overlappen in het bericht.'
                        yield Flaw(place, problem, "Kies stukjes die los van elkaar staan.")
                taken.append((start, end, text))

    def _remedy_for(self, text: str) -> str:
        """What to write for words that the message has not, or not with these capitals."""
        start = self.post.text.casefold().find(text.casefold())
        if start < 0:
            return "Neem de woorden precies over uit text, met leestekens."
        return f'Let op de hoofdletters: "{self.post.text[start : start + len(text)]}".'

    def item(self, background: Background) -> Item:
        """One choice interaction over the words, in the order of the message."""
        in_order = sorted(self.words, key=lambda words: self.post.text.index(words.text))
        interaction = ChoiceInteraction(
            id="zoek",
            prompt=self.question,
            hint=background.texts("Press the words in the message."),
            choices=tuple(
                Choice(
                    id=str(number),
                    text=words.text,
                    points=1.0 if words.right else -1.0,
                    accepted=words.right,
                    feedback=words.feedback,
                    misconception=words.misconception or "",
                )
                for number, words in enumerate(in_order, start=1)
            ),
            multiple=True,
            feedback=self.explanation,
            hints=tuple(self.hints),
            passage=self.post.text,
        )
        return self.item_of(
            interaction,
            background.texts("Message from {sender}", sender=self.post.sender),
            self.post.post(),
        )
