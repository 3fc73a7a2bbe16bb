"""Which pages a site has: their place, title, template and what the template needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.i18n import Texts
from vijfvragen.model.coverage import coverage_of
from vijfvragen.model.curriculum import Curriculum
from vijfvragen.model.lesson import Lesson
from vijfvragen.model.retrieval import retrieval_of
from vijfvragen.pages.addresses import (
    ACCESSIBILITY,
    ASSIGN,
    ASSIGNED,
    CHECK_POST,
    COVERAGE,
    FOR_PARENTS,
    GLOSSARY,
    HOME,
    LESSON_PLANS,
    PARENTS,
    PARTS,
    PRIVACY,
    PROGRESS,
    PROTOCOL,
    RESULTS,
    RETRIEVAL,
    STUDENTS,
    TEACHERS,
    YEAR_PLAN,
    address,
    answer_key_uri,
    board_uri,
    for_parents_uri,
    grade_uri,
    lesson_uri,
    plan_uri,
    poster_uri,
    quiz_uri,
    worksheet_uri,
)
from vijfvragen.pages.examples import example_item, example_looks, example_posts
from vijfvragen.pages.menu import Section, menu

HAND_WRITTEN_TEMPLATES = {
    HOME: "home.html",
    PARENTS: "parents.html",
    TEACHERS: "teachers.html",
    LESSON_PLANS: "lesson_plans.html",
    FOR_PARENTS: "for_parents_index.html",
    PRIVACY: "privacy.html",
    ACCESSIBILITY: "accessibility.html",
}
"""Pages that a template completes; who writes one in `docs/` replaces what stands above it."""

CHILD_HIDES = ("navigation", "toc")
"""What the theme leaves out on children's pages: one thing to do."""


@dataclass(frozen=True)
class SitePage:
    """A page before it is rendered; `uri` is its name inside the build."""

    uri: str
    title: str
    description: str
    template: str
    """Wraps the rendered Markdown; in `pages/templates/`."""
    markdown: str | None = ""
    """The Markdown of a generated page; None when the page lies in `docs/`."""
    for_children: bool = False
    searchable: bool = True
    """Pages with answers are not."""
    lean: bool = False
    """Whether it does without the styles of lessons, cards and guidance: it must load fast."""
    without_contents: bool = False
    """Whether the theme's table of contents would miss what its template adds."""
    context: dict[str, object] = field(default_factory=dict)
    source: str = ""
    """The author's file, for errors."""


@dataclass(frozen=True)
class Outline:
    """All pages by uri, and the menu over them."""

    pages: dict[str, SitePage]
    menu: tuple[Section | str, ...]

    @cached_property
    def listed(self) -> set[str]:
        """What the menu leads to; the other pages are reached from one of these."""
        sections = (
            entry.entries if isinstance(entry, Section) else (entry,) for entry in self.menu
        )
        return {uri for entries in sections for uri in entries}


def site_outline(curriculum: Curriculum, texts: Texts) -> Outline:
    """Every page of the site, and its menu; raises ContentErrors when two want one address."""
    pages: dict[str, SitePage] = {}
    taken: dict[str, SitePage] = {}
    problems = []
    for page in _pages(curriculum, texts):
        where = address(page.uri)
        if other := taken.get(where):
            own, first = sorted([page.source, other.source], reverse=True)
            problem = (
                f'Het adres "/{where}" is al van {first or "een pagina die de site zelf maakt"}.'
            )
            problems.append(ContentError(own, 0, problem, "Geef dit bestand een andere naam."))
        taken[where] = pages[page.uri] = page
    if problems:
        raise ContentErrors(problems)
    return Outline(pages, tuple(menu(curriculum, texts)))


