from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from case_files import cases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from modules import from_base64url, modules_page, to_base64url
from playwright.sync_api import Browser, Page

WRITE_AND_READ = """
    (given) => site.assignment.readAssignment(`#${site['make-assignment'].writeAssignment(given)}`)
"""
WRITE = "(given) => site['make-assignment'].writeAssignment(given)"
READ = "(fragment) => site.assignment.readAssignment(fragment)"
CHANGE_EACH = """
    ([fragment, sign]) => [...fragment].map((was, at) => was === sign ? null
        : site.assignment.readAssignment(fragment.slice(0, at) + sign + fragment.slice(at + 1)))
"""
CUT_EACH = """
    (fragment) => [...fragment].map((_, at) =>
        site.assignment.readAssignment(fragment.slice(0, at)))
"""
NUMBERS = "([text, rows]) => site.numbers.readNumbers(text, {rows})"
UNPACK = """
    ([packed, key]) => {
        const found = site["hand-in"].unpackHandIn(site.toBytes(packed));
        const {quizzes, ...rest} = found;
        const quiz = quizzes.find(({id}) => id === key.quiz);
        return {
            handIn: rest,
            version: site["hand-in"].versionOf(site.toBytes(packed)),
            ...site["hand-in"].answersOf(quiz, key, found.assignment.test),
        };
    }
"""
PACK_AND_UNPACK = """
    (handIn) => {
        const found = site["hand-in"].unpackHandIn(site["hand-in"].packHandIn(handIn));
        const {quizzes, ...rest} = found;
        return {
            ...rest,
            quizzes: quizzes.map((quiz, at) => ({
                id: quiz.id,
                ...site["hand-in"].answersOf(quiz, handIn.quizzes[at].key, found.assignment.test),
            })),
        };
    }
"""
PACK_AND_READ_LATER = """
    ([handIn, later]) => {
        const bytes = site["hand-in"].packHandIn(handIn);
        const {quizzes: [quiz], assignment} = site["hand-in"].unpackHandIn(bytes);
        return site["hand-in"].answersOf(quiz, later, assignment.test);
    }
"""
ANY_BYTES = """
    (many) => many.map((bytes) => {
        try {
            const {numbers, quizzes} = site["hand-in"].unpackHandIn(site.toBytes(bytes));
            return [numbers.length, quizzes.length, ...quizzes.map(({items}) => items.length)];
        } catch (error) {
            return error.name;
        }
    })
"""
FIND = "(text) => site.codes.findCodes(text)"

PROPERTY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
MOST_QUIZZES, LONGEST_TITLE, HIGHEST, MOST_ITEMS = 10, 40, 40, 60


def of_kind(key: str) -> list[Any]:
    """The cases that hold this key."""
    return [case for case in cases("assign") if key in case.values[0]]


@pytest.fixture(scope="module")
def site(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page with the modules at hand, one for all cases; nothing in it changes."""
    names = [
        f"assign/{name}"
        for name in ("assignment", "make-assignment", "hand-in", "codes", "numbers")
    ]
    with modules_page(browser, site_url, *names) as page:
        yield page


SLUGS = some.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,3}", fullmatch=True)
IDS = some.binary(min_size=6, max_size=6).map(to_base64url)
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""They turn the text behind them around."""
TITLES = some.text(
    some.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters=TURNING),
    max_size=LONGEST_TITLE,
).filter(lambda text: len(text.encode("utf-16-le")) <= 2 * LONGEST_TITLE)
DATES = some.just("") | some.dates(date(1970, 1, 2), date(2149, 6, 6)).map(date.isoformat)
COORDINATES = some.binary(min_size=32, max_size=32).map(to_base64url)
ASSIGNMENTS = some.fixed_dictionaries(
    {
        "id": IDS,
        "title": TITLES,
        "due": DATES,
        "quizzes": some.lists(SLUGS, min_size=1, max_size=MOST_QUIZZES, unique=True),
        "test": some.booleans(),
        "more": some.booleans(),
        "key": some.none() | some.fixed_dictionaries({"x": COORDINATES, "y": COORDINATES}),
    }
)


@given(assignment=ASSIGNMENTS)
@PROPERTY
def test_an_assignment_is_read_as_it_was_written(site: Page, assignment: dict[str, Any]) -> None:
    """What a teacher sets ready comes out of the link just so."""
    found = site.evaluate(WRITE_AND_READ, assignment)
    assert assignment | {"fragment": found["assignment"]["fragment"]} == found["assignment"]


@pytest.mark.parametrize(
    "typed, shown",
    [("Foto’s 👨‍👩‍👧", "Foto’s 👨‍👩‍👧"), ("een\ntwee\u202e", "een twee "), ("\u2028", " ")],
)
def test_title(typed: str, shown: str, site: Page) -> None:
    """Any title can be written: what breaks a line or turns text around becomes a space."""
    assignment = {"id": "AAAAAAAA", "title": typed, "due": "", "quizzes": ["g56-jouw-foto"]}
    assert shown == site.evaluate(WRITE_AND_READ, assignment | {"key": None})["assignment"]["title"]


@given(assignment=ASSIGNMENTS, sign=some.sampled_from("aZ09-_.#% v)é"))
@settings(PROPERTY, max_examples=25)
def test_a_changed_link_is_never_another_assignment(
    site: Page, assignment: dict[str, Any], sign: str
) -> None:
    """One character changed anywhere: it says so, and still names the quizzes before that."""
    fragment = site.evaluate(WRITE, assignment)
    for at, found in enumerate(site.evaluate(CHANGE_EACH, [fragment, sign])):
        if fragment[at] == sign:
            continue
        assert {"wrong", "quizzes"} == found.keys(), (fragment, at, sign)
        before = whole_before(assignment, fragment, at)
        assert "none" == found["wrong"] or before == found["quizzes"][: len(before)]


def whole_before(assignment: dict[str, Any], fragment: str, at: int) -> list[str]:
    """The quizzes of a link that stand whole before a place in it."""
    count = max(0, fragment[:at].count(".") - 1)
    return list(assignment["quizzes"][:count])


@given(assignment=ASSIGNMENTS)
@settings(PROPERTY, max_examples=25)
def test_a_cut_link_is_never_another_assignment(site: Page, assignment: dict[str, Any]) -> None:
    """A link cut off anywhere says so, and still names the quizzes before the cut."""
    fragment = site.evaluate(WRITE, assignment)
    for at, found in enumerate(site.evaluate(CUT_EACH, fragment)):
        assert found.get("wrong") in {"none", "damaged"}, (fragment, at)
        before = whole_before(assignment, fragment, at)
        assert before == found["quizzes"][: len(before)]


@pytest.mark.parametrize(
    "behind", [" Succes!", ")", ">", '"', "\n", ", voor vrijdag", ". Hoi", "."]
)
@given(assignment=ASSIGNMENTS)
@settings(PROPERTY, max_examples=5)
def test_what_stands_behind_a_link_does_not_matter(
    site: Page, assignment: dict[str, Any], behind: str
) -> None:
    """A chat program may take a sign behind the link along."""
    fragment = site.evaluate(WRITE, assignment)
    assert site.evaluate(READ, fragment) == site.evaluate(READ, f"#{fragment}{behind}")


@pytest.mark.parametrize("case", of_kind("fragment"))
def test_link(case: dict[str, Any], site: Page) -> None:
    """A link as it was handed out once is read as it was meant."""
    found = site.evaluate(READ, case["fragment"])
    if "assignment" in case:
        assert {"assignment": case["assignment"] | {"fragment": case["fragment"]}} == found
    else:
        assert {"wrong": case["wrong"], "quizzes": case["quizzes"]} == found


@pytest.mark.parametrize("case", of_kind("text"))
def test_numbers(case: dict[str, Any], site: Page) -> None:
    """Class numbers are read as a child or a teacher writes them."""
    found = site.evaluate(NUMBERS, [case["text"], case.get("rows", False)])
    assert {"numbers": case["numbers"], "wrong": case["wrong"]} == found


@pytest.mark.parametrize("case", of_kind("packed"))
def test_packed_hand_in(case: dict[str, Any], site: Page) -> None:
    """What was packed once is read as it was meant."""
    found = site.evaluate(UNPACK, [list(from_base64url(case["packed"])), case["key"]])
    assert 1 == found["version"]
    assert case["hand_in"] == found["handIn"]
    assert (case["answers"], case["lost"]) == (found["answers"], found["lost"])


