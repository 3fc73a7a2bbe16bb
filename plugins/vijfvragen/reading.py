"""Strict, located reading of text, YAML and front matter, with Dutch sentences for what is wrong.

Every plain value is read as text ("ja" stays "ja", 4 becomes "4"); the form decides what it
must be. Each value keeps its line, so that a problem is told with file and line.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar, get_args, get_origin

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from vijfvragen.errors import ContentError, ContentErrors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

Location = tuple[str | int, ...]
"""The way to a value: keys and list positions."""

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, Field(pattern=SLUG)]
Sentence = Annotated[str, Field(min_length=1)]

STRAY_SIGN = "Hier staat een komma, dubbele punt of vraagteken los in een zin."
INDENT_OR_SIGN = "De inspringing klopt niet, of er staat een dubbele punt los in een zin."
INDENT_OR_QUOTE = (
    "Laat velden die bij elkaar horen met evenveel spaties beginnen, en zet een zin met een"
    ' dubbele punt tussen aanhalingstekens: "…".'
)
INVISIBLE = "Hier staat een onzichtbaar teken."
SPECIAL_SIGN = "Een waarde begint met &, * of !, en dat heeft in YAML een eigen betekenis."
QUOTE_IT = 'Zet de zin tussen aanhalingstekens: "…".'
SLUG_RULE = "Gebruik kleine letters, cijfers en streepjes: jouw-foto."

LONGEST_SHOWN = 40
"""Characters of a wrong value that an error repeats."""

MOST_SHOWN = 8
"""Names that an error lists when none is near."""

NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What a page cannot show; YAML lets it in through escapes such as "\\0"."""

HASHTAG = re.compile(r"[ \t]+#\w")
"""A word that YAML takes for a comment; an author's own comment has a space after the #."""


