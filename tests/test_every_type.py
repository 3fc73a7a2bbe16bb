"""A site whose one quiz has every type of question: what each becomes, shows and is worth."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from command import pages_of, vijfvragen
from hypothesis import given
from hypothesis import strategies as st
from vijfvragen.i18n import Texts
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
from vijfvragen.questions import QUESTION_TYPES
from vijfvragen.sources.curriculum import read
from vijfvragen.sources.folders import Folders

SITE = Path(__file__).parent / "sites" / "every-type"
SCHOOL = "protocols/de-linde"
QUIZ = "quizzes/g56/alles.yml"
QUIZ_PAGE = "leerlingen/groep-5-6/alles/quiz/index.html"
KEY = re.compile(r'<script type="application/json" data-key>(.*?)</script>', re.DOTALL)

Written = dict[str, Any]
"""A question as its author wrote it."""


def _right_texts(field: str, interaction: str) -> Callable[[Written], dict[str, list[str]]]:
    return lambda question: {
        interaction: [each["text"] for each in question[field] if each.get("right")]
    }


def _scenario(question: Written) -> dict[str, list[str]]:
    if question["clarity"] == "open":
        return {}
    answers = {key: judgement["answer"] for key, judgement in question["judge"].items()}
    best = {key: one if isinstance(one, str) else one[0] for key, one in answers.items()}
    return {key: [one] for key, one in (best | {"besluit": question["decide"]["best"]}).items()}


RIGHT: dict[str, Callable[[Written], dict[str, list[str]]]] = {
    "choice": _right_texts("answers", "kies"),
    "gap": _right_texts("answers", "kies"),
    "match": lambda question: {"paren": [pair["other"] for pair in question["pairs"]]},
    "open": lambda _: {},
    "rewrite": lambda question: {
        "kies": [each["text"] for each in question["versions"] if each["fits"] == "beste"]
    },
    "scenario": _scenario,
    "spot": _right_texts("words", "zoek"),
    "steps": lambda question: {"volgorde": [step["text"] for step in question["steps"]]},
    "true-false": lambda question: {"kies": [question["answer"]]},
}
"""What an author calls right, by type: for each interaction the ids or texts, in their order."""


@pytest.fixture(scope="module")
def written() -> list[Written]:
    """The questions of the quiz as they are written."""
    data = yaml.safe_load((SITE / QUIZ).read_text("utf-8"))
    return [*data["questions"], *data["more_practice"]]


@pytest.fixture(scope="module")
def quiz() -> Quiz:
    """The quiz that they become."""
    [quiz] = read(Folders(SITE, SCHOOL), Texts("nl")).quizzes
    return quiz


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the quiz in the built site."""
    root = tmp_path_factory.mktemp("every-type") / "site"
    shutil.copytree(SITE, root, ignore=shutil.ignore_patterns("site"))
    done = vijfvragen("site", cwd=root)
    assert (0, "") == (done.returncode, done.stderr)
    return dict(pages_of(root / "site"))[QUIZ_PAGE]


