"""What a quiz becomes on paper: the order of its answers, and the ideas to talk about."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from vijfvragen.model.curriculum import Curriculum
from vijfvragen.model.edition import edition_of
from vijfvragen.model.misconception import Misconception
from vijfvragen.model.quiz import Choice, ChoiceInteraction, OrderInteraction, Quiz
from vijfvragen.questions.gap import SHOWN

SHORT = 60
"""Characters of answers that fit beside each other on one line."""
LETTERS = ascii_uppercase


@dataclass(frozen=True)
class Behind:
    """The answers behind which one misconception may stand; `number` is that of the question."""

    misconception: Misconception
    answers: tuple[tuple[int, str], ...]


def choices_on_paper(interaction: ChoiceInteraction) -> tuple[Choice, ...]:
    """The choices as a sheet shows them: always the same, and the right one not always first."""
    if not interaction.shuffled:
        return interaction.choices
    return tuple(sorted(interaction.choices, key=lambda choice: edition_of(choice.text)))


def in_a_row(interaction: ChoiceInteraction) -> bool:
    """Whether the choices fit beside each other."""
    return len("".join(choice.text for choice in interaction.choices)) <= SHORT


def gap_in(prompt: str) -> tuple[str, ...]:
    """A sentence cut where its word is missing: two pieces, or the whole."""
    return tuple(prompt.split(SHOWN, 1))


def written(interaction: OrderInteraction) -> tuple[str, ...]:
    """What belongs in the empty boxes, from top to bottom: numbers, or letters for places."""
    if interaction.places:
        return tuple(LETTERS[interaction.start.index(entry)] for entry in interaction.entries)
    return tuple(str(interaction.entries.index(entry) + 1) for entry in interaction.start)


def misconceptions_behind(quiz: Quiz, curriculum: Curriculum) -> tuple[Behind, ...]:
    """The misconceptions that answers of a quiz name, in the order of its questions."""
    answers: dict[str, list[tuple[int, str]]] = {}
    for number, item in enumerate(quiz.all_items, start=1):
        for choice in item.choices:
            if choice.misconception:
                answers.setdefault(choice.misconception, []).append((number, choice.text))
    return tuple(
        Behind(curriculum.misconceptions[name], tuple(found)) for name, found in answers.items()
    )