class Form(BaseModel):
    """What an author may write; every field has a Dutch description."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    what: ClassVar[str]
    """How an error names this form: "een keuzevraag"."""

    @model_validator(mode="before")
    @classmethod
    def _left_open(cls, data: object) -> object:
        """A field that may be missing may also be left open: `name:` with nothing behind it."""
        if not isinstance(data, dict):
            return data
        optional = {name for name, info in fields_of(cls).items() if not info.is_required()}
        return {key: val for key, val in data.items() if val is not None or key not in optional}


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

    def value(self, location: Location) -> Any:
        """The value at a place that there is."""
        value = self.data
        for step in location:
            value = value[step]
        return value

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
    return _Yaml(text, path, first_line).read()


def read_front_matter(text: str, path: str) -> tuple[Document, str, int]:
    """Split a Markdown file into its front matter, its body and the line the body starts at."""
    match = FRONT_MATTER.match(text)
    if match:
        document = read_yaml(match[1], path, first_line=2)
        return document, text[match.end() :], text.count("\n", 0, match.end()) + 1
    if re.match(r"---[ \t]*\n", text):
        problem = "Het blok met velden bovenaan houdt niet op."
        remedy = "Zet onder het laatste veld een regel met alleen ---."
    else:
        problem = "Het bestand begint niet met een blok tussen twee regels met ---."
        remedy = "Zet bovenaan: ---, dan de velden (title: …), dan weer ---."
    raise ContentErrors([ContentError(path, 1, problem, remedy)])


def fill(
    form: type[AnyForm], document: Document, problems: list[ContentError], at: Location = ()
) -> AnyForm | None:
    """Fill a form with the data at a place in a document; add what is wrong to `problems`."""
    data = document.value(at)
    try:
        return form.model_validate({} if data is None else data)
    except ValidationError as wrong:
        found = [_finding(form, details) for details in wrong.errors(include_url=False)]
        # A misspelt field is told once, not a second time as a field that is missing.
        meant = {(*one.location[:-1], one.nearest) for one in found if one.kind == UNKNOWN_FIELD}
        problems += [
            document.error(one.flaw(at))
            for one in found
            if one.kind != MISSING_FIELD or one.location not in meant
        ]
        return None


def fields_of(form: type[Form]) -> dict[str, FieldInfo]:
    """The fields of a form, by the name an author writes."""
    return {info.alias or name: info for name, info in form.model_fields.items()}


def nearest(word: str, known: list[str]) -> str:
    """The remedy for a name that does not exist: the nearest one, or what there is."""
    if close := _nearest(word, known):
        return f'Bedoel je "{close}"?'
    if not known:
        return "Haal het hier weg: er is nog niets om uit te kiezen."
    more = " …" if len(known) > MOST_SHOWN else "."
    return f"Kies uit: {', '.join(known[:MOST_SHOWN])}{more}"


def _nearest(word: str, known: list[str]) -> str:
    """The known name that looks like a word; empty when none does."""
    return next(iter(difflib.get_close_matches(word.lower(), known, n=1)), "")


class _Yaml:
    """One YAML text on its way to plain data with lines."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.lines: dict[Location, int] = {(): first_line}
        self.problems: list[ContentError] = []

    def read(self) -> Document:
        data = None
        try:
            node = None if self.tagged() else yaml.compose(self.text, Loader=yaml.SafeLoader)
            data = self.plain(node, ()) if node else None
        except yaml.MarkedYAMLError as wrong:
            self.problem(*_syntax(wrong, self.text))
        except yaml.reader.ReaderError as wrong:
            self.problem(wrong.position, INVISIBLE, "Haal het weg.")
        except (ValueError, OverflowError):
            beyond = re.search(r"\\U(?!00(0.|10))", self.text)
            problem = "Een zin tussen aanhalingstekens heeft een \\ met een teken dat er niet is."
            self.problem(beyond.start() if beyond else 0, problem, "Haal de \\ weg.")
        except RecursionError:
            self.problem(0, "Hier zitten te veel lijsten in elkaar.", "Haal er haken weg.")
        if self.problems:
            raise ContentErrors(self.problems)
        return Document(self.path, data, self.lines)

    def problem(self, index: int, problem: str, remedy: str) -> None:
        self.problems.append(ContentError(self.path, self.line(index), problem, remedy))

    def line(self, index: int) -> int:
        """The line of a character; YAML's own count knows more line ends than an editor does."""
        return self.text.count("\n", 0, index) + self.first_line

    def tagged(self) -> bool:
        """Tell the first anchor, alias or tag: it is a sentence without quotes."""
        for event in yaml.parse(self.text, Loader=yaml.SafeLoader):
            if getattr(event, "tag", None) or getattr(event, "anchor", None):
                mark = event.start_mark
                self.problem(mark.index if mark else 0, SPECIAL_SIGN, QUOTE_IT)
                return True
        return False

    def plain(self, node: yaml.Node, location: Location) -> Any:
        self.lines.setdefault(location, self.line(node.start_mark.index))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, location)
        return [self.plain(inner, (*location, at)) for at, inner in enumerate(node.value)]

    def scalar(self, node: yaml.ScalarNode) -> str | None:
        value: str = node.value
        if node.style is None and HASHTAG.match(self.text, node.end_mark.index):
            self.problem(node.end_mark.index, "Wat hier na # staat, telt niet mee.", QUOTE_IT)
        if NO_TEXT.search(value):
            self.problem(node.start_mark.index, INVISIBLE, "Haal het weg.")
        return None if node.style is None and value in {"", "~"} else value

    def mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            index = key_node.start_mark.index
            key = self.scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            if not key or (node.flow_style and _swallowed_comma(key_node, value_node)):
                self.problem(index, STRAY_SIGN, QUOTE_IT)
            elif key in data:
                remedy = "Haal er een weg, of geef hem een andere naam."
                self.problem(index, f"{_quoted(key)} staat hier twee keer.", remedy)
            else:
                self.lines[*location, key] = self.line(index)
                data[key] = self.plain(value_node, (*location, key))
        return data


def _swallowed_comma(key: yaml.Node, value: yaml.Node) -> bool:
    """In `{view: Ja, want leuk}` the comma makes `want leuk` a key without a value."""
    return bool(value.value == "" and value.start_mark.index == key.end_mark.index)


