"""Reads quizzes: YAML files whose questions become items."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.citation import cited_in
from vijfvragen.model.quiz import Item, Quiz
from vijfvragen.model.text import Text
from vijfvragen.questions import QUESTION_TYPES, Background
from vijfvragen.reading import (
    Document,
    Flaw,
    Form,
    Line,
    Location,
    Slug,
    fill,
    read_yaml,
)
from vijfvragen.reading.words import nearest_name
from vijfvragen.sources.citations import Citable, check_list, check_texts, texts_in
from vijfvragen.sources.drawings import check_drawing_names
from vijfvragen.sources.folders import Folders, collected
from vijfvragen.sources.lessons import no_lesson, own_id_flaws
from vijfvragen.sources.misconceptions import check_misconception_names
from vijfvragen.sources.taken import NOTHING_TAKEN, Taken, take
from vijfvragen.sources.texts import texts_of_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.i18n import Texts
    from vijfvragen.model.lesson import Grade
    from vijfvragen.model.protocol import Protocol

LISTS = ("questions", "more_practice")
CITING = frozenset(
    {
        "aanpassen",
        "because",
        "explanation",
        "feedback",
        "niet-plaatsen",
        "niet-waar",
        "plaatsen",
        "talk",
        "task",
        "waar",
    }
)
"""The fields of a question in which `[[tip-3]]` becomes a link."""
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
    title: Line = Field(description="de titel van de quiz.")
    questions: Annotated[list[dict[str, Any]], Field(min_length=1)] = Field(
        description="de vragen, elk met id en type."
    )
    more_practice: list[dict[str, Any]] = Field(
        default=[], description="de vragen onder Nog meer oefenen."
    )


@dataclass(frozen=True)
class Surroundings:
    """What quizzes refer to. What is broken itself is None, so that no quiz is blamed for it."""

    protocol: Protocol | None
    citable: Citable
    grades: dict[str, Grade | None]
    """By the folder's name."""
    lesson_ids: set[str]
    drawings: list[str]
    """The names of the drawings there are."""
    misconceptions: list[str] | None
    """The ids of the misconceptions there are."""
    texts: Texts

    def background(self, folder: str) -> Background | None:
        """What the items of a folder need; None when that is broken."""
        grade = self.grades[folder]
        if self.protocol is None or grade is None:
            return None
        return Background(self.protocol, grade, self.texts)


def read_quizzes(
    folders: Folders, around: Surroundings, problems: list[ContentError], texts: list[Text]
) -> list[Quiz]:
    """Every quiz that is whole, in the order of the files."""
    documents = [one for one in _documents(folders, around, problems) if one]
    single = [document for document in documents if not _is_mixed(document)]
    quizzes = [_read_quiz(document, around, problems, NOTHING_TAKEN) for document in single]
    found = [quiz for quiz in quizzes if quiz]
    taken = Taken(
        {f"{quiz.id}/{item.id}": item for quiz in found for item in quiz.all_items},
        {f"{quiz.id}/{item.id}": quiz.lessons[0] for quiz in found for item in quiz.all_items},
        complete=len(found) == len(single),
    )
    mixed = [document for document in documents if _is_mixed(document)]
    quizzes += [_read_quiz(document, around, problems, taken) for document in mixed]
    by_path = {document.path: document for document in documents}
    whole = sorted((quiz for quiz in quizzes if quiz), key=lambda quiz: quiz.path)
    for quiz in whole:
        for at, question in _questions(by_path[quiz.path]):
            texts += texts_of_document(by_path[quiz.path], quiz.grade, at, _own_name(question))
    return whole


def _documents(
    folders: Folders, around: Surroundings, problems: list[ContentError]
) -> Iterator[Document]:
    for path in folders.files(folders.quizzes, "*/*.yml"):
        if PurePosixPath(path).parent.name not in around.grades:
            continue  # the folder itself is told
        try:
            yield read_yaml(folders.read(path), path)
        except ContentErrors as wrong:
            collected(problems, wrong)


def _is_mixed(document: Document) -> bool:
    return isinstance(document.data, dict) and bool(document.data.get("lessons"))


def _own_name(question: dict[str, Any]) -> str:
    """The id of a question inside its quiz; a taken one keeps the id that it has at home."""
    return str(question.get("id") or str(question.get("take", "")).rpartition("/")[2])


def _read_quiz(
    document: Document, around: Surroundings, problems: list[ContentError], taken: Taken
) -> Quiz | None:
    before = len(problems)
    file = PurePosixPath(document.path)
    form = fill(QuizForm, document, problems)
    items = {name: _read_items(name, document, around, problems, taken) for name in LISTS}
    if isinstance(document.data, dict) and "title" in document.data:
        problems += check_texts(document, around.citable, frozenset(), ("title",))
    flaws = [*_quiz_flaws(document, around.lesson_ids), *_list_flaws(document)]
    problems += [document.error(flaw) for flaw in flaws]
    if form is None or len(problems) > before or around.background(file.parent.name) is None:
        return None
    if any(name not in taken.items for name in _taken_names(document)):
        return None  # the quiz that it takes from is broken, and that is told
    return Quiz(
        id=form.id,
        path=document.path,
        grade=file.parent.name,
        slug=file.stem,
        title=form.title,
        lessons=(form.lesson,) if form.lesson else tuple(form.lessons or ()),
        items=tuple(items["questions"]),
        more_practice=tuple(items["more_practice"]),
        cites=tuple(dict.fromkeys(_cites(document, taken))),
    )


