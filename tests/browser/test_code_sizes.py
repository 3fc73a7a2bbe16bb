from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from measure_codes import (
    MODULES,
    MOST_CHARACTERS,
    QUESTIONS,
    lengths,
    pairs_of,
    published_keys,
    sizes,
    worst_hand_in,
)
from modules import modules_page
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def site(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page with the modules at hand."""
    with modules_page(browser, site_url, *MODULES) as page:
        yield page


@pytest.fixture(scope="module")
def keys(site_folder: Path) -> list[dict[str, Any]]:
    """The published key of every quiz."""
    return published_keys(site_folder)


def test_the_worst_code_for_twenty_questions(site: Page, keys: list[dict[str, Any]]) -> None:
    """Twenty messages in practice, with the longest names and title there are, still fit."""
    [size] = sizes(site, [worst_hand_in(keys)])
    print(size)
    assert size["code"] <= MOST_CHARACTERS


@pytest.mark.everything
def test_codes_for_real_quizzes(site: Page, keys: list[dict[str, Any]]) -> None:
    """Every quiz, and every two with at most twenty questions, fit in a code as well."""
    hand_ins = pairs_of(keys)
    assert len(keys) * 2 < len(hand_ins)
    found = lengths(site, hand_ins)
    longest = max(found)
    print(f"the longest of {len(found)} for at most {QUESTIONS} questions: {longest}")
    assert longest <= MOST_CHARACTERS


def test_packing_is_worth_it(site: Page, keys: list[dict[str, Any]]) -> None:
    """As plain JSON a code would be more than four times as long."""
    [size] = sizes(site, [worst_hand_in(keys)])
    assert 4 * size["code"] < size["plain"]
