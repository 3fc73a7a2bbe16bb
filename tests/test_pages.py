"""What the pages of a built site hold; a tiny complete site under a sub-path."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from case_files import Overlay, lay_over
from command import REPOSITORY, pages_of, vijfvragen
from hypothesis import given
from hypothesis import strategies as st
from vijfvragen.pages.addresses import address, relative
from vijfvragen.pages.policy import headers_file, policy, refused_markup, script_hashes, with_policy

TINY = REPOSITORY / "tests" / "sites" / "tiny"
HEAD = re.compile(r'<head><meta http-equiv="content-security-policy" content="([^"]*)">')


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = vijfvragen("site", "--output", str(folder), cwd=REPOSITORY)
    assert 0 == done.returncode, done.stderr
    return folder


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("index.md", ""),
        ("protocol.md", "protocol/"),
        ("ouders/index.md", "ouders/"),
        ("leerlingen/groep-5-6/jouw-foto/quiz.md", "leerlingen/groep-5-6/jouw-foto/quiz/"),
    ],
)
def test_address(uri: str, expected: str) -> None:
    """A page is published in a folder of its own."""
    assert expected == address(uri)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("index.md", "index.md", "./"),
        ("index.md", "protocol.md", "protocol/"),
        ("protocol.md", "index.md", "../"),
        ("a/b/index.md", "a/b/quiz.md", "quiz/"),
        ("a/b/quiz.md", "a/b/index.md", "../"),
        ("a/b/quiz.md", "assets/x.js", "../../../assets/x.js"),
    ],
)
def test_relative(source: str, target: str, expected: str) -> None:
    """Links are relative, so that a site works under any path."""
    assert expected == relative(source, target)


def test_the_policy_rules_every_page(built: Path) -> None:
    """Each page, 404 included, begins its head with a policy that allows just its own scripts."""
    for path, html in pages_of(built):
        match = HEAD.search(html)
        assert match, path
        assert policy(script_hashes(html)) == match[1], path
        assert "'unsafe" not in match[1]
        assert html.index('charset="utf-8"') < 1024, "a browser looks no further for the charset"


def test_the_headers_file_allows_what_the_pages_allow(built: Path) -> None:
    """A server can send one policy that fits all pages, and that no page may be framed."""
    hashes = {found for _, html in pages_of(built) for found in script_hashes(html)}
    headers = (built / "_headers").read_text("utf-8")
    assert headers_file(hashes) == headers
    assert "frame-ancestors 'none'" in headers


def test_a_policy_is_replaced_and_not_doubled() -> None:
    """A page that gets another script while it is served is ruled anew."""
    once = with_policy("<html><head><title>x</title></head><body></body></html>")
    script = "<script>later()</script></body>"
    twice = with_policy(once.replace("</body>", script))
    assert 1 == twice.count("content-security-policy")
    assert script_hashes(script)[0] in twice


def test_a_page_without_a_head_cannot_be_ruled() -> None:
    """Rather no page than a page without a policy."""
    with pytest.raises(ValueError, match="no <head>"):
        with_policy("<p>bare</p>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>gewoon</p>", ()),
        ('<script type="application/json">{}</script>', ()),
        ("<script>x()</script>", ("script",)),
        ('<p style="color: red" onclick="x()">', ("style", "onclick")),
        ('<iframe src="https://example.nl"></iframe>', ("iframe", "iframe src")),
        ('<img src="//example.nl/a.png" alt="">', ("img src",)),
        ('<img src="tekening.svg" alt="">', ()),
        ('<script src="x.js"></script>', ("script src",)),
        ('<form action="/x"><input></form>', ("form",)),
    ],
)
def test_refused_markup(html: str, expected: tuple[str, ...]) -> None:
    """An author's page may hold nothing that runs or that the policy stops."""
    assert expected == refused_markup(html)


@given(st.text(st.characters(exclude_characters="[")))
def test_ruling_a_page_twice_changes_nothing(text: str) -> None:
    """Whatever stands in the body, a page that is ruled already stays as it is."""
    once = with_policy(f"<html><head><title>x</title></head><body>{text}</body></html>")
    assert once == with_policy(once)


