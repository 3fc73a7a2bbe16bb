"""The children's glossary: what its page lists, and the words that a lesson explains."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from vijfvragen.model.curriculum import Curriculum
from vijfvragen.model.glossary import Word, anchor_of
from vijfvragen.model.lesson import Lesson
from vijfvragen.pages.addresses import GLOSSARY, lesson_uri, relative
from vijfvragen.pages.terms import Term, Terms, folded


@dataclass(frozen=True)
class Entry:
    """A word on the page, with the lessons that teach it."""

    word: Word
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True)
class Letter:
    """The words that begin with one letter."""

    letter: str
    entries: tuple[Entry, ...]


def glossary(curriculum: Curriculum) -> tuple[Letter, ...]:
    """Every word from A to Z; a key word that only lessons have, as the first of them says it."""
    words = {word.anchor: word for word in curriculum.glossary}
    own = _by_spelling(curriculum)
    lessons: dict[str, list[Lesson]] = {}
    for lesson in curriculum.lessons:
        for spelling, meaning in lesson.words.items():
            anchor = own.get(anchor_of(spelling), anchor_of(spelling))
            words.setdefault(anchor, Word(spelling, meaning))
            if lesson not in lessons.setdefault(anchor, []):
                lessons[anchor].append(lesson)
    entries = [
        Entry(words[anchor], tuple(lessons.get(anchor, ())))
        for anchor in sorted(words)
        if anchor  # a key word without a letter has no place from A to Z
    ]
    grouped = groupby(entries, key=lambda entry: entry.word.anchor[0].upper())
    return tuple(Letter(letter, tuple(found)) for letter, found in grouped)


def terms(curriculum: Curriculum, lesson: Lesson) -> Terms:
    """What is explained in the text of a lesson: the glossary, and the lesson's own key words.

    Where the two say it differently, the lesson is right: it was written for this page.
    """
    if not curriculum.glossary:
        return {}
    own = _by_spelling(curriculum)
    words = {word.anchor: word for word in curriculum.glossary}
    for spelling, meaning in lesson.words.items():
        anchor = own.get(anchor_of(spelling), anchor_of(spelling))
        known = words.get(anchor, Word(spelling, meaning))
        words[anchor] = replace(known, meaning=meaning)
    page = relative(lesson_uri(curriculum, lesson), GLOSSARY)
    return {
        folded(spelling): Term(word.word, word.meaning, f"{page}#{anchor}")
        for anchor, word in words.items()
        for spelling in word.spellings
        if anchor
    }


def _by_spelling(curriculum: Curriculum) -> dict[str, str]:
    """The anchor of the word that a spelling belongs to, by the spelling's own."""
    return {
        anchor_of(spelling): word.anchor
        for word in curriculum.glossary
        for spelling in word.spellings
    }
