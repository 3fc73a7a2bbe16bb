from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page
from student import QUIZ

STEPS = 300
SEEDS = (1, 2, 3)

CONTROLS = """
    () => {
        const found = [...document.querySelectorAll("vv-quiz :is(button, input, textarea)")]
            .filter((control) => control.checkVisibility());
        window.controls = found;
        return found.length;
    }
"""
PRESS = """
    (index) => {
        const control = window.controls[index];
        control.focus();
        if (!control.matches("textarea")) return control.click();
        control.value += "Hoi! ";
        control.dispatchEvent(new Event("input", {bubbles: true}));
    }
"""
LEADS_AWAY = "() => Boolean(document.activeElement.closest('a, summary, label, header, footer'))"
SCREENS = """
    () => {
        const seen = (selector) => [...document.querySelectorAll(`vv-quiz ${selector}`)]
            .filter((found) => found.checkVisibility());
        const steps = seen(".vv-step");
        const items = seen(".vv-item");
        const messages = items.filter((item) => !steps.some((step) => item.contains(step)));
        const intro = seen(".vv-intro");
        const result = intro.length ? [] : seen(".vv-panel");
        return {
            items: items.length,
            screens: steps.length + messages.length + intro.length + result.length,
            submits: seen("button[type=submit]").length,
        };
    }
"""
KEYS = ("Enter", "Space", "Tab", "Shift+Tab", "ArrowDown", "ArrowUp")


@pytest.mark.everything
@pytest.mark.parametrize("seed", SEEDS)
def test_random_walk(quiz_page: Page, seed: int) -> None:
    """Whatever is pressed, and however often the page is loaded anew, there is one screen."""
    chance = random.Random(seed)  # noqa: S311 - the same walk each time
    page = quiz_page
    for step in range(STEPS):
        what = chance.random()
        if what < 0.03:
            page.reload()
            page.wait_for_function("document.querySelector('vv-quiz button')")
        elif what < 0.25:
            key = chance.choice(KEYS)
            if not (key in {"Enter", "Space"} and page.evaluate(LEADS_AWAY)):
                page.keyboard.press(key)
        else:
            page.evaluate(PRESS, chance.randrange(page.evaluate(CONTROLS)))
        assert page.url.endswith(QUIZ)
        found = page.evaluate(SCREENS)
        assert 1 == found["screens"], (step, found)
        assert found["items"] <= 1, (step, found)
        assert found["submits"] <= 1, (step, found)