SYNTAX: tuple[tuple[str, str, str], ...] = (
    (r"scanning an? (alias|anchor|tag)", SPECIAL_SIGN, QUOTE_IT),
    (
        r"flow (sequence|mapping).* but got|flow node.*stream end",
        "De lijst die hier begint, houdt niet op.",
        "Sluit de lijst af met het haakje dat erbij hoort: ] of }.",
    ),
    (r"(mapping values|mapping keys) are not allowed|found '[,?:]'", STRAY_SIGN, QUOTE_IT),
    (r"found character '\\t'", "Hier staat een tab.", "Gebruik spaties in plaats van een tab."),
    (
        r"escape",
        "In een zin tussen aanhalingstekens staat een \\.",
        "Haal de \\ weg, of schrijf hem dubbel: \\\\.",
    ),
    (
        r"quoted scalar",
        "Een zin tussen aanhalingstekens houdt niet op.",
        'Zet de hele zin tussen dubbele aanhalingstekens: "…".',
    ),
    (
        r"cannot start any token|block scalar|node content|directive",
        "Een waarde begint met een teken dat hier niet mag.",
        QUOTE_IT,
    ),
    (
        r"sequence entries are not allowed",
        "Hier staat een streepje op een plek waar dat niet kan.",
        "Zet een lijst op een nieuwe regel, of de zin tussen aanhalingstekens.",
    ),
    (
        r"found '.scalar",
        "Achter deze waarde staat nog tekst.",
        "Zet de hele zin tussen aanhalingstekens, en gebruik in de zin zelf “ en ”.",
    ),
    (
        r"block (mapping|collection)|simple key|document start",
        "De inspringing klopt niet, of er ontbreekt een dubbele punt.",
        "Laat velden die bij elkaar horen met evenveel spaties beginnen: naam: waarde.",
    ),
    (
        r"another document",
        "Hier staat een regel met --- te veel.",
        "Haal de regel weg.",
    ),
    (r"", "Dit is geen leesbare YAML.", "Vergelijk deze regel met een bestand dat wel werkt."),
)
"""What PyYAML says, as a pattern, with problem and remedy; the first that fits is told."""

BEGINS_AT_CONTEXT = re.compile(r"flow (sequence|mapping)|unexpected|simple key")
"""Where PyYAML notices something too late: the mark of the context is the line to look at."""


def _syntax(wrong: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str]:
    """Place, problem and remedy for a text that is no YAML."""
    said = f"{wrong.context or ''} {wrong.problem or ''}"
    mark, start = wrong.problem_mark, wrong.context_mark
    if mark and start and mark.line > start.line:
        mark = start if BEGINS_AT_CONTEXT.search(said) else mark
    else:  # on one line it is no list without an end but a sign inside a sentence
        said = re.sub(r"flow (sequence|mapping).* but got(?! '.stream)", "found", said)
    # What only shows at the end of the file is told at its last line with text.
    index = min(mark.index, len(text.rstrip())) if mark else 0
    before = text[text.rfind("\n", 0, index) + 1 : index]
    if "mapping values" in said and re.fullmatch(r"\s+(- +)?[\w-]+", before):
        return index, INDENT_OR_SIGN, INDENT_OR_QUOTE
    problem, remedy = next((p, r) for pattern, p, r in SYNTAX if re.search(pattern, said))
    return index, problem, remedy


@dataclass(frozen=True)
class _Finding:
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
        return f"Bij {_quoted(self.name)}" if self.name else "Hier"

    @property
    def fill_in(self) -> str:
        """The remedy for what is missing or empty."""
        if self.description:
            return f"{self.name}: {self.description}"
        return f"Vul in wat er bij {_quoted(self.name)} hoort."

    @property
    def nearest(self) -> str:
        return _nearest(self.name, list(fields_of(self.owner)))

    def flaw(self, at: Location) -> Flaw:
        """The finding in Dutch, for a form that is filled at `at`."""
        location = at + self.location
        if self.kind == MISSING_FIELD:
            return Flaw(location[:-1], f"{_quoted(self.name)} ontbreekt.", self.fill_in)
        if self.value is None and self.kind != UNKNOWN_FIELD:
            return Flaw(location, f"{_quoted(self.name)} is leeg.", self.fill_in)
        return Flaw(location, *SENTENCES.get(self.kind, _something)(self))