EDITIONS = some.binary(min_size=4, max_size=4).map(bytes.hex)
LETTERS = "abcdefgh"


@some.composite
def interactions(draw: some.DrawFn, number: int) -> dict[str, Any]:
    """One of the three kinds, as Python publishes them and as far as packing looks."""
    kind = draw(some.sampled_from(["choice", "choice", "order", "text"]))
    given = {"id": f"i{number}", "kind": kind}
    if kind == "choice":
        ids = LETTERS[: draw(some.integers(1, 8))]
        given |= {"multiple": draw(some.booleans()), "choices": {name: {} for name in ids}}
    if kind == "order":
        given["order"] = draw(some.permutations(LETTERS[: draw(some.integers(2, 7))]))
    return given


@some.composite
def keys(draw: some.DrawFn, name: str = "g56-een", least: int = 0) -> dict[str, Any]:
    """The published key of a quiz."""
    items = [
        {
            "id": f"vraag-{number}",
            "edition": edition,
            "interactions": [draw(interactions(at)) for at in range(draw(some.integers(1, 4)))],
        }
        for number, edition in enumerate(
            draw(some.lists(EDITIONS, min_size=least, max_size=8, unique_by=lambda one: one[:4]))
        )
    ]
    return {"quiz": name, "edition": draw(EDITIONS), "items": items}


@some.composite
def chosen(draw: some.DrawFn, interaction: dict[str, Any]) -> list[str]:
    """An answer somebody can give, or none."""
    if draw(some.integers(0, 5)) == 0:
        return []
    if interaction["kind"] == "order":
        return list(draw(some.permutations(interaction["order"])))
    ids = list(interaction["choices"])
    picked = draw(
        some.sets(some.sampled_from(ids), max_size=None if interaction["multiple"] else 1)
    )
    return [name for name in ids if name in picked]


@some.composite
def answers_to(draw: some.DrawFn, key: dict[str, Any], *, test: bool) -> dict[str, Any]:
    """Answers by item and interaction, of some items; in a test only the one handed in."""
    answers = {}
    for item in key["items"]:
        asked = [one for one in item["interactions"] if one["kind"] != "text"]
        if not asked or draw(some.integers(0, 4)) == 0:
            continue
        answers[item["id"]] = {}
        for interaction in asked:
            best = draw(chosen(interaction))
            first = best if test else draw(chosen(interaction))
            answers[item["id"]][interaction["id"]] = {"first": first, "best": best}
    return answers


@some.composite
def hand_ins(draw: some.DrawFn, most: int = 3, least: int = 0) -> dict[str, Any]:
    """What a child hands in."""
    test = draw(some.booleans())
    names = [f"g56-quiz-{number}" for number in range(draw(some.integers(1, most)))]
    given = [draw(keys(name, least)) for name in names]
    titles = some.text(
        some.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters=TURNING),
        max_size=8,
    )
    return {
        "assignment": {
            "id": draw(IDS),
            "title": draw(titles),
            "due": draw(DATES),
            "test": test,
        },
        "numbers": sorted(draw(some.sets(some.integers(1, HIGHEST), min_size=1))),
        "at": draw(some.integers(0, 2**32 - 1)),
        "quizzes": [{"key": key, "answers": draw(answers_to(key, test=test))} for key in given],
    }


@given(hand_in=hand_ins())
@PROPERTY
def test_a_hand_in_is_read_as_it_was_packed(site: Page, hand_in: dict[str, Any]) -> None:
    """All that a child answered is there again, and nothing is lost."""
    found = site.evaluate(PACK_AND_UNPACK, hand_in)
    quizzes = [
        {"id": quiz["key"]["quiz"], "answers": quiz["answers"], "lost": 0, "unread": []}
        for quiz in hand_in["quizzes"]
    ]
    assert hand_in | {"quizzes": quizzes} == found