def words_of(markup: str) -> str:
    """What can be read in markup: its words, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def said(text: str) -> str:
    """A text as the page shows it."""
    return " ".join(without_citations(text).split())


def section_of(page: str, item: Item) -> str:
    """The markup of one item."""
    _, _, after = page.partition(f'data-item="{item.id}"')
    return after.partition("</section>")[0]


def part_of(page: str, item: Item, interaction: Interaction) -> str:
    """The markup of one interaction."""
    _, _, after = section_of(page, item).partition(f'data-interaction="{interaction.id}"')
    return after.partition("data-interaction=")[0]


def test_every_type_is_there(written: list[Written], quiz: Quiz) -> None:
    """The quiz has every type once or more, and each question became an item."""
    assert set(QUESTION_TYPES) == {question["type"] for question in written}
    assert set(QUESTION_TYPES) == set(RIGHT)
    assert [question["id"] for question in written] == [item.id for item in quiz.all_items]


def test_types_become_known_interactions(quiz: Quiz) -> None:
    """Each item is made of the interactions that pages and browser know, and all are used."""
    used = {type(one) for item in quiz.all_items for one in item.interactions}
    assert set(get_args(Interaction)) == used


def test_what_is_scored_has_a_hint(written: list[Written], quiz: Quiz) -> None:
    """Each question that can have hints has one, and it came along."""
    for question, item in zip(written, quiz.all_items, strict=True):
        hinted = [one for one in item.interactions if getattr(one, "hints", ())]
        expected = question.get("way") != "praten" and question.get("clarity") != "open"
        assert expected == bool(hinted), question["id"]


def test_answers_stand_on_the_page(built: str, quiz: Quiz) -> None:
    """Without script, the answer to each interaction can be read in its own part of the page."""
    for item in quiz.all_items:
        for interaction in item.interactions:
            _, _, answer = part_of(built, item, interaction).partition('class="vv-answer"')
            missing = [text for text in answers_to(interaction) if text not in words_of(answer)]
            assert missing == [], f"{item.id}: {interaction.id}"


def answers_to(interaction: Interaction) -> list[str]:
    """Every text that tells what the answer is, or why."""
    match interaction:
        case ChoiceInteraction(choices=choices, feedback=feedback):
            best_first = sorted(choices, key=lambda choice: -choice.points)
            fitting = " · ".join(choice.text for choice in best_first if choice.accepted)
            texts = [f"Dit past: {fitting}"] if interaction.scored else []
            texts += [
                f"{choice.text} {said(choice.feedback)}" for choice in choices if choice.feedback
            ]
            return [*texts, said(feedback)]
        case OrderInteraction(entries=entries, places=places, feedback=feedback):
            fronts = [f"{place}: " for place in places] or [""] * len(entries)
            lines = [
                f"{front}{entry.text} {said(entry.feedback)}"
                for front, entry in zip(fronts, entries, strict=True)
            ]
            return [" ".join(lines), said(feedback)]
        case TextInteraction(model=model, check=check):
            return [model, *check]


def test_what_is_talked_about_stands_on_the_page(built: str, quiz: Quiz) -> None:
    """What to talk about can be read in the part of its question."""
    talks = [item for item in quiz.all_items if item.talk]
    assert talks
    for item in talks:
        _, _, talk = section_of(built, item).partition("data-talk")
        assert said(item.talk) in words_of(talk), item.id


def test_what_the_author_calls_right_is_worth_the_most(
    built: str, quiz: Quiz, written: list[Written]
) -> None:
    """In the published key, the author's right answers add up to the most that can be had."""
    [key] = KEY.findall(built)
    published = {item["id"]: item for item in json.loads(key)["items"]}
    for question, item in zip(written, quiz.all_items, strict=True):
        right = RIGHT[question["type"]](question)
        assert set(right) == {one.id for one in item.interactions if one.scored}, item.id
        for one, interaction in zip(
            published[item.id]["interactions"], item.interactions, strict=True
        ):
            if interaction.scored:
                assert worth(one, interaction, right[one["id"]]) == one["max"], item.id


def worth(published: dict[str, Any], interaction: Interaction, right: list[str]) -> float:
    """What the key gives for the right answers, by nothing but its own points."""
    match interaction:
        case ChoiceInteraction(choices=choices):
            chosen = [one.id for one in choices if {one.id, one.text} & set(right)]
            assert len(right) == len(chosen)
            return float(sum(published["choices"][one]["points"] for one in chosen))
        case OrderInteraction(entries=entries):
            texts = {entry.id: entry.text for entry in entries}
            assert right == [texts[one] for one in published["order"]]
            return len(right) if published["inPlaces"] else len(right) - 1
        case TextInteraction():
            return 0


texts = st.lists(st.text(min_size=1, max_size=8), min_size=2, max_size=6, unique=True)


def order_of(texts: list[str], prompt: str) -> OrderInteraction:
    """Entries with these texts, to put in this order."""
    entries = tuple(Entry(str(number), text, "") for number, text in enumerate(texts, start=1))
    return OrderInteraction("volgorde", prompt, entries, prompt)


@given(texts)
def test_an_order_never_starts_right(texts: list[str]) -> None:
    """A child finds all entries, never in the right order, and in the same order each time."""
    interaction = order_of(texts, "Wat eerst?")
    assert sorted(texts) == sorted(entry.text for entry in interaction.start)
    assert interaction.entries != interaction.start
    assert interaction.start == order_of(texts, "En nu?").start


words = st.text(alphabet="XYZ", min_size=1, max_size=4)
between = st.text(alphabet="ab .\n", max_size=6)


@given(st.lists(st.tuples(between, words), max_size=6), between)
def test_pieces_join_to_the_passage(parts: list[tuple[str, str]], end: str) -> None:
    """Cut into text and choices, a passage loses nothing, and keeps every choice in its place."""
    passage = "".join(before + word for before, word in parts) + end
    choices = tuple(
        Choice(str(number), word, 1, accepted=True, feedback="")
        for number, (_, word) in enumerate(parts, start=1)
    )
    spot = ChoiceInteraction("zoek", "", "", choices, multiple=True, feedback="", passage=passage)
    pieces = spot.pieces
    shown = [one.text if isinstance(one, Choice) else one for one in pieces]
    assert passage == "".join(shown)
    assert choices == tuple(one for one in pieces if isinstance(one, Choice))
    assert [*(before for before, _ in parts), end] == shown[::2]
