"""Reads the whole content of a site, or tells everything that is wrong with it at once."""

from __future__ import annotations

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.i18n import Texts
from vijfvragen.model.curriculum import Advice, Curriculum
from vijfvragen.model.protocol import Protocol
from vijfvragen.model.quiz import Quiz
from vijfvragen.reading import Document, nearest, read_front_matter, read_yaml
from vijfvragen.sources.citations import citations
from vijfvragen.sources.folders import Folders, collected
from vijfvragen.sources.guidance import read_guidance
from vijfvragen.sources.lessons import GRADE_FILE, PLAN_SUFFIX, read_grades, read_lessons
from vijfvragen.sources.protocol import read_protocol
from vijfvragen.sources.quizzes import read_quizzes
from vijfvragen.sources.school import read_mapping, read_school

LESSON_FILES = (".md", ".svg")
QUIZ_FILES = (".yml",)


def read(folders: Folders, texts: Texts) -> Curriculum:
    """Read everything; raises ContentErrors with all problems of all files.

    Without a readable protocol nothing else can be judged, so then only its own problems and
    those of files that are unreadable by themselves are told.
    """
    problems = _check_files(folders)
    protocol = _read_protocol(folders, problems)
    documents = {
        name: _read_document(folders, f"{folders.protocol}/{name}.yml", problems)
        for name in ("school", "mapping")
    }
    if protocol is None:
        _check_readable(folders, problems)
        raise ContentErrors(problems)
    school, advice = read_school(documents["school"], problems)
    catalogue, mapping_advice = read_mapping(documents["mapping"], protocol, problems)
    grades = read_grades(folders, protocol, problems)
    lessons, lesson_ids = read_lessons(folders, grades, catalogue, problems)
    quizzes = read_quizzes(folders, protocol, grades, lesson_ids, catalogue, texts, problems)
    guidance = read_guidance(folders, catalogue, problems)
    problems += _check_plan_items(folders, quizzes, problems)
    if problems:
        raise ContentErrors(problems)
    curriculum = Curriculum(
        school=school,
        protocol=protocol,
        catalogue=catalogue,
        grades=tuple(grades),
        lessons=tuple(lessons),
        quizzes=tuple(quizzes),
        guidance=tuple(guidance),
        advice=(*advice, *mapping_advice),
    )
    return _with_untaught(curriculum, folders)


def _read_protocol(folders: Folders, problems: list[ContentError]) -> Protocol | None:
    path = f"{folders.protocol}/protocol.txt"
    outline_path = f"{folders.protocol}/outline.yml"
    text = outline = None
    try:
        text = folders.read(path)
    except ContentErrors as wrong:
        collected(problems, wrong)
    try:
        outline = read_yaml(folders.read(outline_path), outline_path)
    except ContentErrors as wrong:
        collected(problems, wrong)
    if text is None or outline is None:
        return None
    try:
        return read_protocol(text, path, outline)
    except ContentErrors as wrong:
        collected(problems, wrong)
        return None


def _read_document(folders: Folders, path: str, problems: list[ContentError]) -> Document:
    try:
        return read_yaml(folders.read(path), path)
    except ContentErrors as wrong:
        collected(problems, wrong)
        return Document(path, {})


def _check_files(folders: Folders) -> list[ContentError]:
    """Empty folders, grades without grade.yml, and files that nothing would read."""
    problems: list[ContentError] = []
    for folder, kinds in ((folders.lessons, LESSON_FILES), (folders.quizzes, QUIZ_FILES)):
        if not any((folders.root / folder).glob("*/*")):
            problem, remedy = "Deze map is leeg.", "Zet er een map per groep in, zoals g56."
            problems.append(ContentError(folder, 0, problem, remedy))
        for grade in sorted((folders.root / folder).glob("*/")):
            path = grade.relative_to(folders.root).as_posix()
            names = sorted(file.name for file in grade.iterdir() if not file.name.startswith("."))
            if not [name for name in names if name != GRADE_FILE]:
                problem = "In deze map staat geen les." if GRADE_FILE in names else "Deze map is leeg."
                remedy = f"Zet er een bestand in dat eindigt op {kinds[0]}, of haal de map weg."
                problems.append(ContentError(path, 0, problem, remedy))
            elif folder == folders.lessons and GRADE_FILE not in names:
                problem = f"In deze map ontbreekt {GRADE_FILE}."
                remedy = "Neem er een over uit een andere groep en pas hem aan."
                problems.append(ContentError(path, 0, problem, remedy))
            for name in names:
                if name != GRADE_FILE and not name.endswith(kinds):
                    problem = "Dit bestand wordt door niets gelezen."
                    remedy = f"Laat de naam eindigen op {kinds[0]}, of haal het hier weg."
                    problems.append(ContentError(f"{path}/{name}", 0, problem, remedy))
    return problems


def _check_readable(folders: Folders, problems: list[ContentError]) -> None:
    for path in folders.files(folders.quizzes, "*/*.yml"):
        try:
            read_yaml(folders.read(path), path)
        except ContentErrors as wrong:
            collected(problems, wrong)
    for folder, pattern in ((folders.lessons, "*/*.md"), (folders.docs, "**/*.md")):
        for path in folders.files(folder, pattern):
            try:
                read_front_matter(folders.read(path), path)
            except ContentErrors as wrong:
                collected(problems, wrong)


def _check_plan_items(
    folders: Folders, quizzes: list[Quiz], problems: list[ContentError]
) -> list[ContentError]:
    """Items that a text shows and no quiz has; told only when every quiz could be read."""
    if any(problem.path.startswith(f"{folders.quizzes}/") for problem in problems):
        return []
    known = [f"{quiz.id}/{item.id}" for quiz in quizzes for item in quiz.all_items]
    found: list[ContentError] = []
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
                found.append(ContentError(path, cited.line, problem, remedy))
            elif cited.id not in known:
                problem = f'De vraag "{cited.id}" is er niet.'
                remedy = nearest(cited.id, known[:8], known)
                found.append(ContentError(path, cited.line, problem, remedy))
    return found


def _with_untaught(curriculum: Curriculum, folders: Folders) -> Curriculum:
    """Report the articles that no page cites; advice, for a site may grow lesson by lesson."""
    untaught = [
        article.label
        for article in curriculum.protocol.articles
        if article.id not in curriculum.citing
    ]
    if not untaught:
        return curriculum
    text = f"Nog op geen enkele pagina: {', '.join(untaught)}."
    advice = (*curriculum.advice, Advice(folders.protocol, text))
    return Curriculum(
        **{name: getattr(curriculum, name) for name in curriculum.__dataclass_fields__}
        | {"advice": advice}
    )
