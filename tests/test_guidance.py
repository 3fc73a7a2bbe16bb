"""What parents and teachers read: made from a page, a lesson and the school's own values."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from case_files import Overlay, write_tiny
from command import REPOSITORY, pages_of, vijfvragen
from vijfvragen.errors import ContentErrors
from vijfvragen.i18n import Texts
from vijfvragen.model.coverage import coverage_of
from vijfvragen.model.curriculum import Curriculum
from vijfvragen.model.text import PARENTS, Role
from vijfvragen.pages.addresses import FOR_PARENTS, LESSON_PLANS, YEAR_PLAN, for_parents_uri
from vijfvragen.pages.site import Site, build_site
from vijfvragen.sources.curriculum import read
from vijfvragen.sources.folders import Folders

WriteSite = Callable[[Overlay], Path]
SCHOOL = "protocols/de-linde"
LESSON = "lessons/g56/jouw-foto.md"
FOR_HOME = """\
for_parents:
  about: Je kind leerde <eerst> te vragen.
  questions: ["Hoe vraag je dat?", "Wat vind jij?", "Stel: het is nacht. Wat dan?"]
"""
TOLD = {"at_home: Welke": f"{FOR_HOME}at_home: Welke"}
HOME = """\
---
title: Thuis
order: 1
description: Wat doe je thuis?
cites: [regel-1]
starters: ["Wat vind jij?", "Wat vind ik?", "En nu?"]
agreement: [Wij vragen het eerst als, Wij <delen> alleen]
help: Gaat er iets mis?
announcement: Lees dit & praat.
---

# Thuis

Vertel het aan [[school.contact]], van [[school.name]].
"""
WORK = """\
---
title: Als het misgaat
description: Wat doe je?
cites: [regel-1]
---

# Als het misgaat

Het plan gaat voor. [[school.safety_plan]] Ga naar [[school.contact]].

/// helpers
///

/// consequences
///
"""
FULL = """\
name: De Linde & Co
contact: {name: juf <Anna>, role: anti-pestcoördinator, how: kamer 3}
helpers:
  - {name: meester Tom, role: vertrouwenspersoon, how: mail tom@delinde.nl}
  - {name: Ria}
safety_plan: Het plan ligt in de teamkamer.
problems_to: info@delinde.nl
consequences_agreed: true
"""
TOLD_TO_CHILDREN = {"rule: Eén": "consequences: Dan praten we eerst.\nrule: Eén"}
PAGES: dict[str, str | dict[str, str] | None] = {
    LESSON: {
        **TOLD,
        "Vraag het eerst. [[regel-1]]": "Vraag het eerst. [[regel-1]] Of aan [[school.contact]].",
    },
    "docs/ouders/thuis.md": HOME,
    "docs/leerkrachten/misgaat.md": WORK,
    "lessons/g56/grade.yml": TOLD_TO_CHILDREN,
}


def curriculum_of(root: Path) -> Curriculum:
    """What is read from a site."""
    return read(Folders(root, SCHOOL), Texts("nl"))


def site_of(root: Path) -> Site:
    """The site that the content of a folder becomes, without MkDocs."""
    return build_site(curriculum_of(root), Texts("nl"))


def words(html: str) -> str:
    """What stands in a page, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a school that filled in everything."""
    return built(tmp_path_factory.mktemp("filled"), {**PAGES, f"{SCHOOL}/school.yml": FULL})


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a school that filled in its name only."""
    return built(tmp_path_factory.mktemp("empty"), PAGES)


def built(folder: Path, overlay: Overlay) -> dict[str, str]:
    """What stands in the main part of every page of a site that was built."""
    root = write_tiny(folder / "site", overlay)
    done = vijfvragen("site", cwd=root)
    assert (0, "") == (done.returncode, done.stderr)
    return {
        path: words(html.partition("<article")[2].partition("</article>")[0])
        for path, html in pages_of(root / "site")
    }


def test_values_of_the_school(filled: dict[str, str]) -> None:
    """Each page says them where its author asked for them, and as plain text."""
    for path, told in {
        "ouders/thuis/": "Vertel het aan juf <Anna> (anti-pestcoördinator), van De Linde & Co.",
        "leerkrachten/misgaat/": "Het plan ligt in de teamkamer. Ga naar juf <Anna> (anti",
        "leerlingen/groep-5-6/jouw-foto/": "Of aan juf <Anna> (anti-pestcoördinator).",
    }.items():
        assert told in filled[f"{path}index.html"]


