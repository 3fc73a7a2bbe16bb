"""The MkDocs plugin: each hook hands over to a function that knows nothing of MkDocs."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import urlsplit

from mkdocs.config import base, load_config
from mkdocs.config import config_options as opt
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from vijfvragen.checks import DONE, Spelling, checked
from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.i18n import Texts
from vijfvragen.markdown_extension import Shown, VijfvragenExtension
from vijfvragen.pages.addresses import PROTOCOL, drawing_uri
from vijfvragen.pages.links import tell_links
from vijfvragen.pages.mending import mended
from vijfvragen.pages.policy import headers_file, refused_markup, script_hashes, with_policy
from vijfvragen.pages.preview import Preview, tell_requests
from vijfvragen.pages.site import build_site, in_attribute
from vijfvragen.sources import curriculum
from vijfvragen.sources.changes import VARIABLE, last_change
from vijfvragen.sources.folders import Folders

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

LAST = -100
THEME = Path(__file__).parent / "pages" / "theme"
LANGUAGES = {"nl": "vijfvragen-nl", "en": "en"}
"""The theme's own words per language; what we made better is in `pages/theme/`."""


class Options(base.Config):
    """What `mkdocs.yml` may say."""

    protocol = opt.Type(str)
    """The folder of the school: `protocols/kpo-sint-antonius`."""
    lessons = opt.Type(str, default="lessons")
    """The folder of the lessons."""
    quizzes = opt.Type(str, default="quizzes")
    """The folder of the quizzes."""
    language = opt.Choice(tuple(LANGUAGES), default="nl")
    """The language of the interface, and of the theme's words with it."""


