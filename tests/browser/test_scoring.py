from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from case_files import cases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from playwright.sync_api import Browser, Page
from student import QUIZ

LOAD = """
    async () => {
        const found = document.querySelector('script[type="module"][src$="/quiz.js"]');
        window.scoring = await import(new URL("scoring.js", found.src));
    }
"""
SCORE = "([interaction, chosen]) => scoring.scoreResponse(interaction, chosen)"
OUTCOME = """
    ([items, responses]) => {
        const outcome = scoring.outcomeOf(items, responses);
        outcome.again = outcome.again.map(({item, interaction}) => `${item.id}/${interaction.id}`);
        return outcome;
    }
"""
BETTER = "([interaction, earlier, chosen]) => scoring.betterOf(interaction, earlier, chosen)"


def of_kind(key: str) -> list[Any]:
    """The cases that hold this key."""
    return [case for case in cases("scoring") if key in case.values[0]]


@pytest.fixture(scope="module")
def scoring(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page with `scoring.js` at hand, one for all cases; nothing in it changes."""
    page = browser.new_page()
    page.goto(site_url + QUIZ)
    page.evaluate(LOAD)
    yield page
    page.close()


@pytest.mark.parametrize("case", of_kind("interaction"))
def test_worth(case: dict[str, Any], scoring: Page) -> None:
    """A response is worth these points, and gets this verdict."""
    found = scoring.evaluate(SCORE, [case["interaction"], case["chosen"]])
    assert case["worth"] == found


@pytest.mark.parametrize("case", of_kind("items"))
def test_outcome(case: dict[str, Any], scoring: Page) -> None:
    """Responses to some items come to this outcome."""
    found = scoring.evaluate(OUTCOME, [case["items"], case["responses"]])
    assert case["outcome"] == found


KEYS = some.dictionaries(
    some.sampled_from("abcdef"),
    some.fixed_dictionaries(
        {"points": some.sampled_from([-1, 0, 0.5, 1, 2]), "accepted": some.booleans()}
    ),
    min_size=1,
)


@some.composite
def choices(draw: some.DrawFn) -> dict[str, Any]:
    """A choice such as Python publishes, with the most that can be had."""
    key = draw(KEYS)
    multiple = draw(some.booleans())
    gains = [choice["points"] for choice in key.values() if choice["points"] > 0]
    most = sum(gains) if multiple else max(gains, default=0)
    return {
        "id": "kies",
        "kind": "choice",
        "shuffled": draw(some.booleans()),
        "multiple": multiple,
        "max": most,
        "choices": key,
    }


@some.composite
def orders(draw: some.DrawFn) -> dict[str, Any]:
    """Steps or pairs such as Python publishes."""
    order = [str(number) for number in range(1, draw(some.integers(3, 6)) + 1)]
    in_places = draw(some.booleans())
    most = len(order) if in_places else len(order) - 1
    return {"id": "volgorde", "kind": "order", "max": most, "order": order, "inPlaces": in_places}


def tries(interaction: dict[str, Any]) -> some.SearchStrategy[list[str]]:
    """What may be kept as chosen, also what nobody can choose."""
    if interaction["kind"] == "order":
        ids = [*interaction["order"], "", "unknown"]
        odd = some.lists(some.sampled_from(ids), max_size=len(ids))
        return odd | some.permutations(interaction["order"])
    return some.lists(
        some.sampled_from([*interaction["choices"], "unknown"]),
        unique=True,
        max_size=6 if interaction["multiple"] else 1,
    )


PROPERTY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(interaction=choices() | orders(), data=some.data())
@PROPERTY
def test_points_stay_within(
    scoring: Page, interaction: dict[str, Any], data: some.DataObject
) -> None:
    """Points lie between nothing and the most, and the better of two tries is never worth less."""
    page = scoring
    first, second = data.draw(tries(interaction)), data.draw(tries(interaction))
    worth = [page.evaluate(SCORE, [interaction, chosen])["points"] for chosen in (first, second)]
    assert 0 <= min(worth) <= max(worth) <= interaction["max"]
    better = page.evaluate(BETTER, [interaction, first, second])
    assert max(worth) == page.evaluate(SCORE, [interaction, better])["points"]


@given(interaction=orders(), data=some.data())
@PROPERTY
def test_only_the_right_order_fits(
    scoring: Page, interaction: dict[str, Any], data: some.DataObject
) -> None:
    """Of all orders of the entries, the right one and no other is worth the most."""
    order = interaction["order"]
    chosen = data.draw(some.permutations(order))
    found = scoring.evaluate(SCORE, [interaction, chosen])
    assert (chosen == order) == (found["verdict"] == "fits") == (found["points"] == found["max"])
