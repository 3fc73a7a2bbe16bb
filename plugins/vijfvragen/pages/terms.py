"""Marks words of the glossary in a text: each once, where it first stands."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass

CLASS = "vv-term"

TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
QUOTES = frozenset({"blockquote", "code", "kbd", "pre"})
CONTROLS = frozenset({"a", "button", "label", "summary"})
UNMARKED = TITLES | QUOTES | CONTROLS
"""Elements whose text stays as it is."""
UNMARKED_CLASSES = frozenset({"vv-drawing", "vv-item-key"})

# A part of a longer word is another word: "privé-account", "foto's", an address.
BEFORE, AFTER = r"(?<!\w)(?<!\w[-'’.@])", r"(?!\w|[-'’.@]\w)"


@dataclass(frozen=True)
class Term:
    """A word of the glossary as a page explains it."""

    word: str
    meaning: str
    href: str


Terms = Mapping[str, Term]
"""By each spelling that may stand in a text, in small letters."""


def folded(spelling: str) -> str:
    """A spelling as `Terms` names it: without capitals, on one line."""
    return " ".join(spelling.split()).casefold()


def mark(root: ET.Element, terms: Terms) -> None:
    """Make a link of the first place of each term, with its meaning for a script to show."""
    if terms:
        _Marking(terms).walk(root)


class _Marking:
    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._done: set[Term] = set()
        longest_first = sorted(terms, key=len, reverse=True)
        spellings = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest_first)
        self._pattern = re.compile(f"{BEFORE}(?:{spellings}){AFTER}", re.IGNORECASE)

    def walk(self, element: ET.Element) -> None:
        """Mark in an element and what it holds, in the order of reading."""
        if _stays(element):
            return
        children = list(element)
        element.text, links = self._marked(element.text)
        element[:0] = links
        for child in children:
            self.walk(child)
            child.tail, links = self._marked(child.tail)
            after = list(element).index(child) + 1
            element[after:after] = links

    def _marked(self, text: str | None) -> tuple[str | None, list[ET.Element]]:
        """What stands before the first link, and the links, each with what follows it."""
        links: list[ET.Element] = []
        pieces: list[str] = []
        end = 0
        for match in self._pattern.finditer(text or ""):
            term = self._terms.get(folded(match[0]))
            if term is None or term in self._done:
                continue
            self._done.add(term)
            pieces.append(match.string[end : match.start()])
            links.append(_link(term, match[0]))
            end = match.end()
        if not links:
            return text, []
        before, *between = [*pieces, (text or "")[end:]]
        for link, tail in zip(links, between, strict=True):
            link.tail = tail
        return before, links


def _link(term: Term, text: str) -> ET.Element:
    told = {"data-word": term.word, "data-meaning": term.meaning}
    link = ET.Element("a", {"class": CLASS, "href": term.href, **told})
    link.text = text
    return link


def _stays(element: ET.Element) -> bool:
    classes = set(element.get("class", "").split())
    return element.tag in UNMARKED or not classes.isdisjoint(UNMARKED_CLASSES)
