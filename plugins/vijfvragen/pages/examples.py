"""Picks examples of the parts out of a site's own content, for the page that shows all parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vijfvragen.model.curriculum import Curriculum
from vijfvragen.model.quiz import Item
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


def _items(curriculum: Curriculum) -> Iterator[Item]:
    for quiz in curriculum.quizzes:
        yield from quiz.all_items
