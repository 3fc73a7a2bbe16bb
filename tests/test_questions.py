"""Questions as authors write them: the items they become, or what contradicts itself."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
import yaml
from case_files import CASES, replaced
from vijfvragen.errors import ContentError
from vijfvragen.i18n import Texts
from vijfvragen.model.lesson import Grade
from vijfvragen.model.protocol import CheckQuestion, Protocol, Rule
from vijfvragen.model.quiz import Item
from vijfvragen.questions import QUESTION_TYPES, Background
from vijfvragen.reading import fill, read_yaml

KEYS = ("waar", "helpend", "inspireert", "nodig", "aardig")
PROTOCOL = Protocol(
    title="Protocol",
    parts=(),
    check_article="tip-3",
    questions=tuple(
        CheckQuestion(
            f"tip-3-{number}", f"tip 3, vraag {number}", key, 1, key, "", f"Is het {key}?"
        )
        for number, key in enumerate(KEYS, start=1)
    ),
    rule=Rule("tip-3-regel", "tip 3, regel", "Nee? Niet plaatsen!", 1),
)
GRADE = Grade(
    "g56", "Groep 5–6", "groep-5-6", {key: f"Hint {key}?" for key in KEYS}, "Eén keer nee?"
)
BACKGROUND = Background(PROTOCOL, GRADE, Texts("en"))


def question_cases() -> list[Any]:
    """The cases of every type; each is the base of its file with something changed."""
    params = []
    for file in sorted((CASES / "questions").glob("*.yml")):
        data = yaml.safe_load(file.read_text("utf-8"))
        for case in data["cases"]:
            text = replaced(data["base"], case["change"])
            params.append(pytest.param(text, case, id=f"{file.stem}: {case['description']}"))
    return params


def read_question(text: str) -> tuple[Item | None, list[ContentError]]:
    """The item that a question becomes, or what is wrong with it."""
    problems: list[ContentError] = []
    document = read_yaml(text, "vraag.yml")
    form = fill(QUESTION_TYPES[document.data["type"]], document, problems)
    if form:
        problems += [document.error(flaw) for flaw in form.flaws(PROTOCOL)]
    return form.item(BACKGROUND) if form and not problems else None, problems


def plain(value: object) -> Any:
    """Data as a golden file holds it: lists for tuples."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return str(value) if isinstance(value, str) else value


@pytest.mark.parametrize(("text", "case"), question_cases())
def test_question(text: str, case: dict[str, Any]) -> None:
    """A question becomes exactly this item, or is refused with exactly these errors."""
    item, problems = read_question(text)
    assert case.get("errors", "") == "".join(f"{problem}\n" for problem in sorted(problems))
    if "item" in case:
        assert item
        assert {"recalls": "", **case["item"]} == plain(asdict(item))


def test_every_type_has_cases() -> None:
    """Each question type has a file with cases."""
    assert set(QUESTION_TYPES) == {file.stem for file in (CASES / "questions").glob("*.yml")}


def test_items_change_edition_with_what_matters() -> None:
    """An item's edition follows its message and its key, and not its feedback."""
    text = yaml.safe_load((CASES / "questions" / "scenario.yml").read_text("utf-8"))["base"]
    item, _ = read_question(text)
    other_feedback, _ = read_question(replaced(text, {"Doe maar.": "Doe dat maar."}))
    other_message, _ = read_question(replaced(text, {"donderdag": "vrijdag"}))
    other_key, _ = read_question(replaced(text, {"clarity: helder": "clarity: twijfel"}))
    assert item
    assert other_feedback
    assert other_message
    assert other_key is None
    assert item.edition == other_feedback.edition
    assert item.edition != other_message.edition
