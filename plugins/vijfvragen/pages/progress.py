"""What `<vv-progress>` knows of a quiz: its questions, and which of their answers are checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vijfvragen.model.quiz import Item, Quiz


def progress(quizzes: Iterable[Quiz]) -> dict[str, list[dict[str, Any]]]:
    """By quiz the questions that a class does, without the extra practice; for a JSON block."""
    return {quiz.id: [_item(item) for item in quiz.items] for quiz in quizzes}


def _item(item: Item) -> dict[str, Any]:
    return {"id": item.id, "edition": item.edition, "scored": _scored(item)}


def _scored(item: Item) -> list[str]:
    return [interaction.id for interaction in item.interactions if interaction.scored]
