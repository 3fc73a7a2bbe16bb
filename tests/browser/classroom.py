"""A class at an assignment: what each child answers, and what the table of results then holds."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assigning import code_on, say_who
from playwright.sync_api import Page, expect
from student import ANSWERS, PROMPTS, Quiz, Screen, screens

TYPED = "Mijn eigen zin over Kastanje"
"""What every child types wherever there is something to type."""
ONWARD = "Verder met je opdracht"

DO = """
    async ({steps, typed}) => {
        const form = document.querySelector("vv-assigned vv-quiz form");
        const primary = form.querySelector("button[type=submit]");
        const shown = () => [...form.querySelectorAll(".vv-step")].find((one) =>
            one.checkVisibility());
        const textOf = (input) => input.closest("label").textContent.trim();
        const choose = (step, labels) => {
            for (const input of step.querySelectorAll("input")) {
                const wanted = labels.includes(textOf(input));
                const may = wanted || input.type === "checkbox"; // a radio is not taken back
                if (may && input.checked !== wanted) input.click();
            }
        };
        const arrange = (step, labels) => {
            const rows = () => [...step.querySelectorAll(".vv-order__row")];
            const text = (row) => row.querySelector(".vv-order__text").textContent;
            for (const [place, label] of labels.entries()) {
                for (let at = rows().findIndex((row) => text(row) === label); at > place; at -= 1) {
                    rows()[at].querySelector(".vv-order__up").click();
                }
            }
        };
        for (const {name, kind, tries, looks} of steps) {
            const step = shown();
            if (["choice", "order", "text"].includes(kind) && !step.textContent.includes(name)) {
                throw new Error(`expected ${name}, found ${step.textContent}`);
            }
            for (const labels of tries) {
                if (kind === "order") arrange(step, labels);
                else choose(step, labels);
                primary.click();
                if (!step.querySelector("[role=status].vv-feedback").textContent) {
                    throw new Error(`nothing was said of ${labels} at ${name}`);
                }
            }
            if (kind === "text") {
                const field = step.querySelector("textarea");
                field.value = typed;
                field.dispatchEvent(new Event("input", {bubbles: true}));
                if (looks) primary.click();
            }
            primary.click();
        }
    }
