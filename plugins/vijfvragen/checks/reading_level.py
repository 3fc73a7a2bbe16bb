"""Measures whether a text can be read by the children, parents or teachers it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vijfvragen.checks.dutch import WORD, Measure, measured
from vijfvragen.errors import ContentError
from vijfvragen.model.citation import without_citations
from vijfvragen.model.curriculum import Advice, Curriculum
from vijfvragen.model.lesson import Level
from vijfvragen.model.text import PARENTS, TEACHERS, Role, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ADULTS = {
    PARENTS: Level(
        sentence=14, longest=22, syllables=1.65, long_words=12, fail_below=55, page_words=(0, 600)
    ),
    TEACHERS: Level(sentence=16, longest=25, syllables=1.8, long_words=0, fail_below=45),
}
"""What plain Dutch for adults asks (B1); the targets of a grade stand in its `grade.yml`."""
ENOUGH_WORDS = 100
"""Under this number of words a score says too little to stop anything."""
READ_FIRST = {Role.MESSAGE, Role.PROMPT, Role.ANSWER}
"""What a child reads on a screen of a quiz before it answers."""


@dataclass(frozen=True)
class PageMeasure:
    """What was counted on one page, or in all screens of one quiz together."""

    path: str
    reader: str
    level: Level
    measure: Measure
    is_quiz: bool


def page_measures(curriculum: Curriculum) -> tuple[PageMeasure, ...]:
    """Every page and every quiz that has a level, file by file."""
    levels = ADULTS | {grade.id: grade.level for grade in curriculum.grades if grade.level}
    quizzes = {quiz.path for quiz in curriculum.quizzes}
    texts: dict[tuple[str, str], list[Text]] = {}
    for text in curriculum.texts:
        counts = text.role is Role.BODY or (text.path in quizzes and text.role is not Role.CITATION)
        if counts:
            texts.setdefault((text.path, text.reader), []).append(text)
    found = []
    for (path, reader), parts in texts.items():
        measure = measured((part.text, part.line) for part in parts)
        if measure and reader in levels:
            found.append(PageMeasure(path, reader, levels[reader], measure, path in quizzes))
    return tuple(found)


def check_reading_level(curriculum: Curriculum) -> Iterator[ContentError | Advice]:
    """Every page that is too hard for its readers, and every target that a page misses."""
    for page in page_measures(curriculum):
        measure, level = page.measure, page.level
        if measure.words >= ENOUGH_WORDS and measure.score < level.fail_below:
            worst = measure.worst
            problem = (
                f"Deze tekst is te moeilijk: leesscore {measure.score:.0f}, "
                f"en {level.fail_below:.0f} is het minst."
            )
            remedy = f"Maak zinnen en woorden korter. Begin hier: “{worst.text}”"
            yield ContentError(page.path, worst.line, problem, remedy)
        for missed in _missed(page):
            yield Advice(page.path, missed)
    yield from _check_screens(curriculum)


def _missed(page: PageMeasure) -> Iterator[str]:
    """The targets that a page misses, each with the value and the target."""
    measure, level = page.measure, page.level
    for sentence in measure.sentences:
        if len(sentence.words) > level.longest:
            found = f"{len(sentence.words)} woorden in een zin, hooguit {level.longest}"
            yield f"Regel {sentence.line}: {found}: “{sentence.text}”"
    if measure.words < ENOUGH_WORDS:
        return
    average, syllables = measure.sentence_length, measure.syllables_per_word
    if average > level.sentence:
        yield f"Gemiddeld {average:.1f} woorden in een zin, hooguit {level.sentence:g}."
    if syllables > level.syllables:
        yield f"{syllables:.2f} lettergrepen in een woord, hooguit {level.syllables:.2f}."
    if level.long_words and measure.long_words > level.long_words:
        yield f"{measure.long_words:.1f} % lange woorden, hooguit {level.long_words:g} %."
    least, most = level.page_words
    if not page.is_quiz and most and not least <= measure.words <= most:
        yield f"{measure.words} woorden op de pagina; goed is {least} tot {most}."


def _check_screens(curriculum: Curriculum) -> Iterator[Advice]:
    """Every question of a quiz with more to read on one screen than its grade asks."""
    most = {grade.id: grade.level.screen_words for grade in curriculum.grades if grade.level}
    screens: dict[tuple[str, str], list[Text]] = {}
    for text in curriculum.texts:
        if text.question and text.role in READ_FIRST and text.reader in most:
            screens.setdefault((text.path, text.question), []).append(text)
    for (path, question), texts in screens.items():
        words, target = _words_to_read(texts), most[texts[0].reader]
        if words > target:
            line = texts[0].line
            yield Advice(
                path, f'Regel {line}: "{question}" toont {words} woorden, hooguit {target}.'
            )


def _words_to_read(texts: Iterable[Text]) -> int:
    """How many words stand on the screen; words to find in the message stand there once."""
    parts = [(text.role, without_citations(text.text)) for text in texts]
    message = " ".join(text for role, text in parts if role is Role.MESSAGE)
    shown = [
        text
        for role, text in parts
        if role is not Role.ANSWER or not message or text not in message
    ]
    return sum(len(WORD.findall(text)) for text in shown)
