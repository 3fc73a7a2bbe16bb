"""Checks what lies where: folders that are empty, files that nothing would read or publish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vijfvragen.errors import ContentError
from vijfvragen.reading import SLUG, SLUG_RULE, nearest
from vijfvragen.sources.drawings import read_svg
from vijfvragen.sources.folders import DRAWINGS, Folders
from vijfvragen.sources.grades import GRADE_FILE
from vijfvragen.sources.lessons import PLAN_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator


LESSON_FILE, QUIZ_FILE = ".md", ".yml"
PAGE_FILES = (".md", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".pdf")
NOT_READ = "Dit bestand wordt door niets gelezen."


def check_layout(folders: Folders) -> Iterator[ContentError]:
    """Everything that lies where nothing reads it, and every folder where something is missing."""
    yield from _check_pages(folders)
    for folder, kind in ((folders.lessons, LESSON_FILE), (folders.quizzes, QUIZ_FILE)):
        grades = folders.grades(folder)
        if not grades:
            problem, remedy = "Deze map is leeg.", "Zet er een map per groep in, zoals g56."
            yield ContentError(folder, 0, problem, remedy)
        for path in folders.files(folder, "*"):
            beside = (folders.glossary, folders.misconceptions, folders.own_words, folders.themes)
            if path in beside:
                continue
            remedy = "Zet het in de map van een groep, zoals g56."
            yield ContentError(path, 0, NOT_READ, remedy)
        for grade in grades:
            yield from _check_grade(folders, folder, grade, kind)


def _check_pages(folders: Folders) -> Iterator[ContentError]:
    """The hand-written pages, and the drawings."""
    if not any((folders.root / folders.docs).glob("**/*.md")):
        problem, remedy = "In deze map staat geen pagina.", "Zet er ten minste index.md in."
        yield ContentError(folders.docs, 0, problem, remedy)
    for path in folders.files(folders.docs, "**/*"):
        if not path.lower().endswith(PAGE_FILES):
            remedy = "Op de site kunnen pagina's (.md) en beelden (.png, .jpg, .webp, .svg)."
            yield ContentError(path, 0, "Dit soort bestand kan niet op de site.", remedy)
        elif path.startswith(f"{folders.docs}/{DRAWINGS}/"):
            problem = "Dit adres is van de tekeningen bij de lessen."
            yield ContentError(path, 0, problem, f"Zet de tekening in {folders.drawings}.")
        elif path.lower().endswith(".svg"):
            problems: list[ContentError] = []
            read_svg(folders, path, problems)
            yield from problems
    for path in folders.files(folders.drawings, "**/*"):
        name = path.removeprefix(f"{folders.drawings}/")
        if "/" in name or not name.endswith(".svg"):
            remedy = f"Zet in {folders.drawings} alleen tekeningen, als .svg."
            yield ContentError(path, 0, NOT_READ, remedy)
        elif not re.match(SLUG, name.removesuffix(".svg")):
            problem = "De naam van dit bestand kan geen adres worden."
            yield ContentError(path, 0, problem, SLUG_RULE)


def _check_grade(folders: Folders, folder: str, grade: str, kind: str) -> Iterator[ContentError]:
    """What is wrong with the folder of one grade and the names of the files in it."""
    path = f"{folder}/{grade}"
    files = folders.files(path, "**/*")
    content = [file for file in files if file.endswith(kind)]
    known = folders.grades(folders.lessons)
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
        remedy = f"Zet er een bestand in dat eindigt op {kind}, of haal de map weg."
        yield ContentError(path, 0, problem, remedy)
    for file in files:
        name = file.removeprefix(f"{path}/")
        if folder == folders.lessons and name == GRADE_FILE:
            continue
        if "/" in name or not name.endswith(kind):
            remedy = f"Laat de naam eindigen op {kind}, of haal het hier weg."
            if "/" in name:
                remedy = f"Zet het in {path} zelf, of haal het hier weg."
            yield ContentError(file, 0, NOT_READ, remedy)
        elif name.endswith(kind) and not re.match(SLUG, _stem(name)):
            problem = "De naam van dit bestand kan geen adres worden."
            yield ContentError(file, 0, problem, SLUG_RULE)


def _stem(name: str) -> str:
    return name.removesuffix(PLAN_SUFFIX).rpartition(".")[0] or name.removesuffix(PLAN_SUFFIX)
