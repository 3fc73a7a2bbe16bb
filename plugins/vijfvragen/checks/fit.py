"""Checks that a grade teaches its own articles: all of them, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vijfvragen.errors import ContentError
from vijfvragen.model.citation import cited_in
from vijfvragen.model.coverage import coverage_of, names_of
from vijfvragen.model.curriculum import Advice, Curriculum
from vijfvragen.model.text import Role, Text

if TYPE_CHECKING:
    from collections.abc import Iterator


def check_fit(curriculum: Curriculum) -> Iterator[ContentError | Advice]:
    """Every citation outside the articles of its grade, and every article that it does not teach.

    What this school's protocol does not have is neither: the site leaves it out.
    """
    coverage = coverage_of(curriculum)
    for grade in curriculum.grades:
        if not grade.articles:
            continue
        own = {name for one in coverage.asked(grade) for name in names_of(curriculum, one)}
        for text in curriculum.texts:
            if text.reader != grade.id or text.path.endswith("grade.yml"):
                continue
            for cite in _cited(text):
                if cite not in own and curriculum.catalogue[cite]:
                    problem = f'Het artikel "{cite}" hoort niet bij {grade.title}.'
                    remedy = "Haal het hier weg, of zet het in grade.yml bij articles."
                    yield ContentError(text.path, text.line, problem, remedy)
        if missing := [article.label for article in coverage.missing(grade)]:
            untaught = f"{grade.title} heeft nog geen les of quiz over: {', '.join(missing)}."
            yield Advice(f"lessons/{grade.id}/grade.yml", untaught)


def _cited(text: Text) -> tuple[str, ...]:
    return (text.text,) if text.role is Role.CITATION else cited_in(text.text)
