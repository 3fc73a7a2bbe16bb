"""The whole road: a teacher sets quizzes ready, children do them and hand in, the teacher reads."""

from __future__ import annotations

import csv
import io
import json
import random
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from assigning import hand_in, hand_in_early, say_who
from classroom import (
    ONWARD,
    TYPED,
    Turn,
    answers,
    asked,
    begin,
    cell,
    columns,
    do,
    do_next,
    done,
    given_to_teacher,
    handed_in,
    latest,
    rows,
)
from codes import changed, keep_key, lock, make_key
from lens import decode, screenshot
from modules import from_base64url
from PIL import Image
from playwright.sync_api import BrowserContext, Page, Request, expect
from states import PHONE
from student import ALLES, JOUW_FOTO, Quiz, Student, read_quiz, screens
from student import QUIZZES as EVERY_QUIZ
from test_assign import ASSIGN
from test_assign import make_key as make_first_key
from test_saved_work import LOCAL, SESSION
from watch import Watch

RESULTS = "leerkrachten/resultaten/"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=AMSTERDAM)
WEDNESDAY = datetime(2026, 11, 25, 10, 12, tzinfo=AMSTERDAM)
DUE = "2026-11-27"
LAST_SECOND = int(datetime(2026, 11, 27, 23, 59, 59, tzinfo=AMSTERDAM).timestamp())
AFTER = datetime(2026, 11, 30, 12, 0, tzinfo=AMSTERDAM)
DECEMBER = datetime(2026, 12, 1, 9, 0, tzinfo=AMSTERDAM)
OTHER_KEY = "op slot voor een andere sleutel"

TABLE = """
    (table) => [...table.rows].map((row) => [...row.cells].map((cell) => {
        const said = [...cell.childNodes].map((node) => node.textContent.trim());
        return said.filter(Boolean).join(" ").replace(/\\s+/g, " ").trim();
    }))
"""


@dataclass
class Road:
    """Browsers of several people, and all that leaves them."""

    new_context: Callable[..., BrowserContext]
    site_url: str
    requests: list[Request]

    def somebody(self, moment: datetime = WEDNESDAY, **options: Any) -> Page:
        """A page in a browser profile of its own, at this moment."""
        context = self.new_context(timezone_id="Europe/Amsterdam", **options)
        context.on("request", self._asks)
        context.clock.set_fixed_time(moment)
        return context.new_page()

    def _asks(self, request: Request) -> None:
        self.requests.append(request)

    def open(self, page: Page, path: str) -> Page:
        """Go to a page of the site."""
        page.goto(self.site_url + path)
        return page

    def assert_silent(self, *secrets: str) -> None:
        """Nothing was sent but questions for pages of this site, and no secret is in them."""
        assert {"GET"} == {request.method for request in self.requests}
        assert [] == [one.url for one in self.requests if one.post_data]
        addresses = "\n".join(request.url for request in self.requests)
        assert [] == [secret for secret in secrets if secret in addresses]


@pytest.fixture
def road(new_context: Callable[..., BrowserContext], site_url: str, watch: Watch) -> Road:
    """Nobody has begun yet; the watch sees every request to another host."""
    assert [] == watch.wrong
    return Road(new_context, site_url, [])


def set_ready(road: Road, page: Page, folder: Path, quizzes: Sequence[Quiz], title: str) -> str:
    """A teacher makes a key and an assignment with results; its link."""
    road.open(page, ASSIGN)
    grade = quizzes[0].grade
    page.get_by_label(f"Groep {grade[1]}–{grade[2]}").check()
    for quiz in quizzes:
        page.get_by_role("checkbox", name=read_quiz(quiz)["title"]).check()
    page.get_by_label("Titel voor de kinderen").fill(title)
    page.get_by_label("Inleveren tot en met").fill(DUE)
    make_first_key(page, folder)
    page.get_by_role("button", name="Ik heb het bestand bewaard").click()
    page.get_by_role("button", name="Maak de link").click()
    link = page.get_by_label("De link voor je groep")
    expect(link).to_be_visible()
    return link.input_value()


def read_codes(page: Page, text: str) -> list[str]:
    """Paste a text with codes and have it read; what is said of it."""
    page.get_by_label("Plak hier de codes").fill(text)
    page.get_by_role("button", name="Lees de codes").click()
    said = page.get_by_role("region", name="Codes inlezen").locator("[data-said]")
    expect(said).to_be_focused()
    return said.get_by_role("listitem").all_inner_texts()


def table_of(page: Page) -> list[list[str]]:
    """The table with results, cell by cell."""
    table = page.get_by_role("table")
    expect(table).to_be_visible()
    return list(table.evaluate(TABLE))


def expected(turns: Sequence[Turn], quizzes: Sequence[Quiz]) -> list[list[str]]:
    """The rows of the table, and the sum below it, by what the children chose."""
    found = rows(turns, LAST_SECOND)
    cells = [columns(row.turn, quizzes) for row in found]
    made = [[row.head, *map(cell, own)] for row, own in zip(found, cells, strict=True)]
    sums = [column_sum(column) for column in zip(*cells, strict=True)]
    return [*made, ["Hele groep", *map(cell, sums)]]


def column_sum(cells: Sequence[tuple[int, int] | str]) -> tuple[int, int] | str:
    """What stands below a column."""
    scored = [one for one in cells if isinstance(one, tuple)]
    if scored:
        return sum(fit for fit, _ in scored), sum(whole for _, whole in scored)
    return "mening" if "mening" in cells else "–"


def secrets_in(page: Page) -> list[str]:
    """Places in a child's browser that keep what it typed and may not."""
    kept = page.evaluate(LOCAL) | {
        name: text for name, text in page.evaluate(SESSION).items() if "vv1.text." not in name
    }
    history = json.dumps([page.url, page.evaluate("() => history.state")])
    return [name for name, text in {**kept, "history": history}.items() if TYPED in name + text]


def test_whole_road(road: Road, tmp_path: Path) -> None:
    """Two children hand in, by code and by picture; the teacher reads, and nobody else can."""
    teacher = road.somebody(MONDAY)
    link = set_ready(road, teacher, tmp_path, [JOUW_FOTO], "Foto’s")
    part = screens("questions", JOUW_FOTO)

    by_hand = road.somebody()
    by_hand.goto(link)
    say_who(by_hand, "7")
    student = Student(by_hand)
    student.press("Begin")
    for screen in part:
        student.do(screen)
        if screen.kind == "text":
            by_hand.get_by_role("textbox", name=screen.name).fill(TYPED)
        student.go_on(screen)
    student.press(ONWARD)
    code = hand_in(by_hand)

    phone = road.somebody(device_scale_factor=2)
    phone.set_viewport_size(PHONE)
    phone.goto(link)
    pair = Turn((3, 12), answers("a pair", [JOUW_FOTO]), int(WEDNESDAY.timestamp()))
    done(phone, pair, [JOUW_FOTO])
    shown = hand_in(phone)
    picture = phone.get_by_role("img", name="QR-code met je werk, voor je juf of meester")
    picture.scroll_into_view_if_needed()
    assert [shown] == decode(screenshot(phone))
    file = tmp_path / "scherm.png"
    phone.screenshot(path=file)

    teacher.clock.set_fixed_time(DECEMBER)
    road.open(teacher, RESULTS)
    assert ["1 code is gelezen."] == read_codes(teacher, f"Van 7: {code}, groetjes")
    teacher.locator("[data-files]").set_input_files(file)
    expect(teacher.get_by_text("2 klasnummers")).to_have_count(0)
    expect(teacher.get_by_text("3 klasnummers hebben ingeleverd.")).to_be_visible()
    best = Turn((7,), {screen: (screen.best,) for screen in asked(JOUW_FOTO)})
    assert expected([best, pair], [JOUW_FOTO]) == table_of(teacher)[2:]

    for page in (by_hand, phone):
        assert [] == secrets_in(page)
    for one in (code, shown):
        assert TYPED.encode() not in b"".join(map(from_base64url, one.split(".")))
    nobody = road.somebody(DECEMBER)
    somebody = road.somebody(DECEMBER)
    for page in (nobody, somebody):
        road.open(page, RESULTS)
    keep_key(somebody, make_key(somebody))
    for page in (nobody, somebody):
        [said] = read_codes(page, f"{code}\n{shown}")[:1]
        assert said.startswith("2 codes zijn op slot voor een andere sleutel.")
        expect(page.get_by_role("table")).to_be_hidden()
        kept = page.evaluate(LOCAL)
        assert [] == [name for name in kept if "vv1.result." in name]
    road.assert_silent(TYPED, code, shown, link.split("#")[1])


