"""Checks words that never meet a child, facts that are not certain, and lines of help."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vijfvragen.errors import ContentError
from vijfvragen.model.citation import without_citations
from vijfvragen.model.text import PARENTS, TEACHERS, Role, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.curriculum import Curriculum

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
HARSH = re.compile(
    r"\b(fout|fouten|foute|verkeerd|verkeerde|dom|domme|stom|stomme|schuld|schuldig|straf|straffen"
    r"|boete|boetes|gevangenis|strafblad|slechterik|schaam|schande)\b",
    re.IGNORECASE,
)
COMFORT = "Het is nooit jouw schuld dat een ander gemeen doet."
"""The one sentence of ours that has such a word, letter for letter."""
NOT_OURS = {Role.MESSAGE, Role.ANSWER, Role.CITATION}
"""What stands in a message or an answer may be unkind: that is what is judged."""

PHONE = re.compile(r"(?<![\d-])0[\d \-]{7,}\d(?!\d)")
HELP_LINES = {
    "Kindertelefoon": "0800-0432",
    "Helpwanted": "020 261 52 75",
    "113": "0800-0113",
}
"""The lines that were looked up at the source, written as they are to be written."""
FOR_ADULTS = ("020 261 52 75", "0800-0113")


@dataclass(frozen=True)
class Fact:
    """Words by which a statement can be known that nobody has looked up, or that has aged."""

    words: str
    problem: str
    remedy: str


UNCERTAIN = (
    Fact(
        r"\bUAVG\b|\bartikel \d+[a-z]? (?:van de )?(?:UAVG|AVG|WPO)\b",
        "Dit artikel van de wet is niet nagekeken.",
        "Noem de wet zonder nummer.",
    ),
    Fact(r"\bMeldknop\b", "Of Meldknop er nog is, is niet nagekeken.", "Noem de Kindertelefoon."),
    Fact(
        r"\bVeilig Thuis\b|\bVeilig Online\b|\bOuders & Onderwijs\b",
        "Deze hulp is niet nagekeken.",
        "Noem alleen hulp die is nagekeken.",
    ),
    Fact(
        r"\bSocrates\b|\bSokrates\b",
        "Dat Socrates dit zei, klopt niet.",
        "Schrijf: een oud verhaal.",
    ),
    Fact(
        r"\bWhatsApp\b[^.!?]*\b16\b",
        "WhatsApp is in Europa vanaf 13 jaar.",
        "Schrijf 13, of laat de leeftijd weg.",
    ),
    Fact(
        r"\b(?:kerndoelen|kerndoel)\b[^.!?]*\b(?:is wet|zijn wet|staat in de wet|wettelijk)\b",
        "De nieuwe kerndoelen staan nog niet in de wet.",
        "Schrijf: conceptkerndoelen, beoogd.",
    ),
    Fact(
        r"\bWet vrij en veilig onderwijs\b",
        "Dit was bij de laatste controle nog een wetsvoorstel.",
        "Haal het weg.",
    ),
    Fact(
        r"\bKindertelefoon\b[^.!?]*\b(?:van|tussen|tot) \d{1,2}(?:[.:]\d\d)? uur\b",
        "De openingstijden van de Kindertelefoon zijn niet nagekeken.",
        "Laat de tijden weg.",
    ),
)
"""What may not be published, with what to do instead."""
FORBIDDEN_BY_LAW = re.compile(
    r"\bfoto[^.!?]*\b(?:verboden door de wet|in strijd met de wet|strafbaar|tegen de wet)\b",
    re.IGNORECASE,
)


def check_wording(curriculum: Curriculum) -> Iterator[ContentError]:
    """Every text with a word, a fact or a number that may not stand there."""
    for text in curriculum.texts:
        if text.role is Role.CITATION:
            continue
        if text.reader not in {PARENTS, TEACHERS}:
            yield from _check_tone(text)
        yield from _check_facts(text)
        yield from _check_help(text)


def _check_tone(text: Text) -> Iterator[ContentError]:
    if text.role in NOT_OURS:
        return
    ours = QUOTED.sub("", without_citations(text.text).replace(COMFORT, ""))
    for word in dict.fromkeys(found.casefold() for found in HARSH.findall(ours)):
        problem = f'Het woord "{word}" past niet in een tekst voor kinderen.'
        remedy = "Zeg wat een kind kan doen, zoals: nog niet, of kijk nog eens."
        yield ContentError(text.path, text.line, problem, remedy)
    if FORBIDDEN_BY_LAW.search(ours):
        problem = "Zo zeker is het niet dat de wet dit verbiedt."
        remedy = "Schrijf: vraag het eerst, dat is de afspraak van school."
        yield ContentError(text.path, text.line, problem, remedy)


def _check_facts(text: Text) -> Iterator[ContentError]:
    for fact in UNCERTAIN:
        if re.search(fact.words, text.text):
            yield ContentError(text.path, text.line, fact.problem, fact.remedy)


def _check_help(text: Text) -> Iterator[ContentError]:
    for number in PHONE.findall(text.text):
        if number not in HELP_LINES.values():
            problem = f"Het nummer {number} is geen nummer dat is nagekeken."
            known = ", ".join(f"{name} {line}" for name, line in HELP_LINES.items())
            yield ContentError(text.path, text.line, problem, f"Schrijf het precies zo: {known}.")
        elif number in FOR_ADULTS and not _with_an_adult(text):
            problem = f"Het nummer {number} is voor volwassenen."
            remedy = "Noem de Kindertelefoon: 0800-0432, of schrijf: samen met een volwassene."
            yield ContentError(text.path, text.line, problem, remedy)


def _with_an_adult(text: Text) -> bool:
    return text.reader in {PARENTS, TEACHERS} or "volwassene" in text.text
