"""Reading of text, YAML and front matter; filling of forms, with sentences for what is wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError
from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.scenario import Answer
from vijfvragen.questions import QUESTION_TYPES
from vijfvragen.reading import (
    Document,
    Flaw,
    Form,
    Sentence,
    Slug,
    fill,
    nearest,
    read_front_matter,
    read_text,
    read_yaml,
)
from vijfvragen.reading.findings import SENTENCES
from vijfvragen.sources.grades import GradeForm, LevelForm
from vijfvragen.sources.guidance import GuidanceForm
from vijfvragen.sources.lessons import LessonForm, PlanForm
from vijfvragen.sources.protocol import OutlineForm
from vijfvragen.sources.quizzes import QuizForm
from vijfvragen.sources.school import MappingForm, SchoolForm

FORMS: list[type[Form]] = [
    GradeForm,
    LevelForm,
    GuidanceForm,
    LessonForm,
    MappingForm,
    OutlineForm,
    PlanForm,
    QuizForm,
    SchoolForm,
    *QUESTION_TYPES.values(),
]

FOREIGN = re.compile(
    r"\b(input|should|valid|string|dict|dictionary|list|tuple|bool|boolean|int|integer|str|none"
    r"|null|value|error|type|pydantic|field|extra|missing|permitted)\b(?!\")",
    re.IGNORECASE,
)
"""Words of pydantic, YAML or Python that no sentence for a teacher may hold."""

SIGNS = "abé 0:,?#[]{}&*!|>-'\"%@`\\\t\n~\u2028\x00"

yaml_data = st.recursive(
    st.none() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=12,
)
"""What a YAML text can give: texts and nothing in lists and blocks."""


class Inner(Form):
    """A form inside a form."""

    what: ClassVar[str] = "een binnenste formulier"

    name: Sentence = Field(description="de naam.")


class Everything(Form):
    """A form with every kind of field that there is."""

    what: ClassVar[str] = "een formulier"

    text: str = ""
    sentence: Sentence = Field(default="…", description="een zin.")
    slug: Slug = "slug"
    answer: Answer = Answer.YES
    kind: Literal["numbered", "paragraphs"] = "numbered"
    many: list[str] = Field(default=[], min_length=2, max_length=3)
    block: Inner | None = None
    blocks: dict[str, Inner] = Field(default={}, description="de namen.")
    number: Annotated[int, Field(ge=1)] = 1
    fraction: Annotated[float, Field(ge=1)] = 1
    switch: bool = False


WRONG: list[tuple[str, Any, str, str]] = [
    (
        "missing",
        {"block": {}},
        '"name" ontbreekt.',
        "name: de naam.",
    ),
    (
        "extra_forbidden",
        {"sentense": "…"},
        '"sentense" is geen veld van een formulier.',
        'Bedoel je "sentence"?',
    ),
    (
        "enum",
        {"answer": "misschien"},
        '"misschien" kan niet bij "answer".',
        "Kies uit: ja, nee, hangt-ervan-af.",
    ),
    (
        "literal_error",
        {"kind": "paragraaf"},
        '"paragraaf" kan niet bij "kind".',
        'Bedoel je "paragraphs"?',
    ),
    (
        "string_type",
        {"blocks": {"title": {"name": ["a"]}}},
        'Bij "name" hoort tekst, maar hier staat een lijst.',
        (
            "Schrijf één tekst zonder streepje ervoor. Begint hij met [? "
            'Zet de zin tussen aanhalingstekens: "…".'
        ),
    ),
    (
        "string_too_short",
        {"sentence": " "},
        '"sentence" is leeg.',
        "sentence: een zin.",
    ),
    (
        "string_pattern_mismatch",
        {"slug": "Een Slug"},
        '"Een Slug" kan niet bij "slug".',
        "Gebruik kleine letters, cijfers en streepjes: jouw-foto.",
    ),
    (
        "list_type",
        {"many": "een"},
        'Bij "many" hoort een lijst.',
        "Zet elk deel op een eigen regel die begint met -.",
    ),
    (
        "dict_type",
        {"blocks": "een"},
        'Bij "blocks" hoort een blok met velden.',
        "Zet elk veld op een eigen regel: naam: waarde.",
    ),
    (
        "model_type",
        {"blocks": {"een": "twee"}},
        'Bij "een" hoort een blok met velden.',
        "Zet elk veld op een eigen regel: naam: waarde.",
    ),
    (
        "too_short",
        {"many": ["een"]},
        'Bij "many" staan er te weinig.',
        "Schrijf er ten minste 2.",
    ),
    (
        "too_long",
        {"many": ["een", "twee", "drie", "vier"]},
        'Bij "many" staan er te veel.',
        "Schrijf er hooguit 3.",
    ),
    (
        "int_type",
        {"number": ["1"]},
        'Bij "number" hoort een getal.',
        "Schrijf een heel getal, zoals 4.",
    ),
    (
        "int_parsing",
        {"number": "vier"},
        'Bij "number" hoort een getal.',
        "Schrijf een heel getal, zoals 4.",
    ),
    (
        "float_type",
        {"fraction": ["1.4"]},
        'Bij "fraction" hoort een getal.',
        "Schrijf een getal, zo nodig met een punt: 1.4.",
    ),
    (
        "float_parsing",
        {"fraction": "anderhalf"},
        'Bij "fraction" hoort een getal.',
        "Schrijf een getal, zo nodig met een punt: 1.4.",
    ),
    (
        "int_parsing_size",
        {"number": "1" * 5000},
        'Bij "number" hoort een getal.',
        "Schrijf een heel getal, zoals 4.",
    ),
    (
        "greater_than_equal",
        {"number": "0"},
        '"0" kan niet bij "number".',
        "Schrijf een heel getal vanaf 1.",
    ),
    (
        "bool_type",
        {"switch": {}},
        'Bij "switch" hoort één waarde, maar hier staat een blok met velden.',
        "Schrijf true of false.",
    ),
    (
        "bool_parsing",
        {"switch": "ja"},
        '"ja" kan niet bij "switch".',
        "Schrijf true of false.",
    ),
]


def problems_of(form: type[Form], data: Any) -> list[ContentError]:
    """What is wrong with data in a form."""
    problems: list[ContentError] = []
    fill(form, Document("vraag.yml", data), problems)
    return problems


@pytest.mark.parametrize(("kind", "data", "problem", "remedy"), WRONG)
def test_sentences(kind: str, data: Any, problem: str, remedy: str) -> None:
    """Each of pydantic's findings becomes a plain Dutch problem with its remedy."""
    with pytest.raises(ValidationError) as wrong:
        Everything.model_validate(data)
    assert [kind] == [details["type"] for details in wrong.value.errors()]
    assert [ContentError("vraag.yml", 1, problem, remedy)] == problems_of(Everything, data)


