"""The command as a teacher and a site keeper use it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from case_files import Overlay, lay_over
from command import REPOSITORY, files_of, vijfvragen

WriteSite = Callable[[Overlay], Path]

CLOCK = """
import datetime, time
shift = {shift}
real_time, real_datetime = time.time, datetime.datetime
time.time = lambda: real_time() + shift
class Shifted(real_datetime):
    @classmethod
    def now(cls, tz=None):
        return real_datetime.now(tz) + datetime.timedelta(seconds=shift)
    @classmethod
    def utcnow(cls):
        return real_datetime.utcnow() + datetime.timedelta(seconds=shift)
datetime.datetime = Shifted
"""


@pytest.mark.everything
def test_check_counts_what_it_found_and_gives_advice() -> None:
    """The real content is right, and a missing contact is advice."""
    done = vijfvragen("check", cwd=REPOSITORY)
    assert (0, "") == (done.returncode, done.stderr)
    assert "Alles klopt: 41 artikelen" in done.stdout
    assert 'Op de site staat nu "je juf of meester".' in done.stdout


def test_a_strict_build_of_the_real_site_says_nothing_but_where_it_is(real_site: Path) -> None:
    """The real site builds strictly without a single warning."""
    said = (real_site / "said").read_text("utf-8").splitlines()
    assert f"De site staat in {real_site / 'site'}/" == said[-1]


@pytest.mark.everything
def test_a_build_without_the_command_looks_at_the_content_too(write_site: WriteSite) -> None:
    """Who starts MkDocs itself is stopped by the same problems as who uses the command."""
    harsh = {"Kijk nog eens. Wie staat er op de foto?": "Fout! Wie staat er op de foto?"}
    root = write_site({"quizzes/g56/jouw-foto.yml": harsh})
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(build, cwd=root, capture_output=True, text=True, check=False)
    assert 0 != done.returncode
    assert 'quizzes/g56/jouw-foto.yml:14: Het woord "fout" past niet' in done.stderr
    assert not (root / "site").exists()


@pytest.mark.everything
def test_two_builds_with_two_clocks_are_equal(write_site: WriteSite, tmp_path: Path) -> None:
    """The same content gives the same bytes, whenever and wherever it is built."""
    root = write_site({})
    built = []
    for name, shift, zone in (("a", 0, "Europe/Amsterdam"), ("b", 40_000_000, "Pacific/Auckland")):
        clock = tmp_path / f"clock-{name}"
        clock.mkdir()
        (clock / "sitecustomize.py").write_text(CLOCK.format(shift=shift), encoding="utf-8")
        done = vijfvragen("site", "--output", name, cwd=root, PYTHONPATH=str(clock), TZ=zone)
        assert (0, "") == (done.returncode, done.stderr)
        built.append(files_of(root / name))
    assert built[0].keys() == built[1].keys()
    assert [] == [path for path in built[0] if built[0][path] != built[1][path]]


@pytest.mark.parametrize(
    ("overlay", "said"),
    [
        pytest.param(
            {"quizzes/g56/jouw-foto.yml": {"type: choice": "type: keuze"}},
            'quizzes/g56/jouw-foto.yml:6: "keuze" is geen soort vraag.',
            id="a mistake in a quiz",
        ),
        pytest.param(
            {"lessons/g56/jouw-foto.md": {"## Eerst vragen": "[weg](bestaat-niet.md)"}},
            'lessons/g56/jouw-foto.md:13: De link "bestaat-niet.md" leidt nergens heen.',
            id="a link to nowhere, which only the build sees",
        ),
        pytest.param(
            {"docs/leerlingen/index.md": "---\ntitle: x\ndescription: x\n---\n# x\n"},
            'docs/leerlingen/index.md: Het adres "/leerlingen/" is al van een pagina',
            id="two pages at one address",
            marks=pytest.mark.everything,
        ),
        pytest.param(
            {"docs/protocol/index.md": "---\ntitle: x\ndescription: x\n---\n# x\n"},
            'docs/protocol/index.md: Het adres "/protocol/" is al van een pagina',
            id="one address by two names",
            marks=pytest.mark.everything,
        ),
        pytest.param(
            {
                "lessons/g56/jouw-foto.md": {
                    "title: Jouw foto, mijn foto": "title: <script>x</script>"
                }
            },
            'lessons/g56/jouw-foto.md:4: "<script>x</script>" kan niet bij "title".',
            id="a script in a title",
            marks=pytest.mark.everything,
        ),
        pytest.param(
            {"docs/los.html": "<script>alert(1)</script>"},
            "docs/los.html: Dit soort bestand kan niet op de site.",
            id="a page that no rule reaches",
            marks=pytest.mark.everything,
        ),
        pytest.param(
            {"docs/x.svg": "<svg onload='x()'/>"},
            "docs/x.svg: In deze tekening zit iets wat kan draaien of van elders komt.",
            id="a drawing that runs",
            marks=pytest.mark.everything,
        ),
        pytest.param(
            {"lessons/g56/jouw-foto.md": {"## Eerst vragen": "<![nieuw[ x ]]>"}},
            "De bouw is onverwacht gestopt.",
            id="what breaks the builder itself",
            marks=pytest.mark.everything,
        ),
        pytest.param(
            {"lessons/g56/jouw-foto.md": {"## Eerst vragen": "<script>alert(1)</script>"}},
            'lessons/g56/jouw-foto.md: Op deze pagina staat "script"',
            id="a script in a lesson",
            marks=pytest.mark.everything,
        ),
    ],
)
def test_what_is_wrong_leaves_the_last_good_site(
    write_site: WriteSite, overlay: Overlay, said: str
) -> None:
    """A failed build says why, ends with an error and leaves the site that was there."""
    root = write_site({})
    assert 0 == vijfvragen("site", cwd=root).returncode
    before = files_of(root / "site")
    for path, change in overlay.items():
        lay_over(root / path, change)
    done = vijfvragen("site", cwd=root)
    assert 1 == done.returncode
    assert said in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert before == files_of(root / "site")
    assert [] == [path.name for path in root.glob(".site-*")]


@pytest.mark.parametrize("output", ["docs", ".", "lessons/g56", "protocols", "eigen"])
def test_a_site_never_replaces_what_is_no_site(write_site: WriteSite, output: str) -> None:
    """A folder that holds something else than an earlier site is left alone."""
    root = write_site({"eigen/brief.txt": "niet weggooien"})
    before = files_of(root)
    done = vijfvragen("site", "--output", output, cwd=root)
    assert 1 == done.returncode
    assert "Kies een" in done.stderr
    assert "Traceback" not in done.stderr
    assert before == files_of(root)


def test_a_port_that_cannot_be_is_told(write_site: WriteSite) -> None:
    """A port that no computer has is refused in words."""
    done = vijfvragen("serve", "--port", "70000", cwd=write_site({}))
    assert 2 == done.returncode
    assert "Traceback" not in done.stderr


def test_a_configuration_without_the_plugin_is_told(write_site: WriteSite) -> None:
    """A site that does not use the plugin gets a sentence, not a traceback."""
    root = write_site({"mkdocs.yml": "site_name: Iets anders\n"})
    done = vijfvragen("check", cwd=root)
    assert 1 == done.returncode
    assert 'De plugin "vijfvragen" staat er niet in' in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_configuration_is_told(tmp_path: Path) -> None:
    """A folder without a site gets a sentence, not a traceback."""
    done = vijfvragen("check", cwd=tmp_path)
    assert 1 == done.returncode
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr
