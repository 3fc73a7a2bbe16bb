"""Words that are new to a child, with what they mean."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

NO_LETTER = re.compile(r"[^a-z0-9]+")


def anchor_of(spelling: str) -> str:
    """What names a word in an address: "goede naam" is `goede-naam`, "privé" is `prive`.

    Two spellings with one anchor are the same word; without any letter or digit it is empty.
    """
    plain = unicodedata.normalize("NFKD", spelling.casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return NO_LETTER.sub("-", letters).strip("-")


@dataclass(frozen=True)
class Word:
    """A word with its meaning for a child."""

    word: str
    meaning: str
    also: tuple[str, ...] = ()
    """Other words that mean the same."""
    forms: tuple[str, ...] = ()
    """How the word or those others may stand in a text besides."""

    @property
    def anchor(self) -> str:
        """Its place on the page of the glossary."""
        return anchor_of(self.word)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything that is this word in a text, the word itself first."""
        return (self.word, *self.also, *self.forms)