def test_every_sentence_is_tested() -> None:
    """No sentence stands in the table without a case here."""
    assert {*SENTENCES, "missing"} == {kind for kind, *_ in WRONG}


@pytest.mark.parametrize("form", FORMS)
def test_every_field_is_described(form: type[Form]) -> None:
    """Every field that an author may write has a Dutch description that ends like a sentence."""
    for name, info in form.model_fields.items():
        assert (info.description or "").endswith((".", "?", "…")), name


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_forms_answer_in_dutch(form: type[Form], data: st.DataObject) -> None:
    """Whatever a YAML text gives, a form says what is wrong in Dutch and nothing else."""
    names = st.sampled_from(list(form.model_fields)) | st.text(max_size=6)
    content = data.draw(st.dictionaries(names, yaml_data, max_size=5) | yaml_data)
    for problem in problems_of(form, content):
        assert not FOREIGN.search(re.sub(r'"[^"]*"|^\w+:', "", problem.problem)), problem
        assert not FOREIGN.search(re.sub(r'"[^"]*"|^\w+: .*|Kies uit: .*', "", problem.remedy)), (
            problem
        )
        assert "klopt iets niet" not in problem.problem


@given(st.text() | st.text(alphabet=SIGNS))
def test_yaml_is_read_or_refused(text: str) -> None:
    """Any text is read as YAML or refused with its place, and never anything else."""
    lines = [1]
    try:
        read_yaml(text, "vraag.yml")
    except ContentErrors as wrong:
        lines = [problem.line for problem in wrong.problems]
    assert set(lines) <= set(range(1, text.count("\n") + 2))


