"""Strict, located reading of text, YAML and front matter, with Dutch sentences for what is wrong.

Every plain value is read as text ("ja" stays "ja", 4 becomes "4"); the form decides what it
must be. Each value keeps its line, so that a problem is told with file and line.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar, TypeVar, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from vijfvragen.errors import ContentError, ContentErrors

Location = tuple[str | int, ...]
"""The way to a value: keys and list positions."""

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sentence = Annotated[str, Field(min_length=1)]


class Form(BaseModel):
    """What an author may write; every field has a Dutch description."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, populate_by_name=True
    )

    what: ClassVar[str]
    """How an error names this form: "een keuzevraag"."""

    @model_validator(mode="before")
    @classmethod
    def _left_open(cls, data: object) -> object:
        """A field that may be missing may also be left open: `name:` with nothing behind it."""
        if not isinstance(data, dict):
            return data
        needed = {info.alias or name for name, info in cls.model_fields.items() if info.is_required()}
        known = {info.alias or name for name, info in cls.model_fields.items()}
        return {
            key: value
            for key, value in data.items()
            if value is not None or key in needed or key not in known
        }


AnyForm = TypeVar("AnyForm", bound=Form)


@dataclass(frozen=True)
class Flaw:
    """Something wrong inside a form, before it has a file and a line."""

    location: Location
    problem: str
    remedy: str


@dataclass(frozen=True)
class Document:
    """Plain data from a YAML text, with the line of every value."""

    path: str
    data: Any
    lines: dict[Location, int] = field(default_factory=dict)

    def line(self, location: Location) -> int:
        """The line of a value; of what is around it when the value itself is missing."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def error(self, flaw: Flaw) -> ContentError:
        """Give a flaw its file and line."""
        return ContentError(self.path, self.line(flaw.location), flaw.problem, flaw.remedy)


def read_text(file: Path, path: str) -> str:
    """Read a UTF-8 file; a byte order mark and foreign line ends are no part of the text.

    Raises ContentErrors when the file is missing or not UTF-8.
    """
    try:
        data = file.read_bytes()
    except OSError:
        problem = ContentError(path, 0, "Dit bestand is er niet.", "Maak het, of verbeter de naam.")
        raise ContentErrors([problem]) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        problem = ContentError(
            path,
            data.count(b"\n", 0, wrong.start) + 1,
            "Hier staat een teken dat geen UTF-8 is.",
            "Sla het bestand op met de codering UTF-8.",
        )
        raise ContentErrors([problem]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml(text: str, path: str, first_line: int = 1) -> Document:
    """Read YAML whose first line is line `first_line` of the file.

    Raises ContentErrors for what is no YAML, for a key that stands twice, and for anchors and
    tags, which an author does not need.
    """
    try:
        refused = _refused(text)
        node = yaml.compose(text, Loader=yaml.SafeLoader) if refused is None else None
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        line = (mark.line if mark else 0) + first_line
        raise ContentErrors([ContentError(path, line, *_syntax(wrong, text))]) from None
    except yaml.YAMLError:
        problem = "Hier staat een teken dat in YAML niet mag."
        raise ContentErrors(
            [ContentError(path, first_line, problem, "Haal onzichtbare tekens weg.")]
        ) from None
    if refused is not None:
        raise ContentErrors(
            [
                ContentError(
                    path,
                    refused + first_line,
                    "Een waarde begint met &, * of !, en dat heeft in YAML een eigen betekenis.",
                    'Zet de zin tussen aanhalingstekens: "…".',
                )
            ]
        )
    lines: dict[Location, int] = {(): first_line}
    flaws: list[ContentError] = []
    data = _plain(node, (), lines, first_line, flaws, path) if node else None
    if flaws:
        raise ContentErrors(flaws)
    return Document(path, data, lines)


def read_front_matter(text: str, path: str) -> tuple[Document, str, int]:
    """Split a Markdown file into its front matter, its body and the line the body starts at."""
    match = FRONT_MATTER.match(text)
    if not match:
        problem = "Het bestand begint niet met een blok tussen twee regels met ---."
        remedy = "Zet bovenaan: ---, dan de velden (title: …), dan weer ---."
        raise ContentErrors([ContentError(path, 1, problem, remedy)])
    document = read_yaml(match.group(1), path, first_line=2)
    return document, text[match.end() :], text.count("\n", 0, match.end()) + 1


def fill(
    form: type[AnyForm], document: Document, problems: list[ContentError], at: Location = ()
) -> AnyForm | None:
    """Fill a form with the data at a place in a document; add what is wrong to `problems`."""
    data = document.data
    for step in at:
        data = data[step]
    try:
        return form.model_validate({} if data is None else data)
    except ValidationError as wrong:
        for details in wrong.errors():
            flaw = _flaw(form, details, at)
            problems.append(document.error(flaw))
        return None


def _refused(text: str) -> int | None:
    """The line (from 0) of the first anchor, alias or tag, if there is one."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        tagged = getattr(event, "tag", None) is not None
        if tagged or getattr(event, "anchor", None) is not None:
            return int(event.start_mark.line)
    return None


