"""How an error repeats an author's words, and finds the name that was meant."""

from __future__ import annotations

import difflib
import re

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SLUG_RULE = "Gebruik kleine letters, cijfers en streepjes: jouw-foto."

LINE = r"^[^<>]+$"
"""The theme prints titles and descriptions as they are, so no markup may stand in them."""
LINE_RULE = "Gebruik hier geen < en >."

EMAIL = r"^([A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]{2,})?$"
"""An e-mail address, or nothing."""
EMAIL_RULE = "Schrijf een e-mailadres, zoals info@school.nl."

PATTERN_RULES = {SLUG: SLUG_RULE, LINE: LINE_RULE, EMAIL: EMAIL_RULE}
"""The remedy for a value that does not fit a pattern."""

LONGEST_SHOWN = 40
"""Characters of a wrong value that an error repeats."""

MOST_SHOWN = 8
"""Names that an error lists when none is near."""

NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What a page cannot show; YAML lets it in through escapes such as "\\0"."""


def quoted(value: str) -> str:
    """A text as an error repeats it: on one line and not too long."""
    text = " ".join(NO_TEXT.sub("", value).split())
    return f'"{text}"' if len(text) <= LONGEST_SHOWN else f'"{text[:LONGEST_SHOWN].rstrip()}…"'


def nearest(word: str, known: list[str]) -> str:
    """The remedy for a name that does not exist: the nearest one, or what there is."""
    if close := nearest_name(word, known):
        return f'Bedoel je "{close}"?'
    if not known:
        return "Haal het hier weg: er is nog niets om uit te kiezen."
    more = " …" if len(known) > MOST_SHOWN else "."
    return f"Kies uit: {', '.join(known[:MOST_SHOWN])}{more}"


def nearest_name(word: str, known: list[str]) -> str:
    """The known name that looks like a word; empty when none does."""
    return next(iter(difflib.get_close_matches(word.lower(), known, n=1)), "")
