"""What pydantic found wrong in a form, as Dutch sentences; its own words are never shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args, get_origin

from vijfvragen.reading.document import Flaw, Location
from vijfvragen.reading.files import QUOTE_IT
from vijfvragen.reading.forms import Form
from vijfvragen.reading.words import PATTERN_RULES, nearest, nearest_name, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic_core import ErrorDetails


@dataclass(frozen=True)
class Finding:
    """One of pydantic's findings; its English message is never shown."""

    kind: str
    location: Location
    value: Any
    context: dict[str, Any]
    owner: type[Form]
    description: str
    """What the form says about the field; empty for an entry of a field."""

    @property
    def name(self) -> str:
        """The nearest name around the value; empty at the top."""
        return next((step for step in reversed(self.location) if isinstance(step, str)), "")

    @property
    def here(self) -> str:
        """The beginning of a sentence about the value."""
        return f"Bij {quoted(self.name)}" if self.name else "Hier"

    @property
    def fill_in(self) -> str:
        """The remedy for what is missing or empty."""
        if self.description:
            return f"{self.name}: {self.description}"
        return f"Vul in wat er bij {quoted(self.name)} hoort."

    @property
    def nearest(self) -> str:
        """The field that an unknown name looks like; empty when none does."""
        return nearest_name(self.name, list(self.owner.fields()))

    def flaw(self, at: Location) -> Flaw:
        """The finding in Dutch, for a form that is filled at `at`."""
        location = at + self.location
        if self.kind == MISSING_FIELD:
            return Flaw(location[:-1], f"{quoted(self.name)} ontbreekt.", self.fill_in)
        if self.value is None and self.kind != UNKNOWN_FIELD:
            return Flaw(location, f"{quoted(self.name)} is leeg.", self.fill_in)
        return Flaw(location, *SENTENCES.get(self.kind, _something)(self))


def finding(form: type[Form], details: ErrorDetails) -> Finding:
    """One of pydantic's findings about a form, with the field it is about."""
    location: Location = details["loc"]
    owner, description = _field_at(form, location)
    context = details.get("ctx", {})
    return Finding(details["type"], location, details["input"], context, owner, description)


def _field_at(form: type[Form], location: Location) -> tuple[type[Form], str]:
    """The form that a value belongs to, and what that form says about its field."""
    owner, description, keyed = form, "", False
    inner: type[Form] | None = None
    for step in location:
        if not isinstance(step, str):
            continue
        if keyed:
            keyed, description = False, ""
            continue
        owner, inner = inner or owner, None
        info = owner.fields().get(step)
        if info is None:
            return owner, ""
        description, keyed = info.description or "", _is_keyed(info.annotation)
        inner = next(_forms_in(info.annotation), None)
    return owner, description


def _is_keyed(annotation: Any) -> bool:
    return get_origin(annotation) is dict or any(map(_is_keyed, get_args(annotation)))


def _forms_in(annotation: Any) -> Iterator[type[Form]]:
    if isinstance(annotation, type) and issubclass(annotation, Form):
        yield annotation
    for inner in get_args(annotation):
        yield from _forms_in(inner)


def _cannot_be(found: Finding) -> str:
    match found.value:
        case str() as text:
            return f"{quoted(text)} kan niet bij {quoted(found.name)}."
        case list():
            return f"{found.here} hoort één waarde, maar hier staat een lijst."
        case _:
            return f"{found.here} hoort één waarde, maar hier staat een blok met velden."


def _unknown_field(found: Finding) -> tuple[str, str]:
    problem = f"{quoted(found.name)} is geen veld van {found.owner.what}."
    return problem, nearest(found.name, list(found.owner.fields()))


def _no_choice(found: Finding) -> tuple[str, str]:
    allowed = re.findall(r"'([^']+)'", found.context["expected"])
    word = found.value if isinstance(found.value, str) else ""
    return _cannot_be(found), nearest(word, allowed)


def _empty(found: Finding) -> tuple[str, str]:
    return f"{quoted(found.name)} is leeg.", found.fill_in


def _no_text(found: Finding) -> tuple[str, str]:
    if isinstance(found.value, list):
        remedy = "Schrijf één tekst zonder streepje ervoor. Begint hij met [? " + QUOTE_IT
        return f"{found.here} hoort tekst, maar hier staat een lijst.", remedy
    remedy = "Staat er een dubbele punt in de zin? " + QUOTE_IT
    return f"{found.here} hoort tekst, maar hier staat een blok met velden.", remedy


def _no_list(found: Finding) -> tuple[str, str]:
    return f"{found.here} hoort een lijst.", "Zet elk deel op een eigen regel die begint met -."


def _no_block(found: Finding) -> tuple[str, str]:
    remedy = "Zet elk veld op een eigen regel: naam: waarde."
    return f"{found.here} hoort een blok met velden.", remedy


def _too_few(found: Finding) -> tuple[str, str]:
    if not found.value:
        return _empty(found)
    least = found.context["min_length"]
    return f"{found.here} staan er te weinig.", f"Schrijf er ten minste {least}."


def _too_many(found: Finding) -> tuple[str, str]:
    most = found.context["max_length"]
    return f"{found.here} staan er te veel.", f"Schrijf er hooguit {most}."


def _no_pattern(found: Finding) -> tuple[str, str]:
    return _cannot_be(found), PATTERN_RULES[found.context["pattern"]]


def _no_number(found: Finding) -> tuple[str, str]:
    return f"{found.here} hoort een getal.", "Schrijf een heel getal, zoals 4."


def _no_fraction(found: Finding) -> tuple[str, str]:
    return f"{found.here} hoort een getal.", "Schrijf een getal, zo nodig met een punt: 1.4."


def _too_low(found: Finding) -> tuple[str, str]:
    return _cannot_be(found), f"Schrijf een heel getal vanaf {found.context['ge']}."


def _no_switch(found: Finding) -> tuple[str, str]:
    return _cannot_be(found), "Schrijf true of false."


def _something(found: Finding) -> tuple[str, str]:
    return f"{found.here} klopt iets niet.", found.fill_in


MISSING_FIELD = "missing"
UNKNOWN_FIELD = "extra_forbidden"

SENTENCES: dict[str, Callable[[Finding], tuple[str, str]]] = {
    UNKNOWN_FIELD: _unknown_field,
    "enum": _no_choice,
    "literal_error": _no_choice,
    "string_type": _no_text,
    "string_too_short": _empty,
    "string_pattern_mismatch": _no_pattern,
    "list_type": _no_list,
    "dict_type": _no_block,
    "model_type": _no_block,
    "too_short": _too_few,
    "too_long": _too_many,
    "int_type": _no_number,
    "int_parsing": _no_number,
    "int_parsing_size": _no_number,
    "float_type": _no_fraction,
    "float_parsing": _no_fraction,
    "greater_than_equal": _too_low,
    "bool_type": _no_switch,
    "bool_parsing": _no_switch,
}
"""Problem and remedy by pydantic's name for what is wrong."""
