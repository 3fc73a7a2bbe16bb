from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from vijfvragen.model.quiz import (
    Choice,
    ChoiceInteraction,
    Entry,
    Interaction,
    Item,
    OrderInteraction,
    Quiz,
    TextInteraction,
)
from vijfvragen.model.scenario import Channel, Post
from vijfvragen.pages.board import Kind, Slide, in_short, size, slides

POST = Post(Channel.CLASS_APP, "Sem (9)", "26 kinderen", "Kijk eens!", "", "Noor weet van niets.")
TEXTS = st.text("abc ", min_size=1, max_size=300)


def choices(feedback: list[str]) -> ChoiceInteraction:
    """A question with an answer for each of these."""
    made = (Choice(str(n), f"Antwoord {n}", 1.0, True, said) for n, said in enumerate(feedback))  # noqa: FBT003
    return ChoiceInteraction("kies", "Wat kies je?", "", tuple(made), False, "Daarom.")  # noqa: FBT003


def of(*interactions: Interaction, stem: Post | None = None, talk: str = "") -> list[Slide]:
    """The slides of an item with these."""
    item = Item("vraag", "Een vraag", stem, interactions, talk, ())
    quiz = Quiz("g56-les", "les.yml", "g56", "les", "Les", (), (item,), (), ())
    ((_, made),) = slides(quiz)
    return made


def test_an_item_in_steps() -> None:
    """The message, the vote, the explanation, the task, an example, the talk; each with a name."""
    text = TextInteraction("schrijf", "Schrijf.", "Zo dus.", ())
    made = of(choices(["", ""]), text, stem=POST, talk="Wat vind jij?")
    assert ["vraag", "vraag.kies", "vraag.kies.waarom", "vraag.schrijf"] == [s.id for s in made][:4]
    kinds = [Kind.MESSAGE, Kind.VOTE, Kind.WHY, Kind.TASK, Kind.MODEL, Kind.TALK]
    assert kinds == [slide.kind for slide in made]


def test_an_item_without_a_message_starts_at_its_question() -> None:
    """The first slide has the name of the item, whatever it shows."""
    made = of(choices(["Ja.", "Nee."]))
    assert [("vraag", Kind.VOTE), ("vraag.kies.uitleg", Kind.REASONS)] == [
        (slide.id, slide.kind) for slide in made
    ]
    assert made[-1].explained


@given(st.lists(TEXTS, min_size=2, max_size=6))
def test_every_reason_is_told_once(feedback: list[str]) -> None:
    """However long the reasons are, each stands on one slide, in order, and so does the rest."""
    interaction = choices(feedback)
    made = of(interaction)
    told = [choice for slide in made for choice in slide.told]
    assert list(interaction.choices) == told
    assert 1 == sum(slide.explained for slide in made)
    assert len(made) == len({slide.id for slide in made})


@given(st.lists(TEXTS, min_size=3, max_size=6))
def test_an_order_goes_on_where_it_was(feedback: list[str]) -> None:
    """On each further slide of an order the numbers go on."""
    entries = tuple(Entry(str(n), f"Stap {n}", said) for n, said in enumerate(feedback))
    made = of(OrderInteraction("volgorde", "Wat eerst?", entries, "Daarom."))
    for slide in made:
        assert entries[slide.first : slide.first + len(slide.told)] == slide.told


def test_a_longer_message_has_smaller_letters() -> None:
    """What is short is huge; what is long is small; and beside a question the picture gives way."""
    drawn = replace(POST, picture="Een klimrek.", drawing="klimrek")
    assert ["huge", "small"] == [size(POST), size(replace(POST, text="Kijk eens! " * 40))]
    assert "drawing" == in_short(drawn)
    assert "words" == in_short(replace(drawn, drawing=""))
    assert "nothing" == in_short(replace(drawn, text="Kijk eens! " * 40))
