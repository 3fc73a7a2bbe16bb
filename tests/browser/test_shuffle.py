from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from student import ALLES, PARTS, Student, read_quiz, screens

SEED = """
    (seed) => {
        const old = document.querySelector("vv-quiz");
        const quiz = document.createElement("vv-quiz");
        quiz.className = old.className;
        quiz.setAttribute("seed", seed);
        for (const part of old.querySelectorAll(".vv-live")) part.remove(); // of before the seed
        quiz.append(...old.childNodes);
        old.replaceWith(quiz);
    }
"""
"""What a page does that has a seed: the element gets it as an attribute."""

PLAIN = [[entry["id"] for entry in read_quiz(ALLES)[part]] for part in PARTS]


def items(page: Page) -> list[list[str]]:
    """The ids of the questions as they stand, those of the quiz and those for more practice."""
    return [
        page.locator(selector).evaluate_all("all => all.map((one) => one.dataset.item)")
        for selector in ("[data-item]:not([data-more])", "[data-item][data-more]")
    ]


def options(page: Page) -> dict[str, list[str]]:
    """The values of the choices of every question, as they stand."""
    return {
        item: page.locator(f"[data-item='{item}'] .vv-choice input").evaluate_all(
            "all => all.map((one) => `${one.name} ${one.value}`)"
        )
        for part in PLAIN
        for item in part
    }


def with_seed(page: Page, url: str, seed: str) -> tuple[list[list[str]], dict[str, list[str]]]:
    """What stands where, with this seed."""
    page.goto(url)
    page.evaluate(SEED, seed)
    expect(page.get_by_role("button", name="Begin", exact=True)).to_have_count(1)
    return items(page), options(page)


def test_same_seed_same_order(page: Page, types_url: str) -> None:
    """A seed gives an order of its own, the same each time, of questions and of options."""
    page.goto(types_url)
    plain = items(page), options(page)
    assert plain[0] == PLAIN
    first = with_seed(page, types_url, "groep 6a")
    assert first == with_seed(page, types_url, "groep 6a")
    others = [with_seed(page, types_url, f"seed {number}") for number in range(2)]
    orders = {str(found) for found in (plain, first, *others)}
    assert len(orders) == 4
    for found in (first, *others):
        assert [sorted(part) for part in found[0]] == [sorted(part) for part in PLAIN]
        for item, values in plain[1].items():
            assert sorted(found[1][item]) == sorted(values)


@pytest.mark.everything
def test_what_keeps_its_order(page: Page, types_url: str) -> None:
    """Yes, no and it depends, true and not true, and rows keep their order whatever the seed."""
    page.goto(types_url)
    rows = "all => all.map((one) => one.textContent)"
    plain, steps = options(page), page.locator(".vv-order option").evaluate_all(rows)
    kinds = {entry["id"]: entry["type"] for part in PARTS for entry in read_quiz(ALLES)[part]}
    moved = set()
    for number in range(6):
        _, found = with_seed(page, types_url, f"seed {number}")
        moved |= {item for item in found if found[item] != plain[item]}
        assert sorted(steps) == sorted(page.locator(".vv-order option").evaluate_all(rows))
    assert {"choice", "gap", "rewrite"} == {kinds[item] for item in moved}


@pytest.mark.everything
def test_shuffled_quiz_works(page: Page, types_url: str) -> None:
    """A shuffled quiz is numbered anew and can be done; a reload comes back to the same place."""
    order, _ = with_seed(page, types_url, "groep 6a")
    numbers = page.locator(".vv-item__number").all_text_contents()
    assert [f"Vraag {number}" for number in range(1, len(numbers) + 1)] == [
        number.strip(": ") for number in numbers
    ]
    student = Student(page, quiz=ALLES)
    by_item = {item: [s for s in screens(quiz=ALLES) if s.item == item] for item in order[0]}
    part = [screen for item in order[0] for screen in by_item[item]]
    student.press("Begin")
    for screen in part[:-1]:
        student.do(screen)
        student.press("Verder")
    expect(student.place(part[-1])).to_be_visible()
    page.reload()
    page.evaluate(SEED, "groep 6a")
    student.resume()
    expect(student.place(part[-1])).to_be_visible()
    student.do(part[-1])
    student.press("Klaar")
    expect(page.get_by_text("Al je antwoorden passen.")).to_be_visible()
