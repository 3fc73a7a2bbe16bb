"""Quizzes as every part of the program sees them: items of a few closed interactions.

A question type is only a way of writing; it becomes an `Item`. Pages and browser know
interactions and nothing of types (decision record 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vijfvragen.model.edition import edition_of

if TYPE_CHECKING:
    from vijfvragen.model.scenario import Post


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen."""

    id: str
    text: str
    points: float
    """What choosing it adds; negative only in a `multiple` interaction, never below 0 in all."""
    accepted: bool
    """Whether it is one of the answers that fit, the best or not."""
    feedback: str


@dataclass(frozen=True)
class ChoiceInteraction:
    """Choose one, or several when `multiple`. Without any points it is a matter of opinion."""

    id: str
    prompt: str
    hint: str
    """The prompt once more in the grade's own words, or nothing."""
    choices: tuple[Choice, ...]
    multiple: bool
    feedback: str
    """Shown whatever was chosen."""
    check_question: str = ""
    """Key of the check question that this is, for its colour and icon."""

    @property
    def max_points(self) -> float:
        """The most that can be had: the best choice, or all that add something."""
        points = [choice.points for choice in self.choices if choice.points > 0]
        return sum(points) if self.multiple else max(points, default=0)

    @property
    def scored(self) -> bool:
        """Whether there is something to get right."""
        return self.max_points > 0


@dataclass(frozen=True)
class TextInteraction:
    """Write something; a model and self-check follow, never a score, and nothing is stored."""

    id: str
    prompt: str
    model: str
    check: tuple[str, ...]


Interaction = ChoiceInteraction | TextInteraction


@dataclass(frozen=True)
class Item:
    """One question of a quiz, whatever its type was."""

    id: str
    label: str
    """How a list names it: the sender of the message, or the question itself."""
    stem: Post | None
    interactions: tuple[Interaction, ...]
    talk: str
    cites: tuple[str, ...]

    @cached_property
    def edition(self) -> str:
        """Changes when something changes that an earlier answer depends on; feedback does not."""
        return edition_of(*_matters(self))


@dataclass(frozen=True)
class Quiz:
    """The items a class does, and those for who wants more."""

    id: str
    grade: str
    slug: str
    title: str
    lessons: tuple[str, ...]
    """Ids of the lessons it belongs to: one, or several when mixed."""
    items: tuple[Item, ...]
    more_practice: tuple[Item, ...]
    cites: tuple[str, ...]
    """Every id that its questions cite, in their lists and in their texts, once, in order."""

    @property
    def all_items(self) -> tuple[Item, ...]:
        """First those of the quiz, then those for more practice."""
        return self.items + self.more_practice

    @cached_property
    def edition(self) -> str:
        """Changes when an item does, or their order."""
        return edition_of(*(text for item in self.all_items for text in (item.id, item.edition)))


def _matters(item: Item) -> list[str]:
    parts = [item.id]
    if item.stem:
        stem = item.stem
        parts += [stem.channel, stem.sender, stem.audience, stem.text, stem.picture, stem.context]
        for comment in stem.comments:
            parts += [comment.sender, comment.text]
    for interaction in item.interactions:
        parts += [interaction.id, interaction.prompt]
        match interaction:
            case ChoiceInteraction(choices=choices, multiple=multiple):
                parts.append(str(multiple))
                for choice in choices:
                    parts += [choice.id, choice.text, str(choice.points), str(choice.accepted)]
            case TextInteraction():
                pass
    return parts