QUIZZES = (ALLES,)
"""What the class does: every type of question, an opinion too."""
PROFILES = (range(1, 8), range(8, 15), range(15, 22), range(22, 29), range(29, 36))
TOGETHER = ((3, 4), (9, 10), (30, 31, 32))
ABSENT, LOST, LATE, TWICE, ALONE_TOO = 20, 16, 27, 12, 9


def turns_of(numbers: range) -> list[tuple[int, ...]]:
    """Who come after each other on one device; some work together."""
    groups = {number: group for group in TOGETHER for number in group}
    every = [groups.get(number, (number,)) for number in numbers if number not in {ABSENT, LOST}]
    return list(dict.fromkeys(every))


@dataclass
class Classroom:
    """Five devices, the turns that were handed in, and the codes."""

    road: Road
    link: str
    quizzes: Sequence[Quiz]
    minute: int = 0

    def __post_init__(self) -> None:
        self.turns: list[Turn] = []
        self.codes: list[str] = []

    def device(self) -> Page:
        """A device at which the link is open."""
        page = self.road.somebody()
        page.goto(self.link)
        return page

    def turn(self, page: Page, *numbers: int, seed: object = None, late: bool = False) -> Turn:
        """A turn that begins now: a minute after the one before."""
        self.minute += 1
        moment = (AFTER if late else WEDNESDAY) + timedelta(minutes=self.minute)
        page.clock.set_fixed_time(moment)
        given = answers(seed or numbers, self.quizzes)
        return Turn(numbers, given, int(moment.timestamp()))

    def does_all(self, page: Page, *numbers: int, **how: Any) -> None:
        """Children do the whole assignment and hand in; then somebody else may come."""
        turn = self.turn(page, *numbers, **how)
        done(page, turn, self.quizzes)
        self.keep(turn, handed_in(page))

    def stops_early(self, page: Page, number: int, count: int) -> Turn:
        """A child does so many screens of the first quiz, and goes back to its assignment."""
        turn = self.turn(page, number)
        begin(page, turn.name)
        part = screens("questions", self.quizzes[0])[:count]
        do(page, turn, part)
        page.get_by_role("button", name="Terug naar je opdracht").click()
        given = {screen: one for screen, one in turn.given.items() if screen in part}
        return replace(turn, given=given)

    def hands_in_early(self, page: Page, number: int, count: int) -> None:
        """A child hands in what it did so far."""
        turn = self.stops_early(page, number, count)
        hand_in_early(page)
        self.keep(turn, given_to_teacher(page))

    def hands_in_again(self, page: Page, number: int, count: int) -> None:
        """It comes back, does the rest, and hands in once more."""
        turn = self.turn(page, number)
        say_who(page, turn.name)
        page.get_by_role("button", name="Ja, ik ga verder").click()
        page.get_by_role("button", name="Verder waar je was").click()
        do(page, turn, screens("questions", self.quizzes[0])[count:])
        page.get_by_role("button", name=ONWARD).click()
        do_next(page, turn, self.quizzes[1:])
        page.get_by_role("button", name="Lever in", exact=True).click()
        self.keep(turn, given_to_teacher(page))

    def keep(self, turn: Turn, text: str) -> None:
        """A code that was handed in."""
        self.turns.append(turn)
        self.codes.append(text)


def comes_in(room: Classroom, numbers: range) -> Page:
    """Children after each other on one device."""
    page = room.device()
    for group in turns_of(numbers):
        if TWICE in group:
            room.hands_in_early(page, TWICE, 12)
        else:
            room.does_all(page, *group, late=LATE in group)
    return page


def chatter(texts: Sequence[str]) -> str:
    """What children post: in any order, with other texts around, and broken over lines."""
    chance = random.Random(35)  # noqa: S311 - the same in every run
    posted = []
    for text in chance.sample(texts, len(texts)):
        line, code = text.splitlines()
        quoted = "\n> ".join(code[at : at + 76] for at in range(0, len(code), 76))
        posted += [
            chance.choice([text, f"{line} juf!! {code}.", f"> {quoted}\n", code]),
            chance.choice(["groetjes", "", "https://example.nl/?a=b.c..d", "Sem (9): klaaar..."]),
        ]
    return "\n".join(posted)