def test_people_of_the_school(filled: dict[str, str]) -> None:
    """Whom one can go to stands in the help for children, for parents and for teachers."""
    people = (
        "juf <Anna> (anti-pestcoördinator) : kamer 3 "
        "meester Tom (vertrouwenspersoon) : mail tom@delinde.nl Ria"
    )
    home = filled["ouders/thuis/index.html"]
    assert f"Bij De Linde & Co kun je ook terecht bij: {people} Helpwanted" in home
    assert (
        f"juf <Anna> (anti-pestcoördinator). {people}" in filled["leerkrachten/misgaat/index.html"]
    )
    child = filled["leerlingen/groep-5-6/jouw-foto/index.html"]
    assert (
        "Op school: juf <Anna> (anti-pestcoördinator): kamer 3 Ook op school: meester Tom" in child
    )
    assert "Ook op school: Ria Thuis" in child


def test_a_school_that_filled_in_nothing(empty: dict[str, str]) -> None:
    """Every sentence is whole, and true at every school."""
    for path, told in {
        "ouders/thuis/": "Vertel het aan de leerkracht, van Basisschool De Linde.",
        "leerkrachten/misgaat/": "leidinggevende waar het staat. Ga naar de contactpersoon bij",
        "leerlingen/groep-5-6/jouw-foto/": "Of aan je juf of meester.",
    }.items():
        assert told in empty[f"{path}index.html"]
    assert "kun je ook terecht bij" not in empty["ouders/thuis/index.html"]
    assert "De school heeft nog niet ingevuld" in empty["leerkrachten/misgaat/index.html"]


def test_words_on_consequences_wait_for_the_school(
    filled: dict[str, str], empty: dict[str, str]
) -> None:
    """Teachers read them once the school stands behind them, and are told when it does not."""
    page = "leerkrachten/misgaat/index.html"
    assert "De Linde & Co staat achter deze woorden." in filled[page]
    assert "Groep 5–6 Dan praten we eerst." in filled[page]
    assert "heeft nog geen eigen uitleg goedgekeurd" in empty[page]
    assert [] == [path for path, text in empty.items() if "Dan praten we eerst." in text]


def test_privacy_and_accessibility_name_the_school(
    filled: dict[str, str], empty: dict[str, str]
) -> None:
    """Both say whose site it is, whom to ask, and who receives nothing."""
    privacy = filled["over/privacy/index.html"]
    assert "Niemand krijgt het vanzelf: De Linde & Co niet, en de makers ook niet." in privacy
    assert "De Linde & Co beslist of leerkrachten met resultaten werken" in privacy
    assert "Vraag het aan de leerkracht of aan De Linde & Co. De leerkracht wist dat" in privacy
    assert "vraag over privacy? Schrijf naar info@delinde.nl ." in privacy
    assert "Bij De Linde & Co kun je terecht bij juf <Anna>." in privacy
    assert "De Linde & Co publiceert deze site." in filled["over/toegankelijkheid/index.html"]
    assert "of aan Basisschool De Linde." in empty["over/privacy/index.html"]
    assert "je terecht bij" not in empty["over/privacy/index.html"]


def test_a_page_for_home(write_site: WriteSite) -> None:
    """Questions, help, sentences to finish and a message follow the text, as plain text."""
    html = site_of(write_site(PAGES)).content("ouders/thuis.md", "<h1>Thuis</h1>")
    assert 3 == len(re.findall(r"<li>(?:Wat vind jij\?|Wat vind ik\?|En nu\?)</li>", html))
    labels = re.findall(r'<label for="([^"]+)">([^<]*)</label>', html)
    assert [
        ("vv-zin-1", "Wij vragen het eerst als&nbsp;…"),
        ("vv-zin-2", "Wij &lt;delen&gt; alleen&nbsp;…"),
    ] == labels
    assert [name for name, _ in labels] == re.findall(r'<textarea id="([^"]+)"', html)
    assert " name=" not in html, "what is typed could otherwise be sent"
    assert "Lees dit &amp; praat." in html
    order = ["<h1>Thuis", "Praat er samen over", "Hulp en advies", "Onze afspraak", "Voor school:"]
    assert sorted(order, key=html.index) == order


