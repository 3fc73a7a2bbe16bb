"""What the pages of a built site hold; a tiny complete site under a sub-path."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from case_files import TINY, Overlay, lay_over, write_tiny
from command import REPOSITORY, pages_of, vijfvragen
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from vijfvragen.i18n import Texts
from vijfvragen.model.scenario import Channel
from vijfvragen.pages.addresses import ACCESSIBILITY, CHECK_POST, PARTS, PROGRESS, address, relative
from vijfvragen.pages.examples import example_item, example_posts
from vijfvragen.pages.policy import headers_file, policy, refused_markup, script_hashes, with_policy
from vijfvragen.pages.site import Site, build_site
from vijfvragen.sources.curriculum import read
from vijfvragen.sources.folders import Folders

WriteSite = Callable[[Overlay], Path]
SCHOOL = "protocols/de-linde"
LESSON = "lessons/g56/jouw-foto.md"
QUIZ = "quizzes/g56/jouw-foto.yml"
LESSON_PAGE = "leerlingen/groep-5-6/jouw-foto/index.md"
QUIZ_PAGE = "leerlingen/groep-5-6/jouw-foto/quiz.md"
META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')
RESUME = re.compile(r'<vv-resume.*?<script type="application/json">(.*?)</script>', re.DOTALL)
NAMED = re.compile(
    r'<nav\b[^>]*>|<input[^>]* id="__(?:drawer|search)"[^>]*>|<[^>]* role="dialog"[^>]*>'
)
HEAD = re.compile(r'<head><meta http-equiv="content-security-policy" content="([^"]*)">')


@pytest.fixture(scope="module")
def built(real_site: Path) -> Path:
    """The real site."""
    return real_site / "site"


@pytest.fixture(scope="module")
def tiny_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, built once."""
    root = write_tiny(tmp_path_factory.mktemp("tiny") / "site", {})
    built_pages(root)
    return root


@pytest.fixture(scope="module")
def tiny(tiny_root: Path) -> dict[str, str]:
    """The pages of the tiny site, by path."""
    return dict(pages_of(tiny_root / "site"))


def built_pages(root: Path) -> dict[str, str]:
    """Every page of a site, built through MkDocs."""
    done = vijfvragen("site", cwd=root)
    assert (0, "") == (done.returncode, done.stderr)
    return dict(pages_of(root / "site"))


def site_of(root: Path) -> Site:
    """The site that the content of a folder becomes, without MkDocs."""
    return build_site(read(Folders(root, SCHOOL), Texts("nl")), Texts("nl"))


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
    places = {doc["location"].partition("#")[0] for doc in index["docs"]}
    assert {"leerkrachten/lessen/"} == {place for place in places if "leerkrachten/lessen" in place}
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
    assert "Geleerd op " in article


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


@pytest.mark.everything
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
    assert "Lesbrieven: Groep 7–8" not in pages["leerkrachten/index.html"]


def test_answers_are_not_for_search_engines(tiny: dict[str, str]) -> None:
    """A page with answers asks not to be indexed, as do that with all parts and assignments."""
    asking = [path for path, html in tiny.items() if 'content="noindex"' in html]
    plan = "leerkrachten/lessen/jouw-foto"
    with_answers = [f"{plan}/{name}index.html" for name in ("bord/", "", "sleutel/", "werkblad/")]
    wanted = [*with_answers, "leerlingen/opdracht/index.html", "maken/onderdelen/index.html"]
    assert wanted == asking


def test_what_a_link_to_a_page_shows(tiny: dict[str, str]) -> None:
    """Each page says in its head, in words of its own, what it is and what is on it."""
    described = {}
    for path, html in tiny.items():
        assert '<html lang="nl"' in html, path
        found = dict(META.findall(html))
        assert found["og:title"], path
        if path == "404.html":
            continue  # nobody gives a link to it
        assert f"<title>{found['og:title']}" in html, path
        assert found["description"], path
        assert found["description"] == found["og:description"], path
        described[found["description"]] = path
    assert len(tiny) - 1 == len(described)


def test_the_picture_of_a_link_stands_on_the_site_itself(
    tiny_root: Path, tiny: dict[str, str]
) -> None:
    """A site that knows its address shows a picture of its own and names its own pages."""
    for path, html in tiny.items():
        found = dict(META.findall(html))
        assert "https://example.nl/linde/assets/images/link-preview.png" == found["og:image"], path
        assert found["og:image:alt"], path
        assert found["og:url"].startswith("https://example.nl/linde/"), path
    assert (tiny_root / "site/assets/images/link-preview.png").is_file()


