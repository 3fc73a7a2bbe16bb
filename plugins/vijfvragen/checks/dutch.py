"""Counts sentences, words and syllables of Dutch, for the readability of a text.

A counter of our own: the libraries there are lose the shortest sentences and count syllables by
hyphenation, which never splits off one letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vijfvragen.model.citation import without_citations

if TYPE_CHECKING:
    from collections.abc import Iterable

SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\"')]*\s+(?![a-zà-öø-ÿ])")
WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿ]+(?:[’'\-–][0-9A-Za-zÀ-ÖØ-öø-ÿ]+)*")
VOWELS = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|[aeiouyáéíóúàèìòùâêîôûäëïöü]"
)
LOAN_WORDS = {
    "game": 1,
    "like": 1,
    "livestream": 2,
    "meme": 1,
    "online": 2,
    "screenshot": 2,
    "snapchat": 2,
    "team": 1,
    "tiktok": 2,
    "update": 2,
    "website": 2,
    "whatsapp": 2,
    "youtube": 2,
}
LONG_WORD = 10
"""Letters from which a word is long."""


@dataclass(frozen=True)
class Sentence:
    """One sentence with the line where its text begins."""

    text: str
    line: int

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words and numbers."""
        return tuple(WORD.findall(self.text))


def sentences(text: str, line: int = 0) -> tuple[Sentence, ...]:
    """The sentences of one paragraph; what holds no word is none."""
    parts = SENTENCE_END.split(without_citations(text))
    found = (Sentence(part.strip(), line) for part in parts)
    return tuple(sentence for sentence in found if sentence.words)


def syllables(word: str) -> int:
    """How many syllables a Dutch word has: its vowel groups, and 1 at least."""
    word = word.lower()
    if word in LOAN_WORDS:
        return LOAN_WORDS[word]
    return max(1, len(VOWELS.findall(re.sub(r"y(?=[aeiou])", "j", word))))


@dataclass(frozen=True)
class Measure:
    """What can be counted in a text of at least one sentence."""

    sentences: tuple[Sentence, ...]

    @cached_property
    def words(self) -> int:
        """The number of words."""
        return sum(len(sentence.words) for sentence in self.sentences)

    @property
    def sentence_length(self) -> float:
        """Words in a sentence, on average."""
        return self.words / len(self.sentences)

    @property
    def longest(self) -> Sentence:
        """The sentence with the most words."""
        return max(self.sentences, key=lambda sentence: len(sentence.words))

    @cached_property
    def syllables_per_word(self) -> float:
        """Syllables in a word, on average."""
        return sum(syllables(word) for one in self.sentences for word in one.words) / self.words

    @property
    def long_words(self) -> float:
        """Long words, in per cent of all."""
        long = sum(len(word) >= LONG_WORD for one in self.sentences for word in one.words)
        return 100 * long / self.words

    @property
    def score(self) -> float:
        """Flesch-Douma: 206.84 - 0.93 x words per sentence - 77 x syllables per word."""
        return 206.84 - 0.93 * self.sentence_length - 77 * self.syllables_per_word

    @property
    def worst(self) -> Sentence:
        """The sentence with the lowest score of its own."""
        return min(self.sentences, key=lambda sentence: Measure((sentence,)).score)


def measured(texts: Iterable[tuple[str, int]]) -> Measure | None:
    """The measure of paragraphs with their lines together; None when they hold no sentence."""
    found = tuple(one for text, line in texts for one in sentences(text, line))
    return Measure(found) if found else None
