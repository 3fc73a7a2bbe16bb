"""Rules about the code and the texts, kept as tests."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from command import REPOSITORY
from vijfvragen.pages.storage import storage_keys

PACKAGE = REPOSITORY / "plugins" / "vijfvragen"
MARKUP = re.compile(r"</?[a-z][a-z-]*[ />]")
ALLOWED = {
    "policy.py": {
        "<head>",
        '<meta http-equiv="content-security-policy" content="{}">',
        "the page has no <head> to put the content policy in",
    },
}
METHODS = [("**.py", "python"), ("**/templates/**", "jinja2.ext:babel_extract")]
KEYWORDS = {"_": None, "texts": None, "background.texts": None}


def _contracts(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root / "plugins")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_contracts_fail_when_the_model_imports_mkdocs(tmp_path: Path) -> None:
    """`make check` guards the direction of imports: `model` may not know MkDocs."""
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(REPOSITORY / "plugins", tmp_path / "plugins", ignore=ignore)
    assert 0 == _contracts(tmp_path).returncode
    quiz = tmp_path / "plugins" / "vijfvragen" / "model" / "quiz.py"
    quiz.write_text(quiz.read_text("utf-8") + "\nimport mkdocs\n", encoding="utf-8")
    done = _contracts(tmp_path)
    assert 0 != done.returncode
    assert "vijfvragen.model is not allowed to import mkdocs" in done.stdout


@pytest.mark.skipif(not shutil.which("make"), reason="no make on this system")
def test_make_check_runs_the_contracts() -> None:
    """The contracts are among the commands that `make check` runs."""
    command = ["make", "--dry-run", "check"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert ".venv/bin/lint-imports" in done.stdout.splitlines()


def test_the_markdown_extension_needs_no_mkdocs() -> None:
    """Importing the extension does not import MkDocs."""
    program = "import sys, vijfvragen.markdown_extension; print('mkdocs' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "False\n" == done.stdout


@pytest.mark.parametrize(
    "file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.relative_to(PACKAGE).as_posix()
)
def test_no_markup_stands_in_python_strings(file: Path) -> None:
    """Markup lives in templates, but for the policy, which is put into a finished page."""
    tree = ast.parse(file.read_text("utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    found = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and MARKUP.search(node.value + " ")
    ]
    assert ALLOWED.get(file.name, set()) == set(found)


def test_every_text_of_the_interface_is_in_dutch() -> None:
    """The catalogue holds each message, translated, and no other."""
    found = extract_from_dir(PACKAGE, METHODS, {}, KEYWORDS)
    messages = {str(message) for _file, _line, message, _comments, _context in found}
    messages |= {text for key in storage_keys() for text in (key.what, key.until)}
    path = PACKAGE / "locales" / "nl" / "LC_MESSAGES" / "vijfvragen.po"
    with path.open("rb") as stream:
        catalogue = {str(entry.id): str(entry.string) for entry in read_po(stream) if entry.id}
    assert messages == catalogue.keys()
    assert [] == [message for message, text in catalogue.items() if not text]


@pytest.mark.parametrize("name", ["site.txt", "dev.txt"])
def test_pins_name_no_place_of_origin(name: str) -> None:
    """A constraints file pins each package with hashes, and names no index and no local path."""
    text = (REPOSITORY / "constraints" / name).read_text("utf-8")
    assert [] == re.findall(r"https?:|file:|--(?:extra-)?index-url|--find-links|/\w+/", text)
    pins = re.findall(r"^[a-z0-9-]+==[^ ]+ .*\\$", text, re.MULTILINE)
    assert len(pins) > 10
    assert len(pins) <= text.count("--hash=sha256:")


def test_both_pin_files_agree() -> None:
    """What the site needs is pinned the same for who also tests."""
    site, dev = (
        set(
            re.findall(
                r"^[a-z0-9-]+==[^\\]+",
                (REPOSITORY / "constraints" / name).read_text(),
                re.MULTILINE,
            )
        )
        for name in ("site.txt", "dev.txt")
    )
    assert set() == site - dev