def _taken_names(document: Document) -> Iterator[str]:
    return (question["take"] for _, question in _questions(document) if "take" in question)


def _cites(document: Document, taken: Taken) -> Iterator[str]:
    """Every id that the questions cite, in their lists and in their texts."""
    for at, question in _questions(document):
        if "take" in question:
            yield from taken.items[question["take"]].cites
            continue
        yield from question["cites"]
        for text in texts_in(document, at):
            yield from cited_in(text)


def _quiz_flaws(document: Document, lesson_ids: set[str]) -> Iterator[Flaw]:
    """What is wrong with the quiz's own id and its lessons, also when the rest is no quiz yet."""
    data = document.data if isinstance(document.data, dict) else {}
    if isinstance(data.get("id"), str):
        yield from own_id_flaws(data["id"], document.path)
    lesson, lessons = data.get("lesson"), data.get("lessons")
    remedy = "Schrijf lesson: met één id, of lessons: met een lijst van ids."
    if not lesson and not lessons:
        yield Flaw((), "Deze quiz heeft geen les.", remedy)
    if lesson and lessons:
        yield Flaw(("lessons",), "Hier staan lesson en lessons allebei.", remedy)
    places: list[tuple[Location, Any]] = [(("lesson",), lesson)]
    if isinstance(lessons, list):
        places += [(("lessons", index), one) for index, one in enumerate(lessons)]
    for location, one in places:
        if isinstance(one, str) and one and one not in lesson_ids:
            yield Flaw(location, *no_lesson(one, lesson_ids))


def _list_flaws(document: Document) -> Iterator[Flaw]:
    """What the questions together may not do: share an id, or be open too often."""
    ids: set[str] = set()
    open_questions = 0
    for at, question in _questions(document):
        question_id = _own_name(question)
        if question_id in ids:
            problem = f'De id "{question_id}" staat twee keer in deze quiz.'
            field = "take" if "take" in question else "id"
            yield Flaw((*at, field), problem, "Geef elke vraag een eigen id.")
        if question_id:
            ids.add(question_id)
        open_questions += question.get("clarity") == "open"
        if question.get("clarity") == "open" and open_questions == MOST_OPEN + 1:
            problem = f"Dit is het derde open scenario; een quiz heeft er hooguit {MOST_OPEN}."
            remedy = "Verplaats een open scenario naar een andere quiz."
            yield Flaw((*at, "clarity"), problem, remedy)


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
    around: Surroundings,
    problems: list[ContentError],
    taken: Taken,
) -> list[Item]:
    items: list[Item] = []
    background = around.background(PurePosixPath(document.path).parent.name)
    for at, question in _questions(document):
        if at[0] != name:
            continue
        if "take" in question:
            items += take(document, at, taken, problems)
            continue
        problems += check_texts(document, around.citable, CITING, at)
        problems += check_drawing_names(document, around.drawings, at)
        problems += check_misconception_names(document, around.misconceptions, at)
        form_type = QUESTION_TYPES.get(str(question.get("type")))
        if form_type is None:
            problems.append(document.error(_type_flaw(at, question)))
            continue
        form = fill(form_type, document, problems, at)
        if form is None:
            continue
        problems += check_list(form.cites, document, (*at, "cites"), around.citable)
        flaws = list(form.flaws(around.protocol)) if around.protocol else []
        flaws += _recall_flaws(question.get("recalls"), around.lesson_ids)
        problems += [
            document.error(Flaw((*at, *flaw.location), flaw.problem, flaw.remedy)) for flaw in flaws
        ]
        if background and not flaws:
            items.append(form.item(background))
    return items


def _recall_flaws(recalled: object, lesson_ids: set[str]) -> Iterator[Flaw]:
    """Whether it comes earlier is for the checks, which know the order of the lessons."""
    if isinstance(recalled, str) and recalled not in lesson_ids:
        yield Flaw(("recalls",), *no_lesson(recalled, lesson_ids))


def _type_flaw(at: Location, question: dict[str, Any]) -> Flaw:
    found, own_id = question.get("type"), question.get("id")
    if isinstance(found, str) and found:
        problem = f'"{found}" is geen soort vraag.'
        near = nearest_name(found, list(QUESTION_TYPES))
        remedy = f'Bedoel je "{near}"?' if near else f"Kies uit: {', '.join(QUESTION_TYPES)}."
        return Flaw((*at, "type"), problem, remedy)
    name = f'"{own_id}"' if own_id and isinstance(own_id, str) else "Deze vraag"
    remedy = f"Schrijf bij type een van deze: {', '.join(QUESTION_TYPES)}."
    return Flaw((*at, "type"), f"{name} heeft geen type.", remedy)