def _plain(
    node: yaml.Node,
    location: Location,
    lines: dict[Location, int],
    first_line: int,
    flaws: list[ContentError],
    path: str,
) -> Any:
    lines.setdefault(location, node.start_mark.line + first_line)
    match node:
        case yaml.ScalarNode():
            empty = node.style is None and node.value in {"", "~"}
            return None if empty else node.value
        case yaml.SequenceNode():
            return [
                _plain(inner, (*location, index), lines, first_line, flaws, path)
                for index, inner in enumerate(node.value)
            ]
        case yaml.MappingNode():
            data: dict[str, Any] = {}
            for key_node, value_node in node.value:
                key = str(key_node.value)
                line = key_node.start_mark.line + first_line
                if not isinstance(key_node, yaml.ScalarNode) or (
                    node.flow_style and _swallowed_comma(key_node, value_node)
                ):
                    flaws.append(ContentError(path, line, STRAY_SIGN, QUOTE_IT))
                    continue
                if key in data:
                    flaws.append(
                        ContentError(
                            path,
                            line,
                            f'"{key}" staat hier twee keer.',
                            "Haal er een weg, of geef hem een andere naam.",
                        )
                    )
                    continue
                lines[*location, key] = line
                inner = (*location, key)
                data[key] = _plain(value_node, inner, lines, first_line, flaws, path)
            return data
    raise AssertionError(node)  # pragma: no cover - YAML has no fourth kind of node


STRAY_SIGN = "Hier staat een komma, dubbele punt of vraagteken los in een zin."
QUOTE_IT = 'Zet de zin tussen aanhalingstekens: "…".'


def _swallowed_comma(key: yaml.Node, value: yaml.Node) -> bool:
    """In `{view: Ja, want leuk}` the comma makes `want leuk` a key without a value."""
    return bool(value.value == "" and value.start_mark.index == key.end_mark.index)


