"""Reads grades, lessons and lesson plans."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, ClassVar

from pydantic import Field

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.lesson import Grade, Lesson, LessonPlan
from vijfvragen.model.protocol import Protocol, Unit
from vijfvragen.reading import Flaw, Form, Sentence, Slug, fill, read_front_matter, read_yaml
from vijfvragen.sources.citations import check_body, check_list, citations
from vijfvragen.sources.folders import Folders, collected

GRADE_FILE = "grade.yml"
PLAN_SUFFIX = ".plan.md"


class GradeForm(Form):
    """grade.yml."""

    what: ClassVar[str] = "een grade.yml"

    id: Slug = Field(description="de naam van de map, zoals g56.")
    title: Sentence = Field(description="zoals kinderen hun groep noemen: Groep 5–6.")
    slug: Slug = Field(description="het adres van de groep: groep-5-6.")
    questions: dict[str, Sentence] = Field(
        description="elk van de vijf vragen in de woorden van deze groep."
    )
    rule: Sentence = Field(description="de regel in de woorden van deze groep.")


class LessonForm(Form):
    """The front matter of a lesson."""

    what: ClassVar[str] = "een les"

    id: Slug = Field(description="de map en de bestandsnaam: g56-jouw-foto.")
    number: Annotated[int, Field(ge=1)] = Field(description="de hoeveelste les van de groep: 4.")
    title: Sentence = Field(description="de titel van de les.")
    description: Sentence = Field(description="één zin over de les, voor wie de link ziet.")
    goal: Sentence = Field(description="het lesdoel: Ik kan …")
    cites: Annotated[list[str], Field(min_length=1)] = Field(
        description="de artikelen van het protocol waar de les over gaat."
    )
    words: dict[str, Sentence] = Field(
        default={}, description="de kernwoorden, elk met de betekenis voor een kind."
    )
    at_home: str = Field(default="", description="de vraag voor thuis.")


class PlanForm(Form):
    """The front matter of a lesson plan."""

    what: ClassVar[str] = "een lesbrief"

    lesson: Slug = Field(description="de id van de les.")
    description: Sentence = Field(description="één zin over de lesbrief.")
    materials: list[Sentence] = Field(default=[], description="wat je nodig hebt.")
    prepare: str = Field(default="", description="wat je vooraf nakijkt.")


def read_grades(folders: Folders, protocol: Protocol, problems: list[ContentError]) -> list[Grade]:
    """Every grade, in the order of the folders' names."""
    grades = []
    for path in folders.files(folders.lessons, f"*/{GRADE_FILE}"):
        try:
            document = read_yaml(folders.read(path), path)
        except ContentErrors as wrong:
            collected(problems, wrong)
            continue
        form = fill(GradeForm, document, problems)
        if form is None:
            continue
        folder = PurePosixPath(path).parent.name
        if form.id != folder:
            remedy = f"Schrijf id: {folder}, of geef de map een andere naam."
            flaw = Flaw(("id",), f'De id "{form.id}" is niet de naam van de map.', remedy)
            problems.append(document.error(flaw))
        if set(form.questions) != set(protocol.question_keys):
            keys = ", ".join(protocol.question_keys)
            flaw = Flaw(("questions",), "Hier horen precies de vijf vragen.", f"Het zijn: {keys}.")
            problems.append(document.error(flaw))
        grades.append(Grade(form.id, form.title, form.slug, form.questions, form.rule))
    return grades


