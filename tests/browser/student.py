"""A student at a quiz: goes through it by role and label, with the author's file as the key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Locator, Page, expect

FILES = Path(__file__).parents[2] / "quizzes"
PARTS = ("questions", "more_practice")

PROMPTS = {
    "waar": "Is het waar?",
    "helpend": "Is het helpend?",
    "inspireert": "Inspireert het?",
    "nodig": "Is het nodig?",
    "aardig": "Is het aardig?",
}
ANSWERS = {"ja": "Ja", "nee": "Nee", "hangt-ervan-af": "Hangt ervan af"}
BEGINNINGS = {"Begin", "Doe het als toets", "Verder waar je was", "Bekijk je uitslag"}
DECISIONS = {
    "plaatsen": "Plaatsen",
    "aanpassen": "Eerst aanpassen",
    "niet-plaatsen": "Niet plaatsen",
}


@dataclass(frozen=True)
class Quiz:
    """A quiz, known by the place of its author's file."""

    grade: str
    name: str
    files: Path = FILES

    @property
    def id(self) -> str:
        """Its id, as the author and the browser's store write it."""
        return f"{self.grade}-{self.name}"

    @property
    def path(self) -> str:
        """Its address, from the top of the site."""
        first, last = self.grade[1:]
        return f"leerlingen/groep-{first}-{last}/{self.name}/quiz/"

    @property
    def folder(self) -> str:
        """Where teachers find its board and its papers; with the grade where two share its name."""
        first, last = self.grade[1:]
        shared = len(list(self.files.glob(f"*/{self.name}.yml"))) > 1
        return f"leerkrachten/lessen/{f'groep-{first}-{last}-' if shared else ''}{self.name}/"

    @property
    def file(self) -> Path:
        """What its author wrote."""
        return self.files / self.grade / f"{self.name}.yml"


JOUW_FOTO = Quiz("g56", "jouw-foto")
"""The quiz that a test takes when any will do."""
QUIZ = JOUW_FOTO.path
EVERY_TYPE = Path(__file__).parents[1] / "sites" / "every-type"
ALLES = Quiz("g56", "alles", EVERY_TYPE / "quizzes")
"""A quiz with every type of question, in a site of its own."""
QUIZZES = tuple(Quiz(file.parent.name, file.stem) for file in sorted(FILES.glob("*/*.yml")))


@dataclass(frozen=True)
class Screen:
    """One thing at a time: a message, a question, a task, or something to talk about."""

    item: str
    kind: str
    """message, choice, order, text or talk."""
    name: str
    """The heading or the group's label."""
    right: tuple[str, ...] = ()
    """Labels that fit; the best first."""
    wrong: tuple[str, ...] = ()
    """Labels that are worth nothing."""
    multiple: bool = False
    checked: bool = True
    """Whether there is something to check."""
    said: tuple[str, ...] = ()
    """What is said whatever was answered, or on the best answer; without the citations."""

    @property
    def scored(self) -> bool:
        """Whether something can fit."""
        return self.kind in {"choice", "order"} and self.right != self.wrong

    @property
    def asks(self) -> bool:
        """Whether there is something to answer."""
        return self.kind in {"choice", "order", "text"}

    @property
    def look(self) -> str:
        """The button that shows what is said."""
        if self.kind == "text":
            return "Bekijk een voorbeeld"
        return "Bekijk de redenen" if self.right == self.wrong else "Kijk na"

    @property
    def best(self) -> tuple[str, ...]:
        """What a student chooses who has it all right."""
        return self.right if self.multiple or self.kind == "order" else self.right[:1]

    @property
    def worst(self) -> tuple[str, ...]:
        """What a student chooses who has it all wrong."""
        return self.wrong if self.multiple or self.kind == "order" else self.wrong[:1]


def plain(text: str) -> str:
    """A text of the author up to its first citation."""
    return re.split(r"\s*\[\[", text)[0]


