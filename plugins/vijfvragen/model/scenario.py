"""A message, and the closed words for judging it: answers, decisions, and what weighs in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What a child may answer to a check question."""

    YES = "ja"
    NO = "nee"
    DEPENDS = "hangt-ervan-af"


class Decision(StrEnum):
    """What may be done with a message; "aanpassen" is our teaching step, not the protocol's."""

    POST = "plaatsen"
    CHANGE = "aanpassen"
    DO_NOT_POST = "niet-plaatsen"


class Clarity(StrEnum):
    """How sure the decision is: one, two, or left to the talk."""

    CLEAR = "helder"
    DOUBTFUL = "twijfel"
    OPEN = "open"


class Permission(StrEnum):
    """Whether someone else's face, name, secret, work or account is in it, and did they agree."""

    NOT_NEEDED = "niet-nodig"
    GIVEN = "gegeven"
    MISSING = "ontbreekt"


class Reach(StrEnum):
    """How many people get to see it."""

    SMALL = "klein"
    CLASS = "klas"
    PUBLIC = "openbaar"


class Channel(StrEnum):
    """Where the message stands; decides how it is drawn."""

    CLASS_APP = "klassenapp"
    FAMILY_APP = "familie-app"
    GAME_CHAT = "spelchat"
    VIDEO = "filmpje"
    BLOG = "blog"
    STORY = "verhaal"
    PRIVATE_CHAT = "prive-chat"


@dataclass(frozen=True)
class Comment:
    """What somebody wrote under a message."""

    sender: str
    text: str


@dataclass(frozen=True)
class Post:
    """The message in a scenario. Empty text means that there is none."""

    channel: Channel
    sender: str
    audience: str
    text: str
    picture: str
    """What the picture shows, in words; there is never a photo of a child."""
    context: str
    drawing: str = ""
    """Name of the drawing that shows the picture."""
    comments: tuple[Comment, ...] = ()
