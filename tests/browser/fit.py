"""Looks whether a page fits its window, and whether all of its text can be read."""

from __future__ import annotations

from playwright.sync_api import Page

TOO_WIDE = """
    () => {
        const width = document.documentElement.clientWidth;
        return document.documentElement.scrollWidth > width
            ? [...document.querySelectorAll("body *")]
                .filter((found) => found.checkVisibility({visibilityProperty: true}))
                .filter((found) => found.getBoundingClientRect().right > width + 1)
                .map((found) => `too wide: ${found.outerHTML.replace(/\\s+/g, " ").slice(0, 100)}`)
                .slice(0, 5)
            : [];
    }
"""
# The heads of the tables of coverage are unseen on a small screen, where each cell says its own.
CUT_OFF = """
    () => [...document.querySelectorAll(":is(.md-content, .vv-about, .md-footer) *")]
        .filter((found) => found.checkVisibility({visibilityProperty: true}))
        .filter((found) => !found.matches("svg, svg *, textarea, .vv-unseen, .vv-item__number"))
        .filter((found) => !found.closest(".vv-cover thead"))
        .filter((found) => {
            const style = getComputedStyle(found);
            const cut = (overflow) => overflow === "hidden" || overflow === "clip";
            return cut(style.overflowX) && found.scrollWidth > found.clientWidth + 1
                || cut(style.overflowY) && found.scrollHeight > found.clientHeight + 1;
        })
        .map((found) => `cut off: ${found.outerHTML.slice(0, 100)}`)
"""
OVERLAPPING = """
    () => {
        const walker = document.createTreeWalker(
            document.querySelector(".md-content"), NodeFilter.SHOW_TEXT
        );
        const lines = [];
        for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            const parent = text.parentElement;
            if (!text.data.trim() || !parent.checkVisibility({visibilityProperty: true})) continue;
            if (parent.closest("script, svg, .vv-unseen, .vv-item__number")) continue;
            if (parent.closest(".vv-cover thead")) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const box of range.getClientRects()) lines.push({box, text});
        }
        const block = ({text}) => text.parentElement.closest(
            "p, li, dt, dd, h1, h2, h3, legend, label, button, summary, figcaption, strong, div"
        );
        const over = (one, other) =>
            Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
            && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
                > Math.min(one.height, other.height) / 3;
        const found = [];
        for (const [index, one] of lines.entries()) {
            for (const other of lines.slice(index + 1)) {
                if (block(one) !== block(other) && over(one.box, other.box)) {
                    found.push(`${one.text.data.trim()} / ${other.text.data.trim()}`.slice(0, 120));
                }
            }
        }
        return found;
    }
"""


def too_wide(page: Page) -> list[str]:
    """What stands outside the window, where the page scrolls sideways."""
    return list(page.evaluate(TOO_WIDE))


def unreadable(page: Page) -> list[str]:
    """Text that is cut off, that lies over other text, or that is outside the window."""
    return [line for look in (CUT_OFF, OVERLAPPING, TOO_WIDE) for line in page.evaluate(look)]