def test_a_class_of_35(road: Road, types_url: str, tmp_path: Path) -> None:
    """A whole class on five devices comes to the table that its answers come to, cell by cell."""
    road.site_url = types_url.removesuffix(ALLES.path)
    teacher = road.somebody(MONDAY)
    link = set_ready(road, teacher, tmp_path, QUIZZES, "Voor vrijdag")
    room = Classroom(road, link, QUIZZES)
    first, second, third, fourth, fifth = [comes_in(room, numbers) for numbers in PROFILES]
    # A device is lost in the middle of it: the child does all of it on another.
    room.stops_early(third, LOST, 9)
    third.context.close()
    room.does_all(fourth, LOST, seed="anew")
    room.hands_in_again(second, TWICE, 12)
    # One of a pair does it once more, alone: the row of the other stays theirs together.
    room.does_all(first, ALONE_TOO)
    for page in (first, second, fourth, fifth):
        assert [] == secrets_in(page)

    teacher.clock.set_fixed_time(DECEMBER)
    road.open(teacher, RESULTS)
    code = room.codes[0].splitlines()[1]
    [other] = lock(teacher, make_key(teacher), [[1, 2, 3]])
    text = chatter([*room.codes, room.codes[3]])
    said = read_codes(teacher, f"{changed(code)}\n{text}\n{other}\n\nen nog: {code[:200]}")
    assert f"{len(room.codes)} codes zijn gelezen." == said[0]
    assert [
        said[1].startswith("De nummers 9, 12 leverden vaker in."),
        OTHER_KEY in said[2],
        "onderweg veranderd" in said[3],
        "niet compleet" in said[4],
    ] == [True] * 4, said
    assert expected(room.turns, QUIZZES) == table_of(teacher)[2:]
    expect(teacher.get_by_text("34 klasnummers hebben ingeleverd.")).to_be_visible()
    teacher.get_by_label("Welke klasnummers heeft je groep?").fill("1 t/m 35")
    expect(teacher.get_by_text(f"Nog niet ingeleverd: {ABSENT}.")).to_be_visible()
    assert expected_csv(room.turns, QUIZZES) == csv_of(teacher, tmp_path)
    road.assert_silent(TYPED, code, link.split("#")[1])


def expected_csv(turns: Sequence[Turn], quizzes: Sequence[Quiz]) -> list[list[str]]:
    """The rows of the file for Excel, by what the children chose; the words in any order."""
    made = []
    for number, last in latest(turns, LAST_SECOND).items():
        turn = last.turn
        scored = [one for one in columns(turn, quizzes) if isinstance(one, tuple)]
        moment = datetime.fromtimestamp(turn.at, AMSTERDAM)
        others = [str(other) for other in turn.numbers if other != number]
        given = [
            sorted(turn.given[screen][0])
            if screen in turn.given and screen.kind != "order"
            else list(turn.given.get(screen, [[]])[0])
            for quiz in quizzes
            for screen in asked(quiz)
        ]
        made.append(
            [
                str(number),
                " en ".join(others),
                moment.strftime("%d-%m-%Y %H:%M"),
                "ja" if last.late else "nee",
                str(last.nth),
                str(sum(fit for fit, _ in scored)),
                str(sum(whole for _, whole in scored)),
                *(" | ".join(labels) for labels in given),
            ]
        )
    return made


def csv_of(page: Page, folder: Path) -> list[list[str]]:
    """The rows of the file for Excel, without its head, as another program reads them."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar voor Excel").click()
    file = folder / "resultaten.csv"
    download.value.save_as(file)
    read = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig")), delimiter=";"))
    every = [screen for quiz in QUIZZES for screen in asked(quiz)]
    several = [at for at, screen in enumerate(every) if screen.multiple]
    for row in read[1:]:
        for at in several:
            row[7 + at] = " | ".join(sorted(row[7 + at].split(" | ")))
    return read[1:]


REAL = [quiz for quiz in EVERY_QUIZ if quiz.grade == "g78"][:5]


@pytest.mark.everything
@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="no pdftoppm on this system")
def test_printed_strips(road: Road, tmp_path: Path) -> None:
    """Every strip on the printed sheet holds the link, as another program reads it from paper."""
    teacher = road.somebody(MONDAY)
    link = set_ready(road, teacher, tmp_path, REAL, "Voor vrijdag")
    teacher.evaluate("() => { window.print = () => {}; }")
    teacher.get_by_role("button", name="Print strookjes").click()
    sheet = tmp_path / "strookjes.pdf"
    sheet.write_bytes(teacher.pdf(format="A4"))
    command = ["pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", sheet, tmp_path / "blad"]
    subprocess.run(command, check=True)
    assert [link] * 10 == decode(Image.open(tmp_path / "blad.png"))