@cache
def read_quiz(quiz: Quiz = JOUW_FOTO) -> dict[str, Any]:
    """The author's file, with the questions that it takes of other quizzes in their places."""
    read = yaml.safe_load(quiz.file.read_text(encoding="utf-8"))
    for part in ("questions", "more_practice"):
        read[part] = [_taken(question, quiz) for question in read.get(part, [])]
    return read


def _taken(question: dict[str, Any], quiz: Quiz) -> dict[str, Any]:
    if "take" not in question:
        return question
    whose, name = question["take"].split("/")
    grade, _, home = whose.partition("-")
    there = read_quiz(Quiz(grade, home, quiz.files))
    both = there["questions"] + there["more_practice"]
    return next(one for one in both if one["id"] == name)


def _answers(question: dict[str, Any], name: str, *, multiple: bool = False) -> Screen:
    answers = question["answers"]
    right = tuple(answer["text"] for answer in answers if answer.get("right"))
    wrong = tuple(answer["text"] for answer in answers if not answer.get("right"))
    said = [answer["feedback"] for answer in answers if answer.get("right")]
    told = tuple(plain(text) for text in [*said, question["explanation"]])
    return Screen(question["id"], "choice", name, right, wrong, multiple=multiple, said=told)


def _choice(question: dict[str, Any]) -> Iterator[Screen]:
    yield _answers(question, question["question"], multiple=question.get("multiple", False))
    yield from _talk(question)


def _gap(question: dict[str, Any]) -> Iterator[Screen]:
    yield _answers(question, question["sentence"].replace("___", "……"))
    yield from _talk(question)


def _true_false(question: dict[str, Any]) -> Iterator[Screen]:
    names = {"waar": "Dat is waar", "niet-waar": "Dat is niet waar"}
    right = names.pop(question["answer"])
    said = (question["feedback"][question["answer"]], question["explanation"])
    told = tuple(plain(text) for text in said)
    wrong = tuple(names.values())
    yield Screen(question["id"], "choice", question["statement"], (right,), wrong, said=told)
    yield from _talk(question)


def _order(
    question: dict[str, Any], right: list[str], wrong: list[str], said: list[str]
) -> Iterator[Screen]:
    told = tuple(plain(text) for text in [*said, question["explanation"]])
    yield Screen(
        question["id"], "order", question["question"], tuple(right), tuple(wrong), said=told
    )
    yield from _talk(question)


def _steps(question: dict[str, Any]) -> Iterator[Screen]:
    steps = [step["text"] for step in question["steps"]]
    said = [step["feedback"] for step in question["steps"]]
    yield from _order(question, steps, steps[::-1], said)


def _match(question: dict[str, Any]) -> Iterator[Screen]:
    others = [pair["other"] for pair in question["pairs"]]
    said = [pair["feedback"] for pair in question["pairs"]]
    yield from _order(question, others, others[1:] + others[:1], said)


def _spot(question: dict[str, Any]) -> Iterator[Screen]:
    answers = {**question, "answers": question["words"]}
    yield _answers(answers, question["question"], multiple=True)
    yield from _talk(question)


def _rewrite(question: dict[str, Any]) -> Iterator[Screen]:
    own, versions = question["id"], question["versions"]
    by_fit = {
        fit: tuple(each["text"] for each in versions if each["fits"] == fit)
        for fit in ("beste", "kan-ook", "nog-niet")
    }
    best = next(each for each in versions if each["fits"] == "beste")
    said = (plain(best["feedback"]), plain(question["explanation"]))
    right = by_fit["beste"] + by_fit["kan-ook"]
    yield Screen(own, "message", f"Bericht van {question['post']['sender']}")
    yield Screen(own, "choice", question["question"], right, by_fit["nog-niet"], said=said)
    yield from _talk(question)


def _open(question: dict[str, Any]) -> Iterator[Screen]:
    own = question["id"]
    if "post" in question:
        yield Screen(own, "message", f"Bericht van {question['post']['sender']}")
    if question["way"] == "praten":
        yield Screen(own, "talk", "Praat erover", said=(plain(question["question"]),))
        return
    said = (*([question["model"]] if "model" in question else []), *question.get("check", ()))
    yield Screen(own, "text", question["question"], checked=bool(said), said=said)
    yield from _talk(question)


