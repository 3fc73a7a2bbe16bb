"""The page with results as a teacher uses it, and what it should say by the authors' files."""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from codes import FRIDAY, HandIn, asked, codes_of, ids_of, keep_key, make_key, published
from playwright.sync_api import Locator, Page, expect
from student import DECISIONS, JOUW_FOTO, PROMPTS, Quiz, Screen, read_quiz

RESULTS = "leerkrachten/resultaten/"
GRIJS = Quiz("g78", "grijs-gebied-en-eerlijke-gevolgen")
"""A quiz with choices, a gap, messages and an opinion."""
BOTH = (JOUW_FOTO, GRIJS)
DECIDE = "Wat doe je?"
DAY = 86_400
DECEMBER = datetime(2026, 12, 1, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
"""When the teacher reads, unless a test says otherwise."""
CELLS = """
    (table, part) => [...table.querySelectorAll(`${part} tr`)].map((row) =>
        [...row.children].map((cell) =>
            (cell.querySelector(".vv-unseen") ?? cell).textContent.trim()))
"""
SIGNS = """
    (table) => [...table.querySelectorAll("tbody td [aria-hidden]")].map((cell) => cell.textContent)
"""


class Teacher:
    """A teacher at the page with results, with a key in this browser."""

    def __init__(self, page: Page, url: str, site: Path, key: dict[str, Any] | None = None) -> None:
        self.page, self.url, self.site = page, url, site
        page.goto(url)
        self.key = key or make_key(page)
        keep_key(page, self.key)
        page.reload()
        expect(self.field).to_be_visible()

    @property
    def field(self) -> Locator:
        """Where codes are pasted."""
        return self.page.get_by_label("Plak hier de codes")

    @property
    def said(self) -> Locator:
        """What came of reading."""
        return self.page.get_by_role("region", name="Codes inlezen").locator("[data-said]")

    @property
    def table(self) -> Locator:
        """The table of the class."""
        return self.page.get_by_role("table", name="Per klasnummer")

    def codes(self, *hand_ins: HandIn) -> list[str]:
        """The code of each hand-in, for this teacher."""
        return codes_of(self.page, self.site, self.key, hand_ins)

    def press(self, name: str) -> None:
        """Press the button of this name."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def read(self, text: str) -> None:
        """Paste a text, and wait for what came of it."""
        self.field.fill(text)
        self.press("Lees de codes")
        expect(self.said).to_be_focused()

    def lines(self) -> list[str]:
        """What was said, a line each."""
        return self.said.get_by_role("listitem").all_inner_texts()

    def cells(self, part: str = "tbody") -> list[list[str]]:
        """The words in the table, row by row."""
        expect(self.table).to_be_visible()
        found: list[list[str]] = self.table.evaluate(CELLS, part)
        return found

    def saved(self, name: str) -> str:
        """The text of the file that a button saves."""
        with self.page.expect_download() as download:
            self.press(name)
        return Path(download.value.path()).read_bytes().decode("utf-8")


def a_class(size: int, quizzes: tuple[Quiz, ...] = BOTH) -> list[HandIn]:
    """So many children, each with answers of its own; every seventh stops half way."""
    chance = random.Random(size)  # noqa: S311 - chance that is always the same
    made = []
    for number in range(1, size + 1):
        screens = [screen for quiz in quizzes for screen in asked(quiz)]
        if number % 7 == 0:
            screens = screens[: len(screens) // 2]
        given = {
            screen: screen.best if chance.random() < 0.6 or not screen.worst else screen.worst
            for screen in screens
        }
        best = {screen: screen.best for screen in screens}
        made.append(HandIn((number,), given, best, at=FRIDAY + number, quizzes=quizzes))
    return made


def fits(screen: Screen, chosen: tuple[str, ...]) -> bool:
    """Whether an answer fits, by the author's file."""
    if screen.kind == "order":
        return chosen == screen.right
    if screen.multiple:
        return set(chosen) == set(screen.right)
    return chosen[0] in screen.right


def by_item(quiz: Quiz) -> dict[str, list[Screen]]:
    """The screens of each question of a quiz."""
    items: dict[str, list[Screen]] = {}
    for screen in asked(quiz):
        items.setdefault(screen.item, []).append(screen)
    return items


def cell_of(screens: list[Screen], hand_in: HandIn) -> str:
    """What a cell says, by the author's file."""
    if not any(screen in hand_in.given for screen in screens):
        return "niet gemaakt"
    counted = [screen for screen in screens if screen.scored]
    if not counted:
        return "mening"
    right = sum(
        screen in hand_in.given and fits(screen, hand_in.given[screen]) for screen in counted
    )
    return f"{right} van {len(counted)}"


def total_of(cells: list[str]) -> str:
    """The sum of a column, or of a hand-in."""
    pairs = [cell.split(" van ") for cell in cells if " van " in cell]
    return f"{sum(int(one) for one, _ in pairs)} van {sum(int(of) for _, of in pairs)}"


def row_of(hand_in: HandIn) -> list[str]:
    """The cells of a hand-in."""
    return [cell_of(items, hand_in) for quiz in hand_in.quizzes for items in by_item(quiz).values()]


def answers_to(hand_ins: list[HandIn], screen: Screen) -> list[tuple[str, ...]]:
    """Every first answer to a screen."""
    return [one.given[screen] for one in hand_ins if screen in one.given]


def question_of(site: Path, quiz: Quiz, screen: Screen) -> str:
    """What the page calls a question."""
    key = published(site, quiz)
    item, _ = ids_of(key, quiz)[screen]
    [found] = [one for one in key["items"] if one["id"] == item]
    return f"{key['title']} · vraag {found['number']}: {found['label']}"


def part_of(site: Path, quiz: Quiz, screen: Screen) -> str:
    """What the page calls a part of a question, when it has several."""
    prompt = str(ids_of(published(site, quiz), quiz)[screen][1]["prompt"])
    return "" if question_of(site, quiz, screen).endswith(f": {prompt}") else prompt


def name_of(site: Path, quiz: Quiz, screen: Screen) -> str:
    """What the page calls a part of a question, with the question."""
    part = part_of(site, quiz, screen)
    return question_of(site, quiz, screen) + (f" – {part}" if part else "")


def misconceptions_in(quiz: Quiz) -> dict[tuple[str, str], str]:
    """By question and answer, the misconception that its author named."""
    found = {}
    for question in read_quiz(quiz)["questions"]:
        own = question["id"]
        for name in ("answers", "versions", "words"):
            for answer in question.get(name, []):
                if "misconception" in answer:
                    found[own, answer["text"]] = answer["misconception"]
        if "misconception" in question:
            wrong = {"waar": "Dat is niet waar", "niet-waar": "Dat is waar"}[question["answer"]]
            found[own, wrong] = question["misconception"]
        for decision, idea in question.get("decide", {}).get("misconceptions", {}).items():
            found[own, DECISIONS[decision]] = idea
    return found


def counted(hand_ins: list[HandIn], quiz: Quiz) -> list[Part]:
    """Of each scored part of a quiz, how often it was answered and how often that fitted."""
    found = []
    for screen in asked(quiz):
        answers = answers_to(hand_ins, screen)
        if screen.scored:
            found.append((quiz, screen, len(answers), sum(fits(screen, one) for one in answers)))
    return found


Part = tuple[Quiz, Screen, int, int]
"""A scored part: how often it was answered, and how often that fitted."""


def hardest(hand_ins: list[HandIn]) -> list[list[Part]]:
    """The five questions that went wrong most, hardest first; quizzes that are as hard take turns.

    Of each, the parts that went wrong, in the author's order.
    """
    by_share: dict[tuple[float, int], list[list[Part]]] = {}
    for quiz in BOTH:
        before: Counter[float] = Counter()
        for _, group in groupby(counted(hand_ins, quiz), key=lambda one: one[1].item):
            parts = list(group)
            wrong = sum(count - right for _, _, count, right in parts)
            share = hardness(wrong, sum(count for _, _, count, _ in parts), len(parts))
            if wrong:
                mistaken = [one for one in parts if one[2] > one[3]]
                by_share.setdefault((-share, before[share]), []).append(mistaken)
                before[share] += 1
    return [parts for place in sorted(by_share) for parts in by_share[place]][:5]


def hardest_two(parts: list[Part]) -> list[Part]:
    """The two parts of a question that went wrong most."""
    return sorted(parts, key=lambda one: -hardness(one[2] - one[3], one[2]))[:2]


def hardness(wrong: int, answered: int, parts: int = 1) -> float:
    """How much went wrong, as if two more had had it all right: one answer is chance."""
    return wrong / (answered + 2 * parts)


def times_chosen(hand_ins: list[HandIn], screen: Screen) -> Counter[tuple[str, ...]]:
    """How often each answer was chosen."""
    return Counter(answers_to(hand_ins, screen))


def decided(site: Path, hand_ins: list[HandIn]) -> list[list[str]]:
    """What is said of each message: how many chose what, and what is right."""
    said = []
    for quiz in BOTH:
        for screen in asked(quiz):
            if screen.name != DECIDE:
                continue
            times = times_chosen(hand_ins, screen)
            marks = dict.fromkeys(screen.right, " ✓ kan ook") | {screen.best[0]: " ✓ goed"}
            line = " · ".join(
                f"{label}: {times[label,]}{marks.get(label, '')}" for label in DECISIONS.values()
            )
            said.append([question_of(site, quiz, screen), line])
    return said


def check_questions(hand_ins: list[HandIn]) -> list[str]:
    """What is said of the five questions, hardest first."""
    five: dict[str, list[int]] = {}
    for _, screen, count, right in [one for quiz in BOTH for one in counted(hand_ins, quiz)]:
        if screen.name in PROMPTS.values():
            wrong, answered = five.get(screen.name, [0, 0])
            five[screen.name] = [wrong + count - right, answered + count]
    shares = sorted(five.items(), key=lambda one: -hardness(*one[1]))
    return [
        f"{name} {wrong} van de {of} keer niet in één keer goed" for name, (wrong, of) in shares
    ]


def behind(hand_ins: list[HandIn]) -> dict[str, set[tuple[int, ...]]]:
    """By misconception, who chose an answer behind which it may stand; a pair is one."""
    found: dict[str, set[tuple[int, ...]]] = {}
    for quiz in BOTH:
        ideas = misconceptions_in(quiz)
        for one in hand_ins:
            for screen in asked(quiz):
                for label in one.given.get(screen, ()):
                    if idea := ideas.get((screen.item, label)):
                        found.setdefault(idea, set()).add(one.numbers)
    return found
