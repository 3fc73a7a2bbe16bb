"""That no quiz can be done without reading, and that no child is always the clumsy one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from case_files import Overlay
from vijfvragen.checks.balance import check_balance, senders
from vijfvragen.i18n import Texts
from vijfvragen.model.curriculum import Curriculum
from vijfvragen.model.lesson import Level
from vijfvragen.model.quiz import Choice, ChoiceInteraction, Item, Quiz
from vijfvragen.model.scenario import Channel, Decision, Post
from vijfvragen.sources.curriculum import read
from vijfvragen.sources.folders import Folders

POST, CHANGE, NOT = Decision.POST, Decision.CHANGE, Decision.DO_NOT_POST


@pytest.fixture
def held(write_site: Callable[[Overlay], Path]) -> Callable[..., Curriculum]:
    """Give a function that puts quizzes in the tiny site, whose grade asks something of them."""
    curriculum = read(Folders(write_site({}), "protocols/de-linde"), Texts("nl"))
    level = Level(sentence=9, longest=14, syllables=1.4, long_words=5, fail_below=85)
    grade = replace(curriculum.grades[0], level=level)

    def with_items(*items: Item) -> Curriculum:
        quiz = Quiz("g56-q", "q.yml", "g56", "q", "Q", ("g56-jouw-foto",), items, (), ())
        return replace(curriculum, grades=(grade,), quizzes=(quiz,))

    return with_items


def scenario(best: Decision, sender: str = "Sem (9)") -> Item:
    """A message with one best decision."""
    choices = tuple(
        Choice(decision, decision, 2.0 if decision is best else 0.0, decision is best, "")
        for decision in Decision
    )
    decide = ChoiceInteraction("besluit", "Wat doe je?", "", choices, multiple=False, feedback="")
    post = Post(Channel.CLASS_APP, sender, "de klas", "Hoi!", "", "")
    return Item(f"{sender}-{best}", sender, post, (decide,), "", ())


def question(right: int, *texts: str) -> Item:
    """A question with one right answer, at a place that counts from 0."""
    choices = tuple(
        Choice(str(at), text, float(at == right), at == right, "") for at, text in enumerate(texts)
    )
    choose = ChoiceInteraction("keuze", "?", "", choices, multiple=False, feedback="")
    return Item(" ".join(texts), "?", None, (choose,), "", ())


def told(curriculum: Curriculum) -> list[str]:
    """What the check says, problems and advice alike."""
    return [
        getattr(one, "problem", "") or getattr(one, "text", "") for one in check_balance(curriculum)
    ]


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([POST, POST, CHANGE, NOT, NOT, NOT], []),
        ([POST, CHANGE, NOT, NOT, NOT], ["Bij 3 van de 5 berichten is niet-plaatsen het best."]),
        ([CHANGE, CHANGE, NOT, NOT], ["Bij geen enkel bericht is plaatsen het best."]),
        ([NOT, NOT, NOT], []),
    ],
)
def test_decisions(
    held: Callable[..., Curriculum], decisions: Sequence[Decision], expected: list[str]
) -> None:
    """At most half may be "niet plaatsen" and one is "plaatsen", from four messages on."""
    items = [scenario(best, f"{name} (9)") for name, best in zip("ABCDEF", decisions, strict=False)]
    assert expected == told(held(*items))


def test_right_answers_in_one_place(held: Callable[..., Curriculum]) -> None:
    """Three right answers in the same place are told; when one moves, they are not."""
    first, second = question(1, "a", "bb", "ccc"), question(1, "d", "ee", "fff")
    same, other = question(1, "g", "hh", "iii"), question(0, "j", "kk", "lll")
    assert ["Het goede antwoord staat bij alle 3 keuzevragen op plek 2."] == told(
        held(first, second, same)
    )
    assert [] == told(held(first, second, other))
    assert [] == told(held(first, second))


def test_right_answers_that_are_the_longest(held: Callable[..., Curriculum]) -> None:
    """Three right answers that are the longest are told; when one is not, they are not."""
    first, second = question(1, "a", "bbb", "cc"), question(0, "ddd", "ee", "f")
    longest, other = question(2, "g", "hh", "iii"), question(2, "jjj", "kkkk", "l")
    assert ["Het goede antwoord is bij alle 3 keuzevragen het langst."] == told(
        held(first, second, longest)
    )
    assert [] == told(held(first, second, other))


def test_statements_that_are_nearly_all_untrue(held: Callable[..., Curriculum]) -> None:
    """Of four statements in a grade three may be untrue, and not all four."""
    untrue = [question(1, f"Waar {n}", "Niet waar") for n in range(4)]
    mixed = [*untrue[:3], question(0, "Waar", "Niet waar")]
    assert ["Groep 5–6: 4 van de 4 stellingen zijn “Niet waar”."] == told(held(*untrue))
    assert [] == told(held(*mixed))


def test_a_child_who_is_always_clumsy(held: Callable[..., Curriculum]) -> None:
    """Three messages that can be better, and none that is good, are told by name."""
    clumsy = [scenario(CHANGE), scenario(NOT), scenario(NOT, "Sem (9), samen met papa")]
    kind = [scenario(POST, name) for name in ("Liv (8)", "Noor (9)")]
    assert ["Sem stuurt 3 berichten die beter kunnen, en geen goed bericht."] == told(
        held(*clumsy, *kind)
    )
    assert [] == told(held(*clumsy, scenario(POST), *kind))


def test_a_question_that_is_asked_again_counts_once(held: Callable[..., Curriculum]) -> None:
    """A mixed quiz that takes a message does not make its sender send it twice."""
    curriculum = held(scenario(POST), scenario(NOT))
    again = replace(curriculum.quizzes[0], id="g56-r", items=curriculum.quizzes[0].items)
    both = replace(curriculum, quizzes=(curriculum.quizzes[0], again))
    assert {"Sem": (1, 1)} == senders(both, both.grades[0])