def test_a_page_without_them(write_site: WriteSite) -> None:
    """A page with text alone gets no empty part."""
    html = site_of(write_site(PAGES)).content("leerkrachten/misgaat.md", "<h1>Mis</h1>")
    for absent in ("<section", "<form", "vv-share"):
        assert absent not in html


def test_contents_on_the_side(tmp_path: Path) -> None:
    """A page with parts below its text has no list that would leave them out; others have one."""
    root = write_tiny(tmp_path / "site", {**PAGES, f"{SCHOOL}/school.yml": FULL})
    work = {"# Als het misgaat\n": "# Als het misgaat\n\n## Eerst\n\nA.\n\n## Dan\n\nB.\n"}
    home = {"# Thuis\n": "# Thuis\n\n## Eerst\n\nA.\n\n## Dan\n\nB.\n"}
    for path, change in {"leerkrachten/misgaat": work, "ouders/thuis": home}.items():
        file = root / f"docs/{path}.md"
        [(old, new)] = change.items()
        file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")
    assert 0 == vijfvragen("site", cwd=root).returncode
    pages = dict(pages_of(root / "site"))
    left_out = re.compile(r'<div class="md-sidebar md-sidebar--secondary"[^>]* hidden')
    assert not left_out.search(pages["leerkrachten/misgaat/index.html"])
    assert left_out.search(pages["ouders/thuis/index.html"])


def test_what_my_child_learned(write_site: WriteSite) -> None:
    """A lesson becomes a page for parents too, made from the lesson's own file."""
    site = site_of(write_site(PAGES))
    [lesson] = site.curriculum.lessons
    html = site.content(for_parents_uri(site.curriculum, lesson), "")
    text = words(html)
    assert "Wat leerde mijn kind? Jouw foto, mijn foto Groep 5–6 · Les 1" in text
    assert "Waar ging het over? Je kind leerde <eerst> te vragen." in text
    assert f"Doel van de les {lesson.goal}" in text
    assert "Hoe vraag je dat? Wat vind jij? Stel: het is nacht. Wat dan?" in text
    assert "Met deze vraag kwam je kind thuis: “Welke foto van jou mag ik laten zien?”" in text
    assert 'href="../../../thuis/"' in html, "the page that shares an article"
    assert 'href="../../../../leerlingen/groep-5-6/jouw-foto/quiz/"' in html
    index = site.content(FOR_PARENTS, "")
    assert 'href="groep-5-6/jouw-foto/"' in index
    assert 'href="wat-leerde-mijn-kind/"' in site.content("ouders/index.md", "")
    assert 'href="../../ouders/wat-leerde-mijn-kind/groep-5-6/jouw-foto/"' in site.content(
        LESSON_PLANS, ""
    )


def test_no_lesson_tells_parents_anything(write_site: WriteSite) -> None:
    """Then there is no such page, and nothing leads to it."""
    site = site_of(write_site({}))
    assert FOR_PARENTS not in site.outline.pages
    assert "wat-leerde-mijn-kind" not in site.content("ouders/index.md", "")
    assert "wat-leerde-mijn-kind" not in site.content(LESSON_PLANS, "")
    assert FOR_PARENTS not in str(site.menu())


def test_texts_for_parents_are_held_to_their_own_level(write_site: WriteSite) -> None:
    """What parents read in a lesson's file is read as theirs, once, and not as a child's."""
    curriculum = curriculum_of(write_site(PAGES))
    told = [text for text in curriculum.texts if "<eerst>" in text.text]
    assert [(LESSON, PARENTS, Role.BODY)] == [(one.path, one.reader, one.role) for one in told]
    assert 4 == sum(text.reader == PARENTS and text.path == LESSON for text in curriculum.texts)


@pytest.mark.parametrize(
    ("overlay", "told"),
    [
        ({LESSON: {"at_home: Welke": "for_parents: {about: A.}\nat_home: Welke"}}, '"questions"'),
        (
            {
                LESSON: {
                    "at_home: Welke": FOR_HOME.replace('"Wat vind jij?", ', "") + "at_home: Welke"
                }
            },
            "questions",
        ),
        ({"docs/ouders/thuis.md": HOME.replace('"En nu?"]', '"En nu?", "En dan?"]')}, "starters"),
        ({f"{SCHOOL}/school.yml": "name: A\nhelpers: [{role: zorg}]\n"}, '"name" ontbreekt'),
        (
            {"docs/ouders/thuis.md": HOME.replace("help: Gaat", 'help: "[[regel-1]]"  # Gaat')},
            "wordt hier geen link",
        ),
    ],
    ids=["no questions", "two questions", "four starters", "helper without a name", "a citation"],
)
def test_what_is_wrong_is_told(write_site: WriteSite, overlay: Overlay, told: str) -> None:
    """A field that is missing, too short or too long, and a citation that would stay brackets."""
    with pytest.raises(ContentErrors, match=re.escape(told)):
        curriculum_of(write_site(overlay))


