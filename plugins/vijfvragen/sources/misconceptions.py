"""Reads the misconceptions that answers name, and finds names that are not there."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.misconception import Misconception
from vijfvragen.model.text import TEACHERS, Text
from vijfvragen.reading import (
    SLUG,
    SLUG_RULE,
    Document,
    Flaw,
    Form,
    Location,
    Sentence,
    fill,
    nearest,
    read_yaml,
)
from vijfvragen.sources.citations import Citable, check_list, check_texts, located_texts
from vijfvragen.sources.folders import MISCONCEPTIONS, Folders, collected
from vijfvragen.sources.texts import texts_of_document

if TYPE_CHECKING:
    from collections.abc import Iterator

CITING = frozenset({"why", "close"})
NAMING = {"misconception", "misconceptions"}
"""The fields of a question that name one, or one for each decision."""


class MisconceptionForm(Form):
    """A misconception as the author writes it."""

    what: ClassVar[str] = "een denkbeeld"

    idea: Sentence = Field(description="wat het kind denkt, in zijn eigen woorden.")
    why: Sentence = Field(description="waarom kinderen dat denken, en wat klopt.")
    ask: Annotated[list[Sentence], Field(min_length=2, max_length=3)] = Field(
        description="twee of drie vragen om te stellen."
    )
    close: Sentence = Field(description="de zin waarmee het gesprekje eindigt.")
    cites: Annotated[list[str], Field(min_length=1, max_length=3)] = Field(
        description="één tot drie artikelen van het protocol, zoals [tip-6]."
    )


Known = dict[str, Misconception | None] | None
"""By id, in the order of the file: None where it is broken; nothing at all when the file is."""


def read_misconceptions(
    folders: Folders, citable: Citable, problems: list[ContentError], texts: list[Text]
) -> Known:
    """Every misconception; the file may be missing as long as no answer names one."""
    path = folders.misconceptions
    if path not in folders.files(folders.quizzes, MISCONCEPTIONS):
        return {}
    try:
        document = read_yaml(folders.read(path), path)
    except ContentErrors as wrong:
        collected(problems, wrong)
        return None
    if not isinstance(document.data, dict):
        problem = "In dit bestand staan geen denkbeelden."
        remedy = "Begin elk denkbeeld met zijn id: weg-is-weg:, en zet de velden eronder."
        problems.append(ContentError(path, 0, problem, remedy))
        return None
    texts += texts_of_document(document, TEACHERS)
    return {own_id: _read(own_id, document, citable, problems) for own_id in document.data}


def _read(
    own_id: str, document: Document, citable: Citable, problems: list[ContentError]
) -> Misconception | None:
    at: Location = (own_id,)
    before = len(problems)
    if not re.match(SLUG, own_id):
        flaw = Flaw(at, f'"{own_id}" kan geen id van een denkbeeld zijn.', SLUG_RULE)
        problems.append(document.error(flaw))
    problems += check_texts(document, citable, CITING, at)
    form = fill(MisconceptionForm, document, problems, at)
    if form is None:
        return None
    problems += check_list(form.cites, document, (*at, "cites"), citable)
    if len(problems) > before:
        return None
    cites = tuple(dict.fromkeys(form.cites))
    return Misconception(own_id, form.idea, form.why, tuple(form.ask), form.close, cites)


def check_misconception_names(
    document: Document, known: list[str] | None, at: Location
) -> Iterator[ContentError]:
    """Every field below `at` that names a misconception which is not there."""
    if known is None:
        return
    for location, name in located_texts(document, at):
        named = any(step in NAMING for step in location[len(at) :])
        if named and name not in known and re.match(SLUG, name):
            problem = f'Het denkbeeld "{name}" is er niet.'
            file = PurePosixPath(document.path).parents[1] / MISCONCEPTIONS
            remedy = nearest(name, known) if known else f"Schrijf het in {file}."
            yield document.error(Flaw(location, problem, remedy))
