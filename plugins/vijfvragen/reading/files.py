"""Reads UTF-8 text, YAML and front matter, and says in Dutch what is no such thing.

Every plain value is read as text ("ja" stays "ja", 4 becomes "4"); a form decides what it must be.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.reading.document import Document, Location
from vijfvragen.reading.words import NO_TEXT, quoted

if TYPE_CHECKING:
    from pathlib import Path

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)

STRAY_SIGN = "Hier staat een komma, dubbele punt of vraagteken los in een zin."
INDENT_OR_SIGN = "De inspringing klopt niet, of er staat een dubbele punt los in een zin."
INDENT_OR_QUOTE = (
    "Laat velden die bij elkaar horen met evenveel spaties beginnen, en zet een zin met een"
    ' dubbele punt tussen aanhalingstekens: "…".'
)
INVISIBLE = "Hier staat een onzichtbaar teken."
SPECIAL_SIGN = "Een waarde begint met &, * of !, en dat heeft in YAML een eigen betekenis."
QUOTE_IT = 'Zet de zin tussen aanhalingstekens: "…".'

HASHTAG = re.compile(r"[ \t]+#\w")
"""A word that YAML takes for a comment; an author's own comment has a space after the #."""


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
                self.problem(index, f"{quoted(key)} staat hier twee keer.", remedy)
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
