"""Checks that a quiz cannot be done without reading: not by place, by length or by always no."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vijfvragen.errors import ContentError
from vijfvragen.model.curriculum import Advice, Curriculum
from vijfvragen.model.quiz import ChoiceInteraction, Item, Quiz
from vijfvragen.model.scenario import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vijfvragen.model.lesson import Grade

ENOUGH_SCENARIOS = 4
"""Scenarios with a key in one quiz, from which they should be in balance."""
ENOUGH_QUESTIONS = 3
"""Questions with one right answer, from which its place and length tell something."""
MOST_OF_ONE_ANSWER = 0.75
"""The largest part of a grade's statements that may be true, or untrue."""
ENOUGH_SENDERS = 3
"""Messages of one child, from which one of them should be good."""


@dataclass(frozen=True)
class Decided:
    """One scenario: who sent its message, and what is best; None when that is left to the talk."""

    sender: str
    best: Decision | None


def decided(items: Iterable[Item]) -> tuple[Decided, ...]:
    """Every scenario among the items."""
    found = []
    for item in items:
        for one in item.interactions:
            if isinstance(one, ChoiceInteraction) and item.stem:
                name = re.split(r"[ ,(]", item.stem.sender)[0]
                if {choice.id for choice in one.choices} == set(Decision):
                    best = max(one.choices, key=lambda choice: choice.points)
                    found.append(Decided(name, Decision(best.id)))
                elif one.id == "kant":
                    found.append(Decided(name, None))
    return tuple(found)


def check_balance(curriculum: Curriculum) -> Iterator[ContentError | Advice]:
    """What a child could go by without reading, per quiz and per grade."""
    for grade in curriculum.grades:
        if grade.id not in curriculum.held:
            continue
        for quiz in curriculum.all_quizzes_of(grade):
            yield from _check_decisions(quiz)
            yield from _check_places(quiz)
        yield from _check_statements(curriculum, grade)
        yield from _check_names(curriculum, grade)


def _check_decisions(quiz: Quiz) -> Iterator[ContentError]:
    scenarios = decided(quiz.all_items)
    counts = Counter(scenario.best for scenario in scenarios)
    if sum(scenario.best is not None for scenario in scenarios) < ENOUGH_SCENARIOS:
        return
    if counts[Decision.DO_NOT_POST] * 2 > len(scenarios):
        problem = (
            f"Bij {counts[Decision.DO_NOT_POST]} van de {len(scenarios)} berichten is "
            "niet-plaatsen het best."
        )
        yield ContentError(
            quiz.path, 0, problem, "Laat het hooguit bij de helft zo zijn; plaatsen is gewoon."
        )
    if not counts[Decision.POST]:
        problem = "Bij geen enkel bericht is plaatsen het best."
        yield ContentError(quiz.path, 0, problem, "Geef er een bericht bij dat gewoon kan.")


def _check_places(quiz: Quiz) -> Iterator[ContentError]:
    """The right answer in one place each time, or the longest each time."""
    questions = [one for item in quiz.all_items for one in item.interactions if _is_plain(one)]
    chosen = [one for one in questions if isinstance(one, ChoiceInteraction)]
    if len(chosen) < ENOUGH_QUESTIONS:
        return
    places = {one.choices.index(one.fitting[0]) for one in chosen}
    if len(places) == 1:
        number = places.pop() + 1
        problem = f"Het goede antwoord staat bij alle {len(chosen)} keuzevragen op plek {number}."
        yield ContentError(quiz.path, 0, problem, "Zet het bij een paar vragen ergens anders.")
    if all(one.fitting[0].text == max((c.text for c in one.choices), key=len) for one in chosen):
        problem = f"Het goede antwoord is bij alle {len(chosen)} keuzevragen het langst."
        yield ContentError(
            quiz.path, 0, problem, "Maak bij een paar vragen een ander antwoord langer."
        )


def _is_plain(interaction: object) -> bool:
    """Whether it is a question with three answers or more, of which one is right."""
    return (
        isinstance(interaction, ChoiceInteraction)
        and interaction.scored
        and not (interaction.multiple or interaction.check_question or interaction.passage)
        and len(interaction.choices) > len(("waar", "niet-waar"))
        and {choice.id for choice in interaction.choices} != set(Decision)
    )


def _check_statements(curriculum: Curriculum, grade: Grade) -> Iterator[Advice]:
    """Statements of a grade that are nearly all true, or nearly all untrue."""
    answers = Counter(
        one.fitting[0].text
        for quiz in curriculum.quizzes
        if quiz.grade == grade.id and len(quiz.lessons) == 1
        for item in quiz.all_items
        for one in item.interactions
        if isinstance(one, ChoiceInteraction) and len(one.choices) == len(("waar", "niet-waar"))
        if one.scored
    )
    for answer, count in answers.items():
        if answers.total() >= ENOUGH_SCENARIOS and count > MOST_OF_ONE_ANSWER * answers.total():
            text = f"{grade.title}: {count} van de {answers.total()} stellingen zijn “{answer}”."
            yield Advice(f"quizzes/{grade.id}", text)


def _check_names(curriculum: Curriculum, grade: Grade) -> Iterator[Advice]:
    """Children whose messages are never the good ones, over a whole grade."""
    for name, (good, clumsy) in senders(curriculum, grade).items():
        if clumsy >= ENOUGH_SENDERS and not good:
            text = f"{name} stuurt {clumsy} berichten die beter kunnen, en geen goed bericht."
            yield Advice(f"quizzes/{grade.id}", text)


def senders(curriculum: Curriculum, grade: Grade) -> dict[str, tuple[int, int]]:
    """For each child of a grade: its messages that can be posted, and those that can be better."""
    quizzes = [quiz for quiz in curriculum.quizzes if quiz.grade == grade.id]
    # A mixed quiz asks the questions of others again; each counts once.
    items = dict.fromkeys(item for quiz in quizzes for item in quiz.all_items)
    counted: dict[str, tuple[int, int]] = {}
    for one in decided(items):
        good, clumsy = counted.get(one.sender, (0, 0))
        posted = one.best is Decision.POST
        weak = one.best in {Decision.CHANGE, Decision.DO_NOT_POST}
        counted[one.sender] = (good + posted, clumsy + weak)
    return dict(sorted(counted.items()))
