"""The mends of the theme's start tags in a finished page."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vijfvragen.i18n import Texts
from vijfvragen.pages.mending import mended

LIST = '<nav class="md-nav" data-md-level="1" aria-labelledby="__nav_label" aria-expanded="false">'
TITLE = '<label class="md-nav__title" for="__nav"><span class="md-nav__icon"></span>\n {} </label>'

MENDS = {
    '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">': (
        '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off"'
        ' aria-label="Menu">'
    ),
    '<input class="md-toggle" type="checkbox" id="__search" autocomplete="off">': (
        '<input class="md-toggle" type="checkbox" id="__search" autocomplete="off"'
        ' aria-label="Zoeken">'
    ),
    '<div class="md-search" data-md-component="search" role="dialog">': (
        '<div class="md-search" data-md-component="search" role="dialog"'
        ' aria-label="Zoeken op deze site">'
    ),
    LIST + TITLE.format("Les 1"): (
        '<nav class="md-nav" data-md-level="1" aria-label="Les 1">' + TITLE.format("Les 1")
    ),
}
"""What the theme writes, and what it becomes."""

ALIKE = (
    '<div class="md-search__inner" role="search">',
    '<input type="text" class="md-search__input" name="query">',
    '<label class="md-overlay" for="__drawer"></label>',
    '<nav class="md-nav md-nav--secondary" aria-label="Inhoud">',
    '<label class="md-nav__title" for="__toc">Inhoud</label>',
    '<p id="__drawer" class="md-nav__title" aria-expanded="false">Menu</p>',
)
"""What looks like it and stays."""

# A "[" behind "<!" is no HTML that Python can read; such a page is refused before it is mended.
signs = st.text(alphabet="<>&\"'/=!- \n\r\x0c\u2028é👋abelinputdiv")
texts = st.text(st.characters(exclude_characters="[")) | signs
parts = st.lists(texts.map(escape) | st.sampled_from([*MENDS, *ALIKE]))


@pytest.mark.parametrize(("tag", "expected"), MENDS.items())
def test_what_is_mended(tag: str, expected: str) -> None:
    """A box, the search and a list of the menu get a name; what named the list wrongly goes."""
    assert f"<p>\n{expected}</p>" == mended(f"<p>\n{tag}</p>", Texts("nl"))


@given(parts)
def test_every_tag_is_mended_and_nothing_else(pieces: list[str]) -> None:
    """Whatever stands around them, exactly the theme's own tags change."""
    assert "".join(MENDS.get(piece, piece) for piece in pieces) == mended(
        "".join(pieces), Texts("nl")
    )


@given(st.lists(texts | st.sampled_from([*MENDS, *ALIKE])))
def test_a_mend_can_be_taken_back(pieces: list[str]) -> None:
    """Also between broken markup, a page without its mends is the page that it was."""
    html = "".join(pieces)
    without = mended(html, Texts("nl"))
    for tag, expected in MENDS.items():
        without = without.replace(expected, tag)
    assert html == without


@given(st.lists(texts | st.sampled_from(ALIKE)))
def test_a_page_without_these_tags_stays_as_it_is(pieces: list[str]) -> None:
    """Where the theme has none of the tags, not a byte changes."""
    html = "".join(pieces)
    assert html == mended(html, Texts("nl"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Foto&#39;s &amp; filmpjes", "Foto&#x27;s &amp; filmpjes"),
        ('Is dit "leuk"?', "Is dit &quot;leuk&quot;?"),
        ("1 &lt; 2 &amp;amp; &quot;x&quot;", "1 &lt; 2 &amp;amp; &quot;x&quot;"),
        ("Groep\n  <em>5–6</em>", "Groep 5–6"),
    ],
)
def test_titles_of_lists(title: str, name: str) -> None:
    """A list is called as its title reads, and no sign in a title can end the attribute."""
    title = TITLE.format(title)
    assert f'<nav class="md-nav" data-md-level="1" aria-label="{name}">{title}' == mended(
        LIST + title, Texts("nl")
    )


def test_lists_in_lists() -> None:
    """A list of the menu inside another has its own title."""
    html = f"{LIST}{TITLE.format('Leerlingen')}<ul>{LIST}{TITLE.format('Groep 5–6')}</nav></ul>"
    names = ['aria-label="Leerlingen"', 'aria-label="Groep 5–6"']
    found = mended(html, Texts("nl"))
    assert sorted(names, key=found.index) == names
    assert [1, 1] == [found.count(name) for name in names]
