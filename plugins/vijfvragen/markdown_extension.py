"""Python-Markdown extension: `[[tip-3]]` and blocks for what a lesson shows.

It knows nothing of MkDocs. Given a school's folder it reads the protocol itself; the MkDocs plugin
hands over what it has already read.

    Vraag het eerst. [[tip-6]]

    /// article | avg-a-5
    ///

    /// question | waar
    Klopt het? Weet je het zeker?
    ///

    /// drawing | trampoline
    Een kind springt op de trampoline.
    ///

    Vertel het aan [[school.contact]].

    /// helpers
    ///

    /// proposal | Een zin voor je profiel
    Hier schrijf ik als mezelf.
    ///
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from vijfvragen.model.citation import CITATION, SCHOOL_VALUES
from vijfvragen.model.protocol import CheckQuestion, Protocol, Unit
from vijfvragen.pages.terms import Terms, mark
from vijfvragen.reading import read_text, read_yaml
from vijfvragen.sources.protocol import read_protocol

BEFORE_LINKS = 165
"""Priority of the citation pattern: before Markdown's own `[…]` (160), after code (190)."""

AFTER_ALL = -10
"""Priority of the marking: after MkDocs (0) has followed the links that authors wrote."""


@dataclass(frozen=True)
class Shown:
    """What only a site can show where a block stands."""

    item: Callable[[str], str]
    """The markup of a question of a quiz with its key, by `quiz/item`."""
    sign: Callable[[str], str]
    """The markup of a check question's sign, by its key."""
    drawing: Callable[[str], dict[str, str]]
    """The attributes of the image, by the drawing's name."""
    value: Callable[[str], str]
    """A value of the school, by the name that a text gives it."""
    part: Callable[[str], str]
    """The markup of a part that is made from the school's values: helpers, consequences."""


class _CitationPattern(InlineProcessor):
    """`[[tip-3]]` as a link with the article's first words as tooltip."""

    def __init__(self, md: Markdown, extension: VijfvragenExtension) -> None:
        super().__init__(CITATION, md)
        self._extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Markdown's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element | str | None, int | None, int | None]:
        units = self._extension.units
        cited = m[1].strip()
        if cited in SCHOOL_VALUES and self._extension.shown:
            return self._extension.shown.value(cited), m.start(0), m.end(0)
        if cited not in units:
            return None, None, None
        unit = units[cited]
        if unit is None:
            return "", m.start(0), m.end(0)
        return self._extension.link(unit), m.start(0), m.end(0)


class _Terms(Treeprocessor):
    """Makes a link of each word of the glossary where it first stands."""

    def __init__(self, md: Markdown, extension: VijfvragenExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: ET.Element) -> None:
        mark(root, self._extension.terms)


class _ArticleBlock(Block):
    """Quotes an article word for word, with its label under it."""

    NAME = "article"
    ARGUMENT = True
    CONFIG = {"extension": None}  # noqa: RUF012 - the base class wants a plain dict

    def on_create(self, parent: ET.Element) -> ET.Element:
        extension: VijfvragenExtension = self.config["extension"]
        unit = extension.units.get(self.argument)
        if unit is None:
            return ET.Element("blockquote")  # belongs to nothing, so it leaves nothing
        quote = ET.SubElement(parent, "blockquote", {"class": "vv-quote"})
        # The school's words are no Markdown: signs that mean something there stay signs.
        ET.SubElement(quote, "p").text = AtomicString(unit.text)
        inside = extension.protocol.inside(unit)
        questions = [one for one in inside if isinstance(one, CheckQuestion)]
        listed = ET.SubElement(quote, "ul") if questions else quote
        for question in questions:
            ET.SubElement(listed, "li").text = AtomicString(question.whole)
        for other in inside:
            if other not in questions:
                ET.SubElement(quote, "p").text = AtomicString(other.text)
        footer = ET.SubElement(quote, "footer")
        footer.append(extension.link(unit, text=extension.source_text(unit)))
        return quote


