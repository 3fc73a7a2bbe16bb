"""Reads lessons and lesson plans."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple

from pydantic import Field

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.lesson import ForParents, Grade, Lesson, LessonPlan
from vijfvragen.model.text import PARENTS, TEACHERS, Role, Text
from vijfvragen.reading import (
    SLUG,
    Flaw,
    Form,
    Line,
    Sentence,
    Slug,
    fill,
    nearest,
    read_front_matter,
)
from vijfvragen.sources.citations import (
    Citable,
    articles_in,
    check_body,
    check_list,
    check_texts,
    citations,
)
from vijfvragen.sources.drawings import drawings_in
from vijfvragen.sources.folders import Folders, collected
from vijfvragen.sources.texts import texts_of_body, texts_of_document

if TYPE_CHECKING:
    from collections.abc import Iterator


PLAN_SUFFIX = ".plan.md"


class ForParentsForm(Form):
    """What a parent reads about a lesson."""

    what: ClassVar[str] = "wat ouders over de les lezen (for_parents)"

    about: Sentence = Field(description="waar de les over ging, in twee of drie zinnen.")
    questions: Annotated[list[Sentence], Field(min_length=3, max_length=3)] = Field(
        description="drie vragen voor aan tafel."
    )


class LessonForm(Form):
    """The front matter of a lesson."""

    what: ClassVar[str] = "een les"

    id: Slug = Field(description="de map en de bestandsnaam: g56-jouw-foto.")
    number: Annotated[int, Field(ge=1)] = Field(description="de hoeveelste les van de groep: 4.")
    title: Line = Field(description="de titel van de les.")
    description: Line = Field(description="één zin over de les, voor wie de link ziet.")
    goal: Sentence = Field(description="het lesdoel: Ik kan …")
    cites: Annotated[list[str], Field(min_length=1)] = Field(
        description="de artikelen van het protocol waar de les over gaat."
    )
    words: dict[str, Sentence] = Field(
        default={}, description="de kernwoorden, elk met de betekenis voor een kind."
    )
    at_home: str = Field(default="", description="de vraag voor thuis.")
    about_consequences: bool = Field(
        default=False, description="true als de uitleg over gevolgen van de groep erbij hoort."
    )
    for_parents: ForParentsForm | None = Field(
        default=None, description="wat ouders over de les lezen: about en questions."
    )


class PlanForm(Form):
    """The front matter of a lesson plan."""

    what: ClassVar[str] = "een lesbrief"

    lesson: Slug = Field(description="de id van de les.")
    description: Line = Field(description="één zin over de lesbrief.")
    materials: list[Sentence] = Field(default=[], description="wat je nodig hebt.")
    prepare: str = Field(default="", description="wat je vooraf nakijkt.")
    themes: list[str] = Field(default=[], description="de thema’s van de kerndoelen, met hun id.")
    recalls: list[Slug] = Field(
        default=[], description="de ids van de lessen die de terugblik terughaalt."
    )


def read_lessons(
    folders: Folders,
    grades: list[Grade],
    citable: Citable,
    problems: list[ContentError],
    texts: list[Text],
) -> tuple[list[Lesson], set[str]]:
    """Every lesson by grade and number, and the ids of all lesson files, broken ones included."""
    paths = [
        path for path in folders.files(folders.lessons, "*/*.md") if not path.endswith(PLAN_SUFFIX)
    ]
    present = {own_id(path) for path in paths}
    plans = _read_plans(folders, citable, present, problems, texts)
    for lesson_id, plan in plans.items():
        if lesson_id not in present:
            problem = f'De les "{lesson_id}" van deze lesbrief is er niet.'
            remedy = "Geef de lesbrief de naam van de les: jouw-foto.md en jouw-foto.plan.md."
            problems.append(ContentError(plan.path, 0, problem, remedy))
    read = [_read_lesson(path, folders, citable, problems, texts) for path in paths]
    order = {grade.id: place for place, grade in enumerate(grades)}
    lessons = sorted(
        (one for one in read if one and one.lesson.grade in order),
        key=lambda one: (order[one.lesson.grade], one.lesson.number, one.lesson.id),
    )
    for before, one in pairwise(lessons):
        if (before.lesson.grade, before.lesson.number) == (one.lesson.grade, one.lesson.number):
            problem = f'Nummer {one.lesson.number} heeft ook de les "{before.lesson.id}".'
            remedy = "Geef een van de twee een ander nummer."
            problems.append(ContentError(one.lesson.path, one.number_line, problem, remedy))
    return [replace(one.lesson, plan=plans.get(one.lesson.id)) for one in lessons], present


def no_lesson(lesson_id: str, lesson_ids: set[str]) -> tuple[str, str]:
    """Problem and remedy where a lesson is named that is not there."""
    return f'De les "{lesson_id}" is er niet.', nearest(lesson_id, sorted(lesson_ids))


def own_id(path: str) -> str:
    """The id that a file's place gives it: `lessons/g56/jouw-foto.md` is `g56-jouw-foto`."""
    file = PurePosixPath(path)
    return f"{file.parent.name}-{file.name.split('.')[0]}"


