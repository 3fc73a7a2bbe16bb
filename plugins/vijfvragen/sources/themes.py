"""Reads the themes of the national curriculum, and finds names that are not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.text import TEACHERS, Text
from vijfvragen.model.themes import Theme, Themes
from vijfvragen.reading import (
    SLUG,
    SLUG_RULE,
    Flaw,
    Form,
    Line,
    Sentence,
    fill,
    nearest,
    read_front_matter,
    read_yaml,
)
from vijfvragen.sources.citations import check_texts
from vijfvragen.sources.folders import THEMES, Folders, collected
from vijfvragen.sources.lessons import PLAN_SUFFIX
from vijfvragen.sources.texts import texts_of_document

if TYPE_CHECKING:
    from collections.abc import Iterator


class ThemeForm(Form):
    """A theme as the author writes it."""

    what: ClassVar[str] = "een thema"

    title: Line = Field(description="hoe het thema heet: Veiligheid en privacy.")
    about: Sentence = Field(description="in één zin waar het over gaat.")


class ThemesForm(Form):
    """themes.yml."""

    what: ClassVar[str] = "een themes.yml"

    intro: Annotated[list[Sentence], Field(min_length=1)] = Field(
        description="wat een leerkracht over de kerndoelen moet weten, in alinea’s."
    )
    themes: Annotated[dict[str, ThemeForm], Field(min_length=1)] = Field(
        description="elk thema onder zijn id, met een title en een about."
    )


NO_THEMES = Themes((), ())
"""What a site has that says nothing about them."""


def read_themes(folders: Folders, problems: list[ContentError], texts: list[Text]) -> Themes | None:
    """The themes, `NO_THEMES` where there is no such file, or nothing when it is broken."""
    path = folders.themes
    if path not in folders.files(folders.lessons, THEMES):
        return NO_THEMES
    try:
        document = read_yaml(folders.read(path), path)
    except ContentErrors as wrong:
        collected(problems, wrong)
        return None
    before = len(problems)
    form = fill(ThemesForm, document, problems)
    if form is None:
        return None
    problems += check_texts(document, None, frozenset())
    for name in form.themes:
        if not re.match(SLUG, name):
            problem = f'"{name}" kan geen id van een thema zijn.'
            problems.append(document.error(Flaw(("themes", name), problem, SLUG_RULE)))
    if len(problems) > before:
        return None
    for at in (("intro",), *(("themes", name) for name in form.themes)):
        texts += texts_of_document(document, TEACHERS, at)
    found = (Theme(name, theme.title, theme.about) for name, theme in form.themes.items())
    return Themes(tuple(form.intro), tuple(found))


def check_theme_names(folders: Folders, themes: Themes | None) -> Iterator[ContentError]:
    """Every theme that a lesson plan names and that is not there."""
    if themes is None:
        return
    known = [theme.id for theme in themes.all]
    for path in folders.files(folders.lessons, f"*/*{PLAN_SUFFIX}"):
        try:
            document, _, _ = read_front_matter(folders.read(path), path)
        except ContentErrors:
            continue  # told already
        data = document.data if isinstance(document.data, dict) else {}
        named = data.get("themes")
        for index, name in enumerate(named if isinstance(named, list) else ()):
            if isinstance(name, str) and name not in known:
                problem = f'Het thema "{name}" is er niet.'
                remedy = nearest(name, known) if known else f"Schrijf het in {folders.themes}."
                yield document.error(Flaw(("themes", index), problem, remedy))