def _pages(curriculum: Curriculum, texts: Texts) -> Iterator[SitePage]:
    own = {page.path for page in curriculum.guidance}
    for page in curriculum.guidance:
        template = HAND_WRITTEN_TEMPLATES.get(page.path, "guidance.html")
        context: dict[str, object] = {"guidance": page}
        yield SitePage(
            page.path,
            page.title,
            page.description,
            template,
            markdown=None,
            without_contents=page.for_the_table or template == "lesson_plans.html",
            context=context,
            source=page.source,
        )
    yield SitePage(
        STUDENTS,
        texts("Students"),
        texts("Choose your grade and start with a lesson."),
        "students.html",
        for_children=True,
    )
    for grade in curriculum.grades:
        yield SitePage(
            grade_uri(grade),
            grade.title,
            texts("The lessons of {grade}, in order.", grade=grade.title),
            "grade.html",
            for_children=True,
            context={"grade": grade},
        )
    yield SitePage(
        CHECK_POST,
        texts("Check your message"),
        texts("The five questions for a message of your own."),
        "check_post.html",
        for_children=True,
    )
    yield SitePage(
        PROGRESS,
        texts("My progress"),
        texts("What you did, and your diploma."),
        "progress.html",
        for_children=True,
    )
    yield SitePage(
        ASSIGNED,
        texts("Your assignment"),
        texts("The quizzes that your teacher set ready for you."),
        "assigned.html",
        for_children=True,
        searchable=False,
    )
    if curriculum.glossary:
        yield SitePage(
            GLOSSARY,
            texts("Glossary"),
            texts("What the words of the lessons mean, from A to Z."),
            "glossary.html",
            for_children=True,
        )
    for lesson in curriculum.lessons:
        yield from _lesson_pages(curriculum, lesson, texts)
    for quiz in curriculum.quizzes:
        yield SitePage(
            quiz_uri(curriculum, quiz),
            texts("Quiz: {title}", title=quiz.title),
            texts("Practise the five questions: {title}.", title=quiz.title),
            "quiz.html",
            for_children=True,
            lean=True,
            context={"quiz": quiz, "grade": curriculum.grade(quiz.grade)},
        )
    yield from _for_teachers(curriculum, texts)
    for uri, template, title, description in (
        (HOME, "home.html", curriculum.school.name, texts("Lessons and quizzes on social media.")),
        (
            PARENTS,
            "parents.html",
            texts("Parents"),
            texts("Guidance to read at home, in five minutes each."),
        ),
        (
            TEACHERS,
            "teachers.html",
            texts("Teachers"),
            texts("Lesson plans and guidance for teachers."),
        ),
        (
            LESSON_PLANS,
            "lesson_plans.html",
            texts("Lesson plans"),
            texts("All lesson plans, with board, worksheet and answer key."),
        ),
        (PRIVACY, "privacy.html", texts("Privacy"), texts("What this site keeps, and where.")),
        (
            ACCESSIBILITY,
            "accessibility.html",
            texts("Accessibility"),
            texts("For whom this site works, what was tested, and where to tell a problem."),
        ),
    ):
        if uri not in own:
            yield SitePage(uri, title, description, template)
    if curriculum.told_to_parents and FOR_PARENTS not in own:
        yield SitePage(
            FOR_PARENTS,
            texts("What did my child learn?"),
            texts("For each lesson: what it was about, and three questions for at the table."),
            "for_parents_index.html",
        )
    yield SitePage(
        PROTOCOL,
        texts("The protocol"),
        texts("The whole protocol of {school}, word for word.", school=curriculum.school.name),
        "protocol.html",
    )
    yield SitePage(
        PARTS,
        texts("Parts"),
        texts("Every part that the pages are made of, with its name."),
        "parts.html",
        searchable=False,
        context={
            "example": example_item(curriculum),
            "example_looks": example_looks(curriculum),
            "example_posts": example_posts(curriculum),
        },
    )


def _lesson_pages(curriculum: Curriculum, lesson: Lesson, texts: Texts) -> Iterator[SitePage]:
    grade = curriculum.grade(lesson.grade)
    context: dict[str, object] = {
        "lesson": lesson,
        "grade": grade,
        "quizzes": curriculum.quizzes_of(lesson),
    }
    yield SitePage(
        lesson_uri(curriculum, lesson),
        lesson.title,
        lesson.description,
        "lesson.html",
        lesson.body,
        for_children=True,
        context=context,
        source=lesson.path,
    )
    if lesson.for_parents:
        yield SitePage(
            for_parents_uri(curriculum, lesson),
            texts("What did my child learn? {title}", title=lesson.title),
            texts("What the lesson {title} was about, for parents.", title=lesson.title),
            "for_parents.html",
            context=context,
        )
    if lesson.plan:
        yield SitePage(
            plan_uri(lesson),
            texts("Lesson plan: {title}", title=lesson.title),
            lesson.plan.description,
            "plan.html",
            lesson.plan.body,
            searchable=False,
            context=context,
            source=lesson.plan.path,
        )


def _for_teachers(curriculum: Curriculum, texts: Texts) -> Iterator[SitePage]:
    """What a teacher shows on the board, prints, and looks up."""
    maps = [retrieval_of(curriculum, grade) for grade in curriculum.grades]
    yield SitePage(
        COVERAGE,
        texts("Which article stands where"),
        texts("For each article of the protocol: which lessons, quizzes and pages it is in."),
        "coverage.html",
        context={"coverage": coverage_of(curriculum)},
    )
    yield SitePage(
        RETRIEVAL,
        texts("What comes back when"),
        texts("Which earlier lesson each question on an earlier lesson comes from."),
        "retrieval.html",
        context={"maps": maps},
    )
    yield SitePage(
        YEAR_PLAN,
        texts("Year plan"),
        texts("All lessons and quizzes of a grade in order, with room for your own dates."),
        "year_plan.html",
        context={"maps": maps},
    )
    yield SitePage(
        ASSIGN,
        texts("Assign a quiz"),
        texts("Make a link with quizzes for your class, with or without results."),
        "assign.html",
    )
    yield SitePage(
        RESULTS,
        texts("Results"),
        texts("See what your class understood, from the codes that children hand in."),
        "results.html",
    )
    for quiz in curriculum.quizzes:
        grade = curriculum.grade(quiz.grade)
        context: dict[str, object] = {"quiz": quiz, "grade": grade}
        yield SitePage(
            board_uri(curriculum, quiz),
            texts("On the board: {title}", title=quiz.title),
            texts("The quiz on the board, to do with the whole class: {title}.", title=quiz.title),
            "board.html",
            for_children=True,
            searchable=False,
            context=context,
        )
        yield SitePage(
            worksheet_uri(curriculum, quiz),
            texts("Worksheet: {title}", title=quiz.title),
            texts("The quiz {title} on paper, for {grade}.", title=quiz.title, grade=grade.title),
            "worksheet.html",
            searchable=False,
            context=context,
        )
        yield SitePage(
            answer_key_uri(curriculum, quiz),
            texts("Answer key: {title}", title=quiz.title),
            texts("The answers to {title}, for {grade}.", title=quiz.title, grade=grade.title),
            "answer_key.html",
            searchable=False,
            context=context,
        )
    for grade in curriculum.grades:
        yield SitePage(
            poster_uri(grade),
            texts("Poster: {grade}", grade=grade.title),
            texts("The five questions for the wall of {grade}.", grade=grade.title),
            "poster.html",
            context={"grade": grade},
        )
