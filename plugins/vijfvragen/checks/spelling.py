"""Checks the spelling of every text, with a Dutch dictionary and the words of the site itself."""

from __future__ import annotations

import io
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from spylls.hunspell import Dictionary, readers
from spylls.hunspell.readers.file_reader import BaseReader

from vijfvragen.errors import ContentError
from vijfvragen.model.citation import without_citations
from vijfvragen.model.text import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.curriculum import Curriculum

OPENTAAL = Path(__file__).parent / "dictionary" / "nl"
"""The word list of OpenTaal; its licence lies beside it."""
ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")
SPELLED = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['-][A-Za-zÀ-ÖØ-öø-ÿ]+)*")
POSSESSIVE = re.compile(r"'?s?$")


class _Reader(BaseReader):  # type: ignore[misc]
    """Hands the library a file that is in memory; its own reader leaves the file open."""

    def __init__(self, path: Path) -> None:
        self._text = path.read_text(encoding="utf-8")
        super().__init__(io.StringIO(self._text))

    def reset_encoding(self, encoding: str) -> None:  # noqa: ARG002 - ours is UTF-8 throughout
        self.reset_io(io.StringIO(self._text))


class Spelling:
    """A dictionary that is read when it is first needed, and remembers what it looked up."""

    def __init__(self) -> None:
        self._known: dict[str, bool] = {}

    @cached_property
    def _dictionary(self) -> Dictionary:
        affixes, context = readers.read_aff(_Reader(OPENTAAL.with_suffix(".aff")))
        words = readers.read_dic(
            _Reader(OPENTAAL.with_suffix(".dic")), aff=affixes, context=context
        )
        return Dictionary(affixes, words)

    def check(self, curriculum: Curriculum) -> Iterator[ContentError]:
        """Every word that neither the dictionary nor the site's own list has.

        A site without a list of its own is not looked at.
        """
        if curriculum.own_words is None:
            return
        told: set[tuple[str, str]] = set()
        for text in curriculum.texts:
            if text.role is Role.CITATION:
                continue
            for word in self.unknown(text.text, curriculum.own_words):
                if (text.path, word) not in told:
                    told.add((text.path, word))
                    problem = f'Het woord "{word}" staat niet in het woordenboek.'
                    remedy = "Verbeter het, of zet het in lessons/spelling.txt."
                    yield ContentError(text.path, text.line, problem, remedy)

    def unknown(self, text: str, own_words: frozenset[str]) -> Iterator[str]:
        """The words of a text that are neither in the dictionary nor among the words given."""
        own = {word.casefold() for word in own_words}
        plain = without_citations(text).replace("’", "'").replace("\u2011", "-")
        for word in SPELLED.findall(ADDRESS.sub(" ", plain)):
            if not self._is_right(word, own):
                yield word

    def _is_right(self, word: str, own: set[str]) -> bool:
        """Whether the word is known: as it stands, as somebody's, or part by part."""
        bare = POSSESSIVE.sub("", word)
        if word.casefold() in own or bare.casefold() in own or self._looked_up(word):
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(self._is_right(part, own) for part in parts if part)

    def _looked_up(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = self._dictionary.lookup(word)
        return self._known[word]
