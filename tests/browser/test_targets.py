from __future__ import annotations

import pytest
from kinds import CHILDREN
from playwright.sync_api import Page, ViewportSize
from states import DESKTOP, PHONE, every_kind, every_state, wrong_in
from watch import Watch

SIZES = pytest.mark.parametrize(
    "size",
    [PHONE, pytest.param(DESKTOP, marks=pytest.mark.everything)],
    ids=["phone", "desktop"],
)
FINGER, LEAST = 44, 24
"""Pixels: for a child's finger, and what WCAG 2.2 asks at level AA."""

SMALL = """
    (least) => {
        const controls = ":is(header, .md-tabs, .md-content, .vv-about, footer)"
            + " :is(a[href], button, summary, textarea, input, label[for])";
        const shown = (found) => found.checkVisibility({visibilityProperty: true})
            && !["opacity", "pointerEvents"].some((name) =>
                ["0", "none"].includes(getComputedStyle(found)[name]))
            && found.getBoundingClientRect().width > 1;
        // A link inside a sentence is as high as its line; WCAG 2.5.8 excepts it.
        const inSentence = (found) => getComputedStyle(found).display === "inline"
            && found.parentElement.closest("p, li, dd, blockquote, footer, div").textContent.trim()
                .replace(found.textContent.trim(), "").replace(/[\\s·]/g, "").length > 0;
        // What a finger hits: the label of an answer, and what a link draws around itself.
        const target = (found) => {
            const box = (found.closest("label") ?? found).getBoundingClientRect();
            const around = getComputedStyle(found, "::after");
            const grown = around.content !== "none" && around.position === "absolute";
            const add = (side) => grown ? -Math.min(0, parseFloat(around[side]) || 0) : 0;
            return {
                width: box.width + add("left") + add("right"),
                height: box.height + add("top") + add("bottom"),
            };
        };
        return [...document.querySelectorAll(controls)]
            .filter((found) => shown(found) && !inSentence(found))
            .map((found) => ({found, box: target(found)}))
            .filter(({box}) => box.width < least - .5 || box.height < least - .5)
            .map(({found, box}) =>
                `${Math.round(box.width)} × ${Math.round(box.height)}: `
                + found.outerHTML.replace(/\\s+/g, " ").slice(0, 90));
    }
"""


@SIZES
def test_targets(page: Page, site_url: str, watch: Watch, size: ViewportSize) -> None:
    """What is pressed is at least 44 px high and wide on a child's page, elsewhere 24 px."""
    page.set_viewport_size(size)
    found = {
        kind: page.evaluate(SMALL, FINGER if kind in CHILDREN else LEAST)
        for kind in every_kind(page, site_url, watch)
    }
    assert {} == wrong_in(found)


@pytest.mark.everything
def test_targets_in_the_quiz(finished_page: Page) -> None:
    """In each state of the quiz what is pressed is at least 44 px high and wide."""
    finished_page.set_viewport_size(PHONE)
    found = {state: finished_page.evaluate(SMALL, FINGER) for state in every_state(finished_page)}
    assert {} == wrong_in(found)
