"""The Markdown extension by itself, as it works where there is no MkDocs."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import cases
from command import REPOSITORY
from markdown import Markdown
from vijfvragen.markdown_extension import VijfvragenExtension
from vijfvragen.model.protocol import Article, Unit

SCHOOL = REPOSITORY / "protocols" / "kpo-sint-antonius"
HARD = "1. *sterren*, _streep_, <b> en [[tip-1]] & `code`"


@pytest.fixture(scope="module")
def units() -> dict[str, Unit | None]:
    """The first school's units, one that is not mapped, and one full of signs."""
    read = dict(VijfvragenExtension(protocol=str(SCHOOL)).units)
    return read | {"weg": None, "lastig": Article("lastig", "lastig", HARD, 1, 1)}


@pytest.mark.parametrize("case", cases("markdown"))
def test_markdown(case: dict[str, Any], units: dict[str, Unit | None]) -> None:
    """A text with citations and blocks becomes this markup."""
    extension = VijfvragenExtension(
        units, lambda item: f"<p>het item {item}</p>", **case.get("options", {})
    )
    assert case["html"] == Markdown(extensions=[extension]).convert(case["markdown"])


def test_it_works_by_its_name_alone() -> None:
    """Where no plugin runs, a name and a folder in the settings are enough."""
    markdown = Markdown(
        extensions=["vijfvragen"], extension_configs={"vijfvragen": {"protocol": str(SCHOOL)}}
    )
    assert ">AVG A5</a>" in markdown.convert("[[avg-a-5]]")
