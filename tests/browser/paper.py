"""Counts the sheets of what is printed."""

from __future__ import annotations

import re

from playwright.sync_api import Page


def sheets(page: Page) -> int:
    """How many sheets of A4 the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4")))