"""
"""Go through the screens of a quiz by the events that a finger causes, all at once."""

Given = dict[Screen, tuple[tuple[str, ...], ...]]
"""By screen the answers that were checked, one after the other."""


@dataclass(frozen=True)
class Turn:
    """Some children at one device who do the assignment and hand it in."""

    numbers: tuple[int, ...]
    given: Given
    at: int = 0
    """When they hand in, in seconds since 1970."""

    @property
    def name(self) -> str:
        """As a child fills it in."""
        return ", ".join(map(str, self.numbers))


def options(screen: Screen) -> tuple[str, ...]:
    """Every answer that there is to a choice."""
    if screen.name in PROMPTS.values():
        return tuple(ANSWERS.values())
    return tuple(dict.fromkeys(screen.right + screen.wrong))


def asked(quiz: Quiz) -> list[Screen]:
    """The screens whose answers are handed in."""
    return [screen for screen in screens("questions", quiz) if screen.kind in {"choice", "order"}]


def fits(screen: Screen, labels: Sequence[str]) -> bool:
    """Whether an answer is right, by what the author wrote."""
    if screen.kind == "order":
        return tuple(labels) == screen.right
    if screen.multiple:
        return set(labels) == set(screen.right)
    return labels[0] in screen.right


def some_answer(chance: random.Random, screen: Screen) -> tuple[str, ...]:
    """An answer that somebody may give, often the best one."""
    if chance.random() < 0.45:
        return screen.best
    if screen.kind == "order":
        return tuple(chance.sample(screen.right, len(screen.right)))
    every = options(screen)
    if not screen.multiple:
        return (chance.choice(every),)
    picked = [label for label in every if chance.random() < 0.5]
    return tuple(picked or every[:1])


def answers(seed: object, quizzes: Sequence[Quiz]) -> Given:
    """What a child answers: by chance, always the same; some mend what was wrong at first."""
    chance = random.Random(str(seed))  # noqa: S311 - the same in every run, and no secret
    given = {}
    for quiz in quizzes:
        for screen in asked(quiz):
            first = some_answer(chance, screen)
            again = chance.random() < 0.5 and screen.scored and not fits(screen, first)
            given[screen] = (first, screen.best) if again else (first,)
    return given


def begin(page: Page, numbers: str) -> None:
    """Fill in who it is, and open the quiz that comes now."""
    say_who(page, numbers)
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.locator("vv-assigned .vv-quiz--busy")).to_be_visible()


def do(page: Page, turn: Turn, part: Sequence[Screen]) -> None:
    """Do these screens of the quiz that is open."""
    steps = [
        {
            "name": screen.name,
            "kind": screen.kind,
            "tries": [list(labels) for labels in turn.given.get(screen, ())],
            "looks": screen.checked,
        }
        for screen in part
    ]
    page.evaluate(DO, {"steps": steps, "typed": TYPED})


def done(page: Page, turn: Turn, quizzes: Sequence[Quiz]) -> None:
    """Do the whole assignment, up to where it can be handed in."""
    begin(page, turn.name)
    do(page, turn, screens("questions", quizzes[0]))
    page.get_by_role("button", name=ONWARD).click()
    do_next(page, turn, quizzes[1:])


def do_next(page: Page, turn: Turn, quizzes: Sequence[Quiz]) -> None:
    """Do the quizzes that come after the first."""
    for quiz in quizzes:
        page.get_by_role("button", name="Begin", exact=True).click()
        expect(page.locator("vv-assigned .vv-quiz--busy")).to_be_visible()
        do(page, turn, screens("questions", quiz))
        page.get_by_role("button", name=ONWARD).click()


def handed_in(page: Page) -> str:
    """Hand in what is all done; all that is to be copied. Then somebody else comes."""
    page.get_by_role("button", name="Lever in", exact=True).click()
    return given_to_teacher(page)


def given_to_teacher(page: Page) -> str:
    """All that is to be copied, once it is handed in. Then somebody else comes."""
    code_on(page)
    text = page.get_by_label("Dit is je code").input_value()
    page.get_by_role("button", name="Ja, iemand anders").click()
    expect(page.get_by_label("Wat is je nummer in de klas?")).to_be_visible()
    return text


@dataclass(frozen=True)
class Latest:
    """What a class number handed in last, and how often it did."""

    turn: Turn
    nth: int = 1
    late: bool = False


@dataclass(frozen=True)
class Row:
    """What the table holds of one turn that counts."""

    turn: Turn
    times: dict[int, int]
    """How often each number handed in of which this is the latest."""
    late: bool

    @property
    def head(self) -> str:
        """What stands before the row."""
        name = " en ".join(map(str, self.times))
        others = [str(other) for other in self.turn.numbers if other not in self.times]
        if others:
            name += f" (samen met {' en '.join(others)})"
        notes = ["te laat"] * self.late
        if len(set(self.times.values())) == 1:
            notes += [f"{nth}e keer" for nth in list(self.times.values())[:1] if nth > 1]
        else:
            notes += [f"{number}: {nth}e keer" for number, nth in self.times.items() if nth > 1]
        return " ".join([name, *notes])


def items(quiz: Quiz) -> Iterator[tuple[str, list[Screen]]]:
    """The items of a quiz with something to answer, each with its screens, in order."""
    for name, part in groupby(asked(quiz), key=lambda screen: screen.item):
        yield name, list(part)


def columns(turn: Turn, quizzes: Sequence[Quiz]) -> tuple[tuple[int, int] | str, ...]:
    """The cells of a row: how many parts fitted at first, of how many."""
    made: list[tuple[int, int] | str] = []
    for quiz in quizzes:
        for _, part in items(quiz):
            given = [screen for screen in part if screen in turn.given]
            scored = [screen for screen in part if screen.scored]
            if not given:
                made.append("–")
            elif not scored:
                made.append("mening")
            else:
                right = [one for one in given if one.scored and fits(one, turn.given[one][0])]
                made.append((len(right), len(scored)))
    return tuple(made)


def latest(turns: Sequence[Turn], due: int) -> dict[int, Latest]:
    """By class number what counts: the latest hand-in."""
    found: dict[int, Latest] = {}
    for turn in sorted(turns, key=lambda one: one.at):
        for number in turn.numbers:
            nth = found[number].nth + 1 if number in found else 1
            found[number] = Latest(turn, nth, late=turn.at > due)
    return dict(sorted(found.items()))


def rows(turns: Sequence[Turn], due: int) -> list[Row]:
    """The rows of the table: a turn that is the latest of some of its numbers is one."""
    by_number = latest(turns, due)
    made = []
    for turn in turns:
        times = {number: one.nth for number, one in by_number.items() if one.turn is turn}
        if times:
            made.append(Row(turn, times, late=turn.at > due))
    return sorted(made, key=lambda row: min(row.times))


def cell(found: tuple[int, int] | str) -> str:
    """A cell as it is shown, and then as it is said."""
    if found == "–":
        return "– niet gemaakt"
    if isinstance(found, str):
        return found
    fitted, total = found
    sign = "✓" if fitted == total else "◐" if fitted else "○"
    return f"{sign} {fitted}/{total} {fitted} van {total}"