class _MadeBlock(Block):
    """What who uses the extension makes: markup that a site can show and this module cannot."""

    CLASS = ""
    CONFIG = {"extension": None}  # noqa: RUF012 - the base class wants a plain dict

    def made(self, shown: Shown) -> str:
        """The markup."""
        raise NotImplementedError

    def on_create(self, parent: ET.Element) -> ET.Element:
        extension: VijfvragenExtension = self.config["extension"]
        holder = ET.SubElement(parent, "div", {"class": self.CLASS})
        if extension.shown:
            holder.text = self.md.htmlStash.store(self.made(extension.shown))
        return holder


class _ItemBlock(_MadeBlock):
    """A quiz question with its key."""

    NAME = "item"
    ARGUMENT = True
    CLASS = "vv-item-key"

    def made(self, shown: Shown) -> str:
        return shown.item(self.argument)


class _QuestionBlock(Block):
    """One of the five questions with its sign, and what a lesson says about it."""

    NAME = "question"
    ARGUMENT = True
    CONFIG = {"extension": None}  # noqa: RUF012 - the base class wants a plain dict

    def on_create(self, parent: ET.Element) -> ET.Element:
        extension: VijfvragenExtension = self.config["extension"]
        ask = ET.SubElement(parent, "div", {"class": f"vv-ask vv-q--{self.argument}"})
        sign = ET.SubElement(ask, "div")
        if extension.shown:
            sign.text = self.md.htmlStash.store(extension.shown.sign(self.argument))
        ET.SubElement(ask, "div")
        return ask

    def on_add(self, block: ET.Element) -> ET.Element:
        return block[-1]

    def on_end(self, block: ET.Element) -> None:
        extension: VijfvragenExtension = self.config["extension"]
        questions = extension.protocol.questions
        question = next((one for one in questions if one.key == self.argument), None)
        if question:
            first = block[-1].find("p")
            if first is None:
                first = ET.Element("p")
                block[-1].insert(0, first)
            label = ET.Element("strong")
            label.text, label.tail = AtomicString(question.short), f" {first.text or ''}"
            first.text = None
            first.insert(0, label)


class _DrawingBlock(Block):
    """Shows one of our drawings; what stands in the block says what is to be seen."""

    NAME = "drawing"
    ARGUMENT = True
    CONFIG = {"extension": None}  # noqa: RUF012 - the base class wants a plain dict

    def on_create(self, parent: ET.Element) -> ET.Element:
        return ET.SubElement(parent, "p", {"class": "vv-drawing"})

    def on_end(self, block: ET.Element) -> None:
        extension: VijfvragenExtension = self.config["extension"]
        description = " ".join("".join(block.itertext()).split())
        block[:] = []
        block.text = None
        if extension.shown:
            attributes = extension.shown.drawing(self.argument)
            ET.SubElement(block, "img", {**attributes, "alt": description})
        else:  # outside a site the words remain
            block.text = description


class _ChecklistBlock(Block):
    """A list with boxes to tick off on paper."""

    NAME = "checklist"
    ARGUMENT = None
    CONFIG = {"extension": None}  # noqa: RUF012 - the base class wants a plain dict

    def on_create(self, parent: ET.Element) -> ET.Element:
        return ET.SubElement(parent, "div", {"class": "vv-checklist"})


class _ProposalBlock(Block):
    """A text to take over that is ours, and says so."""

    NAME = "proposal"
    ARGUMENT = True
    CONFIG = {"extension": None}  # noqa: RUF012 - the base class wants a plain dict

    def on_create(self, parent: ET.Element) -> ET.Element:
        extension: VijfvragenExtension = self.config["extension"]
        proposal = ET.SubElement(parent, "div", {"class": "vv-proposal"})
        title = ET.SubElement(proposal, "p", {"class": "vv-proposal__title"})
        ET.SubElement(title, "strong").text = AtomicString(self.argument)
        ET.SubElement(title, "span").text = AtomicString(extension.getConfig("proposal"))
        return proposal


