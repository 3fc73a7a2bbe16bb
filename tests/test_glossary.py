"""The children's glossary: its page, and its words in the text of a lesson."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from case_files import Overlay
from command import pages_of, vijfvragen
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from vijfvragen.i18n import Texts
from vijfvragen.markdown_extension import VijfvragenExtension
from vijfvragen.model.glossary import Word, anchor_of
from vijfvragen.pages.addresses import GLOSSARY, lesson_uri
from vijfvragen.pages.glossary import glossary
from vijfvragen.pages.site import Site, build_site
from vijfvragen.pages.terms import Term, mark
from vijfvragen.sources.curriculum import read
from vijfvragen.sources.folders import Folders

WriteSite = Callable[[Overlay], Path]
LESSON = "lessons/g56/jouw-foto.md"
LESSON_PAGE = "leerlingen/groep-5-6/jouw-foto/index.html"
GLOSSARY_PAGE = "leerlingen/woordenboek/index.html"
TERM = re.compile(r'<a class="vv-term"[^>]*>([^<]*)</a>')

PRIVATE, SHARING = (
    Term("privé", "alleen voor jou", "#prive"),
    Term("delen", "laten zien", "#delen"),
)
NAME, REAL = Term("goede naam", "wat mensen denken", "#naam"), Term("naam", "hoe je heet", "#n")
TERMS = {
    "privé": PRIVATE,
    "delen": SHARING,
    "gedeeld": SHARING,
    "goede naam": NAME,
    "naam": REAL,
    "naam geven": Term("naam geven", "noemen", "#g"),
}
WORDS = """\
toestemming:
  meaning: de ander vindt het goed
herkenbaar:
  meaning: je kunt zien wie het is
  forms: [herkenbare]
gevolg:
  meaning: wat er daarna gebeurt
  also: [sanctie]
"""
TEXT = "Staat er een ander op de foto? Vraag het eerst."
WITH_WORDS: Overlay = {
    "lessons/glossary.yml": WORDS,
    LESSON: {
        TEXT: f"{TEXT} Vraag *toestemming* voor een herkenbare foto. Wat is het gevolg?",
        "  toestemming: de ander zegt dat het mag\n": (
            "  toestemming: de ander zegt dat het mag\n  sanctie: wat je dan goedmaakt\n"
            "  portret: een foto van iemand\n"
        ),
    },
}


def marked(markdown: str) -> list[str]:
    """The words that are marked in a text, in order."""
    return TERM.findall(html_of(markdown))


def html_of(markdown: str) -> str:
    """A text with its words marked."""
    extension = VijfvragenExtension({})
    extension.terms = TERMS
    return Markdown(extensions=[extension, "tables"]).convert(markdown)


def site_of(root: Path) -> Site:
    """The site that the content of a folder becomes, without MkDocs."""
    folders = Folders(root, "protocols/de-linde")
    return build_site(read(folders, Texts("nl")), Texts("nl"))


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("toestemming", "toestemming"),
        ("goede naam", "goede-naam"),
        ("privé", "prive"),
        ("AI-plaatje", "ai-plaatje"),
        ("foto's", "foto-s"),
        ("?!", ""),
    ],
)
def test_anchor(spelling: str, expected: str) -> None:
    """A word's name in an address has small letters without accents, and hyphens."""
    assert expected == anchor_of(spelling)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Dit is privé.", ["privé"]),
        ("Privé is privé. En *privé* blijft het.", ["Privé"]),
        ("Wil je delen? Het is gedeeld.", ["delen"]),
        ("“Privé!” zegt ze, (delen).", ["Privé", "delen"]),
        ("Dit is *privé* en **delen** ook.", ["privé", "delen"]),
        ("- iets delen\n- iets privé\n", ["delen", "privé"]),
        ("| delen |\n|---|\n| privé |\n", ["delen", "privé"]),
    ],
)
def test_first_place(markdown: str, expected: list[str]) -> None:
    """A word is marked where it first stands, in whatever form, and once only."""
    assert expected == marked(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "Verdelen, mededelen, delende en gedeelde.",
        "Een privé-account en een niet-privé-account.",
        "Delen's en privé’s.",
        "Schrijf naar delen@example.nl, of kijk op www.delen.nl.",
    ],
)
def test_whole_words(markdown: str) -> None:
    """A part of a longer word, of an address or of a word with a hyphen is another word."""
    assert [] == marked(markdown)


def test_longest_first() -> None:
    """Of two words that begin or end in one place the longest is marked, over a line's end too."""
    assert ["goede naam", "naam"] == marked("Een goede naam is meer dan een naam.")
    assert ["naam geven", "naam"] == marked("Het een naam geven, en die naam houden.")
    assert ["goede\nnaam"] == marked("Een goede\nnaam.")


@pytest.mark.parametrize(
    "markdown",
    [
        "## Delen is privé",
        "> Delen is privé.",
        "[delen is privé](https://example.nl)",
        "`delen` en\n\n    privé\n",
        "/// drawing | twee\nTwee kinderen delen iets privé.\n///",
    ],
)
def test_left_alone(markdown: str) -> None:
    """Headings, quotes, links, code and what is said of a drawing stay as they are."""
    assert [] == marked(markdown)
    assert ["delen"] == marked(f"{markdown}\n\nWij delen dit.")