def _talk(question: dict[str, Any]) -> Iterator[Screen]:
    if "talk" in question:
        yield Screen(question["id"], "talk", "Praat erover", said=(plain(question["talk"]),))


def _scenario(question: dict[str, Any]) -> Iterator[Screen]:
    own = question["id"]
    yield Screen(own, "message", f"Bericht van {question['post']['sender']}")
    for key, judgement in question.get("judge", {}).items():
        given = judgement["answer"]
        accepted = given if isinstance(given, list) else [given]
        wrong = tuple(ANSWERS[answer] for answer in ("ja", "nee") if answer not in accepted)
        said = (plain(judgement["feedback"]), judgement.get("because", ""))
        right = tuple(ANSWERS[answer] for answer in accepted)
        yield Screen(own, "choice", PROMPTS[key], right, wrong, said=said)
    if decide := question.get("decide"):
        accepted = [decide["best"], *decide.get("also", [])]
        right = tuple(DECISIONS[decision] for decision in accepted)
        wrong = tuple(name for key, name in DECISIONS.items() if key not in accepted)
        said = (plain(decide["feedback"][decide["best"]]),)
        yield Screen(own, "choice", "Wat doe je?", right, wrong, said=said)
    if sides := question.get("sides"):
        views = tuple(side["view"] for side in sides)
        said = tuple(side["because"] for side in sides)
        yield Screen(own, "choice", "Wat vind jij?", views, views, said=said)
        reason = "Maak de zin af: ik vind dat, omdat …"
        yield Screen(own, "text", reason, checked=False)
    if rewrite := question.get("rewrite"):
        said = (rewrite["model"], *rewrite["check"])
        yield Screen(own, "text", rewrite["task"], said=said)
    yield from _talk(question)


WAYS: dict[str, Callable[[dict[str, Any]], Iterator[Screen]]] = {
    "choice": _choice,
    "gap": _gap,
    "match": _match,
    "open": _open,
    "rewrite": _rewrite,
    "scenario": _scenario,
    "spot": _spot,
    "steps": _steps,
    "true-false": _true_false,
}


def screens_in(entries: Iterable[dict[str, Any]]) -> tuple[Screen, ...]:
    """What comes by, in order, for questions as an author wrote them."""
    return tuple(screen for entry in entries for screen in WAYS[entry["type"]](entry))


@cache
def screens(part: str = "questions", quiz: Quiz = JOUW_FOTO) -> tuple[Screen, ...]:
    """What comes by, in order, in `questions` or in `more_practice`."""
    return screens_in(read_quiz(quiz).get(part, ()))


def scored(part: str = "questions") -> list[Screen]:
    """The screens where something can fit."""
    return [screen for screen in screens(part) if screen.scored]


