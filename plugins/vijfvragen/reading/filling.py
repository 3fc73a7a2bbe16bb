"""Fills a form with what a document holds, and tells every flaw at its line."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from vijfvragen.errors import ContentError
from vijfvragen.reading.document import Document, Location
from vijfvragen.reading.findings import MISSING_FIELD, UNKNOWN_FIELD, finding
from vijfvragen.reading.forms import Form

AnyForm = TypeVar("AnyForm", bound=Form)


def fill(
    form: type[AnyForm], document: Document, problems: list[ContentError], at: Location = ()
) -> AnyForm | None:
    """Fill a form with the data at a place in a document; add what is wrong to `problems`."""
    data = document.value(at)
    try:
        return form.model_validate({} if data is None else data)
    except ValidationError as wrong:
        found = [finding(form, details) for details in wrong.errors(include_url=False)]
        # A misspelt field is told once, not a second time as a field that is missing.
        meant = {(*one.location[:-1], one.nearest) for one in found if one.kind == UNKNOWN_FIELD}
        problems += [
            document.error(one.flaw(at))
            for one in found
            if one.kind != MISSING_FIELD or one.location not in meant
        ]
        return None
