"""Mends what the theme leaves unnamed: attributes of start tags in the finished page.

No text of the theme is rewritten and no partial copied (decision record 11). Each mend names the
tag that it looks for; where the theme has no such tag, it changes nothing.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

from vijfvragen.i18n import Texts

DRAWER, SEARCH = "__drawer", "__search"
"""Ids of the checkboxes by which the theme opens its menu and its search on a small screen."""

NAMED_AFTER = re.compile(r'\s(aria-labelledby|aria-expanded)="[^"]*"')
"""What a list of the menu has instead of a name: a label that is empty where the heading is a page,
and a state that belongs to the button, not to the list."""


CONTENT = 'class="md-content"'
"""Where the theme's part of a page ends; what comes after is long, and not the theme's."""


class _Theme(HTMLParser):
    """Finds the start tags to mend, and what each becomes."""

    def __init__(self, html: str, texts: Texts) -> None:
        super().__init__(convert_charrefs=True)
        self.texts = texts
        self.starts = [0, *(at + 1 for at, sign in enumerate(html) if sign == "\n")]
        self.edits: list[tuple[int, str, str]] = []
        """Where a start tag begins, the tag as it is, and as it will be."""
        self.list: tuple[int, str] | None = None
        """The list of the menu whose title comes next."""
        self.title: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        classes = (names.get("class") or "").split()
        here = (self.tag_start(), self.get_starttag_text() or "")
        if tag == "div" and "md-search" in classes:
            self.name(here, self.texts("Search this site"))
        elif tag == "input" and names.get("id") == DRAWER:
            self.name(here, self.texts("Menu"))
        elif tag == "input" and names.get("id") == SEARCH:
            self.name(here, self.texts("Search"))
        elif tag == "nav" and "md-nav" in classes and "aria-labelledby" in names:
            self.list = here
        elif tag == "label" and "md-nav__title" in classes and self.list:
            self.title = []

    def handle_data(self, data: str) -> None:
        if self.title is not None:
            self.title.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "label" and self.title is not None and self.list:
            self.name(self.list, " ".join("".join(self.title).split()))
            self.list = self.title = None

    def name(self, place: tuple[int, str], name: str) -> None:
        """Give a start tag a name of its own."""
        at, text = place
        if "aria-label=" in text:
            return  # the theme has learned to do it
        start = NAMED_AFTER.sub("", text).removesuffix(">")
        self.edits.append((at, text, f'{start} aria-label="{escape(name)}">'))

    def tag_start(self) -> int:
        """Where the tag that is being read begins."""
        line, column = self.getpos()
        return self.starts[line - 1] + column


def mended(html: str, texts: Texts) -> str:
    """The finished page with names for the theme's search, menu button and lists of the menu."""
    theme = _Theme(html, texts)
    theme.feed(html.partition(CONTENT)[0])
    theme.close()
    parts, end = [], 0
    for at, text, new in sorted(theme.edits):
        parts += [html[end:at], new]
        end = at + len(text)
    return "".join([*parts, html[end:]])
