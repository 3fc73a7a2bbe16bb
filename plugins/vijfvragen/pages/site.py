"""A whole site, ready to be handed to a site builder: files, menu, and what surrounds a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any

import yaml

from vijfvragen.i18n import Texts
from vijfvragen.model.curriculum import Curriculum
from vijfvragen.model.lesson import Lesson
from vijfvragen.pages.addresses import (
    ACCESSIBILITY,
    HOME,
    PRIVACY,
    PROTOCOL,
    address,
    lesson_uri,
)
from vijfvragen.pages.assets import Assets, read_assets
from vijfvragen.pages.glossary import terms
from vijfvragen.pages.menu import Section
from vijfvragen.pages.outline import CHILD_HIDES, Outline, SitePage, site_outline
from vijfvragen.pages.render import Renderer
from vijfvragen.pages.terms import Terms

FONT = "vendor/atkinson-hyperlegible-next/latin-wght-normal.woff2"
STYLES = "vijfvragen.css"
MORE_STYLES = "pages.css"
"""For every page that is not lean."""
SCRIPT = "page.js"
"""The one script that every page has."""

Menu = list[str | dict[str, Any]]


@dataclass(frozen=True)
class Site:
    """Everything that a curriculum becomes."""

    curriculum: Curriculum
    outline: Outline
    renderer: Renderer
    assets: Assets
    texts: Texts

    def generated(self) -> dict[str, str]:
        """The Markdown of every page that is not hand-written, by uri, front matter included."""
        return {
            page.uri: _front_matter(page) + self._markdown(page, page.markdown)
            for page in self.outline.pages.values()
            if page.markdown is not None
        }

    def _markdown(self, page: SitePage, markdown: str) -> str:
        return self.renderer.protocol_markdown() if page.uri == PROTOCOL else markdown

    def menu(self) -> Menu:
        """The menu in the form that MkDocs calls `nav`."""
        home: Menu = [{self.texts("Start"): HOME}]
        return home + [_entry(entry) for entry in self.outline.menu if entry != HOME]

    def content(self, uri: str, html: str) -> str:
        """What stands in a page, around what its Markdown became; other pages stay as they are."""
        page = self.outline.pages.get(uri)
        return self.renderer.page(page, html) if page else html

    def terms(self, uri: str) -> Terms:
        """The words that a page explains where they stand in its text; only lessons do."""
        lesson = self._lessons.get(uri)
        return terms(self.curriculum, lesson) if lesson else {}

    @cached_property
    def _lessons(self) -> dict[str, Lesson]:
        return {lesson_uri(self.curriculum, lesson): lesson for lesson in self.curriculum.lessons}

    def theme_values(self, base: str) -> dict[str, Any]:
        """What the theme's templates need; `base` is the path of the site, `/` or `/school/`."""
        return {
            "font": self.assets.uri(FONT),
            "script": self.assets.uri(SCRIPT),
            "styles": self.assets.uri(MORE_STYLES),
            "locale": self.texts("en_GB"),
            "preview_alt": self.texts("The five questions, each with its own sign."),
            "about": [
                {"address": address(uri), "title": self.outline.pages[uri].title}
                for uri in (PROTOCOL, PRIVACY, ACCESSIBILITY)
            ],
            "bottom_title": self.texts("At the bottom of every page"),
            "not_found": self.renderer.not_found(base),
            "not_found_title": self.texts("This page is not here"),
        }

    @property
    def styles(self) -> str:
        """The style sheet, relative to the site."""
        return self.assets.uri(STYLES)


def build_site(curriculum: Curriculum, texts: Texts) -> Site:
    """Lay out every page and get ready to render."""
    outline = site_outline(curriculum, texts)
    assets = read_assets()
    return Site(curriculum, outline, Renderer(curriculum, outline, texts, assets), assets, texts)


def in_attribute(description: str) -> str:
    """A description as the theme can print it in an attribute; it escapes nothing itself."""
    return escape(description, quote=True)


def _front_matter(page: SitePage) -> str:
    meta: dict[str, Any] = {"title": page.title, "description": in_attribute(page.description)}
    if page.for_children:
        meta["hide"] = list(CHILD_HIDES)
    if page.lean:
        meta["lean"] = True
    if not page.searchable:
        meta["search"] = {"exclude": True}
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=True)}---\n\n"


def _entry(entry: Section | str) -> str | dict[str, Any]:
    if isinstance(entry, str):
        return entry
    return {entry.title: list(entry.entries)}
