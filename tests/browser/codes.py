"""Codes as children hand them in: made in a page with the site's own modules, from labels."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from student import JOUW_FOTO, Quiz, Screen, screens

MODULE = """
    (name) => import(new URL(name, document.querySelector("script[src*='/vijfvragen/']").src
        .replace(/(\\/vijfvragen\\/[^/]+\\/).*/, "$1")).href)
"""
"""Import a module of the page's own edition."""
MAKE_KEY = f"async () => (await ({MODULE})('assign/teacher-keys.js')).makeKey()"
LOCK = f"""
async ([key, all]) => {{
    const {{ lock }} = await ({MODULE})("assign/code.js");
    return Promise.all(all.map((bytes) => lock(Uint8Array.from(bytes), key)));
}}
"""
PACK = f"""
async ([keys, all]) => {{
    const {{ packHandIn }} = await ({MODULE})("assign/hand-in.js");
    return all.map(({{ quizzes, ...rest }}) => [...packHandIn({{
        ...rest,
        quizzes: quizzes.map(({{ quiz, answers }}) => ({{ key: keys[quiz], answers }})),
    }})]);
}}
"""
KEEP = f"async (key) => (await ({MODULE})('assign/teacher-keys.js')).keepKey(key)"
KEY = re.compile(r'<script type="application/json" data-key>(.*?)</script>', re.DOTALL)
ASSIGNMENT = {"id": "AAAAAAAA", "title": "Voor vrijdag", "due": "2026-11-27", "test": False}
"""What a class was given, unless a test says otherwise."""
FRIDAY = 1_795_770_720
"""A moment on the last day: 27 November 2026, 10:12 in Amsterdam."""

Given = Mapping[Screen, tuple[str, ...]]


@dataclass(frozen=True)
class HandIn:
    """What a child, or a pair, hands in: by screen the labels that were chosen first."""

    numbers: tuple[int, ...]
    given: Given
    best: Given = field(default_factory=dict)
    """Where the best answer is another one."""
    at: int = FRIDAY
    assignment: Mapping[str, Any] = field(default_factory=lambda: ASSIGNMENT)
    quizzes: tuple[Quiz, ...] = (JOUW_FOTO,)


@cache
def published(site: Path, quiz: Quiz = JOUW_FOTO) -> dict[str, Any]:
    """The key of a quiz, as its answer key page publishes it."""
    page = (site / quiz.folder / "sleutel" / "index.html").read_text(encoding="utf-8")
    [found] = KEY.findall(page)
    key: dict[str, Any] = json.loads(found)
    return key


def asked(quiz: Quiz = JOUW_FOTO, part: str = "questions") -> list[Screen]:
    """The screens of a quiz whose answers are handed in."""
    return [screen for screen in screens(part, quiz) if screen.kind in {"choice", "order"}]


def everything(
    quiz: Quiz = JOUW_FOTO, *, right: bool = True, part: str = "questions"
) -> dict[Screen, tuple[str, ...]]:
    """All answers of somebody who has it all right, or nothing."""
    return {screen: screen.best if right else screen.worst for screen in asked(quiz, part)}


def ids_of(key: dict[str, Any], quiz: Quiz) -> dict[Screen, tuple[str, dict[str, Any]]]:
    """By screen the id of its item and its interaction, in the published key."""
    found = {}
    both = [screen for part in ("questions", "more_practice") for screen in asked(quiz, part)]
    for item in key["items"]:
        ours = [screen for screen in both if screen.item == item["id"]]
        theirs = [one for one in item["interactions"] if one["kind"] != "text"]
        found |= {screen: (item["id"], one) for screen, one in zip(ours, theirs, strict=True)}
    return found


def _chosen(interaction: dict[str, Any], labels: tuple[str, ...]) -> list[str]:
    by_words = {words: name for name, words in interaction["words"].items()}
    return [by_words[label] for label in labels]


def _answers(hand_in: HandIn, quiz: Quiz, key: dict[str, Any]) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for screen, (item, interaction) in ids_of(key, quiz).items():
        if screen not in hand_in.given:
            continue
        first = hand_in.given[screen]
        best = hand_in.best.get(screen, first)
        answers.setdefault(item, {})[interaction["id"]] = {
            "first": _chosen(interaction, first),
            "best": _chosen(interaction, best),
        }
    return answers


def make_key(page: Page) -> dict[str, Any]:
    """A new key of a teacher, kept nowhere."""
    key: dict[str, Any] = page.evaluate(MAKE_KEY)
    return key


def keep_key(page: Page, key: dict[str, Any]) -> None:
    """Have the page's browser hold this key, as if its teacher made it here."""
    assert page.evaluate(KEEP, key)


def pack(page: Page, site: Path, hand_ins: Iterable[HandIn]) -> list[list[int]]:
    """The bytes of each hand-in."""
    hand_ins = list(hand_ins)
    keys = {quiz.id: published(site, quiz) for one in hand_ins for quiz in one.quizzes}
    plain = [
        {
            "assignment": dict(one.assignment),
            "numbers": one.numbers,
            "at": one.at,
            "quizzes": [
                {"quiz": quiz.id, "answers": _answers(one, quiz, keys[quiz.id])}
                for quiz in one.quizzes
            ],
        }
        for one in hand_ins
    ]
    packed: list[list[int]] = page.evaluate(PACK, [keys, plain])
    return packed


def lock(page: Page, key: dict[str, Any], packed: list[list[int]]) -> list[str]:
    """Bytes, whatever they are, locked so that this key opens them."""
    codes: list[str] = page.evaluate(LOCK, [{"x": key["x"], "y": key["y"]}, packed])
    return codes


def codes_of(page: Page, site: Path, key: dict[str, Any], hand_ins: Iterable[HandIn]) -> list[str]:
    """The code of each hand-in, for the teacher who has this key."""
    return lock(page, key, pack(page, site, hand_ins))


def changed(code: str) -> str:
    """A code with one character changed, in what was locked."""
    at = code.rindex(".") - 4
    return code[:at] + ("A" if code[at] != "A" else "B") + code[at + 1 :]