def test_the_search_holds_no_quiz_answer(built: Path) -> None:
    """Neither feedback nor answers of a quiz are in the index, nor lesson plans with keys."""
    index = json.loads((built / "search" / "search_index.json").read_text("utf-8"))
    text = json.dumps(index, ensure_ascii=False)
    quiz = yaml.safe_load((REPOSITORY / "quizzes/g56/jouw-foto.yml").read_text("utf-8"))
    sentences = list(_feedback(quiz))
    assert len(sentences) > 40
    assert [] == [sentence for sentence in sentences if sentence.split(" [[")[0] in text]
    assert [] == [doc for doc in index["docs"] if "leerkrachten/lessen" in doc["location"]]
    assert any("quiz" in doc["location"] for doc in index["docs"]), "its title can be found"


def _feedback(value: object) -> list[str]:
    match value:
        case {**fields}:
            own = [
                v for k, v in fields.items() if k in {"feedback", "explanation", "because", "model"}
            ]
            found = [text for v in own for text in ([v] if isinstance(v, str) else v.values())]
            return found + [t for v in fields.values() for t in _feedback(v)]
        case list():
            return [text for inner in value for text in _feedback(inner)]
        case _:
            return []


def test_a_lesson_shows_its_parts(built: Path) -> None:
    """Goal, words, quiz, the question for home and the help box are on a lesson's page."""
    html = (built / "leerlingen/groep-5-6/jouw-foto/index.html").read_text("utf-8")
    for text in (
        "Doel",
        "Woorden",
        "Naar de quiz",
        "Vraag dit thuis",
        "0800-0432",
        "je juf of meester",
    ):
        assert text in html
    assert 'href="../../../protocol/#avg-a-5" title="De onderwijsinstelling' in html
    assert ">afspraak<" in html, "children read no ids"


def test_the_protocol_page_links_to_what_teaches_an_article(built: Path) -> None:
    """Each article has its anchor, and says where it is taught."""
    html = (built / "protocol/index.html").read_text("utf-8")
    article = html[html.index('id="avg-a-5"') : html.index('id="avg-a-6"')]
    for link in (
        "../leerlingen/groep-5-6/jouw-foto/",
        "../leerlingen/groep-5-6/jouw-foto/quiz/",
        "../ouders/fotos-en-filmpjes-eerst-vragen/",
    ):
        assert f'href="{link}"' in article
    assert "Geleerd in:" in article


def test_the_protocol_page_shows_every_unit_word_for_word(built: Path) -> None:
    """Nothing is left out or mended, slips included."""
    html = (built / "protocol/index.html").read_text("utf-8").replace("&#39;", "'")
    golden = yaml.safe_load(
        (REPOSITORY / "tests/cases/golden/kpo-sint-antonius.yml").read_text("utf-8")
    )
    units = golden["units"] if isinstance(golden, dict) else golden
    assert 47 == len(units)
    for unit in units:
        assert f'id="{unit["id"]}"' in html
        assert unit["text"] in html


def test_every_footer_names_edition_date_and_licence(built: Path) -> None:
    """Under each page: which edition of the protocol, when it changed, whose texts these are."""
    for path, html in pages_of(built):
        for text in ("editie ", "Laatst veranderd op ", "CC BY 4.0", "niet het protocol zelf"):
            assert text in html, path


def test_a_tiny_site_is_complete_under_a_sub_path(
    write_site: Callable[[Overlay], Path], tmp_path: Path
) -> None:
    """Another school with its own protocol gets a whole site, its 404 page under its own path."""
    root = write_site({})
    done = vijfvragen("site", "--output", str(tmp_path / "out"), cwd=root)
    assert (0, "") == (done.returncode, done.stderr)
    missing = (tmp_path / "out" / "404.html").read_text("utf-8")
    assert 'href="/linde/leerlingen/"' in missing
    protocol = (tmp_path / "out" / "protocol" / "index.html").read_text("utf-8")
    assert 'id="regel-2-5"' in protocol


