"""Reads the whole content of a site, or tells everything that is wrong with it at once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.curriculum import Advice, Contact, Curriculum, School
from vijfvragen.reading import SLUG, SLUG_RULE, Document, nearest, read_front_matter, read_yaml
from vijfvragen.sources.citations import Citable, citations
from vijfvragen.sources.folders import Folders, collected
from vijfvragen.sources.guidance import read_guidance
from vijfvragen.sources.lessons import GRADE_FILE, PLAN_SUFFIX, read_grades, read_lessons
from vijfvragen.sources.protocol import read_protocol
from vijfvragen.sources.quizzes import Surroundings, read_quizzes
from vijfvragen.sources.school import read_mapping, read_school

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.i18n import Texts
    from vijfvragen.model.protocol import Protocol
    from vijfvragen.model.quiz import Quiz

LESSON_FILES = (".md", ".svg")
QUIZ_FILES = (".yml",)
PAGE_FILES = (".md", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".pdf")
RUNS = re.compile(r"<script|\bon\w+\s*=|javascript:", re.IGNORECASE)
"""What makes a drawing run something when it is opened by itself."""


def read(folders: Folders, texts: Texts) -> Curriculum:
    """Read everything; raises ContentErrors with all problems of all files.

    What depends on something broken, such as a citation while the protocol is broken, is not
    judged: every cause is told once.
    """
    problems = list(_check_files(folders))
    protocol = _read_protocol(folders, problems)
    school, advice = _read_school(folders, problems)
    citable, mapping_advice = _read_mapping(folders, protocol, problems)
    grades = read_grades(folders, protocol, problems)
    lessons, lesson_ids = read_lessons(folders, grades, citable, problems)
    whole = {grade.id: grade for grade in grades}
    around = Surroundings(
        protocol=protocol,
        citable=citable,
        grades={name: whole.get(name) for name in folders.inside(folders.lessons)},
        lesson_ids=lesson_ids,
        texts=texts,
    )
    quizzes = read_quizzes(folders, around, problems)
    guidance = read_guidance(folders, citable, problems)
    problems += list(_check_items(folders, quizzes))
    if problems or protocol is None or citable is None:
        raise ContentErrors(problems)
    curriculum = Curriculum(
        school=school,
        protocol=protocol,
        catalogue=citable,
        grades=tuple(grades),
        lessons=tuple(lessons),
        quizzes=tuple(quizzes),
        guidance=tuple(guidance),
        advice=(*advice, *mapping_advice),
    )
    return replace(curriculum, advice=(*curriculum.advice, *_untaught(curriculum, folders)))


def _read_protocol(folders: Folders, problems: list[ContentError]) -> Protocol | None:
    path = f"{folders.protocol}/protocol.txt"
    text = None
    try:
        text = folders.read(path)
    except ContentErrors as wrong:
        collected(problems, wrong)
    outline = _read_document(folders, "outline.yml", problems)
    if text is None or outline is None:
        return None
    try:
        return read_protocol(text, path, outline)
    except ContentErrors as wrong:
        collected(problems, wrong)
        return None


def _read_school(folders: Folders, problems: list[ContentError]) -> tuple[School, list[Advice]]:
    document = _read_document(folders, "school.yml", problems)
    if document is None:
        return School("", Contact("", "")), []
    return read_school(document, problems)


def _read_mapping(
    folders: Folders, protocol: Protocol | None, problems: list[ContentError]
) -> tuple[Citable, list[Advice]]:
    document = _read_document(folders, "mapping.yml", problems)
    if document is None or protocol is None:
        return None, []
    return read_mapping(document, protocol, problems)


def _read_document(folders: Folders, name: str, problems: list[ContentError]) -> Document | None:
    path = f"{folders.protocol}/{name}"
    try:
        return read_yaml(folders.read(path), path)
    except ContentErrors as wrong:
        collected(problems, wrong)
        return None


def _check_files(folders: Folders) -> Iterator[ContentError]:
    """Empty folders, grades without grade.yml, and files that nothing would read."""
    if not any((folders.root / folders.docs).glob("**/*.md")):
        problem, remedy = "In deze map staat geen pagina.", "Zet er ten minste index.md in."
        yield ContentError(folders.docs, 0, problem, remedy)
    for path in folders.files(folders.docs, "**/*"):
        if not path.lower().endswith(PAGE_FILES):
            remedy = "Op de site kunnen pagina's (.md) en beelden (.png, .jpg, .webp, .svg)."
            yield ContentError(path, 0, "Dit soort bestand kan niet op de site.", remedy)
        elif path.lower().endswith(".svg") and RUNS.search(_source(folders, path)):
            remedy = "Sla de tekening op zonder script, of teken haar opnieuw."
            yield ContentError(path, 0, "In deze tekening zit een script.", remedy)
    for folder, kinds in ((folders.lessons, LESSON_FILES), (folders.quizzes, QUIZ_FILES)):
        grades = folders.inside(folder)
        if not grades:
            problem, remedy = "Deze map is leeg.", "Zet er een map per groep in, zoals g56."
            yield ContentError(folder, 0, problem, remedy)
        for path in folders.files(folder, "*"):
            remedy = "Zet het in de map van een groep, zoals g56."
            yield ContentError(path, 0, NOT_READ, remedy)
        for grade in grades:
            yield from _check_grade(folders, folder, grade, kinds)


NOT_READ = "Dit bestand wordt door niets gelezen."


def _source(folders: Folders, path: str) -> str:
    return (folders.root / path).read_bytes().decode(errors="replace")


def _check_grade(
    folders: Folders, folder: str, grade: str, kinds: tuple[str, ...]
) -> Iterator[ContentError]:
    """What is wrong with the folder of one grade and the names of the files in it."""
    path = f"{folder}/{grade}"
    files = folders.files(path, "**/*")
    content = [file for file in files if file.endswith(kinds[0])]
    known = folders.inside(folders.lessons)
    if folder == folders.quizzes and known and grade not in known:
        remedy = nearest(grade, known)
        yield ContentError(path, 0, f'De map "{grade}" hoort bij geen groep.', remedy)
    if folder == folders.lessons and f"{path}/{GRADE_FILE}" not in files:
        remedy = "Neem het bestand over uit een andere groep en pas het aan."
        yield ContentError(path, 0, f"In deze map ontbreekt {GRADE_FILE}.", remedy)
    if not content:
        problem = "In deze map staat geen les." if files else "Deze map is leeg."
        if folder == folders.quizzes and files:
            problem = "In deze map staat geen quiz."
        remedy = f"Zet er een bestand in dat eindigt op {kinds[0]}, of haal de map weg."
        yield ContentError(path, 0, problem, remedy)
    for file in files:
        name = file.removeprefix(f"{path}/")
        if folder == folders.lessons and name == GRADE_FILE:
            continue
        if "/" in name or not name.endswith(kinds):
            remedy = f"Laat de naam eindigen op {kinds[0]}, of haal het hier weg."
            if "/" in name:
                remedy = f"Zet het in {path} zelf, of haal het hier weg."
            yield ContentError(file, 0, NOT_READ, remedy)
        elif name.endswith(kinds[0]) and not re.match(SLUG, _stem(name)):
            problem = "De naam van dit bestand kan geen adres worden."
            yield ContentError(file, 0, problem, SLUG_RULE)


def _stem(name: str) -> str:
    return name.removesuffix(PLAN_SUFFIX).rpartition(".")[0] or name.removesuffix(PLAN_SUFFIX)


def _check_items(folders: Folders, quizzes: list[Quiz]) -> Iterator[ContentError]:
    """Items that a text shows and no quiz has, or that a text for children shows."""
    known = [f"{quiz.id}/{item.id}" for quiz in quizzes for item in quiz.all_items]
    # Which items there are is only known when every quiz could be read.
    complete = len(quizzes) == len(folders.files(folders.quizzes, "*/*.yml"))
    paths = folders.files(folders.lessons, "*/*.md") + folders.files(folders.docs, "**/*.md")
    for path in paths:
        try:
            _, body, first_line = read_front_matter(folders.read(path), path)
        except ContentErrors:
            continue  # told already
        for cited in citations(body, first_line):
            if cited.kind != "item":
                continue
            if not path.endswith(PLAN_SUFFIX):
                problem = "Een vraag met antwoorden hoort alleen in een lesbrief (.plan.md)."
                remedy = "Haal het blok hier weg; de quiz heeft een eigen pagina."
                yield ContentError(path, cited.line, problem, remedy)
            elif complete and cited.id not in known:
                problem = f'De vraag "{cited.id}" is er niet.'
                yield ContentError(path, cited.line, problem, nearest(cited.id, known))


def _untaught(curriculum: Curriculum, folders: Folders) -> Iterator[Advice]:
    """The articles that no page cites; advice, for a site may grow lesson by lesson."""
    untaught = [
        article.label
        for article in curriculum.protocol.articles
        if article.id not in curriculum.citing
    ]
    if untaught:
        text = f"Nog op geen enkele pagina: {', '.join(untaught)}."
        yield Advice(folders.protocol, text)
