"""A sentence in which one word is missing, and the words to choose from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from vijfvragen.model.quiz import ChoiceInteraction, Item
from vijfvragen.questions.answers import Answers, answer_flaws, choices_of
from vijfvragen.questions.question import Background, ShortQuestion
from vijfvragen.reading import Flaw, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.protocol import Protocol


GAP = "___"
"""How an author writes the missing word; a longer line is one gap too."""
GAPS = re.compile(r"_{3,}")
SHOWN = "……"
"""How a child sees it; the line under the sentence says what it is."""


class GapQuestion(ShortQuestion):
    """A sentence with a gap, as the author writes it."""

    what: ClassVar[str] = "een invulvraag (gap)"

    sentence: Sentence = Field(description="de zin, met ___ op de plaats van het woord.")
    answers: Answers = Field(description="twee tot zes woorden, elk met text en feedback.")

    def flaws(self, protocol: Protocol) -> Iterator[Flaw]:  # noqa: ARG002 - same for every type
        """One gap, and one word that belongs in it."""
        gaps = len(GAPS.findall(self.sentence))
        if gaps == 0:
            problem = f'In de zin van "{self.id}" staat geen {GAP}.'
            yield Flaw(("sentence",), problem, f"Schrijf {GAP} op de plaats van het woord.")
        elif gaps > 1:
            problem = f'In de zin van "{self.id}" staat {gaps} keer {GAP}.'
            yield Flaw(
                ("sentence",),
                problem,
                f"Laat één keer {GAP} staan; maak er anders meer vragen van.",
            )
        yield from answer_flaws(self.id, self.answers, multiple=None)

    def item(self, background: Background) -> Item:
        """One choice interaction, with the sentence as its prompt."""
        prompt = GAPS.sub(SHOWN, self.sentence)
        interaction = ChoiceInteraction(
            id="kies",
            prompt=prompt,
            hint=background.texts("Which word fits in the place of the dots?"),
            choices=choices_of(self.answers, multiple=False),
            multiple=False,
            feedback=self.explanation,
            hints=tuple(self.hints),
            shuffled=True,
        )
        return self.item_of(interaction, prompt)
