"""The key to a quiz as the browser reads it: points and texts, plain data for JSON blocks."""

from __future__ import annotations

from typing import Any, assert_never

from vijfvragen.i18n import Texts
from vijfvragen.model.quiz import (
    ChoiceInteraction,
    Interaction,
    Item,
    OrderInteraction,
    Quiz,
    TextInteraction,
)

VERSION = 1
"""Of this form; the browser refuses another."""


def quiz_key(quiz: Quiz, texts: Texts) -> dict[str, Any]:
    """What `scoring.js` scores with and `<vv-quiz>` says; markup holds the rest."""
    return {
        "version": VERSION,
        "quiz": quiz.id,
        "edition": quiz.edition,
        "items": [_item(item) for item in quiz.all_items],
        "texts": _texts(texts),
    }


def teachers_key(quiz: Quiz) -> dict[str, Any]:
    """The same key with the words of the answers, and the misconceptions behind them.

    The page with results scores with it and names what was chosen; it stands on the answer key.
    """
    return {
        "version": VERSION,
        "quiz": quiz.id,
        "edition": quiz.edition,
        "title": quiz.title,
        "items": [
            {
                **_item(item),
                "number": number,
                "more": item in quiz.more_practice,
                "interactions": [_with_words(interaction) for interaction in item.interactions],
            }
            for number, item in enumerate(quiz.all_items, start=1)
        ],
    }


def _with_words(interaction: Interaction) -> dict[str, Any]:
    key = _interaction(interaction)
    match interaction:
        case ChoiceInteraction():
            words = {choice.id: choice.text for choice in interaction.choices}
            behind = {choice.id: choice.misconception for choice in interaction.choices}
            return {
                **key,
                "checkQuestion": interaction.check_question,
                "words": words,
                "misconceptions": {name: idea for name, idea in behind.items() if idea},
            }
        case OrderInteraction():
            return {**key, "words": {entry.id: entry.text for entry in interaction.entries}}
        case TextInteraction():
            return key
        case _:
            assert_never(interaction)


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "edition": item.edition,
        "label": item.label,
        "interactions": [_interaction(interaction) for interaction in item.interactions],
    }


def _interaction(interaction: Interaction) -> dict[str, Any]:
    match interaction:
        case ChoiceInteraction():
            return {
                "id": interaction.id,
                "kind": "choice",
                "prompt": interaction.prompt,
                "multiple": interaction.multiple,
                "shuffled": interaction.shuffled,
                "max": interaction.max_points,
                "choices": {
                    choice.id: {"points": choice.points, "accepted": choice.accepted}
                    for choice in interaction.choices
                },
            }
        case OrderInteraction():
            return {
                "id": interaction.id,
                "kind": "order",
                "prompt": interaction.prompt,
                "max": interaction.max_points,
                "order": [entry.id for entry in interaction.entries],
                "inPlaces": bool(interaction.places),
            }
        case TextInteraction():
            return {"id": interaction.id, "kind": "text", "prompt": interaction.prompt, "max": 0}
        case _:
            assert_never(interaction)


def _texts(texts: Texts) -> dict[str, str]:
    """What the browser says; placeholders are filled in there."""
    return {
        "begin": texts("Begin"),
        "asTest": texts("Do it as a test"),
        "modes": texts(
            "Each time you see at once whether it fits. In a test you see that at the end."
        ),
        "notLoaded": texts("The quiz cannot be opened now. Load this page once more."),
        "test": texts("Test"),
        "check": texts("Check"),
        "example": texts("Look at an example"),
        "reasons": texts("Look at the reasons"),
        "back": texts("Back"),
        "toResult": texts("Back to your result"),
        "next": texts("Next"),
        "finish": texts("Done"),
        "resume": texts("Go on where you were"),
        "seeResult": texts("Look at your result"),
        "resumeNote": texts("You have been here before. Your work is still on this device."),
        "someoneElse": texts("Are you someone else?"),
        "someoneElseAsk": texts(
            "Then we erase what is kept of the quizzes on this device. Shall we?"
        ),
        "someoneElseYes": texts("Yes, start clean"),
        "someoneElseNo": texts("No, go back"),
        "toHandIn": texts("To handing in"),
        "handInTitle": texts("Shall you hand it in?"),
        "allAnswered": texts("You have answered everything."),
        "unanswered": texts("You have not answered these yet:"),
        "handInNote": texts("When you hand it in, you see what fits. Then nothing can be changed."),
        "handIn": texts("Hand it in"),
        "notAnswered": texts("You did not answer this one."),
        "inPlace": texts("in its place"),
        "moveUp": texts("Move up: {entry}"),
        "moveDown": texts("Move down: {entry}"),
        "movedTo": texts("“{entry}” is now number {place} of {total}."),
        "movedBeside": texts("“{entry}” now stands with “{place}”."),
        "chooseFirst": texts("Choose an answer first."),
        "fits": texts("That fits."),
        "canBe": texts("That can be as well."),
        "almost": texts("Almost."),
        "lookAgain": texts("Have another look."),
        "again": texts("You may choose again, or go on."),
        "twoViews": texts("Both views can be. These are the reasons:"),
        "model": texts("You could write this:"),
        "selfCheck": texts("Look at your own message:"),
        "progress": texts("Question {number} of {total}"),
        "step": texts("Step {step} of {steps}"),
        "resultTitle": texts("You have finished!"),
        "mayStop": texts("You may stop, or practise some more."),
        "moreTitle": texts("You have done it all!"),
        "resultAll": texts("All your answers fit. You really looked closely."),
        "resultMost": texts("Your answer fitted {fitted} of the {total} times. Well done!"),
        "resultSome": texts(
            "Your answer fitted {fitted} of the {total} times. Good that you practise this."
        ),
        "lookAgainAt": texts("Have another look at:"),
        "retry": texts("Do it once more"),
        "more": texts("More practice"),
        "notSaved": texts("Your work cannot be kept on this device. The quiz works all the same."),
    }
