"""Walks through a page with Tab alone, and looks at what has the focus at each stop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page

MOST = 700
"""Stops; no page has as many, so a walk that goes on is caught somewhere."""

PREPARE = """
    (back) => {
        // The walk starts where the focus was last: at the top, or for the way back at the end.
        const start = document.createElement("span");
        start.tabIndex = -1;
        document.body[back ? "append" : "prepend"](start);
        start.focus();
        const walk = window.walk = {been: new Set()};

        // What is seen of a control: the theme hides its checkboxes behind icons of the header.
        walk.seen = (found) => found.matches(".md-option") ? found.nextElementSibling
            : document.querySelector(`.md-header label[for="${found.id || " "}"]`) ?? found;

        // Pixels that the browser lets stand outside before it scrolls to what has the focus.
        const EDGE = 4;
        const LOOKS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderColor",
            "borderWidth", "textDecorationLine", "textDecorationStyle", "clipPath"];
        walk.looks = (found) => [found, found.closest("label"), walk.seen(found)]
            .filter(Boolean)
            .map((part) => {
                const style = getComputedStyle(part);
                const none = style.outlineStyle === "none";
                return LOOKS.filter((name) => !none || !name.startsWith("outline"))
                    .map((name) => style[name]).join(";");
            }).join("|");

        walk.marked = (found) => {
            const focused = walk.looks(found);
            found.blur();
            const without = walk.looks(found);
            found.focus({preventScroll: true, focusVisible: true});
            return focused !== without;
        };

        // Each line of a link that breaks stands for itself; the first one counts.
        walk.place = (found) => {
            const part = walk.seen(found).closest("label") ?? walk.seen(found);
            return part.getClientRects()[0] ?? part.getBoundingClientRect();
        };

        // Of what hardly fits below the header, a part is in sight.
        walk.high = (found) => walk.place(found).height > innerHeight * .6;

        // A box that scrolls is a stop of the browser's own making.
        walk.scrolls = (found) => found.tabIndex < 0 && found.scrollWidth > found.clientWidth;

        walk.inWindow = (found) => {
            const box = walk.place(found);
            const {clientWidth, clientHeight} = document.documentElement;
            const high = walk.high(found) || walk.scrolls(found) || found.matches("textarea");
            const across = box.left >= -EDGE && box.right <= clientWidth + EDGE;
            const down = high ? box.bottom > 20 && box.top < clientHeight - 20
                : box.top >= -EDGE && box.bottom <= clientHeight + EDGE;
            return box.width > 1 && box.height > 1 && across && down;
        };

        walk.covered = (found) => {
            const box = walk.place(found);
            const part = walk.seen(found);
            const points = (walk.high(found) ? [.5] : [.1, .5, .9]).map((at) => [
                box.left + box.width / 2,
                Math.min(Math.max(0, box.top + box.height * at), innerHeight - 2),
            ]);
            const over = points.map(([x, y]) => document.elementFromPoint(x, y))
                .find((top) => !top || !(part.contains(top) || top.contains(part)
                    || part.closest("label")?.contains(top)));
            return over === undefined ? "" : over?.outerHTML.slice(0, 60) ?? "nothing";
        };

        walk.group = (found) => found.type === "radio" && found.name
            ? `radio ${found.name}` : found;

        // What a picture must show, the ring around it included.
        walk.around = (found) => {
            const box = walk.place(found);
            const left = Math.max(0, box.left - 8), top = Math.max(0, box.top - 8);
            return {
                x: left,
                y: top,
                width: Math.max(1, Math.min(innerWidth, box.right + 8) - left),
                height: Math.max(1, Math.min(innerHeight, box.bottom + 8) - top),
            };
        };

        walk.told = (found) => {
            const words = found.textContent.trim() || found.title || found.id || found.value;
            return `${found.localName} “${words.replace(/\\s+/g, " ").slice(0, 60)}”`;
        };

        walk.stop = async () => {
            const found = document.activeElement;
            if (!found || found === document.body) return null;
            // A field for a date has stops of its own inside.
            if (found.type === "date" && walk.last === found) return {within: true, first: false};
            walk.last = found;
            const again = walk.been.has(walk.group(found));
            walk.been.add(walk.group(found));
            const marked = walk.marked(found);
            // The theme moves its menu along, and opens its search, a moment later.
            const opens = found.matches(".md-search__input");
            if (opens || !walk.inWindow(found) || walk.covered(found)) {
                for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
            }
            return {
                what: walk.told(found),
                again,
                first: again && walk.first === found,
                marked,
                inside: walk.inWindow(found),
                covered: walk.covered(found),
                box: walk.around(found),
                scrolls: walk.scrolls(found),
            };
        };

        walk.missed = () => [...document.querySelectorAll(
            ":is(header, main, .md-tabs, .vv-about, footer)"
            + " :is(a[href], button, summary, textarea, input, select)"
        )]
            .filter((found) => found.checkVisibility({visibilityProperty: true}))
            .filter((found) => found.tabIndex >= 0 && !found.disabled)
            .filter((found) => walk.inSight(found))
            .filter((found) => !walk.been.has(walk.group(found)))
            .map((found) => walk.told(found));

        // Not in the closed menu beside the window, nor in a search that has not opened.
        walk.inSight = (found) => {
            const box = found.getBoundingClientRect();
            return box.width > 1 && box.right > 0 && box.left < innerWidth && box.bottom > -scrollY;
        };
    }
"""
STOP = """
    async () => {
        const stop = await walk.stop();
        if (stop) walk.first ??= document.activeElement;
        return stop;
    }
"""


def stops(page: Page, key: str = "Tab") -> Iterator[dict[str, Any]]:
    """Press a key from the top of the page until it leaves the page or comes round."""
    page.evaluate(PREPARE, key == "Shift+Tab")
    for _ in range(MOST):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None or stop["first"]:
            return
        if stop.get("within"):
            continue
        yield stop
        if stop["again"]:
            return
    pytest.fail(f"{key} does not come to an end")


def name_of_focus(session: CDPSession) -> str:
    """The name that a screen reader gets of what has the focus; empty when there is none."""
    found = session.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]
    told = session.send(
        "Accessibility.getPartialAXTree", {"objectId": found["objectId"], "fetchRelatives": False}
    )
    (node,) = told["nodes"]
    return str(node.get("name", {}).get("value", "")).strip()


def wrong_at(stop: dict[str, Any], name: str) -> list[str]:
    """What is wrong at a stop."""
    found = []
    if stop["again"]:
        found.append("is come back to before the end")
    if not stop["marked"]:
        found.append("does not show the focus")
    if not stop["inside"]:
        found.append("is not in the window")
    elif stop["covered"]:
        found.append(f"is covered by {stop['covered']}")
    if not name and not stop["scrolls"]:
        found.append("has no name")
    return [f"{stop['what']}: {what}" for what in found]


def wrong_on_the_way(page: Page, key: str = "Tab") -> list[str]:
    """Walk from the top to the end, and list what is wrong and what was not reached."""
    session = page.context.new_cdp_session(page)
    found = [wrong for stop in stops(page, key) for wrong in wrong_at(stop, name_of_focus(session))]
    session.detach()
    missed = page.evaluate("() => walk.missed()")
    return [*found, *(f"{what}: is not reached" for what in missed)]
