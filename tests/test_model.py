"""The model: editions, citations, and what follows from a whole curriculum."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.citation import CITATION, Citation, cited_in, split, without_citations
from vijfvragen.model.edition import edition_of
from vijfvragen.model.protocol import CheckQuestion, Unit
from vijfvragen.model.quiz import Choice, ChoiceInteraction

parts = st.lists(st.text(max_size=5), max_size=4)


@given(parts, parts)
def test_editions_differ_with_their_parts(one: list[str], other: list[str]) -> None:
    """Parts that change, move or run together give another edition; the same give the same."""
    assert (one == other) == (edition_of(*one) == edition_of(*other))


@given(st.text(), st.text(min_size=1), st.text())
def test_editions_change_when_a_border_moves(left: str, moved: str, right: str) -> None:
    """A piece of text that moves from one part to the next changes the edition."""
    assert edition_of(left + moved, right) != edition_of(left, moved + right)


def test_editions_are_short_and_stay() -> None:
    """An edition is eight digits and never changes by itself: saved work depends on it."""
    assert "5abe7bbb" == edition_of("waar")
    assert "430fb1b4" == edition_of("ab", "c")


@given(st.text(alphabet="[]ab -\n"))
def test_citations_join_to_the_text(text: str) -> None:
    """Cut into words and citations, a text loses nothing but spaces inside the brackets."""
    pieces = [f"[[{one.id}]]" if isinstance(one, Citation) else one for one in split(text)]
    assert re.sub(CITATION, lambda match: f"[[{match[1].strip()}]]", text) == "".join(pieces)


def test_citations_of_a_text() -> None:
    """The cited ids come in order, and the text can be read without them."""
    text = "Vraag het. [[tip-6]] Ook thuis. [[ avg-a-5 ]]"
    assert ("tip-6", "avg-a-5") == cited_in(text)
    assert "Vraag het. Ook thuis." == without_citations(text)


def test_first_words() -> None:
    """A tooltip begins like the article and shows that there is more."""
    words = [f"woord{number}" for number in range(13)]
    assert " ".join(words[:12]) == Unit("tip-1", "tip 1", " ".join(words[:12]), 1).first_words
    assert f"{' '.join(words[:12])} …" == Unit("tip-1", "tip 1", " ".join(words), 1).first_words


def test_a_question_changes_edition_with_its_note() -> None:
    """What stands in brackets behind a check question is part of what it says."""
    one = CheckQuestion(
        "tip-3-2", "vraag 2", "Is het helpend?", 1, "helpend", "", "Is het helpend?"
    )
    other = CheckQuestion(
        "tip-3-2", "vraag 2", "Is het helpend?", 1, "helpend", "Ook nu", "Helpt het?"
    )
    assert one.edition != other.edition


def test_points_of_a_choice() -> None:
    """The most points are those of the best choice, or of all right ones together."""
    choices = tuple(
        Choice(str(points), "…", points, accepted=points > 0, feedback="")
        for points in (1.0, 2.0, -1.0)
    )
    one = ChoiceInteraction("besluit", "…", "", choices, multiple=False, feedback="")
    several = ChoiceInteraction("kies", "…", "", choices, multiple=True, feedback="")
    opinion = ChoiceInteraction("kant", "…", "", (), multiple=False, feedback="")
    assert (2, 3, 0) == (one.max_points, several.max_points, opinion.max_points)
    assert (True, False) == (one.scored, opinion.scored)


def test_errors_are_sorted_and_told_once() -> None:
    """A report stands in the order of files and lines, without doubles, and counts them."""
    one = ContentError("a.yml", 2, "Een.", "Doe dit.")
    two = ContentError("a.yml", 10, "Twee.", "Doe dat.")
    folder = ContentError("b", 0, "Leeg.", "Vul hem.")
    report = str(ContentErrors([folder, two, one, two]))
    assert (
        "Er zijn 3 problemen gevonden.\na.yml:2: Een.\n    Doe dit.\n"
        "a.yml:10: Twee.\n    Doe dat.\nb: Leeg.\n    Vul hem."
    ) == report
    assert str(ContentErrors([one])).startswith("Er is 1 probleem gevonden.\n")