@pytest.mark.everything
def test_a_site_without_an_address_names_none(write_site: WriteSite) -> None:
    """Where the site does not know its address, a link to it shows words without a picture."""
    without = {"mkdocs.yml": {"site_url: https://example.nl/linde/\n": ""}}
    for path, html in built_pages(write_site(without)).items():
        found = dict(META.findall(html))
        assert {"og:image", "og:url"}.isdisjoint(found), path
        assert "example.nl" not in html, path


@pytest.mark.everything
def test_signs_in_what_a_link_shows(write_site: WriteSite) -> None:
    """Quotes and ampersands in a title, a description and the site's name stay inside the head."""
    overlay = {
        "mkdocs.yml": {"site_name: De Linde": "site_name: 'De \"Linde\" & co'"},
        LESSON: {
            "title: Jouw foto, mijn foto": "title: '\"Jouw\" & mijn'",
            "description: Hoe": 'description: \'"Hoe" &',
            "mag delen?": "mag delen?'",
        },
    }
    html = built_pages(write_site(overlay))["leerlingen/groep-5-6/jouw-foto/index.html"]
    found = {name: content.replace("&#34;", "&quot;") for name, content in META.findall(html)}
    assert "De &quot;Linde&quot; &amp; co" == found["og:site_name"]
    assert "&quot;Jouw&quot; &amp; mijn" == found["og:title"]
    hoe = "&quot;Hoe&quot; &amp; vraag je of je een foto van een ander mag delen?"
    assert [hoe, hoe] == [found["description"], found["og:description"]]


def test_the_skip_link_leads_to_the_content(tiny: dict[str, str]) -> None:
    """On each page, 404 included, a link before the header leads to where the content begins."""
    for path, html in tiny.items():
        assert html.index('<a href="#vv-content"') < html.index("<header"), path
        assert html.index('id="vv-content"') < html.index("<h1"), path


def test_what_the_theme_leaves_unnamed_has_a_name(tiny: dict[str, str]) -> None:
    """Each menu, the boxes that open them and the search dialog are named on each page."""
    for path, html in tiny.items():
        tags = NAMED.findall(html)
        assert len(tags) > 4, path
        assert [] == [tag for tag in tags if not re.search(r' aria-label="[^"]+"', tag)], path
        assert html.count("md-search__form") == html.count('role="dialog"'), path


def test_every_footer_leads_to_protocol_privacy_and_accessibility(tiny: dict[str, str]) -> None:
    """Under each page stand links to what the site promises, right from wherever it stands."""
    links = {
        "404.html": "/linde/",
        "index.html": "",
        "protocol/index.html": "../",
        "leerlingen/groep-5-6/jouw-foto/quiz/index.html": "../../../../",
    }
    for path, base in links.items():
        footer = tiny[path][tiny[path].index('<nav class="vv-about"') :]
        for address_ in ("protocol/", "over/privacy/", "over/toegankelijkheid/"):
            own = "./" if f"{address_}index.html" == path else f"{base}{address_}"
            assert f'<a href="{own}">' in footer, path


def test_a_new_title_moves_no_page(write_site: WriteSite) -> None:
    """Who changes the title of a lesson, quiz, grade or page breaks no link to it."""
    media = "docs/ouders/media.md"
    titles = {
        LESSON: ("title: Jouw foto, mijn foto", LESSON_PAGE),
        QUIZ: ("title: Jouw foto, mijn foto", QUIZ_PAGE),
        "lessons/g56/grade.yml": ("title: Groep 5–6", "leerlingen/groep-5-6/index.md"),
        media: ("title: Media", "ouders/media.md"),
    }
    root = write_site({media: "---\ntitle: Media\ndescription: Praat samen.\n---\n# Media\n"})
    before = site_of(root).outline
    for path, (title, _uri) in titles.items():
        lay_over(root / path, {title: "title: Heel anders!"})
    after = site_of(root).outline
    for _title, uri in titles.values():
        assert "Heel anders!" in after.pages[uri].title
        assert before.pages[uri].title != after.pages[uri].title
    assert [address(uri) for uri in before.pages] == [address(uri) for uri in after.pages]


def test_the_parts_page_shows_every_message_and_every_sign(write_site: WriteSite) -> None:
    """With one message, a site still shows all channels, comments, and the five signs."""
    site = site_of(write_site({}))
    html = site.content(PARTS, "")
    assert list(Channel) == re.findall(r'<figure class="vv-post vv-post--([\w-]+)"', html)
    comments = re.search(r'<ul class="vv-post__comments".*?</ul>', html, re.DOTALL)
    assert comments
    assert site.curriculum.protocol.rule.text in comments[0]
    keys = site.curriculum.protocol.question_keys
    assert set(keys) == set(re.findall(r'<span class="vv-sign vv-q--([\w-]+)"', html))
    symbols = set(re.findall(r'<symbol id="([\w-]+)"', html))
    assert set(re.findall(r'<use href="#([\w-]+)"', html)) == symbols