def test_the_year_plan(write_site: WriteSite) -> None:
    """Every lesson and mixed quiz in the order of a class, a fortnight apart, and one again."""
    second = (
        "---\nid: g56-weg\nnumber: 2\ntitle: Weg\ndescription: Weg.\ngoal: Ik kan weg.\n"
        "cites: [regel-1]\n---\n\nWeg.\n"
    )
    mixed = (
        "id: g56-alles\nlessons: [g56-jouw-foto, g56-weg]\ntitle: Alles\nquestions:\n"
        "  - {id: weg, type: true-false, cites: [regel-1], statement: Weg., answer: waar,\n"
        "     feedback: {waar: Ja., niet-waar: Nee.}, explanation: Zo is het.}\n"
    )
    root = write_site({"lessons/g56/weg.md": second, "quizzes/g56/alles.yml": mixed})
    html = site_of(root).content(YEAR_PLAN, "")
    rows = [
        words(row)
        for row in re.findall(r'<tr role="row">\s*<th scope="row".*?</tr>', html, re.DOTALL)
    ]
    assert ["Week 1", "Week 3", "Week 5", "Week 11"] == [
        row.partition(" Les of")[0] for row in rows
    ]
    assert "Les of quiz Les 1: Jouw foto, mijn foto Doel" in rows[0]
    assert "Alles Doel Alles door elkaar" in rows[2]
    assert "Alles nog een keer, na zes weken Doel" in rows[3]
    assert 4 == html.count('class="vv-fill-in"')


@pytest.fixture(scope="module")
def ours() -> Curriculum:
    """The content of the first school."""
    return read(Folders(REPOSITORY, "protocols/kpo-sint-antonius"), Texts("nl"))


def test_every_article_is_on_a_page(ours: Curriculum) -> None:
    """All 41 are covered: nothing of the protocol is left for nobody."""
    coverage = coverage_of(ours)
    assert 41 == len(coverage.articles)
    assert () == coverage.nowhere


def test_every_article_of_the_plan_is_on_its_page(ours: Curriculum) -> None:
    """Each page for adults cites in its text what it is about, as does the coverage page."""
    pages = {page.path: page for page in ours.guidance}
    staff = {
        f"avg-{part}-{number}"
        for part, last in (("b", 6), ("c", 4))
        for number in range(1, last + 1)
    }
    work = pages["leerkrachten/jouw-rol-online-tijdens-je-werk.md"].cites
    own_time = pages["leerkrachten/jouw-rol-online-in-je-eigen-tijd.md"].cites
    assert staff <= {*work, *own_time}
    consequences = pages["leerkrachten/gevolgen-uitleggen.md"].cites
    assert {f"sanctie-{number}" for number in range(1, 6)} <= set(consequences)
    for page in ours.guidance:
        body = (REPOSITORY / page.source).read_text("utf-8").split("---\n", 2)[2]
        missing = [
            one for one in page.cites if f"[[{one}]]" not in body and f"| {one}\n" not in body
        ]
        assert [] == missing, page.path


def test_parents_have_six_whole_pages(ours: Curriculum) -> None:
    """Each has three questions, sentences to finish, help and a message for the parents' app."""
    pages = [page for page in ours.guidance if page.path.startswith("ouders/")]
    assert 6 == len(pages)
    for page in pages:
        assert 3 == len(page.starters), page.path
        assert len(page.agreement) >= 3, page.path
        assert page.help, page.path
        assert len(page.announcement.split()) <= 50, page.path


def test_every_lesson_tells_parents_about_itself(ours: Curriculum) -> None:
    """No lesson is left out, and no question stands at two lessons."""
    told = [lesson.for_parents for lesson in ours.lessons if lesson.for_parents]
    assert len(ours.lessons) == len(told)
    questions = [question for one in told for question in one.questions]
    assert len(questions) == len(set(questions))
    assert set(questions).isdisjoint(lesson.at_home for lesson in ours.lessons)
