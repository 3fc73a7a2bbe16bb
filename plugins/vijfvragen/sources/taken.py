"""Lets a mixed quiz ask the questions of other quizzes again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from vijfvragen.errors import ContentError
from vijfvragen.model.quiz import Item
from vijfvragen.reading import Document, Flaw, Form, Location, Sentence, fill, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator


class TakeForm(Form):
    """A question of another quiz, which a mixed quiz asks again."""

    what: ClassVar[str] = "een vraag uit een andere quiz"

    take: Sentence = Field(description="de quiz en de vraag: g56-jouw-foto/kunstwerk.")


@dataclass(frozen=True)
class Taken:
    """The questions that a mixed quiz may take."""

    items: dict[str, Item]
    """By quiz and question: `g56-jouw-foto/kunstwerk`."""
    lesson_of: dict[str, str]
    """The lesson of each, by the same."""
    complete: bool
    """Whether every quiz of one lesson could be read: then a name that is not here is wrong."""


NOTHING_TAKEN = Taken({}, {}, complete=False)


def take(
    document: Document, at: Location, taken: Taken, problems: list[ContentError]
) -> Iterator[Item]:
    """The question of another quiz that stands here, if it is there and may be taken."""
    form = fill(TakeForm, document, problems, at)
    if form is None:
        return
    lessons, place = document.data.get("lessons"), (*at, "take")
    if not lessons:
        remedy = (
            "Schrijf de vraag hier zelf; alleen een gemengde quiz (lessons:) neemt er een over."
        )
        problems.append(document.error(Flaw(place, "Deze quiz hoort bij één les.", remedy)))
    elif form.take in taken.items and taken.lesson_of[form.take] not in lessons:
        problem = f'De les van "{form.take}" staat niet bij lessons.'
        remedy = f"Zet {taken.lesson_of[form.take]} bij lessons, of neem een andere vraag."
        problems.append(document.error(Flaw(place, problem, remedy)))
    elif form.take in taken.items:
        yield taken.items[form.take]
    elif taken.complete:
        problem = f'De vraag "{form.take}" is er niet.'
        flaw = Flaw(place, problem, nearest(form.take, sorted(taken.items)))
        problems.append(document.error(flaw))