def test_parts_of_a_site_without_messages(write_site: WriteSite) -> None:
    """Without a message in any quiz there is no example of one, and the page is still made."""
    quiz = (TINY / QUIZ).read_text("utf-8")
    without = quiz[: quiz.index("  - id: gekke-foto")]
    plan = {"/// item | g56-jouw-foto/gekke-foto\n///": ""}
    site = site_of(write_site({QUIZ: without, "lessons/g56/jouw-foto.plan.md": plan}))
    item = example_item(site.curriculum)
    assert item
    assert ("eerst-vragen", []) == (item.id, example_posts(site.curriculum))
    assert "vv-post--" not in site.content(PARTS, "")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            "name: De Linde\nproblems_to: info@delinde.nl\n",
            '<a href="mailto:info@delinde.nl">info@delinde.nl</a>',
        ),
        ("name: Juf & meester\n", "Juf &amp; meester"),
    ],
)
def test_where_to_tell_a_problem(write_site: WriteSite, values: str, expected: str) -> None:
    """The accessibility page gives the school's address, or else sends to the school itself."""
    html = site_of(write_site({f"{SCHOOL}/school.yml": values})).content(ACCESSIBILITY, "")
    assert expected in html
    assert ("mailto:" in expected) == ("mailto:" in html)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Z{'o' * 400}!", id="a word longer than the screen"),
        pytest.param("مرحبا يا أصدقاء!", id="a language from right to left"),
        pytest.param("🎉👩‍👩‍👧🇳🇱", id="emoji only"),
        pytest.param("<script>alert('x')</script> & \"</p>\" {{ 1 }} [x](y)", id="markup"),
    ],
)
def test_a_message_is_text(write_site: WriteSite, text: str) -> None:
    """Message, comment and names come out letter for letter, each in its own direction."""
    written = json.dumps(text, ensure_ascii=False)
    comment = f"comments: [{{sender: {written}, text: {written}}}]"
    change = {
        "sender: Sem (9)": f"sender: {written}",
        "text: Kijk Noor eens!": f"text: {written}\n      {comment}",
    }
    html = site_of(write_site({QUIZ: change})).content(QUIZ_PAGE, "")
    shown = html[html.index("<figure") : html.index("</figure>")]
    assert 2 == shown.count(f'<p class="vv-post__text" dir="auto">{escape(text)}</p>')
    assert 2 == shown.count(f"<bdi>{escape(text)}</bdi>")
    assert "<script" not in shown


def test_a_message_with_a_drawing(write_site: WriteSite) -> None:
    """A drawing of a message keeps its place free and is told by the words under it, once."""
    overlay = {
        "lessons/drawings/gezicht.svg": '<svg viewBox="0 0 400 262.5"/>',
        QUIZ: {"      picture:": "      drawing: gezicht\n      picture:"},
    }
    html = site_of(write_site(overlay)).content(QUIZ_PAGE, "")
    shown = html[html.index('<div class="vv-post__picture">') : html.index("</figure>")]
    [image] = re.findall(r"<img [^>]*>", shown)
    expected = '<img src="../../../../drawings/gezicht.svg" width="400" height="262.5" alt="">'
    assert expected == " ".join(image.split())
    assert 1 == shown.count("Noor trekt een heel gek gezicht.")


def test_blocks_of_a_lesson(write_site: WriteSite) -> None:
    """A lesson shows its drawing with words, which its grade shows too, and a question's sign."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"/>'
    blocks = "/// drawing | hut\nEen hut.\n///\n\n/// question | waar\nKlopt het?\n///\n\n"
    root = write_site(
        {"lessons/drawings/hut.svg": drawing, LESSON: {"## Eerst": f"{blocks}## Eerst"}}
    )
    pages = built_pages(root)
    lesson = pages["leerlingen/groep-5-6/jouw-foto/index.html"]
    [image] = re.findall(r'<p class="vv-drawing"><img ([^>]*)>', lesson)
    attributes = {"alt": "Een hut.", "height": "300", "width": "400"}
    attributes |= {"src": "../../../drawings/hut.svg"}
    assert attributes == dict(re.findall(r'(\w+)="([^"]*)"', image))
    asked = lesson[lesson.index("vv-ask vv-q--waar") : lesson.index("<strong>Is het waar?")]
    assert '<use href="#vv-icon-waar"/>' in asked
    assert 'src="../../drawings/hut.svg"' in pages["leerlingen/groep-5-6/index.html"]
    assert drawing == (root / "site/drawings/hut.svg").read_text("utf-8")


def test_every_icon_on_a_page_is_drawn_there(tiny: dict[str, str]) -> None:
    """What a page shows by the name of an icon, it also holds."""
    for path, html in tiny.items():
        used = set(re.findall(r'<use href="#([\w-]+)"', html))
        assert used <= set(re.findall(r'<symbol id="([\w-]+)"', html)), path


def test_a_grade_with_words_of_its_own(write_site: WriteSite) -> None:
    """A grade's sentence stands on its lessons, and its line about help on all its pages."""
    own = "note: Je mag altijd stoppen.\nhelp: 'Bel 112 bij gevaar & vraag hulp.'\n"
    grade = (TINY / "lessons/g56/grade.yml").read_text("utf-8")
    site = site_of(write_site({"lessons/g56/grade.yml": grade + own}))
    pages = (LESSON_PAGE, QUIZ_PAGE, "leerlingen/groep-5-6/index.md", "leerlingen/index.md")
    shown = [site.content(uri, "") for uri in pages]
    assert [1, 0, 0, 0] == [html.count("Je mag altijd stoppen.") for html in shown]
    help_line = "<li>Bel 112 bij gevaar &amp; vraag hulp.</li>"
    assert [1, 1, 1, 0] == [html.count(help_line) for html in shown]


