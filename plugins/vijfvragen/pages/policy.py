"""The content security policy: what a page may load, run and send.

The theme has a few inline scripts; they are allowed by their hash, taken from the finished page.
An author's page is refused what could run before that (`refused_markup`).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    # A form without script would send a child's answers to the server.
    "form-action": "'none'",
}
HEAD = "<head>"
META = '<meta http-equiv="content-security-policy" content="{}">'  # markup: the policy's own place
REFUSED = {"base", "embed", "form", "iframe", "link", "meta", "object", "style"}
OUTSIDE = re.compile(r"\s*(?:[a-z]+:)?//", re.IGNORECASE)
"""An address on another host, with or without its scheme."""
JSON_TYPES = {"application/json", "application/ld+json"}


class _Scripts(HTMLParser):
    """Collects the inline scripts that would run, and what an author may not write."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.inline: list[str] = []
        self.refused: list[str] = []
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "script" and "src" not in names and names.get("type") not in JSON_TYPES:
            self._text = []
            self.refused.append("script")
        elif tag == "script" and "src" in names:
            self.refused.append("script src")
        if tag in REFUSED:
            self.refused.append(tag)
        if OUTSIDE.match(names.get("src") or ""):
            self.refused.append(f"{tag} src")
        self.refused += [name for name in names if name == "style" or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._text is not None:
            self.inline.append("".join(self._text))
            self._text = None


def _parsed(html: str) -> _Scripts:
    scripts = _Scripts()
    scripts.feed(html)
    scripts.close()
    return scripts


def script_hashes(html: str) -> tuple[str, ...]:
    """The hashes of a page's inline scripts, each once, in order, as a policy names them."""
    digests = (hashlib.sha256(text.encode()).digest() for text in _parsed(html).inline)
    return tuple(
        dict.fromkeys(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    )


def policy(hashes: Iterable[str]) -> str:
    """The policy in one line, with the given scripts allowed."""
    sources = SOURCES | {"script-src": " ".join([SOURCES["script-src"], *hashes])}
    return "; ".join(f"{name} {value}" for name, value in sources.items())


def with_policy(html: str, hashes: Iterable[str] | None = None) -> str:
    """Put the policy first in the head of a finished page; an earlier one is replaced.

    `hashes` are those of the page's scripts, for who has them already. Raises ValueError when the
    page has no plain `<head>`, for then nothing would rule it.
    """
    before, head, after = html.partition(HEAD)
    if not head:
        message = "the page has no <head> to put the content policy in"
        raise ValueError(message)
    start = META.partition("{}")[0]
    if after.startswith(start):
        after = after[after.index(">") + 1 :]
    allowed = policy(script_hashes(html) if hashes is None else hashes)
    meta = META.format(escape(allowed, quote=True).replace("&#x27;", "'"))
    return f"{before}{head}{meta}{after}"


def headers_file(hashes: Iterable[str]) -> str:
    """The same policy for a server, in the `_headers` form that static hosts read."""
    lines = {
        "Content-Security-Policy": f"{policy(sorted(set(hashes)))}; frame-ancestors 'none'",
        "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return "\n".join(["/*", *(f"  {name}: {value}" for name, value in lines.items()), ""])


def refused_markup(html: str) -> tuple[str, ...]:
    """The tags and attributes in an author's page that the policy stops, or that could run."""
    return tuple(dict.fromkeys(_parsed(html).refused))
