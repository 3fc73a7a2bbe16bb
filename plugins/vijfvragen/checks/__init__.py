"""What makes content good beyond being right: each check reads a curriculum and tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vijfvragen.checks.balance import check_balance
from vijfvragen.checks.feedback import check_feedback
from vijfvragen.checks.fit import check_fit
from vijfvragen.checks.reading_level import check_reading_level
from vijfvragen.checks.retrieval import check_retrieval
from vijfvragen.checks.spelling import Spelling
from vijfvragen.checks.wording import check_wording
from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.curriculum import Advice, Curriculum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Check = Callable[[Curriculum], Iterator[ContentError | Advice]]

CHECKS: tuple[Check, ...] = (
    check_reading_level,
    check_fit,
    check_balance,
    check_feedback,
    check_wording,
    check_retrieval,
)

DONE = "VIJFVRAGEN_CHECKED"
"""Set in the environment of a build whose content has just been checked: once is enough."""


def checked(curriculum: Curriculum, spelling: Spelling) -> Curriculum:
    """The same curriculum with more advice; raises ContentErrors with all that may not be so."""
    found = [one for check in (*CHECKS, spelling.check) for one in check(curriculum)]
    problems = [one for one in found if isinstance(one, ContentError)]
    if problems:
        raise ContentErrors(problems)
    advice = tuple(one for one in found if isinstance(one, Advice))
    return replace(curriculum, advice=curriculum.advice + advice)


__all__ = ["CHECKS", "DONE", "Spelling", "checked"]
