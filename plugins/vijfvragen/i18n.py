"""The texts of the interface in the site's language, from gettext catalogues.

Messages are written in English in the code, so English needs no catalogue of its own.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from datetime import datetime

    from babel.messages.catalog import Catalog

SOURCE_LANGUAGE = "en"


class Texts:
    """Looks up interface texts in one language; missing ones stay English."""

    def __init__(self, language: str) -> None:
        """Take the catalogue of `language`; raises ValueError when there is none."""
        self.language = language
        self._catalog = _catalog(language)

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language, with `{name}` filled in from `values`."""
        found = self._catalog.get(message) if self._catalog else None
        text = str(found.string) if found and found.string else message
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def date(self, moment: datetime) -> str:
        """A day in words: "22 november 2026"."""
        return format_date(moment, format="long", locale=self.language)


@cache
def _catalog(language: str) -> Catalog | None:
    if language == SOURCE_LANGUAGE:
        return None
    locales = resources.files("vijfvragen") / "locales"
    file = locales / language / "LC_MESSAGES" / "vijfvragen.po"
    if not file.is_file():
        message = f"no catalogue for language {language!r}"
        raise ValueError(message)
    with file.open("rb") as stream:
        return read_po(stream, locale=language)
