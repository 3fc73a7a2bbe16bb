"""Reads the front matter and the citations of the hand-written pages."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.curriculum import Guidance
from vijfvragen.model.text import Text
from vijfvragen.reading import Form, Line, Sentence, fill, read_front_matter
from vijfvragen.sources.citations import Citable, articles_in, check_body, check_list, check_texts
from vijfvragen.sources.drawings import drawings_in
from vijfvragen.sources.folders import Folders, collected
from vijfvragen.sources.texts import reader_of_page, texts_of_body, texts_of_document


class GuidanceForm(Form):
    """The front matter of a hand-written page; `hide` and `search` are the theme's own."""

    what: ClassVar[str] = "een pagina"

    title: Line = Field(description="de titel van de pagina.")
    description: Line = Field(description="één zin over de pagina, voor wie de link ziet.")
    order: Annotated[int, Field(ge=1)] = Field(default=99, description="de plek in het menu: 3.")
    cites: list[str] = Field(default=[], description="de artikelen van het protocol.")
    starters: Annotated[list[Sentence], Field(max_length=3)] = Field(
        default=[], description="drie vragen voor een gesprek thuis."
    )
    agreement: Annotated[list[Sentence], Field(max_length=5)] = Field(
        default=[],
        description="het begin van zinnen om samen in te vullen: Wij vragen het eerst als …",
    )
    help: str = Field(
        default="", description="wanneer je hulp zoekt: Gaat er iets mis met een foto?"
    )
    announcement: str = Field(
        default="", description="een bericht voor de ouderapp; de site zet de link erachter."
    )
    hide: list[str] = Field(default=[], description="wat het thema op deze pagina weglaat.")
    search: dict[str, Any] = Field(default={}, description="exclude: true houdt de pagina buiten.")


def read_guidance(
    folders: Folders, citable: Citable, problems: list[ContentError], texts: list[Text]
) -> list[Guidance]:
    """Every hand-written page, by folder, order and path."""
    pages = []
    for path in folders.files(folders.docs, "**/*.md"):
        try:
            document, body, first_line = read_front_matter(folders.read(path), path)
        except ContentErrors as wrong:
            collected(problems, wrong)
            continue
        problems += check_body(body, first_line, path, citable)
        problems += check_texts(document, citable, frozenset())
        form = fill(GuidanceForm, document, problems)
        if form is None:
            continue
        problems += check_list(form.cites, document, ("cites",), citable)
        within = path.removeprefix(f"{folders.docs}/")
        texts += texts_of_document(document, reader_of_page(within))
        texts += texts_of_body(body, first_line, path, reader_of_page(within))
        pages.append(
            Guidance(
                path=within,
                source=path,
                title=form.title,
                description=form.description,
                order=form.order,
                cites=tuple(dict.fromkeys([*form.cites, *articles_in(body)])),
                drawings=drawings_in(body),
                starters=tuple(form.starters),
                agreement=tuple(form.agreement),
                help=form.help,
                announcement=form.announcement,
            )
        )
    return sorted(pages, key=lambda page: (page.path.rpartition("/")[0], page.order, page.path))
