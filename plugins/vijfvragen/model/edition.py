"""Editions: a short hash of what matters in a thing, so that saved work knows when it changed."""

from __future__ import annotations

import hashlib

LENGTH = 8


def edition_of(*parts: str) -> str:
    """Return eight hexadecimal digits that change when a part changes, moves or is added.

    Each part goes in with its length before it: `("ab", "c")` and `("a", "bc")` differ.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode()
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return digest.hexdigest()[:LENGTH]