def test_a_contact_that_is_known_is_named(
    write_site: Callable[[Overlay], Path], tmp_path: Path
) -> None:
    """The help box names the person that the school filled in."""
    root = write_site({})
    lay_over(
        root / "protocols/de-linde/school.yml",
        "name: De Linde\ncontact:\n  name: juf Anna\n  role: vertrouwenspersoon\n",
    )
    done = vijfvragen("site", "--output", str(tmp_path / "out"), cwd=root)
    assert (0, "") == (done.returncode, done.stderr)
    html = (tmp_path / "out/leerlingen/index.html").read_text("utf-8")
    assert "juf Anna (vertrouwenspersoon)" in html


OTHER_SCHOOL = {
    "protocols/de-linde/mapping.yml": (
        "articles:\n  waarom-1: waarom-1\n  regel-1: regel-3\n  regel-2: regel-2\n  regel-3:\n"
    ),
    "lessons/g78/grade.yml": (TINY / "lessons/g56/grade.yml")
    .read_text("utf-8")
    .replace("g56", "g78")
    .replace("5–6", "7–8")
    .replace("5-6", "7-8"),
    "lessons/g78/groepsapp.md": (
        "---\nid: g78-groepsapp\nnumber: 1\ntitle: De groepsapp\n"
        "description: 'Wat is \"fijn\" in een app?'\ngoal: Ik kan het.\ncites: [regel-2]\n---\n"
        "Samen praten. [[regel-3]]\n\n/// article | regel-3\n///\n"
    ),
    "quizzes/g78/alles.yml": """\
id: g78-alles
lessons: [g78-groepsapp, g56-jouw-foto]
title: Alles door elkaar
questions:
  - id: mop
    type: scenario
    clarity: open
    permission: niet-nodig
    reach: klas
    cites: [regel-3]
    post:
      channel: klassenapp
      sender: Mila (11)
      audience: 26 kinderen uit de klas
      text: Kennen jullie deze mop al?
      context: De app is voor huiswerk.
    sides:
      - {view: Ja hoor, because: Lachen hoort erbij.}
      - {view: Liever niet, because: De app is voor huiswerk.}
    talk: Wat spreek je af?
""",
}


def test_another_school_with_articles_it_does_not_have(
    write_site: Callable[[Overlay], Path], tmp_path: Path
) -> None:
    """Two grades, a mixed quiz and an unmapped article: what there is shows, nothing is empty."""
    root = write_site(OTHER_SCHOOL)
    done = vijfvragen("site", "--output", str(tmp_path / "out"), cwd=root)
    assert (0, "") == (done.returncode, done.stderr)
    assert "Deze artikelen heeft de school niet: regel-3." in done.stdout
    pages = dict(pages_of(tmp_path / "out"))
    lesson = pages["leerlingen/groep-7-8/groepsapp/index.html"]
    assert "regel-3" not in lesson
    assert 'content="Wat is &#34;fijn&#34; in een app?"' in lesson.replace("&quot;", "&#34;")
    quiz = pages["leerlingen/groep-7-8/alles/quiz/index.html"]
    assert "Zo staat het in het protocol" not in quiz, "nothing stands behind it"
    assert "Liever niet" in quiz
    assert 'href="alles/quiz/"' in pages["leerlingen/groep-7-8/index.html"]
    mapped = pages["leerlingen/groep-5-6/jouw-foto/index.html"]
    assert "protocol/#regel-3" in mapped, "regel-1 of the lessons is regel-3 of this school"
    assert "Lesbrieven voor Groep 7–8" not in pages["leerkrachten/index.html"]


def test_lesson_plans_are_not_for_search_engines(built: Path) -> None:
    """A page with answers asks not to be indexed; others do not."""
    pages = dict(pages_of(built))
    asking = [path for path, html in pages.items() if 'content="noindex"' in html]
    assert ["leerkrachten/lessen/jouw-foto/index.html"] == asking