def _syntax(wrong: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    """Problem and remedy for a text that is no YAML."""
    said = f"{wrong.context or ''} {wrong.problem or ''}"
    if "mapping values are not allowed" in said or "expected ',' or" in said:
        return STRAY_SIGN, QUOTE_IT
    if "'\\t'" in said or ("cannot start any token" in said and "\t" in text):
        return "Hier staat een tab.", "Spring in met spaties."
    if "quoted scalar" in said:
        problem = "Een zin tussen aanhalingstekens houdt niet op."
        return problem, 'Zet aan het eind van de zin het tweede aanhalingsteken: "…".'
    if "cannot start any token" in said:
        return "Een waarde begint met een teken dat hier niet mag.", QUOTE_IT
    if "block mapping" in said or "block collection" in said or "simple key" in said:
        return (
            "De inspringing klopt niet, of er ontbreekt een dubbele punt.",
            "Laat velden die bij elkaar horen met evenveel spaties beginnen: naam: waarde.",
        )
    return "Dit is geen leesbare YAML.", "Vergelijk deze regel met een bestand dat wel werkt."


def _flaw(form: type[Form], details: ErrorDetails, at: Location) -> Flaw:
    """One of pydantic's findings as a Dutch flaw; its English message is never shown."""
    inner: Location = details["loc"]
    location = at + inner
    owner = _form_at(form, inner[:-1])
    name = next((str(step) for step in reversed(inner) if isinstance(step, str)), "")
    shown = details["input"]
    context = details.get("ctx", {})
    match details["type"]:
        case "missing":
            return Flaw(location[:-1], f'"{name}" ontbreekt.', _what_goes_in(owner, name))
        case "extra_forbidden":
            return Flaw(
                location, f'"{name}" is geen veld van {owner.what}.', nearest(name, _names(owner), _names(owner))
            )
        case "enum" | "literal_error":
            allowed = re.findall(r"'([^']+)'", str(context.get("expected", "")))
            problem = f'"{shown}" kan niet bij "{name}".'
            if shown is None:
                problem = f'"{name}" is leeg.'
            return Flaw(location, problem, nearest(str(shown), allowed, allowed))
        case "string_type" if shown is None:
            return Flaw(location, f'"{name}" is leeg.', _what_goes_in(owner, name))
        case "string_too_short":
            return Flaw(location, f'"{name}" is leeg.', _what_goes_in(owner, name))
        case "string_type":
            kind = "een lijst" if isinstance(shown, list) else "een blok met velden"
            problem = f'Bij "{name}" hoort tekst, maar hier staat {kind}.'
            return Flaw(location, problem, QUOTE_IT)
        case "list_type" | "tuple_type":
            problem = f'Bij "{name}" hoort een lijst.'
            return Flaw(location, problem, "Schrijf elk deel op een eigen regel die begint met -.")
        case "model_type" | "model_attributes_type" | "dict_type":
            here = f'Bij "{name}"' if name else "Hier"
            problem = f"{here} hoort een blok met velden."
            return Flaw(location, problem, "Schrijf elk veld op een eigen regel: naam: waarde.")
        case "too_short" | "too_long" as kind:
            few = kind == "too_short"
            bound = context.get("min_length" if few else "max_length")
            problem = f'"{name}" heeft te {"weinig" if few else "veel"} regels.'
            return Flaw(location, problem, f"Het zijn er {'ten minste' if few else 'hooguit'} {bound}.")
        case "string_pattern_mismatch":
            problem = f'"{shown}" kan niet bij "{name}".'
            return Flaw(location, problem, "Gebruik kleine letters, cijfers en streepjes: jouw-foto.")
        case "int_parsing" | "int_type":
            return Flaw(location, f'Bij "{name}" hoort een getal.', "Schrijf een heel getal: 4.")
        case "bool_parsing" | "bool_type":
            return Flaw(location, f'"{shown}" kan niet bij "{name}".', "Schrijf true of false.")
        case _:
            return Flaw(location, f'Er klopt iets niet bij "{name}".', _what_goes_in(owner, name))


def _form_at(form: type[Form], location: Location) -> type[Form]:
    """The form that a value belongs to, found by walking the annotations."""
    for step in location:
        if not isinstance(step, str):
            continue
        known = {info.alias or name: info for name, info in form.model_fields.items()}
        if step in known:
            form = next(_forms_in(known[step].annotation), form)
    return form


def _forms_in(annotation: Any) -> Iterator[type[Form]]:
    if isinstance(annotation, type) and issubclass(annotation, Form):
        yield annotation
    for inner in get_args(annotation):
        yield from _forms_in(inner)


def _names(form: type[Form]) -> list[str]:
    return [info.alias or name for name, info in form.model_fields.items()]


def _what_goes_in(form: type[Form], name: str) -> str:
    for field_name, info in form.model_fields.items():
        if (info.alias or field_name) == name and info.description:
            return f"{name}: {info.description}"
    return f"Vul {name} in."


def nearest(word: str, shown: list[str], known: list[str]) -> str:
    """The remedy for a name that does not exist: the nearest one, or what there is."""
    close = difflib.get_close_matches(word, known, n=1)
    if close:
        return f'Bedoel je "{close[0]}"?'
    rest = " …" if len(shown) < len(known) else "."
    return f"Kies uit: {', '.join(shown)}{rest}"
