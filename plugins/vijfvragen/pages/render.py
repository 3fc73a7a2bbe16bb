"""Renders pages: the only module that knows the templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from vijfvragen.i18n import Texts
from vijfvragen.model import citation, text
from vijfvragen.model.curriculum import Curriculum, Guidance
from vijfvragen.model.lesson import Lesson
from vijfvragen.model.protocol import Unit
from vijfvragen.model.quiz import ChoiceInteraction, OrderInteraction, Quiz, TextInteraction
from vijfvragen.pages import addresses as site
from vijfvragen.pages import board, paper
from vijfvragen.pages.addresses import address, drawing_uri, relative
from vijfvragen.pages.assets import Assets
from vijfvragen.pages.glossary import glossary
from vijfvragen.pages.key import quiz_key, teachers_key
from vijfvragen.pages.outline import Outline, SitePage
from vijfvragen.pages.progress import progress
from vijfvragen.pages.storage import storage_keys


@dataclass(frozen=True)
class Link:
    """A link with its words."""

    href: str
    text: str
    kind: str


class Renderer:
    """Turns pages and pieces of pages into markup."""

    def __init__(
        self, curriculum: Curriculum, outline: Outline, texts: Texts, assets: Assets
    ) -> None:
        """Keep what every page needs."""
        self._curriculum = curriculum
        self._outline = outline
        self._texts = texts
        self._environment = Environment(
            loader=PackageLoader("vijfvragen", "pages/templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {
            "pieces": self._pieces,
            "unit": curriculum.catalogue.get,
            "aloud": citation.without_citations,
            "cited_units": self._cited_units,
            "initial": _initial,
            "markdown_plain": _markdown_plain,
        }
        self._environment.tests |= {
            "choice": lambda interaction: isinstance(interaction, ChoiceInteraction),
            "order": lambda interaction: isinstance(interaction, OrderInteraction),
            "text": lambda interaction: isinstance(interaction, TextInteraction),
        }
        self._environment.globals |= {
            "_": texts,
            "assets": assets,
            "board": board,
            "curriculum": curriculum,
            "glossary": glossary,
            "paper": paper,
            "protocol": curriculum.protocol,
            "school": curriculum.school,
            "site": site,
            "unit": curriculum.catalogue.get,
            "progress": progress,
            "quiz_key": lambda quiz: quiz_key(quiz, texts),
            "storage_keys": storage_keys,
            "teachers_key": teachers_key,
        }

    def page(self, page: SitePage, content: str) -> str:
        """A page's content: its template around the Markdown that MkDocs rendered."""
        return self._render(page.template, page.uri, page, content=Markup(content))  # noqa: S704 - MkDocs rendered it

    def protocol_markdown(self) -> str:
        """The protocol as Markdown with raw HTML, so that MkDocs sees its headings and anchors."""
        return self._render("protocol.md", site.PROTOCOL, None)

    def item_with_key(self, full_id: str, uri: str) -> str:
        """An item as a teacher reads it, with the key; `full_id` is `quiz/item`."""
        quiz_id, _, item_id = full_id.partition("/")
        quiz = next(quiz for quiz in self._curriculum.quizzes if quiz.id == quiz_id)
        item = next(item for item in quiz.all_items if item.id == item_id)
        return self._render("item_key.html", uri, None, item=item, quiz=quiz)

    def part(self, name: str, uri: str) -> str:
        """What is made from the school's values where an author asks for it, by its block."""
        return self._render(f"{name}.html", uri, None)

    def school_value(self, name: str, uri: str) -> str:
        """A value of the school as its readers see it, by the name that a text gives it.

        Where the school has filled in nothing, it is something that is true at every school.
        """
        school, texts = self._curriculum.school, self._texts
        match name:
            case "school.name":
                return school.name
            case "school.safety_plan":
                return school.safety_plan or texts("Ask your manager where it is.")
            case "school.contact" if school.contact.name:
                return school.contact.introduced
        match uri.partition("/")[0]:
            case text.STUDENTS:
                return texts("your teacher")
            case text.TEACHERS:
                return texts("the contact person for bullying")
            case _:
                return texts("the teacher")

    def sign(self, key: str) -> str:
        """The sign of a check question, for a page that has the drawings of all icons."""
        icons: Any = self._environment.get_template("icons.html").module
        return str(icons.sign(key))

    def image(self, name: str, uri: str) -> dict[str, str]:
        """The attributes of an image that shows a drawing on the page `uri`, without its words."""
        drawing = self._curriculum.drawings[name]
        return {
            "src": relative(uri, drawing_uri(drawing)),
            "width": f"{drawing.width:g}",
            "height": f"{drawing.height:g}",
        }

    def not_found(self, base: str) -> str:
        """The page for an address that does not exist; `base` is the site's path, as `/school/`."""

        def image(name: str) -> dict[str, str]:
            attributes = self.image(name, site.HOME)
            return {**attributes, "src": f"{base}{attributes['src']}"}

        return self._render(
            "not_found.html",
            site.HOME,
            None,
            absolute=lambda uri: f"{base}{address(uri)}",
            image=image,
        )

    def footer(self, changed: datetime) -> str:
        """The notice under every page."""
        return self._render("footer.html", site.HOME, None, changed=self._texts.date(changed))

    def citing(self, uri: str, unit: Unit) -> list[Link]:
        """What on this site teaches a unit, as links from the page `uri`."""
        return [self._link_to(source, uri) for source in self._curriculum.citing.get(unit.id, ())]

    def _link_to(self, source: Lesson | Quiz | Guidance, uri: str) -> Link:
        match source:
            case Lesson():
                target, kind = site.lesson_uri(self._curriculum, source), "lesson"
            case Quiz():
                target, kind = site.quiz_uri(self._curriculum, source), "quiz"
            case Guidance():
                target, kind = source.path, "guidance"
        return Link(relative(uri, target), self._outline.pages[target].title, kind)

    def _render(self, template: str, uri: str, page: SitePage | None, **more: Any) -> str:
        def url(target: str, fragment: str = "") -> str:
            if target.endswith(".md") and target not in self._outline.pages:
                raise KeyError(target)
            return relative(uri, target) + (f"#{fragment}" if fragment else "")

        context: dict[str, object] = dict(page.context) if page else {}
        context |= {
            "page": page,
            "uri": uri,
            "url": url,
            "for_children": bool(page and page.for_children),
            "citing": lambda unit: self.citing(uri, unit),
            "item_key": lambda quiz, item: Markup(  # noqa: S704 - a template rendered it
                self.item_with_key(f"{quiz.id}/{item.id}", uri)
            ),
            "image": lambda name: self.image(name, uri),
            "assignable": lambda: [
                self._assignable(quiz, uri)
                for grade in self._curriculum.grades
                for quiz in self._curriculum.all_quizzes_of(grade)
            ],
            "resumable": lambda quizzes: [self._resumable(quiz, uri) for quiz in quizzes],
            "section_pages": self._section_pages(uri),
        }
        return self._environment.get_template(template).render(context | more)

    def _resumable(self, quiz: Quiz, uri: str) -> dict[str, str]:
        """A quiz as `<vv-resume>` reads it."""
        target = site.quiz_uri(self._curriculum, quiz)
        title = self._outline.pages[target].title
        return {"id": quiz.id, "title": title, "href": relative(uri, target)}

    def _assignable(self, quiz: Quiz, uri: str) -> dict[str, Any]:
        """A quiz as the pages read it on which it is set ready, done and looked back on."""
        # One of several lessons has a title that says so.
        lesson = self._curriculum.last_lesson(quiz) if len(quiz.lessons) == 1 else None

        def href(target: str) -> str:
            return relative(uri, target)

        curriculum = self._curriculum
        return {
            "id": quiz.id,
            "title": quiz.title,
            "grade": quiz.grade,
            "lesson": self._texts("Lesson {number}", number=lesson.number) if lesson else "",
            "questions": len(quiz.items),
            "more": len(quiz.more_practice),
            "href": href(site.quiz_uri(curriculum, quiz)),
            "key": href(site.answer_key_uri(curriculum, quiz)),
            "board": href(site.board_uri(curriculum, quiz)),
        }

    def _section_pages(self, uri: str) -> list[SitePage]:
        """The other hand-written pages in the folder of a section's index."""
        folder = uri.rpartition("/")[0]
        return [
            self._outline.pages[guidance.path]
            for guidance in self._curriculum.guidance
            if folder and guidance.path.startswith(f"{folder}/") and guidance.path != uri
        ]

    def _cited_units(self, interaction: ChoiceInteraction | OrderInteraction) -> list[Unit]:
        """What stands behind an interaction: its check question, and what its feedback cites."""
        match interaction:
            case ChoiceInteraction(choices=choices):
                texts = [interaction.feedback, *(choice.feedback for choice in choices)]
                check_question = interaction.check_question
            case OrderInteraction(entries=entries):
                texts = [interaction.feedback, *(entry.feedback for entry in entries)]
                check_question = ""
        cited = [unit for text in texts for unit in self._pieces(text) if not isinstance(unit, str)]
        if check_question:
            cited.insert(0, self._curriculum.protocol.question(check_question))
        return list(dict.fromkeys(cited))

    def _pieces(self, text: str) -> list[str | Unit]:
        """A text cut at its citations; one that this school has not mapped is left out."""
        pieces: list[str | Unit] = []
        for piece in citation.split(text):
            match piece:
                case citation.Citation(cited):
                    unit = self._curriculum.catalogue[cited]
                    pieces += [unit] if unit else []
                case str():
                    pieces.append(piece)
        return pieces


def _initial(name: str) -> str:
    """The letter in the round picture of a sender."""
    return next((letter.upper() for letter in name if letter.isalnum()), "")


def _markdown_plain(text: str) -> str:
    """A text that Markdown leaves as it is, for headings of a protocol."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]#|!" else sign for sign in text)