@pytest.mark.parametrize(
    ("uri", "quizzes"),
    [
        ("index.md", "g56-jouw-foto g78-alles"),
        ("leerlingen/index.md", "g56-jouw-foto g78-alles"),
        ("leerlingen/groep-5-6/index.md", "g56-jouw-foto"),
        ("leerlingen/groep-7-8/index.md", "g78-alles"),
    ],
)
def test_where_a_child_can_go_on(write_site: WriteSite, uri: str, quizzes: str) -> None:
    """A page that offers to go on knows its quizzes, with the way to each."""
    site = site_of(write_site(OTHER_SCHOOL))
    html = site.content(uri, "")
    [data] = RESUME.findall(html)
    known = {quiz["id"]: quiz for quiz in json.loads(data)}
    assert quizzes.split() == sorted(known)
    for quiz_id, quiz in known.items():
        [found] = [one for one in site.curriculum.quizzes if one.id == quiz_id]
        target = f"leerlingen/groep-{quiz_id[1]}-{quiz_id[2]}/{found.slug}/quiz.md"
        assert (f"Quiz: {found.title}", relative(uri, target)) == (quiz["title"], quiz["href"])


def test_progress_knows_what_a_class_does(write_site: WriteSite) -> None:
    """The page of what was done has each quiz, without extra practice, by the lessons' order."""
    site = site_of(write_site(OTHER_SCHOOL))
    html = site.content(PROGRESS, "")
    assert ["g56-jouw-foto", "g78-alles"] == re.findall(r'data-quiz="([^"]+)"', html)
    [data] = re.findall(r"data-quizzes>(.*?)</script>", html)
    known = json.loads(data)
    for quiz in site.curriculum.quizzes:
        assert [(item.id, item.edition) for item in quiz.items] == [
            (item["id"], item["edition"]) for item in known[quiz.id]
        ]
    assert [[]] == [item["scored"] for item in known["g78-alles"]], "an open question has no score"
    assert all(item["scored"] for item in known["g56-jouw-foto"])


def test_quizzes_stand_in_the_order_of_the_lessons(built: Path) -> None:
    """Lesson 1 comes first, whatever its file is called."""
    html = (built / "leerlingen/voortgang/index.html").read_text("utf-8")
    order = re.findall(r'data-quiz="([^"]+)"', html)
    assert order.index("g56-stop-denk-plaats") < order.index("g56-jouw-foto")


def test_check_of_a_message_at_another_school(write_site: WriteSite) -> None:
    """Another school's rule and question stand there; what it does not have is left out."""
    site = site_of(write_site(OTHER_SCHOOL))
    html = site.content(CHECK_POST, "")
    protocol = site.curriculum.protocol
    assert str(escape(protocol.rule.text)) in html
    for question in protocol.questions:
        assert str(escape(question.short)) in html
    assert "tip-6" not in html


@pytest.mark.parametrize(
    ("agreed", "told", "shown"),
    [("true", "true", True), ("false", "true", False), ("true", "false", False)],
)
def test_the_words_of_a_grade_about_consequences(
    write_site: WriteSite, agreed: str, told: str, *, shown: bool
) -> None:
    """They stand on the lessons that ask for them, at a school that stands behind them."""
    overlay: Overlay = {
        "protocols/de-linde/school.yml": f"name: De Linde\nconsequences_agreed: {agreed}\n",
        "lessons/g56/grade.yml": {"rule: Eén": "consequences: Eerst praten we.\nrule: Eén"},
        "lessons/g56/jouw-foto.md": {"at_home:": f"about_consequences: {told}\nat_home:"},
    }
    html = site_of(write_site(overlay)).content("leerlingen/groep-5-6/jouw-foto/index.md", "")
    assert shown == ("Eerst praten we." in html)
