"""Picks examples of the parts out of a site's own content, for the page that shows all parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from vijfvragen.model.curriculum import Curriculum
from vijfvragen.model.quiz import ChoiceInteraction, Interaction, Item, OrderInteraction
from vijfvragen.model.scenario import Channel, Comment, Post


def example_posts(curriculum: Curriculum) -> list[Post]:
    """A message for each channel: the first in a quiz, or one of another channel in its looks.

    Empty when no quiz has a message.
    """
    posts = [item.stem for item in _items(curriculum) if item.stem]
    if not posts:
        return []
    first = {post.channel: post for post in reversed(posts)}
    video = first.get(Channel.VIDEO, posts[0])
    # A video shows its comments too: where none has any, somebody says the school's rule.
    said = video.comments or (Comment(posts[-1].sender, curriculum.protocol.rule.text),)
    first[Channel.VIDEO] = replace(video, channel=Channel.VIDEO, comments=said)
    return [first.get(channel, replace(posts[0], channel=channel)) for channel in Channel]


def example_item(curriculum: Curriculum) -> Item | None:
    """The item with the most interactions, so that there is much to see."""
    items = [item for item in _items(curriculum) if item.interactions]
    return max(items, key=lambda item: len(item.interactions), default=None)


def example_looks(curriculum: Curriculum) -> list[Item]:
    """The first item for each look of an interaction that the fullest item does not have."""
    looks: list[Callable[[Interaction], bool]] = [
        lambda one: isinstance(one, ChoiceInteraction) and bool(one.passage),
        lambda one: isinstance(one, OrderInteraction) and not one.places,
        lambda one: isinstance(one, OrderInteraction) and bool(one.places),
    ]
    items = [next(_with(curriculum, look), None) for look in looks]
    return [item for item in items if item]


def _with(curriculum: Curriculum, look: Callable[[Interaction], bool]) -> Iterator[Item]:
    return (item for item in _items(curriculum) if any(map(look, item.interactions)))


def _items(curriculum: Curriculum) -> Iterator[Item]:
    for quiz in curriculum.quizzes:
        yield from quiz.all_items
