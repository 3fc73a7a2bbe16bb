"""Checks that feedback is about this message: said once, and naming something of it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from vijfvragen.checks.dutch import WORD, sentences
from vijfvragen.errors import ContentError
from vijfvragen.model.citation import without_citations
from vijfvragen.model.text import Role, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vijfvragen.model.curriculum import Curriculum

ABOUT = {Role.MESSAGE, Role.PROMPT, Role.ANSWER, Role.OTHER}
SHORTEST_WORD = 3
"""Letters of a word that may say what a message is about."""
SHORTEST_STEM = 4
"""Letters that two forms of one word share at least."""
SAME_PART = 0.6
"""The part of the longer word that two forms of one word share at least: foto and foto's."""
GENERAL = """
aan als bij ben bent dan dat die dit dus een één gaf geen gaf had heb hem hen het hij hoe hun ik jij
jou kan kon mag men met mij naar nee ook per toe tot uit van vol wat wel wie zag zal zei zij zit zou
alle allemaal alleen altijd ander andere anderen andersom beetje beter bericht berichten
berichtje daar daarna daarom deze denk denkt deel delen dingen door doen doet echt eens eerst
elkaar erbij even gaan gaat geen geeft goed goede graag haar hebben hebt heeft helemaal hier
hoef hoeft iedereen iemand iets jouw jullie kiest kijk kijkt klopt komt krijgt kunnen kunt
laat leest leuk lezen maakt maar maken manier meer mensen misschien moet mogen naar niemand
niet niets niks nodig nooit omdat onze over plaats plaatsen precies samen snel soms staan
staat steeds straks stuur stuurt sturen toch vast veel verder vertel vertelt vindt vinden
voor vraag vraagt vragen waar waarom want wanneer weet weten welke werd wilt willen worden
wordt zegt zeggen zelf zijn zodat zonder zoiets zult zulke
"""
"""Words that would fit any message."""


def check_feedback(curriculum: Curriculum) -> Iterator[ContentError]:
    """Every sentence of feedback that stands twice, and all feedback that could stand anywhere."""
    texts = [one for one in curriculum.texts if one.question and one.reader in curriculum.held]
    yield from _check_doubles(texts)
    about: dict[tuple[str, str], str] = {}
    for text in texts:
        if text.role in ABOUT:
            key = (text.path, text.question)
            about[key] = f"{about.get(key, '')} {text.text}"
    for text in texts:
        if text.role is Role.FEEDBACK:
            said = without_citations(text.text)
            if not _shares_a_word(said, about.get((text.path, text.question), "")):
                problem = f"Deze feedback noemt niets van het bericht: “{said}”"
                remedy = f'Noem een naam of een ding dat bij "{text.question}" staat.'
                yield ContentError(text.path, text.line, problem, remedy)


def _check_doubles(texts: Iterable[Text]) -> Iterator[ContentError]:
    seen: dict[str, str] = {}
    for text in texts:
        if text.role is not Role.FEEDBACK:
            continue
        for sentence in sentences(text.text):
            if len(sentence.words) == 1:
                continue  # a nod, such as "Precies.", is no sentence
            key = " ".join(sentence.words).casefold()
            if key in seen:
                problem = f"Deze zin staat ook op {seen[key]}: “{sentence.text}”"
                yield ContentError(
                    text.path, text.line, problem, "Zeg het hier met iets van dit bericht."
                )
            seen.setdefault(key, f"{text.path}:{text.line}")


def _shares_a_word(said: str, about: str) -> bool:
    named = {word.casefold() for word in _telling(about)}
    return any(_is_same_word(word.casefold(), other) for word in _telling(said) for other in named)


def _telling(text: str) -> Iterator[str]:
    """The words that say what a text is about: numbers, names and things."""
    general = set(GENERAL.split())
    for word in WORD.findall(without_citations(text).replace("-", " ")):
        if word.casefold() not in general and (word.isdigit() or len(word) >= SHORTEST_WORD):
            yield re.sub(r"[’'](s|tje|tjes)$", "", word)


def _is_same_word(word: str, other: str) -> bool:
    if word == other:
        return True
    shared = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(word, other, strict=False)))
    return shared >= SHORTEST_STEM and shared >= SAME_PART * max(len(word), len(other))
