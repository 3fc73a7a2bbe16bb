"""Pages that hold modules of the site, for tests of one module and for measuring."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page
from student import QUIZ

IMPORT = """
    async (names) => {
        const found = document.querySelector("script[src*='/assets/vijfvragen/']").src;
        const ours = found.replace(/(assets\\/vijfvragen\\/[^/]+\\/).*/, "$1");
        const made = {};
        for (const name of names) made[name] = await import(new URL(`${name}.js`, ours));
        window.site = Object.fromEntries(
            Object.entries(made).map(([name, module]) => [name.split("/").pop(), module]),
        );
        window.site.toBytes = (numbers) => Uint8Array.from(numbers);
        window.site.fromBytes = (bytes) => [...bytes];
    }
"""


@contextmanager
def modules_page(browser: Browser, site_url: str, *names: str, **options: Any) -> Iterator[Page]:
    """Open a page with these modules in `site`, by the last part of their names."""
    page = browser.new_page(**options)
    page.goto(site_url + QUIZ)
    page.evaluate(IMPORT, list(names))
    yield page
    page.close()


def to_base64url(data: bytes) -> str:
    """Bytes as they stand in links and codes."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    """What such a text holds."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