def test_what_a_mark_holds() -> None:
    """A marked word is a link that carries its meaning, as text."""
    extension = VijfvragenExtension({})
    extension.terms = {"delen": Term("delen", 'laten "zien" & <b>', "../x/#delen")}
    html = Markdown(extensions=[extension]).convert("Samen *Delen*.")
    told = 'data-meaning="laten &quot;zien&quot; &amp; &lt;b&gt;" data-word="delen"'
    link = f'<a class="vv-term" {told} href="../x/#delen">Delen</a>'
    assert f"<p>Samen <em>{link}</em>.</p>" == html


texts = st.lists(
    st.one_of(
        st.sampled_from(["delen", "Gedeeld", "privé", "goede naam", " ", ", ", "\n", "-", "’"]),
        st.text(max_size=4),
    ),
    max_size=8,
).map("".join)
elements = st.recursive(
    st.tuples(st.sampled_from(["p", "em", "h2", "a", "li", "code"]), texts, texts, st.just([])),
    lambda inner: st.tuples(
        st.sampled_from(["div", "p", "blockquote", "em"]), texts, texts, st.lists(inner, max_size=3)
    ),
    max_leaves=8,
)


def built(described: tuple[str, str, str, list[object]]) -> ET.Element:
    """The element that was described."""
    tag, text, tail, inner = described
    element = ET.Element(tag)
    element.text, element.tail = text, tail
    element.extend(built(one) for one in inner)  # type: ignore[arg-type]
    return element


@given(st.lists(elements, max_size=4))
def test_marking_changes_no_text(described: list[tuple[str, str, str, list[object]]]) -> None:
    """Whatever a page holds, its text stays, and each word is marked at most once."""
    root = ET.Element("div")
    root.extend(built(one) for one in described)
    before = "".join(root.itertext())
    mark(root, TERMS)
    assert before == "".join(root.itertext())
    links = [link.get("href") for link in root.iter("a") if link.get("class") == "vv-term"]
    assert len(set(links)) == len(links)
    for outer in root.iter():
        if outer.tag in {"h2", "a", "blockquote", "code"}:
            assert [] == [
                inner for inner in outer.iter("a") if inner is not outer and "class" in inner.attrib
            ]


def test_entries(write_site: WriteSite) -> None:
    """The page has the glossary's words and the lessons' own, from A to Z, with their lessons."""
    letters = glossary(site_of(write_site(WITH_WORDS)).curriculum)
    assert ["G", "H", "P", "T"] == [letter.letter for letter in letters]
    entries = {entry.word.word: entry for letter in letters for entry in letter.entries}
    taught = {word: len(entry.lessons) for word, entry in entries.items()}
    assert {"gevolg": 1, "herkenbaar": 0, "portret": 1, "toestemming": 1} == taught
    assert "de ander vindt het goed" == entries["toestemming"].word.meaning
    assert Word("portret", "een foto van iemand") == entries["portret"].word


def test_lesson_is_right(write_site: WriteSite) -> None:
    """In its own text a lesson's meaning goes before that of the glossary, other words keep it."""
    site = site_of(write_site(WITH_WORDS))
    [lesson] = site.curriculum.lessons
    terms = site.terms(lesson_uri(site.curriculum, lesson))
    meanings = {spelling: term.meaning for spelling, term in terms.items()}
    assert {
        "toestemming": "de ander zegt dat het mag",
        "herkenbaar": "je kunt zien wie het is",
        "herkenbare": "je kunt zien wie het is",
        "gevolg": "wat je dan goedmaakt",
        "sanctie": "wat je dan goedmaakt",
        "portret": "een foto van iemand",
    } == meanings
    assert "../../woordenboek/#gevolg" == terms["sanctie"].href
    assert {} == site.terms(GLOSSARY)


def test_pages(write_site: WriteSite) -> None:
    """A lesson marks its words and leads to the page; that leads back; menu and students too."""
    root = write_site(WITH_WORDS)
    done = vijfvragen("site", cwd=root)
    assert (0, "") == (done.returncode, done.stderr)
    pages = dict(pages_of(root / "site"))
    lesson, page = pages[LESSON_PAGE], pages[GLOSSARY_PAGE]
    assert ["toestemming", "herkenbare", "gevolg"] == TERM.findall(lesson)
    assert 'href="../../woordenboek/">Alle woorden van A tot Z' in lesson
    assert "/words.js" in lesson
    for anchor in re.findall(r'href="../../woordenboek/#([^"]+)"', lesson):
        assert 1 == page.count(f'<div id="{anchor}">')
    assert "gevolg (sanctie)" in page
    assert 3 == page.count('<a href="../groep-5-6/jouw-foto/">Jouw foto, mijn foto</a>')
    assert 'href="woordenboek/"' in pages["leerlingen/index.html"]
    assert "vv-reading" in page
    plan = pages["leerkrachten/lessen/jouw-foto/index.html"]
    assert "vv-term" not in plan + pages["protocol/index.html"], "only lessons explain words"
    assert "words." not in pages["leerlingen/groep-5-6/jouw-foto/quiz/index.html"]


def test_without_a_glossary(write_site: WriteSite) -> None:
    """A site without the file has no page, no link to one and no marked words."""
    site = site_of(write_site({}))
    assert GLOSSARY not in site.outline.pages
    assert GLOSSARY not in site.outline.listed
    [lesson] = site.curriculum.lessons
    uri = lesson_uri(site.curriculum, lesson)
    assert {} == site.terms(uri)
    assert "woordenboek" not in site.content(uri, "") + site.content("leerlingen/index.md", "")