class Student:
    """Somebody at a quiz; `press` is how: by mouse, or by touch."""

    def __init__(
        self,
        page: Page,
        press: Callable[[Locator], None] = Locator.click,
        quiz: Quiz = JOUW_FOTO,
    ) -> None:
        self.page = page
        self._press = press
        self._ends = {screens(part, quiz)[-1] for part in PARTS if screens(part, quiz)}

    def button(self, name: str) -> Locator:
        """The button of this name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def press(self, name: str) -> None:
        """Press the button of this name; what begins the quiz is waited for."""
        self._press(self.button(name))
        if name in BEGINNINGS:
            self._is_begun()

    def _is_begun(self) -> None:
        screen = self.page.locator(".vv-quiz--busy").locator(".vv-item, .vv-panel > *")
        expect(screen.locator("visible=true").first).to_be_visible()

    def resume(self) -> None:
        """Go on where this browser knows that somebody was, at a question or at the result."""
        name = re.compile("^(Verder waar je was|Bekijk je uitslag)$")
        self._press(self.page.get_by_role("button", name=name))
        self._is_begun()

    def place(self, screen: Screen) -> Locator:
        """The group of a question or task; the heading of a message, or of what to talk about."""
        if screen.kind in {"message", "talk"}:
            name = re.compile(rf"^(Vraag \d+: )?{re.escape(screen.name)}$")
            return self.page.get_by_role("heading", name=name)
        return self.page.get_by_role("group", name=screen.name, exact=True)

    def answer(self, screen: Screen, label: str) -> Locator:
        """The radio or checkbox of an answer."""
        role = "checkbox" if screen.multiple else "radio"
        return self.place(screen).get_by_role(role, name=label, exact=True)

    def feedback(self, screen: Screen) -> Locator:
        """Where feedback on a question is announced."""
        return self.place(screen).locator(".vv-feedback[role=status]")

    def choose(self, screen: Screen, labels: tuple[str, ...]) -> None:
        """Choose exactly these answers, or put them in this order."""
        if screen.kind == "order":
            self.arrange(screen, labels)
            return
        for label in labels:
            self._press(self.answer(screen, label))

    def order(self, screen: Screen) -> list[str]:
        """The entries of a row as they stand now."""
        return self.place(screen).locator(".vv-order__text").all_inner_texts()

    def mover(self, screen: Screen, way: str, label: str) -> Locator:
        """The button that moves an entry up ("Omhoog") or down ("Omlaag")."""
        name = f"{way}: {label}"
        return self.place(screen).get_by_role("button", name=name, exact=True)

    def arrange(self, screen: Screen, labels: tuple[str, ...]) -> None:
        """Move each entry up until it stands where it is wanted."""
        for place, label in enumerate(labels):
            for _ in range(self.order(screen).index(label) - place):
                self._press(self.mover(screen, "Omhoog", label))

    def do(self, screen: Screen, labels: tuple[str, ...] | None = None) -> None:
        """One screen: look, answer, have it checked; then it waits for the way on."""
        expect(self.place(screen)).to_be_visible()
        if screen.kind in {"choice", "order"}:
            self.choose(screen, screen.best if labels is None else labels)
        if screen.asks and screen.checked:
            self.press(screen.look)
            expect(self.feedback(screen)).not_to_be_empty()

    def go_on(self, screen: Screen) -> None:
        """Press what leads on: the last screen of a part says so."""
        self.press("Klaar" if screen in self._ends else "Verder")

    def work(
        self,
        among: Iterable[Screen],
        choose: Callable[[Screen], tuple[str, ...]] = lambda screen: screen.best,
    ) -> None:
        """Do these screens, and go on after each."""
        for screen in among:
            self.do(screen, choose(screen))
            self.go_on(screen)

    def to(self, screen: Screen) -> None:
        """From the start to this screen, with all before it right."""
        self.press("Begin")
        part = screens()
        for earlier in part[: part.index(screen)]:
            self.do(earlier)
            self.press("Verder")
        expect(self.place(screen)).to_be_visible()


QUIZ_KEY = f"/.vv1.quiz.{JOUW_FOTO.id}"
COME_BACK = """
    ([key, at]) => {
        const attempt = JSON.parse(localStorage.getItem(key));
        localStorage.setItem(key, JSON.stringify({...attempt, at}));
    }
"""


def come_back(page: Page, at: str, key: str = QUIZ_KEY) -> Student:
    """Come back to the quiz as if the page was left at another screen."""
    page.evaluate(COME_BACK, [key, at])
    page.reload()
    student = Student(page)
    student.resume()
    return student


def screen_of(item: str, name: str, part: str = "questions") -> Screen:
    """The screen of an item by its name."""
    return next(found for found in screens(part) if (found.item, found.name) == (item, name))


def texts_by_key(quiz: dict[str, Any], key: str) -> Iterator[str]:
    """Every text below a key of this name, anywhere in a file."""
    for name, value in quiz.items() if isinstance(quiz, dict) else enumerate(quiz):
        if name == key:
            yield from value.values() if isinstance(value, dict) else [value]
        elif isinstance(value, dict | list):
            yield from texts_by_key(value, key)
