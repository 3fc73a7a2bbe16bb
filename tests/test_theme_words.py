"""The theme's own words in Dutch, with ours where they are better."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from command import REPOSITORY
from jinja2 import Environment, FileSystemLoader

THEME = REPOSITORY / "plugins" / "vijfvragen" / "pages" / "theme"
INSTALLED = Path(str(files("material"))) / "templates"
LANGUAGES = "partials/languages"
KEY = re.compile(r'^ *"([\w.]+)": ', re.MULTILINE)
SHOWN = re.compile(r"(action\.skip|footer|header|nav|search|tabs|toc|top)\b(?!\.config)")
"""What this site can show; not what belongs to a blog, a repository or a consent."""

Words = Callable[[str], str]


def keys_of(folder: Path, language: str) -> list[str]:
    """The keys in a language of the theme."""
    return KEY.findall((folder / LANGUAGES / f"{language}.html").read_text("utf-8"))


def words(language: str) -> Words:
    """How the theme looks up a word."""
    environment = Environment(loader=FileSystemLoader([THEME, INSTALLED]), autoescape=True)
    module = environment.get_template(f"{LANGUAGES}/{language}.html").module
    return lambda key: str(module.t(key))


SHOWN_KEYS = [key for key in keys_of(INSTALLED, "en") if SHOWN.match(key)]


def test_every_part_of_a_page_has_words() -> None:
    """The theme still has the words that are looked for here."""
    assert {"action.skip", "footer", "header", "nav", "search", "tabs", "toc", "top"} <= {
        *SHOWN_KEYS
    }


@pytest.mark.parametrize("key", SHOWN_KEYS)
def test_what_the_site_can_show_is_dutch(key: str) -> None:
    """No word of the theme that a visitor can meet is English or missing."""
    assert words("vijfvragen-nl")(key) not in {"", words("en")(key)}


def test_our_words_are_words_of_the_theme() -> None:
    """Each word that we made better is one that the theme asks for."""
    assert set() == {*keys_of(THEME, "vijfvragen-nl")} - {*keys_of(INSTALLED, "en")}


def test_the_language_of_a_page_is_dutch() -> None:
    """What we leave to the theme's own Dutch, the code of the language among it, stays."""
    assert ("nl", "Volgende") == tuple(map(words("vijfvragen-nl"), ("language", "footer.next")))
