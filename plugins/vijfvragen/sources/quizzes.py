"""Reads quizzes: YAML files whose questions become items."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Annotated, Any, ClassVar

from pydantic import Field

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.i18n import Texts
from vijfvragen.model.citation import cited_in
from vijfvragen.model.lesson import Grade
from vijfvragen.model.protocol import Protocol, Unit
from vijfvragen.model.quiz import Item, Quiz
from vijfvragen.questions import QUESTION_TYPES, Background
from vijfvragen.reading import Document, Flaw, Form, Location, Sentence, Slug, fill, nearest, read_yaml
from vijfvragen.sources.citations import check_id, check_list
from vijfvragen.sources.folders import Folders, collected
from vijfvragen.sources.lessons import check_own_id

LISTS = ("questions", "more_practice")
MOST_OPEN = 2
"""Open scenarios in one quiz; the talk about each takes a class several minutes."""


class QuizForm(Form):
    """A quiz; its questions are filled in one by one, each by the form of its type."""

    what: ClassVar[str] = "een quiz"

    id: Slug = Field(description="de map en de bestandsnaam: g56-jouw-foto.")
    lesson: Slug | None = Field(default=None, description="de id van de les.")
    lessons: Annotated[list[Slug], Field(min_length=2)] | None = Field(
        default=None, description="bij een gemengde quiz: de ids van de lessen."
    )
    title: Sentence = Field(description="de titel van de quiz.")
    questions: Annotated[list[dict[str, Any]], Field(min_length=1)] = Field(
        description="de vragen, elk met id en type."
    )
    more_practice: list[dict[str, Any]] = Field(
        default=[], description="de vragen onder Nog meer oefenen."
    )


def read_quizzes(  # noqa: PLR0913 - what a quiz may cite comes from all sides
    folders: Folders,
    protocol: Protocol,
    grades: list[Grade],
    lesson_ids: set[str],
    catalogue: dict[str, Unit | None],
    texts: Texts,
    problems: list[ContentError],
) -> list[Quiz]:
    """Every quiz that is whole, in the order of the files."""
    quizzes = []
    by_id = {grade.id: grade for grade in grades}
    for path in folders.files(folders.quizzes, "*/*.yml"):
        try:
            document = read_yaml(folders.read(path), path)
        except ContentErrors as wrong:
            collected(problems, wrong)
            continue
        folder = PurePosixPath(path).parent.name
        if folder not in by_id:
            problem = f'De map "{folder}" hoort bij geen groep.'
            remedy = nearest(folder, list(by_id), list(by_id))
            problems.append(ContentError(path, 0, problem, remedy))
            continue
        background = Background(protocol, by_id[folder], texts)
        quiz = _read_quiz(document, background, lesson_ids, catalogue, problems)
        if quiz:
            quizzes.append(quiz)
    return quizzes


def _read_quiz(
    document: Document,
    background: Background,
    lesson_ids: set[str],
    catalogue: dict[str, Unit | None],
    problems: list[ContentError],
) -> Quiz | None:
    before = len(problems)
    form = fill(QuizForm, document, problems)
    items = {name: _read_items(name, document, background, catalogue, problems) for name in LISTS}
    problems += [document.error(flaw) for flaw in _list_flaws(document)]
    if form is None:
        return None
    if wrong_id := check_own_id(form.id, document.path, document.line(("id",))):
        problems.append(wrong_id)
    problems += [document.error(flaw) for flaw in _lesson_flaws(form, lesson_ids)]
    if len(problems) > before:
        return None
    return Quiz(
        id=form.id,
        grade=background.grade.id,
        slug=PurePosixPath(document.path).stem,
        title=form.title,
        lessons=(form.lesson,) if form.lesson else tuple(form.lessons or ()),
        items=tuple(items["questions"]),
        more_practice=tuple(items["more_practice"]),
    )


def _lesson_flaws(form: QuizForm, lesson_ids: set[str]) -> Iterator[Flaw]:
    if (form.lesson is None) == (form.lessons is None):
        yield Flaw(
            (),
            f'De quiz "{form.id}" heeft geen les.' if not form.lesson else "Hier staan lesson en lessons.",
            "Schrijf lesson: met één id, of lessons: met een lijst van ids.",
        )
    places: list[tuple[Location, str]] = [(("lesson",), form.lesson)] if form.lesson else []
    places += [(("lessons", index), lesson) for index, lesson in enumerate(form.lessons or ())]
    for location, lesson in places:
        if lesson not in lesson_ids:
            yield Flaw(
                location,
                f'De les "{lesson}" is er niet.',
                nearest(lesson, sorted(lesson_ids), sorted(lesson_ids)),
            )


def _list_flaws(document: Document) -> Iterator[Flaw]:
    """What the questions together may not do: share an id, or be open too often."""
    ids: set[str] = set()
    open_questions = 0
    for at, question in _questions(document):
        question_id = question.get("id")
        if isinstance(question_id, str) and question_id in ids:
            yield Flaw(
                (*at, "id"),
                f'De id "{question_id}" staat twee keer in deze quiz.',
                "Geef elke vraag een eigen id.",
            )
        ids.add(str(question_id))
        open_questions += question.get("clarity") == "open"
        if question.get("clarity") == "open" and open_questions == MOST_OPEN + 1:
            yield Flaw(
                (*at, "clarity"),
                f"Dit is de derde open vraag; een quiz heeft er hooguit {MOST_OPEN}.",
                "Verplaats een open vraag naar een andere quiz.",
            )


def _questions(document: Document) -> Iterator[tuple[Location, dict[str, Any]]]:
    data = document.data if isinstance(document.data, dict) else {}
    for name in LISTS:
        questions = data.get(name)
        for index, question in enumerate(questions if isinstance(questions, list) else []):
            if isinstance(question, dict):
                yield (name, index), question


def _read_items(
    name: str,
    document: Document,
    background: Background,
    catalogue: dict[str, Unit | None],
    problems: list[ContentError],
) -> list[Item]:
    items = []
    for at, question in _questions(document):
        if at[0] != name:
            continue
        type_name = question.get("type")
        if type_name not in QUESTION_TYPES:
            problems.append(document.error(_type_flaw(at, question)))
            continue
        problems += _check_texts(document, at, question, catalogue)
        form = fill(QUESTION_TYPES[type_name], document, problems, at)
        if form is None:
            continue
        flaws = [
            Flaw((*at, *flaw.location), flaw.problem, flaw.remedy)
            for flaw in form.flaws(background.protocol)
        ]
        problems += [document.error(flaw) for flaw in flaws]
        problems += check_list(form.cites, document, (*at, "cites"), catalogue)
        if not flaws and set(background.grade.questions) >= set(background.protocol.question_keys):
            items.append(form.item(background))
    return items


def _type_flaw(at: Location, question: dict[str, Any]) -> Flaw:
    known = ", ".join(QUESTION_TYPES)
    if "type" not in question:
        name = f'"{question["id"]}"' if question.get("id") else "Deze vraag"
        return Flaw(at, f"{name} heeft geen type.", f"Kies uit: {known}.")
    found = str(question["type"])
    remedy = nearest(found, list(QUESTION_TYPES), list(QUESTION_TYPES))
    return Flaw((*at, "type"), f'"{found}" is geen soort vraag.', remedy)


def _check_texts(
    document: Document, at: Location, value: object, catalogue: dict[str, Unit | None]
) -> Iterator[ContentError]:
    """Every `[[…]]` in the texts of a question that exists nowhere."""
    match value:
        case str():
            for cited in cited_in(value):
                if wrong := check_id(cited, document.path, document.line(at), catalogue):
                    yield wrong
        case dict():
            for key, inner in value.items():
                yield from _check_texts(document, (*at, key), inner, catalogue)
        case list():
            for index, inner in enumerate(value):
                yield from _check_texts(document, (*at, index), inner, catalogue)
