"""Watches browsers for what must never happen in them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

HOST = "127.0.0.1"
PATIENCE = 15_000
"""Milliseconds that a page may take on a busy machine."""


class Watch:
    """Remembers what must not happen in a page: an error, or a request to another host."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.requested: list[str] = []
        self._allowed: list[re.Pattern[str]] = []

    def allow(self, pattern: str) -> None:
        """Expect this one; every allowance stands in the test that makes it happen."""
        self._allowed.append(re.compile(pattern))

    def over(self, context: BrowserContext) -> BrowserContext:
        """Look at all that happens in a context."""
        context.set_default_timeout(PATIENCE)
        context.on("console", self._heard)
        context.on("weberror", self._failed)
        context.on("request", self._asked)
        return context

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note(f"console: {message.text} ({message.location.get('url')})")

    def _failed(self, error: WebError) -> None:
        self._note(f"error: {error.error.stack or error.error.message}")

    def _asked(self, request: Request) -> None:
        self.requested.append(request.url)
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and parts.hostname != HOST:
            self._note(f"request to another host: {request.url}")

    def _note(self, text: str) -> None:
        if not any(pattern.search(text) for pattern in self._allowed):
            self.wrong.append(text)