def read_lessons(
    folders: Folders,
    grades: list[Grade],
    catalogue: dict[str, Unit | None],
    problems: list[ContentError],
) -> tuple[list[Lesson], set[str]]:
    """Every lesson by grade and number, and the ids of all lesson files, broken ones included."""
    lessons: list[Lesson] = []
    present: set[str] = set()
    plans = _read_plans(folders, catalogue, problems)
    for path in folders.files(folders.lessons, "*/*.md"):
        if path.endswith(PLAN_SUFFIX):
            continue
        present.add(own_id(path))
        lesson = _read_lesson(path, folders, catalogue, plans, problems)
        if lesson:
            lessons.append(lesson)
    for lesson_id, (plan, line) in plans.items():
        if lesson_id not in present:
            problem = f'De les "{lesson_id}" van deze lesbrief is er niet.'
            remedy = "Geef de lesbrief de naam van de les: jouw-foto.md en jouw-foto.plan.md."
            problems.append(ContentError(plan.path, line, problem, remedy))
    order = [grade.id for grade in grades]
    lessons = [lesson for lesson in lessons if lesson.grade in order]
    lessons.sort(key=lambda lesson: (order.index(lesson.grade), lesson.number, lesson.id))
    for before, lesson in zip(lessons, lessons[1:], strict=False):
        if (before.grade, before.number) == (lesson.grade, lesson.number):
            problem = f'Nummer {lesson.number} heeft ook de les "{before.id}".'
            problems.append(ContentError(lesson.path, 1, problem, "Geef een van de twee een ander nummer."))
    return lessons, present


def own_id(path: str) -> str:
    """The id that a file's place gives it: `lessons/g56/jouw-foto.md` is `g56-jouw-foto`."""
    file = PurePosixPath(path)
    return f"{file.parent.name}-{file.name.split('.')[0]}"


def check_own_id(found: str, path: str, line: int) -> ContentError | None:
    """What is wrong with an id that is not the one of its file."""
    if found == own_id(path):
        return None
    problem = f'De id "{found}" past niet bij de plek van het bestand.'
    return ContentError(path, line, problem, f"Schrijf id: {own_id(path)}")


def _read_lesson(
    path: str,
    folders: Folders,
    catalogue: dict[str, Unit | None],
    plans: dict[str, tuple[LessonPlan, int]],
    problems: list[ContentError],
) -> Lesson | None:
    try:
        document, body, first_line = read_front_matter(folders.read(path), path)
    except ContentErrors as wrong:
        collected(problems, wrong)
        return None
    problems += check_body(body, first_line, path, catalogue)
    if not body.strip():
        problem, remedy = "De les heeft geen tekst.", "Schrijf de les onder de tweede regel met ---."
        problems.append(ContentError(path, first_line, problem, remedy))
    form = fill(LessonForm, document, problems)
    if form is None:
        return None
    if wrong_id := check_own_id(form.id, path, document.line(("id",))):
        problems.append(wrong_id)
    problems += check_list(form.cites, document, ("cites",), catalogue)
    file = PurePosixPath(path)
    plan, _ = plans.get(form.id, (None, 0))
    cited = [cite.id for cite in citations(body, first_line) if cite.kind == "article"]
    return Lesson(
        id=form.id,
        path=path,
        grade=file.parent.name,
        slug=file.stem,
        number=form.number,
        title=form.title,
        description=form.description,
        goal=form.goal,
        cites=tuple(dict.fromkeys([*form.cites, *cited])),
        words=form.words,
        at_home=form.at_home,
        body=body,
        plan=plan,
    )


def _read_plans(
    folders: Folders, catalogue: dict[str, Unit | None], problems: list[ContentError]
) -> dict[str, tuple[LessonPlan, int]]:
    plans: dict[str, tuple[LessonPlan, int]] = {}
    for path in folders.files(folders.lessons, f"*/*{PLAN_SUFFIX}"):
        try:
            document, body, first_line = read_front_matter(folders.read(path), path)
        except ContentErrors as wrong:
            collected(problems, wrong)
            continue
        problems += check_body(body, first_line, path, catalogue)
        form = fill(PlanForm, document, problems)
        if form is None:
            continue
        line = document.line(("lesson",))
        if wrong_id := check_own_id(form.lesson, path, line):
            problems.append(wrong_id)
        cited = [cite.id for cite in citations(body, first_line) if cite.kind == "article"]
        plan = LessonPlan(
            path=path,
            description=form.description,
            materials=tuple(form.materials),
            prepare=form.prepare,
            body=body,
            cites=tuple(dict.fromkeys(cited)),
        )
        plans[form.lesson] = (plan, line)
    return plans
