"""A quiz as slides for the board: one thing at a time, and no more than a screen can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from vijfvragen.model.citation import without_citations
from vijfvragen.model.quiz import (
    Choice,
    ChoiceInteraction,
    Entry,
    Interaction,
    Item,
    OrderInteraction,
    Quiz,
    TextInteraction,
)
from vijfvragen.model.scenario import Post

# Letters are a twentieth of the screen's height, so a slide holds few of them. What follows are
# estimates in lines of the smallest letters; a test measures every slide in a real browser.
WHOLE, SIDE, HALF, REASON, LABEL = 72, 43, 34, 43, 22
"""Letters on a line: of the whole slide, beside a drawing, of half a slide, a reason, an answer."""
HEADING = 50
"""Letters on a line of a heading."""
SHORT_HEADING, LONG_HEADING = 20, 80
"""Letters of a heading that can be larger, and of one that has to be smaller."""
SCREEN = 13.5
"""Lines that stand above the buttons."""
SLIDE = 12.2
"""Lines that a slide holds."""
ROW = 0.5
"""Lines that stay open around a row."""
DRAWN = 4.5
"""Lines that a drawing takes beside a question."""
SIZES = {"huge": (1.9, 5.4), "large": (1.5, 5.4), "medium": (1.25, 5.4), "fair": (1.15, 3.4)}
"""How many times as large the text of a message may be, in the words of the style sheet; and the
lines that its channel, its sender and what stays open need, which are fewer where there is much."""
COMMENT = 2
"""Lines that a comment takes beside its words."""
PICTURE = "In het filmpje: "
"""About what stands before the words of a picture."""
BOLD = 1.08
"""How much wider bold letters are."""
FEW = 4
"""Answers that go beside a message; more stand in two columns, without it."""
SHORT = 85
"""Letters of a text that is shown large."""


class Kind(StrEnum):
    """What a slide shows."""

    MESSAGE = "message"
    VOTE = "vote"
    REASONS = "reasons"
    """Each answer with what is said about it."""
    WHY = "why"
    """What is said whatever was answered."""
    ENTRIES = "entries"
    """What is to be put in order."""
    ORDER = "order"
    """The right order."""
    TASK = "task"
    MODEL = "model"
    TALK = "talk"


@dataclass(frozen=True)
class Slide:
    """One step of an item."""

    id: str
    """Its name in the address; the first slide of an item has the id of the item."""
    kind: Kind
    item: Item
    interaction: Interaction | None = None
    told: tuple[Choice | Entry, ...] = ()
    """Those that it gives the reasons of."""
    first: int = 0
    """Which of all is the first of those."""
    explained: bool = False
    """Whether it ends with what is said whatever was answered."""


def slides(quiz: Quiz) -> list[tuple[Item, list[Slide]]]:
    """Each item with its slides, in order."""
    return [(item, list(_of_item(item))) for item in quiz.all_items]


def size(post: Post) -> str:
    """How large the text of a message can be when it stands alone."""
    letters = SIDE if post.drawing else WHOLE
    taken = _lines([post.context], WHOLE) + _lines(_others(post), letters)
    taken += COMMENT * len(post.comments)
    if len(post.audience) > 2 * LABEL:
        taken += 1
    paragraphs = post.text.split("\n")
    fitting = (
        name
        for name, (scale, around) in SIZES.items()
        if scale * _lines(paragraphs, letters / scale / BOLD) + taken + around <= SCREEN
    )
    return next(fitting, "small")


def in_short(post: Post) -> str:
    """What shows the picture where the message stands beside a question, if there is room.

    The "drawing" when there is one, otherwise the "words"; or "nothing".
    """
    own = _lines([f"    {post.sender}", *post.text.split("\n"), post.context], HALF) + 2 * ROW
    if post.drawing and own + DRAWN <= SLIDE:
        return "drawing"
    return "words" if own + _lines(_others(post), HALF) <= SLIDE - ROW else "nothing"


def _others(post: Post) -> list[str]:
    """The texts of a message but its own."""
    comments = [f"{comment.sender} {comment.text}" for comment in post.comments]
    return [f"{PICTURE}{post.picture}" if post.picture else "", *comments]


def beside(slide: Slide) -> bool:
    """Whether the message stands in short beside what the slide asks."""
    match slide:
        case Slide(item=Item(stem=None)):
            return False
        case Slide(kind=Kind.VOTE, interaction=ChoiceInteraction() as interaction):
            return len(interaction.choices) <= FEW and _asked(interaction) <= SLIDE
        case _:
            return slide.kind is Kind.TASK


def _asked(interaction: ChoiceInteraction) -> float:
    """The lines of a question with its answers in half a slide."""
    heading = 1.5 * _lines([interaction.prompt], HALF * 0.75) + _lines([interaction.hint], HALF)
    return heading + sum(_lines([one.text], LABEL) + 2 * ROW for one in interaction.choices)


def _of_item(item: Item) -> Iterator[Slide]:
    made = [Slide("", Kind.MESSAGE, item)] if item.stem else []
    for interaction in item.interactions:
        made += _of_interaction(item, interaction)
    if item.talk:
        made.append(Slide(f"{item.id}.praat", Kind.TALK, item))
    for index, slide in enumerate(made):
        yield slide if index else replace(slide, id=item.id)


def _of_interaction(item: Item, interaction: Interaction) -> Iterator[Slide]:
    own = f"{item.id}.{interaction.id}"
    match interaction:
        case ChoiceInteraction(choices=choices):
            yield Slide(own, Kind.VOTE, item, interaction)
            told = [choice for choice in choices if choice.feedback]
            yield from _reasons(own, Kind.REASONS, item, interaction, told)
        case OrderInteraction(entries=entries):
            yield Slide(own, Kind.ENTRIES, item, interaction)
            yield from _reasons(own, Kind.ORDER, item, interaction, entries)
        case TextInteraction(model=model, check=check):
            yield Slide(own, Kind.TASK, item, interaction)
            if model or check:
                yield Slide(f"{own}.voorbeeld", Kind.MODEL, item, interaction)


def _reasons(
    own: str,
    kind: Kind,
    item: Item,
    interaction: ChoiceInteraction | OrderInteraction,
    told: Iterable[Choice | Entry],
) -> Iterator[Slide]:
    """As few slides as hold every reason; what is said to all stands on the last if it fits."""
    heading = 1.5 * ceil(len(interaction.prompt) / HEADING)
    parts: list[list[Choice | Entry]] = []
    free = 0.0
    places = interaction.places if isinstance(interaction, OrderInteraction) else ()
    for index, one in enumerate(told):
        needed = _row(one, places[index] if places else "")
        if not parts or needed > free:
            parts.append([])
            free = SLIDE - heading
        parts[-1].append(one)
        free -= needed
    explanation = _lines([without_citations(interaction.feedback)], WHOLE)
    fits = bool(parts) and explanation + ROW * 2 <= free
    first = 0
    for number, part in enumerate(parts, start=1):
        name = f"{own}.uitleg" + (f"-{number}" if number > 1 else "")
        last = number == len(parts)
        yield Slide(name, kind, item, interaction, tuple(part), first, explained=fits and last)
        first += len(part)
    if interaction.feedback and not fits:
        yield Slide(f"{own}.waarom", Kind.WHY, item, interaction, explained=True)


def _row(one: Choice | Entry, place: str) -> float:
    """The lines of an answer, with the bar of its votes, and what is said about it beside it."""
    reason = without_citations(one.feedback)
    match one:
        case Choice():
            return max(_lines([one.text], LABEL) + ROW, _lines([reason], REASON)) + ROW
        case Entry():
            return max(_lines([f"{place} {one.text}"], HALF), _lines([reason], HALF)) + ROW


def _lines(texts: Iterable[str], letters: float) -> float:
    """About how many lines these take; a line breaks before a word, so it is seldom full."""
    return sum(ceil(len(text) / (letters - 2)) for text in texts)
