"""The protocol: its text and its outline become exactly the units that can be cited."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from case_files import CASES, cases
from hypothesis import given
from hypothesis import strategies as st
from vijfvragen.errors import ContentErrors
from vijfvragen.model.protocol import CheckQuestion, Protocol, Unit
from vijfvragen.reading import read_text, read_yaml
from vijfvragen.sources.protocol import read_protocol

FIRST_SCHOOL = Path(__file__).parents[1] / "protocols" / "kpo-sint-antonius"
SHA256 = "a8365378c3917c893e6d36d4290925fbac0495ef30805f09181f41522ee5ecda"


def plain(unit: Unit) -> dict[str, Any]:
    """A unit as a golden file holds it; what a question has besides only where it differs."""
    data: dict[str, Any] = {"id": unit.id, "label": unit.label, "line": unit.line}
    data["text"] = unit.text
    if isinstance(unit, CheckQuestion):
        data["key"] = unit.key
        data |= {"note": unit.note} if unit.note else {}
        data |= {"short": unit.short} if unit.short != unit.text else {}
    return data


@pytest.fixture(scope="module")
def first_school() -> Protocol:
    """The protocol of the first school."""
    outline = read_text(FIRST_SCHOOL / "outline.yml", "outline.yml")
    text = read_text(FIRST_SCHOOL / "protocol.txt", "protocol.txt")
    return read_protocol(text, "protocol.txt", read_yaml(outline, "outline.yml"))


@pytest.mark.parametrize("case", cases("protocol"))
def test_protocol(case: dict[str, Any], tmp_path: Path) -> None:
    """A text with its outline gives exactly these units, or exactly these errors."""
    (tmp_path / "protocol.txt").write_bytes(case["text"].encode())
    text = read_text(tmp_path / "protocol.txt", "protocol.txt")
    found: dict[str, Any] = {}
    try:
        outline = read_yaml(case["outline"], "outline.yml")
        units = read_protocol(text, "protocol.txt", outline).units
        found["units"] = [plain(unit) for unit in units.values()]
    except ContentErrors as wrong:
        found["errors"] = "".join(f"{problem}\n" for problem in wrong.problems)
    assert {key: case[key] for key in ("units", "errors") if key in case} == found


LINES = [
    "",
    "Inleiding",
    "Uitgangspunten",
    "1. Een.",
    "2. Twee:",
    " - Waar?",
    "3) Drie",
    "Tekst.",
    "-",
]


@given(st.text() | st.lists(st.sampled_from(LINES)).map("\n".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Any text is read along the first school's outline or refused, and never anything else."""
    outline = read_yaml(read_text(FIRST_SCHOOL / "outline.yml", "outline.yml"), "outline.yml")
    with pytest.raises(ContentErrors):
        read_protocol(text, "protocol.txt", outline)


def test_text_of_the_first_school_is_untouched() -> None:
    """The protocol of the first school is the school's own text, byte for byte."""
    assert SHA256 == hashlib.sha256((FIRST_SCHOOL / "protocol.txt").read_bytes()).hexdigest()


def test_units_of_the_first_school(first_school: Protocol) -> None:
    """The first school's protocol gives the 47 units that lessons and quizzes cite."""
    golden = yaml.safe_load((CASES / "golden" / "kpo-sint-antonius.yml").read_text("utf-8"))
    found = [plain(unit) | {"edition": unit.edition} for unit in first_school.units.values()]
    assert golden["units"] == found


def test_counts_of_the_first_school(first_school: Protocol) -> None:
    """There are 41 articles, five questions and the rule."""
    assert 41 == len(first_school.articles)
    assert ("waar", "helpend", "inspireert", "nodig", "aardig") == first_school.question_keys
    assert "Nee? Niet plaatsen!" == first_school.rule.text
    assert 47 == len(first_school.units)


def test_articles_of_the_first_school_stand_in_its_text(first_school: Protocol) -> None:
    """Every unit of the first school stands letter for letter in the line that it names."""
    lines = (FIRST_SCHOOL / "protocol.txt").read_text("utf-8").split("\n")
    for unit in first_school.units.values():
        assert unit.text in lines[unit.line - 1]