@given(hand_in=hand_ins(most=1, least=1), data=some.data())
@PROPERTY
def test_a_hand_in_outlives_an_edited_quiz(
    site: Page, hand_in: dict[str, Any], data: some.DataObject
) -> None:
    """Of a quiz with items changed, taken out, added and moved, the others can be read."""
    key, answers = hand_in["quizzes"][0]["key"], hand_in["quizzes"][0]["answers"]
    left = [item for item in key["items"] if data.draw(some.booleans())]
    taken = {item["edition"][:4] for item in key["items"]}
    fresh = EDITIONS.filter(lambda one: one[:4] not in taken)
    changed = [item | {"edition": data.draw(fresh)} for item in key["items"] if item not in left]
    later = key | {"items": data.draw(some.permutations(left + changed[: len(changed) // 2]))}
    found = site.evaluate(PACK_AND_READ_LATER, [hand_in, later])
    kept = {item["id"]: answers[item["id"]] for item in left if item["id"] in answers}
    assert kept == found["answers"]
    assert len(answers) - len(kept) == found["lost"]
    unread = [item["id"] for item in later["items"] if item["id"] in found["unread"]]
    assert len(unread) <= found["lost"]
    assert [] == [name for name in unread if name in kept]


SIGN = some.sampled_from([0x00, 0x01, 0x02, 0x10, 0x11, 0x12, 0x20, 0x2D, 0x61, 0x80, 0xFF])
GOLDEN = [from_base64url(case.values[0]["packed"]) for case in of_kind("packed")]


@some.composite
def almost_packed(draw: some.DrawFn) -> list[int]:
    """A packed hand-in with some bytes changed, and something behind it or cut off."""
    packed = list(draw(some.sampled_from(GOLDEN)))
    for _ in range(draw(some.integers(0, 4))):
        packed[draw(some.integers(0, len(packed) - 1))] = draw(some.integers(0, 255))
    return packed[: draw(some.integers(0, len(packed)))] + draw(some.lists(SIGN, max_size=4))


@given(
    many=some.lists(
        some.lists(SIGN, max_size=80) | almost_packed() | some.binary(max_size=200).map(list),
        min_size=20,
        max_size=20,
    )
)
@settings(PROPERTY, max_examples=30)
def test_any_bytes_give_no_more_than_there_can_be(site: Page, many: list[list[int]]) -> None:
    """Bytes that somebody made up are refused, or hold no more than this site can write."""
    for found in site.evaluate(ANY_BYTES, many):
        if isinstance(found, str):
            assert found in {"RangeError", "TypeError"}
        else:
            numbers, quizzes, *items = found
            assert 1 <= numbers <= HIGHEST
            assert quizzes <= MOST_QUIZZES
            assert all(count <= MOST_ITEMS for count in items)


def test_a_thousand_quizzes_are_refused(site: Page) -> None:
    """A payload that claims more quizzes, or more items, than there can be is refused."""
    title = b"Voor vrijdag"
    head = GOLDEN[0][: GOLDEN[0].index(title) + len(title) + 1]
    quiz = b"\x03abc\x00\x00"
    claims = [
        head[:-1] + b"\xff" + (quiz + b"\0") * 255,
        head + quiz + b"\x01\xff\x01" + b"\0\0\0" * 255,
        head + quiz + b"\x02" + (b"\x28\x01" + b"\0\0\0" * 40) * 2,
        head + quiz + b"\xff" + b"\x01\x01\0\0\0" * 255,
    ]
    found = site.evaluate(ANY_BYTES, [list(claim) for claim in claims])
    assert ["RangeError"] * len(claims) == found


def code(header: bytes, size: int, seed: int) -> str:
    """What has the form of a code; nothing opens it."""
    letters = to_base64url(bytes((number * seed) % 251 for number in range(size)))
    tag = to_base64url(bytes((number + seed) % 256 for number in range(16)))
    return f"{to_base64url(header)}..{'Iv-_' * 4}.{letters}.{tag}"


EPK = b'"epk":{"x":"%s","crv":"P-256","kty":"EC","y":"%s"}' % (b"X-_x" * 10, b"yY12" * 10)
CODES = [
    code(b'{"alg":"ECDH-ES","enc":"A256GCM","kid":"aB3_-%d",%s}' % (seed, EPK), size, seed)
    for seed, size in enumerate((1, 30, 31, 32, 120, 300), start=1)
]
BEGINNING = "eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTI1NkdDTSIsI"
PUT_IN = ["\n", "\r\n", "\n> ", "\r\n>> > ", " ", "\u200b", "\u00ad", "\u2060", "\ufeff", "\t"]
NOISE = some.text(
    some.sampled_from("eyJhbGciOiJ._-. \n>\"'«»(){}[]<b/>,;:=🙂é0aZ\u200b\u00ad")
) | some.text(max_size=60)


@some.composite
def pieces(draw: some.DrawFn) -> tuple[str, str, str]:
    """What stands in a text: its kind, the code it is of, and how it is written there."""
    kind = draw(some.sampled_from(["whole", "broken", "cut", "noise", "noise"]))
    whole = draw(some.sampled_from(CODES))
    if kind == "broken":
        parts, rest = [], whole
        for place in draw(some.lists(some.integers(1, 90), min_size=1, max_size=8)):
            parts += [rest[:place], draw(some.sampled_from(PUT_IN))]
            rest = rest[place:]
        return "whole", whole, "".join(parts) + rest
    if kind == "cut":
        return kind, whole, whole[: draw(some.integers(1, len(whole) - 1))]
    return kind, whole, whole if kind == "whole" else draw(NOISE)


@given(text=some.lists(pieces(), max_size=12))
@settings(PROPERTY, max_examples=300)
def test_text_around_codes_hides_and_invents_none(
    site: Page, text: list[tuple[str, str, str]]
) -> None:
    """Whatever stands around, before and between codes, they are found, in order, and no others."""
    found = site.evaluate(FIND, "".join(written for _, _, written in text))
    whole = list(dict.fromkeys(one for kind, one, _ in text if kind == "whole"))
    cut = [one for kind, one, written in text if kind == "cut" and len(written) >= len(BEGINNING)]
    assert whole == [one for one in found["codes"] if one in whole]
    # What was cut may seem complete with the text behind it: then it is one that nobody can open.
    seeming = [one for one in found["codes"] if one not in whole]
    heads = {one.split("..")[0] for one in cut}
    assert {one.split("..")[0] for one in seeming} <= heads
    assert found["cut"] <= len(cut) <= found["cut"] + len(seeming) + len(cut) - len(set(cut))


HOSTILE = {
    "beginnings of a header": "eyJ" * 350_000,
    "dots": "." * 1_000_000,
    "beginnings and dots": "eyJ.." * 200_000,
    "one long part": f"eyJ..{'a' * 16}.{'a' * 1_000_000}",
    "parts without a header": f"..{'a' * 16}.a.{'a' * 22}" * 23_000,
    "parts behind a header that is none": ("eyJ" * 120 + f"..{'a' * 16}.a.{'a' * 22}") * 2_400,
    "parts behind a long word": ("é" + "a" * 398 + f"..{'a' * 16}.a.{'a' * 22}") * 2_300,
    "our beginning": BEGINNING * 22_000,
    "white space": " \n> " * 250_000,
    "ends of lines": "\r\n" * 500_000,
    "nested brackets": (to_base64url(b'{"a":' * 60) + f"..{'a' * 16}.a.{'a' * 22}") * 2_300,
}
SECONDS = 3
"""For a million characters; on an idle machine none takes one."""


@pytest.mark.parametrize("name", HOSTILE)
def test_noise_is_read_in_reasonable_time(name: str, site: Page) -> None:
    """A million characters that somebody made to be slow do not stop the page."""
    start = time.monotonic()
    found = site.evaluate(FIND, HOSTILE[name] + CODES[0])
    taken = time.monotonic() - start
    print(f"{name}: {taken:.2f} s")
    assert CODES[0] in found["codes"]
    assert taken < SECONDS


def test_codes_in_ten_thousand_lines_of_noise(site: Page) -> None:
    """Codes between ten thousand lines of other text are all found, and nothing else."""
    line = "Sem (9): hoi juf!! hier is mijn code... {n} https://example.nl/?a=eyJ.b.c_d-e"
    lines = [line.replace("{n}", str(number)) for number in range(10_000)]
    for number, one in enumerate(CODES):
        lines[1_500 * number + 700] += one
    found = site.evaluate(FIND, "\n".join(lines))
    assert {"codes": CODES, "cut": 0, "pieces": []} == found