def _finding(form: type[Form], details: ErrorDetails) -> _Finding:
    location: Location = details["loc"]
    owner, description = _field_at(form, location)
    context = details.get("ctx", {})
    return _Finding(details["type"], location, details["input"], context, owner, description)


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
        info = fields_of(owner).get(step)
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


def _quoted(value: str) -> str:
    """A text as an error repeats it: on one line and not too long."""
    text = " ".join(NO_TEXT.sub("", value).split())
    return f'"{text}"' if len(text) <= LONGEST_SHOWN else f'"{text[:LONGEST_SHOWN].rstrip()}…"'


def _cannot_be(found: _Finding) -> str:
    match found.value:
        case str() as text:
            return f"{_quoted(text)} kan niet bij {_quoted(found.name)}."
        case list():
            return f"{found.here} hoort één waarde, maar hier staat een lijst."
        case _:
            return f"{found.here} hoort één waarde, maar hier staat een blok met velden."


def _unknown_field(found: _Finding) -> tuple[str, str]:
    problem = f"{_quoted(found.name)} is geen veld van {found.owner.what}."
    return problem, nearest(found.name, list(fields_of(found.owner)))


def _no_choice(found: _Finding) -> tuple[str, str]:
    allowed = re.findall(r"'([^']+)'", found.context["expected"])
    word = found.value if isinstance(found.value, str) else ""
    return _cannot_be(found), nearest(word, allowed)


def _empty(found: _Finding) -> tuple[str, str]:
    return f"{_quoted(found.name)} is leeg.", found.fill_in


def _no_text(found: _Finding) -> tuple[str, str]:
    if isinstance(found.value, list):
        remedy = "Schrijf één tekst zonder streepje ervoor. Begint hij met [? " + QUOTE_IT
        return f"{found.here} hoort tekst, maar hier staat een lijst.", remedy
    remedy = "Staat er een dubbele punt in de zin? " + QUOTE_IT
    return f"{found.here} hoort tekst, maar hier staat een blok met velden.", remedy


def _no_list(found: _Finding) -> tuple[str, str]:
    return f"{found.here} hoort een lijst.", "Zet elk deel op een eigen regel die begint met -."


def _no_block(found: _Finding) -> tuple[str, str]:
    remedy = "Zet elk veld op een eigen regel: naam: waarde."
    return f"{found.here} hoort een blok met velden.", remedy


def _too_few(found: _Finding) -> tuple[str, str]:
    if not found.value:
        return _empty(found)
    least = found.context["min_length"]
    return f"{found.here} staan er te weinig.", f"Schrijf er ten minste {least}."


def _too_many(found: _Finding) -> tuple[str, str]:
    most = found.context["max_length"]
    return f"{found.here} staan er te veel.", f"Schrijf er hooguit {most}."


def _no_slug(found: _Finding) -> tuple[str, str]:
    return _cannot_be(found), SLUG_RULE


def _no_number(found: _Finding) -> tuple[str, str]:
    return f"{found.here} hoort een getal.", "Schrijf een heel getal, zoals 4."


def _too_low(found: _Finding) -> tuple[str, str]:
    return _cannot_be(found), f"Schrijf een heel getal vanaf {found.context['ge']}."


def _no_switch(found: _Finding) -> tuple[str, str]:
    return _cannot_be(found), "Schrijf true of false."


def _something(found: _Finding) -> tuple[str, str]:
    return f"{found.here} klopt iets niet.", found.fill_in


MISSING_FIELD = "missing"
UNKNOWN_FIELD = "extra_forbidden"

SENTENCES: dict[str, Callable[[_Finding], tuple[str, str]]] = {
    UNKNOWN_FIELD: _unknown_field,
    "enum": _no_choice,
    "literal_error": _no_choice,
    "string_type": _no_text,
    "string_too_short": _empty,
    "string_pattern_mismatch": _no_slug,
    "list_type": _no_list,
    "dict_type": _no_block,
    "model_type": _no_block,
    "too_short": _too_few,
    "too_long": _too_many,
    "int_type": _no_number,
    "int_parsing": _no_number,
    "int_parsing_size": _no_number,
    "greater_than_equal": _too_low,
    "bool_type": _no_switch,
    "bool_parsing": _no_switch,
}
"""Problem and remedy by pydantic's name for what is wrong."""
