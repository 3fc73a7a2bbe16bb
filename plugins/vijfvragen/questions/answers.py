"""Answers to choose from, as an author writes them, for every type that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from vijfvragen.model.quiz import Choice
from vijfvragen.reading import Flaw, Form, Sentence, Slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class AnswerForm(Form):
    """One answer to choose."""

    what: ClassVar[str] = "een antwoord (answers)"

    text: Sentence = Field(description="het antwoord.")
    right: bool = Field(default=False, description="true als dit antwoord klopt.")
    feedback: Sentence = Field(description="wat het kind leest na dit antwoord.")
    misconception: Slug | None = Field(
        default=None, description="het denkbeeld achter dit antwoord: weg-is-weg."
    )


Answers = Annotated[list[AnswerForm], Field(min_length=2, max_length=6)]


def answer_flaws(
    own_id: str, answers: list[AnswerForm], *, multiple: bool | None
) -> Iterator[Flaw]:
    """As many must be right as can be chosen, one must be wrong, and none may stand twice.

    `multiple` is None where the type has no such field: one can be chosen, always.
    """
    right = sum(answer.right for answer in answers)
    if right == 0:
        yield Flaw(
            ("answers",),
            f'"{own_id}" heeft geen goed antwoord.',
            "Zet right: true bij elk antwoord dat klopt.",
        )
    elif right == len(answers):
        yield Flaw(
            ("answers",),
            f'Bij "{own_id}" kloppen alle antwoorden.',
            "Geef er een antwoord bij dat niet klopt.",
        )
    elif right > 1 and not multiple:
        yield Flaw(
            ("answers",),
            f'"{own_id}" heeft {right} goede antwoorden, maar je kunt er één kiezen.',
            "Laat één antwoord kloppen."
            if multiple is None
            else "Zet multiple: true bij de vraag, of laat één antwoord kloppen.",
        )
    elif right == 1 and multiple:
        yield Flaw(
            ("multiple",),
            f'"{own_id}" heeft multiple: true, maar er is één goed antwoord.',
            "Haal multiple weg, of laat nog een antwoord kloppen.",
        )
    yield from twice(
        own_id, "het antwoord", "answers", [(answer.text, "text") for answer in answers]
    )
    yield from needless(
        own_id, "answers", [(answer.right, answer.misconception) for answer in answers]
    )


def twice(own_id: str, noun: str, field: str, texts: Iterable[tuple[str, str]]) -> Iterator[Flaw]:
    """Each text that stands a second time in a list; with each the field that it stands in."""
    seen: set[str] = set()
    for index, (text, name) in enumerate(texts):
        if text.casefold() in seen:
            yield Flaw(
                (field, index, name),
                f'"{own_id}" heeft twee keer {noun} "{text}".',
                "Verander er een, of haal er een weg.",
            )
        seen.add(text.casefold())


def needless(
    own_id: str, field: str, misconceptions: Iterable[tuple[bool, str | None]]
) -> Iterator[Flaw]:
    """Each misconception at what is right, for which nobody needs one."""
    for index, (right, misconception) in enumerate(misconceptions):
        if right and misconception:
            yield Flaw(
                (field, index, "misconception"),
                f'"{own_id}" heeft een denkbeeld bij een goed antwoord.',
                "Haal misconception hier weg, of zet het bij een ander antwoord.",
            )


def choices_of(answers: list[AnswerForm], *, multiple: bool) -> tuple[Choice, ...]:
    """The answers as choices; with several right, a wrong one takes a right one away."""
    wrong = -1.0 if multiple else 0.0
    return tuple(
        Choice(
            id=str(number),
            text=answer.text,
            points=1.0 if answer.right else wrong,
            accepted=answer.right,
            feedback=answer.feedback,
            misconception=answer.misconception or "",
        )
        for number, answer in enumerate(answers, start=1)
    )
