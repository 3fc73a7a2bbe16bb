"""Reads the children's glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.glossary import Word, anchor_of
from vijfvragen.model.text import STUDENTS, Text
from vijfvragen.reading import Document, Flaw, Form, Location, Sentence, fill, read_yaml
from vijfvragen.reading.words import quoted
from vijfvragen.sources.citations import check_texts
from vijfvragen.sources.folders import GLOSSARY, Folders, collected
from vijfvragen.sources.texts import texts_of_document

if TYPE_CHECKING:
    from collections.abc import Iterator


class WordForm(Form):
    """A word as the author writes it."""

    what: ClassVar[str] = "een woord"

    meaning: Sentence = Field(description="wat het woord betekent, zoals je het een kind zegt.")
    also: list[Sentence] = Field(
        default=[], description="andere woorden die hetzelfde betekenen, zoals [sanctie]."
    )
    forms: list[Sentence] = Field(
        default=[], description="hoe het woord nog meer in een tekst staat, zoals [herkenbare]."
    )


def read_glossary(
    folders: Folders, problems: list[ContentError], texts: list[Text]
) -> tuple[Word, ...]:
    """Every word in the order of the file, which a site may do without."""
    path = folders.glossary
    if path not in folders.files(folders.lessons, GLOSSARY):
        return ()
    try:
        document = read_yaml(folders.read(path), path)
    except ContentErrors as wrong:
        collected(problems, wrong)
        return ()
    if not isinstance(document.data, dict):
        problem = "In dit bestand staan geen woorden."
        remedy = "Begin elk woord op een eigen regel: herkenbaar:, en zet de velden eronder."
        problems.append(ContentError(path, 0, problem, remedy))
        return ()
    problems += check_texts(document, None, frozenset())
    texts += texts_of_document(document, STUDENTS)
    words = [_read(word, document, problems) for word in document.data]
    whole = [word for word in words if word]
    problems += [document.error(flaw) for flaw in _flaws(whole)]
    return tuple(whole)


def _read(word: str, document: Document, problems: list[ContentError]) -> Word | None:
    form = fill(WordForm, document, problems, (word,))
    if form is None:
        return None
    return Word(word, form.meaning, tuple(form.also), tuple(form.forms))


def _flaws(words: list[Word]) -> Iterator[Flaw]:
    """Spellings that are no word, or that stand in two places."""
    taken: dict[str, str] = {}
    for word in words:
        for at, spelling in _located(word):
            anchor = anchor_of(spelling)
            if not anchor:
                yield Flaw(at, f"{quoted(spelling)} kan geen woord zijn.", "Schrijf er letters in.")
            elif anchor in taken:
                problem = f"{quoted(spelling)} staat al bij {quoted(taken[anchor])}."
                yield Flaw(at, problem, "Laat het op één plaats staan.")
            taken.setdefault(anchor, word.word)


def _located(word: Word) -> Iterator[tuple[Location, str]]:
    yield (word.word,), word.word
    for name, spellings in (("also", word.also), ("forms", word.forms)):
        for place, spelling in enumerate(spellings):
            yield (word.word, name, place), spelling
