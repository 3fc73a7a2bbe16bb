"""The Markdown extension by itself, as it works where there is no MkDocs."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import cases
from command import REPOSITORY
from markdown import Markdown
from vijfvragen.markdown_extension import Shown, VijfvragenExtension
from vijfvragen.model.protocol import Article, Protocol, Unit

SCHOOL = REPOSITORY / "protocols" / "kpo-sint-antonius"
SITE = Shown(
    item="<p>het item {}</p>".format,
    sign="<i>{}</i>".format,
    drawing=lambda name: {"src": f"{name}.svg"},
    value="<{}> & *ster*".format,
    part="<p>het deel {}</p>".format,
)
HARD = "1. *sterren*, _streep_, <b> en [[tip-1]] & `code`"


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    """The first school's protocol."""
    return VijfvragenExtension(protocol=str(SCHOOL)).protocol


@pytest.fixture(scope="module")
def units(protocol: Protocol) -> dict[str, Unit | None]:
    """What may be cited: articles only, one that is not mapped, and one full of signs."""
    read: dict[str, Unit | None] = {article.id: article for article in protocol.articles}
    return read | {"weg": None, "lastig": Article("lastig", "lastig", HARD, 1, 1)}


@pytest.mark.parametrize("case", cases("markdown"))
def test_markdown(case: dict[str, Any], units: dict[str, Unit | None], protocol: Protocol) -> None:
    """A text with citations and blocks becomes this markup, on a site and outside one."""
    site = SITE if case.get("site", True) else None
    extension = VijfvragenExtension(units, site, protocol, **case.get("options", {}))
    assert case["html"] == Markdown(extensions=[extension]).convert(case["markdown"])


def test_it_works_by_its_name_alone() -> None:
    """Where no plugin runs, a name and a folder in the settings are enough."""
    markdown = Markdown(
        extensions=["vijfvragen"], extension_configs={"vijfvragen": {"protocol": str(SCHOOL)}}
    )
    assert ">AVG A5</a>" in markdown.convert("[[avg-a-5]]")
