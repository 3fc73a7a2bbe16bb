"""The message that a question is about, as an author writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from vijfvragen.model.scenario import Channel, Comment, Post
from vijfvragen.reading import Flaw, Form, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator


class CommentForm(Form):
    """What somebody wrote under the message."""

    what: ClassVar[str] = "een reactie (comments)"

    sender: Sentence = Field(description="wie het schrijft: Mila.")
    text: Sentence = Field(description="wat er staat.")


class PostForm(Form):
    """The message."""

    what: ClassVar[str] = "een bericht (post)"

    channel: Channel = Field(description="waar het bericht staat, zoals klassenapp.")
    sender: Sentence = Field(description="wie het stuurt, met leeftijd: Sem (9).")
    audience: Sentence = Field(description="wie het te zien krijgen, en hoeveel.")
    text: str = Field(default="", description="wat er in het bericht staat.")
    picture: str = Field(default="", description="wat er op de foto of in het filmpje te zien is.")
    drawing: str = Field(default="", description="de naam van de tekening erbij: trampoline.")
    context: Sentence = Field(description="één zin die erbij hoort.")
    comments: Annotated[list[CommentForm], Field(max_length=3)] = Field(
        default=[], description="hooguit drie reacties van anderen, elk met sender en text."
    )

    def post(self) -> Post:
        """The message as pages know it."""
        return Post(
            channel=self.channel,
            sender=self.sender,
            audience=self.audience,
            text=self.text,
            picture=self.picture,
            context=self.context,
            drawing=self.drawing,
            comments=tuple(Comment(one.sender, one.text) for one in self.comments),
        )

    def flaws(self, own_id: str) -> Iterator[Flaw]:
        """A message without anything in it, or a drawing for who sees it alone."""
        if not self.text and not self.picture:
            problem = f'"{own_id}" heeft een leeg bericht.'
            yield Flaw(("post",), problem, "Schrijf bij post een text of een picture, of allebei.")
        if self.drawing and not self.picture:
            problem = f'"{own_id}" heeft een tekening zonder beschrijving.'
            remedy = "Schrijf bij picture wat er te zien is, voor wie de tekening niet ziet."
            yield Flaw(("post", "drawing"), problem, remedy)
