"""Reads the whole content of a site, or tells everything that is wrong with it at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.curriculum import Advice, Curriculum, School
from vijfvragen.reading import Document, nearest, read_front_matter, read_yaml
from vijfvragen.sources.blocks import blocks_in
from vijfvragen.sources.citations import Citable, citations
from vijfvragen.sources.drawings import check_pictures, read_drawings
from vijfvragen.sources.folders import OWN_WORDS, Folders, collected
from vijfvragen.sources.glossary import read_glossary
from vijfvragen.sources.grades import read_grades
from vijfvragen.sources.guidance import read_guidance
from vijfvragen.sources.layout import check_layout
from vijfvragen.sources.lessons import PLAN_SUFFIX, read_lessons
from vijfvragen.sources.misconceptions import read_misconceptions
from vijfvragen.sources.protocol import read_protocol
from vijfvragen.sources.quizzes import Surroundings, read_quizzes
from vijfvragen.sources.school import NO_SCHOOL, read_mapping, read_school
from vijfvragen.sources.themes import check_theme_names, read_themes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.i18n import Texts
    from vijfvragen.model.protocol import Protocol
    from vijfvragen.model.quiz import Quiz
    from vijfvragen.model.text import Text


def read(folders: Folders, texts: Texts) -> Curriculum:
    """Read everything; raises ContentErrors with all problems of all files.

    What depends on something broken, such as a citation while the protocol is broken, is not
    judged: every cause is told once.
    """
    problems = list(check_layout(folders))
    protocol = _read_protocol(folders, problems)
    school, advice = _read_school(folders, problems)
    citable, mapping_advice = _read_mapping(folders, protocol, problems)
    drawings = read_drawings(folders, problems)
    content: list[Text] = []
    grades = read_grades(folders, protocol, citable, problems, content)
    lessons, lesson_ids = read_lessons(folders, grades, citable, problems, content)
    misconceptions = read_misconceptions(folders, citable, problems, content)
    glossary = read_glossary(folders, problems, content)
    themes = read_themes(folders, problems, content)
    whole = {grade.id: grade for grade in grades}
    around = Surroundings(
        protocol=protocol,
        citable=citable,
        grades={name: whole.get(name) for name in folders.grades(folders.lessons)},
        lesson_ids=lesson_ids,
        drawings=list(drawings),
        misconceptions=None if misconceptions is None else list(misconceptions),
        texts=texts,
    )
    quizzes = read_quizzes(folders, around, problems, content)
    guidance = read_guidance(folders, citable, problems, content)
    own_words = _read_own_words(folders, problems)
    problems += list(_check_items(folders, quizzes))
    problems += list(check_theme_names(folders, themes))
    for path, body, first_line in _bodies(folders):
        problems += check_pictures(body, first_line, path, list(drawings))
        problems += _check_questions(body, first_line, path, protocol)
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
        drawings=drawings,
        glossary=glossary,
        misconceptions={key: one for key, one in (misconceptions or {}).items() if one},
        advice=(*advice, *mapping_advice),
        texts=tuple(content),
        own_words=own_words,
        themes=themes if themes and themes.all else None,
    )
    found = (
        *_untaught(curriculum, folders),
        *_unused(curriculum, folders),
        *_unnamed(curriculum, folders),
    )
    return replace(curriculum, advice=(*curriculum.advice, *found))


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
        return NO_SCHOOL, []
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


def _read_own_words(folders: Folders, problems: list[ContentError]) -> frozenset[str] | None:
    """The words of the site's own list, one on a line; what follows a # is a remark."""
    if folders.own_words not in folders.files(folders.lessons, OWN_WORDS):
        return None
    try:
        lines = folders.read(folders.own_words).splitlines()
    except ContentErrors as wrong:
        collected(problems, wrong)
        return None
    return frozenset(filter(None, (line.partition("#")[0].strip() for line in lines)))


def _check_items(folders: Folders, quizzes: list[Quiz]) -> Iterator[ContentError]:
    """Items that a text shows and no quiz has, or that a text for children shows."""
    known = [f"{quiz.id}/{item.id}" for quiz in quizzes for item in quiz.all_items]
    # Which items there are is only known when every quiz could be read.
    complete = len(quizzes) == len(folders.files(folders.quizzes, "*/*.yml"))
    for path, body, first_line in _bodies(folders):
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


def _check_questions(
    body: str, first_line: int, path: str, protocol: Protocol | None
) -> Iterator[ContentError]:
    """Blocks for a check question that this protocol does not have, or that say nothing."""
    keys = list(protocol.question_keys) if protocol else []
    for block in blocks_in(body, first_line):
        if block.kind != "question":
            continue
        if not block.text:
            problem = "In dit blok staat niets over de vraag."
            remedy = "Schrijf erin wat een kind zich bij deze vraag afvraagt, of haal het weg."
            yield ContentError(path, block.line, problem, remedy)
        if keys and block.argument not in keys:
            problem = f'"{block.argument}" is geen van de vijf vragen.'
            if not block.argument:
                problem = "Hier staat niet welke van de vijf vragen het is."
            yield ContentError(path, block.line, problem, nearest(block.argument, keys))


def _bodies(folders: Folders) -> Iterator[tuple[str, str, int]]:
    """The path, text and first line of every Markdown file that could be read."""
    for path in folders.files(folders.lessons, "*/*.md") + folders.files(folders.docs, "**/*.md"):
        try:
            _, body, first_line = read_front_matter(folders.read(path), path)
        except ContentErrors:
            continue  # told already
        yield path, body, first_line


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


def _unused(curriculum: Curriculum, folders: Folders) -> Iterator[Advice]:
    """The drawings that no page shows."""
    unused = sorted(set(curriculum.drawings) - curriculum.shown_drawings)
    if unused:
        yield Advice(folders.drawings, f"Op geen enkele pagina: {', '.join(unused)}.")


def _unnamed(curriculum: Curriculum, folders: Folders) -> Iterator[Advice]:
    """The misconceptions that no answer names."""
    unnamed = sorted(set(curriculum.misconceptions) - curriculum.named_misconceptions)
    if unnamed:
        yield Advice(folders.misconceptions, f"Bij geen enkel antwoord: {', '.join(unnamed)}.")