class VijfvragenPlugin(BasePlugin[Options]):
    """Adds the pages that a school's protocol, lessons and quizzes become."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Stay alive between the builds of one preview."""
        self.preview: Preview | None = None
        self.given_date = os.environ.get(VARIABLE, "")
        self.spelling = Spelling()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read everything, or stop with all problems; then prepare menu, footer and Markdown."""
        folders = folders_of(config)
        texts = Texts(self.config.language)
        changed = last_change(folders, self.given_date)
        os.environ[VARIABLE] = str(int(changed.timestamp()))  # for MkDocs' own dates
        try:
            found = curriculum.read(folders, texts)
            if DONE not in os.environ:
                found = checked(found, self.spelling)
            self.site = build_site(found, texts)
        except ContentErrors as wrong:
            raise PluginError(str(wrong)) from None
        self.folders = folders
        self.links = tell_links(self._find_link)
        self.hashes: set[str] = set()
        self.refused: list[ContentError] = []
        self.markdown = VijfvragenExtension(
            found.catalogue,
            Shown(self._item, self.site.renderer.sign, self._drawing, self._value, self._part),
            found.protocol,
            source=texts("Protocol, {label}"),
            proposal=texts("Our proposal: not in the protocol, not yet approved by the board."),
        )
        self.child_word = texts("agreement")
        config.markdown_extensions.append(self.markdown)
        config.nav = config.nav or self.site.menu()
        config.copyright = self.site.renderer.footer(changed)
        config.extra["vijfvragen"] = self.site.theme_values(
            urlsplit(config.site_url or "/").path or "/"
        )
        config.extra_css.append(self.site.styles)
        own = 1 if config.theme.custom_dir else 0  # a school's own files go before ours
        config.theme.dirs.insert(own, str(THEME))
        config.theme["language"] = LANGUAGES[self.config.language]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and the browser's files as virtual files."""
        generated: dict[str, str | bytes] = dict(self.site.generated())
        generated |= {
            self.site.assets.uri(name): data for name, data in self.site.assets.files.items()
        }
        for drawing in self.site.curriculum.drawings.values():
            source = str(self.folders.root / drawing.path)
            files.append(File.generated(config, drawing_uri(drawing), abs_src_path=source))
        for uri, content in generated.items():
            if known := files.get_file_from_path(uri):
                files.remove(known)
            listed = uri in self.site.outline.listed or not uri.endswith(".md")
            inclusion = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, uri, content=content, inclusion=inclusion))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let a page outside the menu belong to the section of its folder, which is then active."""
        sections = {
            posixpath.dirname(section.children[0].file.src_uri): section
            for section in nav.items
            if isinstance(section, Section) and isinstance(section.children[0], Page)
        }
        for file in files.documentation_pages():
            folder = file.src_uri.partition("/")[0]
            if file.page and file.page.parent is None and folder in sections:
                file.page.parent = sections[folder]
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Tell the Markdown extension on which page it is."""
        self.uri = page.file.src_uri
        if page.file.generated_by is None and "description" in page.meta:
            page.meta["description"] = in_attribute(str(page.meta["description"]))
        known = self.site.outline.pages.get(self.uri)
        if known and known.without_contents:
            page.meta.setdefault("hide", ["toc"])
        protocol = posixpath.relpath(PROTOCOL, posixpath.dirname(self.uri) or ".")
        self.markdown.setConfig("page", protocol)
        self.markdown.setConfig("word", self.child_word if known and known.for_children else "")
        self.markdown.terms = self.site.terms(self.uri)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the template around the page; refuse markup that the content policy would stop."""
        path = self._author_file(page.file.src_uri)
        for found in refused_markup(html):
            problem = f'Op deze pagina staat "{found}", en dat houdt de site tegen.'
            self.refused.append(ContentError(path, 0, problem, "Haal het weg uit de tekst."))
        return self.site.content(page.file.src_uri, html)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Before the first page is written: stop if an author's markup was refused."""
        if self.refused:
            raise PluginError(str(ContentErrors(self.refused)))
        return env

    @event_priority(LAST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mend the theme's part of the finished page, and put the content policy in it."""
        return self._finished(output)

    @event_priority(LAST)
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """The same for pages that the theme makes by itself, 404 among them."""
        return self._finished(output_content) if template_name.endswith(".html") else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the policy as a headers file; a build that came so far has nothing to report."""
        headers = headers_file(self.hashes)
        Path(config.site_dir, "_headers").write_text(headers, encoding="utf-8", newline="\n")
        if self.preview:
            self.preview.report = ""

    def on_build_error(self, *, error: Exception) -> None:
        """While serving, let the browser show what the terminal says."""
        if self.preview:
            strict = not isinstance(error, PluginError) and self.links.told
            self.preview.report = "\n".join(self.links.told) if strict else str(error)

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],
    ) -> LiveReloadServer:
        """Watch the content, and keep the content policy while live reload writes into pages."""
        folders = folders_of(config)
        for folder in (folders.protocol, folders.lessons, folders.quizzes):
            server.watch(str(folders.root / folder))
        tell_requests()
        self.preview = Preview(server.get_app())  # type: ignore[arg-type]
        server.set_app(self.preview)
        server.builder = lambda: self._build(builder)
        return server

    def _build(self, builder: Callable[..., None]) -> None:
        """Build anew while serving; a broken `mkdocs.yml` fails before any hook could tell."""
        try:
            builder()
        except Abort:
            raise
        except MkDocsException as wrong:
            report = str(ContentErrors([_unusable("mkdocs.yml", wrong)]))
            if self.preview:
                self.preview.report = report
            raise Abort(report) from None

    def _author_file(self, uri: str) -> str:
        known = self.site.outline.pages.get(uri)
        return known.source if known and known.source else f"{self.folders.docs}/{uri}"

    def _find_link(self, uri: str, link: str) -> tuple[str, int]:
        path = self._author_file(uri)
        lines = self.folders.read(path).split("\n") if (self.folders.root / path).exists() else []
        return path, next((n for n, line in enumerate(lines, start=1) if link in line), 0)

    def _finished(self, html: str) -> str:
        html = mended(html, self.site.texts)
        hashes = script_hashes(html)
        self.hashes.update(hashes)
        return with_policy(html, hashes)

    def _value(self, name: str) -> str:
        return self.site.renderer.school_value(name, self.uri)

    def _part(self, name: str) -> str:
        return self.site.renderer.part(name, self.uri)

    def _item(self, full_id: str) -> str:
        with self._told(f"/// item | {full_id}"):
            return self.site.renderer.item_with_key(full_id, self.uri)
        return ""

    def _drawing(self, name: str) -> dict[str, str]:
        with self._told(f"/// drawing | {name}"):
            drawing = drawing_uri(self.site.curriculum.drawings[name])
            # MkDocs follows a link in Markdown from the file, not from the page's address.
            source = posixpath.relpath(drawing, posixpath.dirname(self.uri) or ".")
            return {**self.site.renderer.image(name, self.uri), "src": source}
        return {}

    @contextmanager
    def _told(self, block: str) -> Iterator[None]:
        """Tell a block that stands where it was not checked, in a quote or a list."""
        try:
            yield
        except (KeyError, StopIteration):
            problem = f'Het blok "{block}" is niet te gebruiken.'
            remedy = "Kijk of de naam klopt, en zet het blok vooraan op een eigen regel."
            self.refused.append(ContentError(self._author_file(self.uri), 0, problem, remedy))


def folders_of(config: MkDocsConfig) -> Folders:
    """Where a site's content lies, from its `mkdocs.yml`."""
    root = Path(config.config_file_path or ".").resolve().parent
    options = config.plugins["vijfvragen"].config
    docs = Path(os.path.relpath(Path(config.docs_dir).resolve(), root)).as_posix()
    return Folders(root, options.protocol, options.lessons, options.quizzes, docs)


class Setting(NamedTuple):
    """What a command needs to know of a site; `path` is where it stands on its host."""

    folders: Folders
    texts: Texts
    path: str


def read_setting(path: str) -> Setting:
    """The setting of the site that a `mkdocs.yml` describes; raises ContentErrors."""
    try:
        config = load_config(path)
    except MkDocsException as wrong:
        raise ContentErrors([_unusable(path, wrong)]) from None
    if "vijfvragen" not in config.plugins:
        problem, remedy = 'De plugin "vijfvragen" staat er niet in.', "Zet hem bij plugins."
        raise ContentErrors([ContentError(path, 0, problem, remedy)])
    if not config.use_directory_urls:
        problem, remedy = "Hier staat use_directory_urls: false.", "Haal die regel weg."
        raise ContentErrors([ContentError(path, 0, problem, remedy)])
    language = config.plugins["vijfvragen"].config.language
    return Setting(folders_of(config), Texts(language), site_path(config))


def _unusable(path: str, wrong: MkDocsException) -> ContentError:
    problem = f"Dit bestand is niet te gebruiken: {wrong}"
    return ContentError(path, 0, problem, "Vergelijk dit bestand met dat van een site die werkt.")


def site_path(config: MkDocsConfig) -> str:
    """The path of the site on its host: `/`, or `/school/` where the address has a folder."""
    return f"/{urlsplit(config.site_url or '').path.strip('/')}/".replace("//", "/")