@given(st.text(), st.text(alphabet=SIGNS))
def test_front_matter_is_read_or_refused(fields: str, body: str) -> None:
    """Any text behind three hyphens is read as front matter or refused, and never anything else."""
    text = f"---\n{fields}\n---\n{body}"
    try:
        _, rest, first_line = read_front_matter(text, "les.md")
    except ContentErrors:
        return
    assert text.endswith(rest)
    assert text.count("\n") - rest.count("\n") + 1 == first_line


def test_deep_lists_are_refused() -> None:
    """A thousand brackets in each other are refused like any other text that is no YAML."""
    with pytest.raises(ContentErrors, match="te veel lijsten"):
        read_yaml("[" * 1000 + "]" * 1000, "vraag.yml")


def test_plain_values_are_text() -> None:
    """What a computer may take for a number or a switch stays what the author wrote."""
    text = "a: ja\nb: 4\nc: 012\nd: true\ne: 2026-11-22\nf:\ng: ~\nh: ''\n"
    expected: dict[str, str | None] = {
        "a": "ja",
        "b": "4",
        "c": "012",
        "d": "true",
        "e": "2026-11-22",
    }
    expected |= {"f": None, "g": None, "h": ""}
    assert expected == read_yaml(text, "vraag.yml").data


def test_values_keep_their_line() -> None:
    """Every value knows its line, and what is missing the line of what is around it."""
    document = read_yaml("a:\n  - b: 1\n\n    c: |\n      x\n  - d\n", "vraag.yml", first_line=2)
    assert 2 == document.line(("a",))
    assert 3 == document.line(("a", 0))
    assert 5 == document.line(("a", 0, "c"))
    assert 7 == document.line(("a", 1))
    assert 3 == document.line(("a", 0, "weg"))
    assert 2 == document.line(("weg", "weg"))


def test_lines_are_those_of_an_editor() -> None:
    """A line separator inside a text, which YAML counts and an editor does not, shifts no line."""
    document = read_yaml("a: een\u2028 twee\nb: drie\n", "vraag.yml")
    assert 2 == document.line(("b",))


def test_text_without_mark_and_foreign_line_ends(tmp_path: Path) -> None:
    """A byte order mark and the line ends of Windows are no part of a text."""
    file = tmp_path / "les.md"
    file.write_bytes("\ufeffeen\r\ntwéé\rdrie\n".encode())
    assert "een\ntwéé\ndrie\n" == read_text(file, "les.md")


def test_fields_left_open_have_their_default() -> None:
    """A field that may be missing may be left open; one that is needed may not."""
    assert Everything() == Everything.model_validate({"text": None, "sentence": None, "many": None})
    assert ['"name" is leeg.'] == [one.problem for one in problems_of(Inner, {"name": None})]


def test_long_values_are_cut() -> None:
    """A wrong value is repeated on one line and not at full length."""
    [problem] = problems_of(Everything, {"answer": "ja\n" * 50})
    assert '"ja ja ja ja ja ja ja ja ja ja ja ja ja j…" kan niet bij "answer".' == problem.problem


@pytest.mark.parametrize(
    ("word", "known", "remedy"),
    [
        ("anser", ["text", "answers"], 'Bedoel je "answers"?'),
        ("Helder", ["helder", "open"], 'Bedoel je "helder"?'),
        ("x", ["een", "twee"], "Kies uit: een, twee."),
        ("x", list("abcdefghi"), "Kies uit: a, b, c, d, e, f, g, h …"),
        ("x", [], "Haal het hier weg: er is nog niets om uit te kiezen."),
    ],
)
def test_nearest(word: str, known: list[str], remedy: str) -> None:
    """A name that does not exist gives the nearest one, or what there is."""
    assert remedy == nearest(word, known)


def test_a_flaw_gets_its_place() -> None:
    """A flaw inside a form becomes an error with file and line."""
    document = read_yaml("a: 1\nb: 2\n", "vraag.yml")
    error = document.error(Flaw(("b",), "Dit kan niet.", "Doe iets anders."))
    assert "vraag.yml:2: Dit kan niet.\n    Doe iets anders." == str(error)