def own_id_flaws(found: str, path: str, name: str = "id") -> Iterator[Flaw]:
    """What is wrong with an id, in the field `name`, that is not the one of its file."""
    if found != own_id(path) and re.match(SLUG, own_id(path)):  # or the file's name is told
        problem = f'"{found}" past niet bij de map en de naam van dit bestand.'
        yield Flaw((name,), problem, f"Schrijf {name}: {own_id(path)}")


class _Located(NamedTuple):
    lesson: Lesson
    number_line: int


def _read_lesson(
    path: str,
    folders: Folders,
    citable: Citable,
    problems: list[ContentError],
    texts: list[Text],
) -> _Located | None:
    try:
        document, body, first_line = read_front_matter(folders.read(path), path)
    except ContentErrors as wrong:
        collected(problems, wrong)
        return None
    problems += check_body(body, first_line, path, citable)
    problems += check_texts(document, citable, frozenset({"at_home"}))
    if not body.strip():
        problem, remedy = (
            "De les heeft geen tekst.",
            "Schrijf de les onder de tweede regel met ---.",
        )
        problems.append(ContentError(path, first_line, problem, remedy))
    form = fill(LessonForm, document, problems)
    if form is None:
        return None
    problems += [document.error(flaw) for flaw in own_id_flaws(form.id, path)]
    problems += check_list(form.cites, document, ("cites",), citable)
    file, told = PurePosixPath(path), form.for_parents
    texts += texts_of_document(document, file.parent.name)
    if told:
        for_parents = texts_of_document(document, PARENTS, at=("for_parents",))
        texts += (replace(text, role=Role.BODY) for text in for_parents)
    texts += texts_of_body(body, first_line, path, file.parent.name)
    lesson = Lesson(
        id=form.id,
        path=path,
        grade=file.parent.name,
        slug=file.stem,
        number=form.number,
        title=form.title,
        description=form.description,
        goal=form.goal,
        cites=tuple(dict.fromkeys([*form.cites, *articles_in(body)])),
        words=form.words,
        at_home=form.at_home,
        about_consequences=form.about_consequences,
        for_parents=ForParents(told.about, tuple(told.questions)) if told else None,
        body=body,
        drawings=drawings_in(body),
        plan=None,
    )
    return _Located(lesson, document.line(("number",)))


def _read_plans(
    folders: Folders,
    citable: Citable,
    lesson_ids: set[str],
    problems: list[ContentError],
    texts: list[Text],
) -> dict[str, LessonPlan]:
    """Every lesson plan by the id of its lesson, which its place gives it."""
    plans: dict[str, LessonPlan] = {}
    for path in folders.files(folders.lessons, f"*/*{PLAN_SUFFIX}"):
        try:
            document, body, first_line = read_front_matter(folders.read(path), path)
        except ContentErrors as wrong:
            collected(problems, wrong)
            continue
        problems += check_body(body, first_line, path, citable)
        problems += check_texts(document, citable, frozenset())
        form = fill(PlanForm, document, problems)
        if form is None:
            continue
        problems += [document.error(flaw) for flaw in own_id_flaws(form.lesson, path, "lesson")]
        problems += [
            document.error(Flaw(("recalls", index), *no_lesson(recalled, lesson_ids)))
            for index, recalled in enumerate(form.recalls)
            if recalled not in lesson_ids
        ]
        texts += texts_of_document(document, TEACHERS)
        texts += texts_of_body(body, first_line, path, TEACHERS)
        plans[own_id(path)] = LessonPlan(
            path=path,
            description=form.description,
            materials=tuple(form.materials),
            prepare=form.prepare,
            body=body,
            cites=tuple(dict.fromkeys(articles_in(body))),
            drawings=drawings_in(body),
            items=tuple(cited.id for cited in citations(body, first_line) if cited.kind == "item"),
            themes=tuple(dict.fromkeys(form.themes)),
            recalls=tuple(form.recalls),
        )
    return plans