class _PartBlock(_MadeBlock):
    """What is made from the school's values."""

    ARGUMENT = None

    def made(self, shown: Shown) -> str:
        return shown.part(self.NAME)


class _HelpersBlock(_PartBlock):
    """Whom one can go to at this school."""

    NAME, CLASS = "helpers", "vv-helpers"


class _ConsequencesBlock(_PartBlock):
    """What children read about consequences, where the school stands behind it."""

    NAME, CLASS = "consequences", "vv-consequences"


BLOCKS = (
    _ArticleBlock,
    _ChecklistBlock,
    _ConsequencesBlock,
    _DrawingBlock,
    _HelpersBlock,
    _ItemBlock,
    _ProposalBlock,
    _QuestionBlock,
)


class VijfvragenExtension(BlocksExtension):
    """Options: `protocol`, a school's folder; `page`, where the protocol is published."""

    def __init__(
        self,
        units: Mapping[str, Unit | None] | None = None,
        shown: Shown | None = None,
        known: Protocol | None = None,
        **options: Any,
    ) -> None:
        """Take what may be cited, what a site shows, and the protocol or the folder to read."""
        self.config = {
            "protocol": ["", "Folder with protocol.txt and outline.yml"],
            "page": ["/protocol.md", "Where the protocol is published"],
            "word": ["", "The words of every citation; each article's own label when empty"],
            "source": ["Protocol, {label}", "The words under a quoted article"],
            "proposal": ["Voorstel", "The words behind the title of a proposal"],
        }
        super().__init__(**options)
        self._protocol = known
        self._units = units
        self.shown = shown
        self.terms: Terms = {}
        """The words to explain in the next text; who converts several texts sets it for each."""

    @property
    def units(self) -> Mapping[str, Unit | None]:
        """What may be cited, by id; None where this school has no such article."""
        return self.protocol.units if self._units is None else self._units

    @property
    def protocol(self) -> Protocol:
        """The school's protocol, read when it was not given."""
        if self._protocol is None:
            folder = Path(self.getConfig("protocol"))
            text = read_text(folder / "protocol.txt", f"{folder}/protocol.txt")
            outline = f"{folder}/outline.yml"
            document = read_yaml(read_text(Path(outline), outline), outline)
            self._protocol = read_protocol(text, f"{folder}/protocol.txt", document)
        return self._protocol

    def link(self, unit: Unit, text: str = "") -> ET.Element:
        """A link to an article in the published protocol."""
        href = f"{self.getConfig('page')}#{unit.id}"
        link = ET.Element("a", {"class": "vv-cite", "href": href, "title": unit.first_words})
        word = str(self.getConfig("word"))
        if word and not text:
            link.text = word
            label = ET.SubElement(link, "span", {"class": "vv-unseen"})
            label.text = f" {unit.label}"
        else:
            link.text = text or unit.label
        return link

    def source_text(self, unit: Unit) -> str:
        """What stands under a quoted article."""
        return str(self.getConfig("source")).replace("{label}", unit.label)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Add the pattern, the marking of words and the blocks."""
        md.inlinePatterns.register(_CitationPattern(md, self), "vijfvragen", BEFORE_LINKS)
        md.treeprocessors.register(_Terms(md, self), "vijfvragen-terms", AFTER_ALL)
        super().extendMarkdown(md)

    def extendMarkdownBlocks(  # noqa: N802 - the name is pymdownx's
        self, _md: Markdown, block_mgr: BlocksProcessor
    ) -> None:
        """Add the blocks."""
        for block in BLOCKS:
            block_mgr.register(block, {"extension": self})


def makeExtension(**options: Any) -> VijfvragenExtension:  # noqa: N802 - the name is Markdown's
    """Python-Markdown's way in."""
    return VijfvragenExtension(**options)
