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
    misconception: str = ""
    """Id of the misconception that may be behind it, for the teacher; or nothing."""


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
    hints: tuple[str, ...] = ()
    """A ladder: each says a little more than the one before, and costs nothing."""
    shuffled: bool = False
    """Whether the choices may stand in any order."""
    best: str = ""
    """Id of the choice that fits best, where several fit and their points are the same."""
    passage: str = ""
    """The text that the choices are words of, each once and in its order; they are chosen in it."""

    @property
    def pieces(self) -> tuple[str | Choice, ...]:
        """The passage cut into text and the choices that stand in it."""
        pieces: list[str | Choice] = []
        rest = self.passage
        for choice in self.choices:
            before, _, rest = rest.partition(choice.text)
            pieces += [before, choice]
        return (*pieces, rest)

    @property
    def fitting(self) -> tuple[Choice, ...]:
        """The choices that fit, the best first."""
        fitting = [choice for choice in self.choices if choice.accepted]
        return tuple(sorted(fitting, key=lambda one: (one.id != self.best, -one.points)))

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
class Entry:
    """One thing that is put in its place."""

    id: str
    text: str
    feedback: str


@dataclass(frozen=True)
class OrderInteraction:
    """Put entries in order, or each beside the place where it belongs."""

    id: str
    prompt: str
    entries: tuple[Entry, ...]
    """In the right order."""
    feedback: str
    """Shown whatever was answered."""
    places: tuple[str, ...] = ()
    """What each entry belongs to, in the order of the entries; nothing means first, second, …"""
    hints: tuple[str, ...] = ()

    @property
    def start(self) -> tuple[Entry, ...]:
        """The entries as a child finds them: always the same, and never right already."""
        mixed = tuple(sorted(self.entries, key=lambda entry: edition_of(self.id, entry.text)))
        return mixed if mixed != self.entries else mixed[1:] + mixed[:1]

    @property
    def max_points(self) -> float:
        """One for each entry in its place; in a row, one for each that follows the right one."""
        return float(len(self.entries) if self.places else len(self.entries) - 1)

    @property
    def scored(self) -> bool:
        """There is always something to get right."""
        return True


@dataclass(frozen=True)
class TextInteraction:
    """Write something; a model and self-check follow, never a score, and nothing is stored."""

    id: str
    prompt: str
    model: str
    check: tuple[str, ...]
    hints: tuple[str, ...] = ()

    @property
    def scored(self) -> bool:
        """Never."""
        return False


Interaction = ChoiceInteraction | OrderInteraction | TextInteraction


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
    recalls: str = ""
    """Id of the earlier lesson that a retrieval question comes from; or nothing."""

    @property
    def spotted(self) -> bool:
        """Whether the words of its message are what is chosen, so that it is not shown twice."""
        return any(
            isinstance(interaction, ChoiceInteraction) and interaction.passage
            for interaction in self.interactions
        )

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Everything that can be chosen, in every interaction."""
        chosen = (one for one in self.interactions if isinstance(one, ChoiceInteraction))
        return tuple(choice for interaction in chosen for choice in interaction.choices)

    @cached_property
    def edition(self) -> str:
        """Changes when something changes that an earlier answer depends on; feedback does not."""
        return edition_of(*_matters(self))


@dataclass(frozen=True)
class Quiz:
    """The items a class does, and those for who wants more."""

    id: str
    path: str
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
            case OrderInteraction(entries=entries, places=places):
                parts += [*places, *(text for entry in entries for text in (entry.id, entry.text))]
            case TextInteraction():
                pass
    return parts
