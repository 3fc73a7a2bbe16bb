"""Prints how large links and codes are, and how long making and reading them takes."""

from __future__ import annotations

import functools
import gzip
import itertools
import json
import re
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from chromium import ARGUMENTS, SORRY, find_chromium
from lens import decode, decode_in, screenshot, seen
from modules import IMPORT, modules_page, to_base64url
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
MOST_CHARACTERS = 600
"""Of a code for so many questions."""
QUESTIONS = 20
LONGEST_TITLE = "Œ" * 40
ADDRESS = "https://www.voorbeeldschool.nl/sociale-media/"
"""Where a school may put the site: what stands in a link before our part."""
MODULES = (
    *(f"assign/{name}" for name in ("make-assignment", "hand-in", "code", "codes")),
    *(f"assign/{name}" for name in ("teacher-keys", "qr-picture")),
    "vendor/qr/decode",
)
PAGES = {
    "/leerkrachten/klaarzetten/": "leerkrachten/klaarzetten",
    "/leerlingen/opdracht/": "leerlingen/opdracht",
    "/leerkrachten/resultaten/": "leerkrachten/resultaten",
}
RESULTS = PAGES["/leerkrachten/resultaten/"]
CODES = 1000

SIZES = """
    async ([handIns, key]) => Promise.all(handIns.map(async (handIn) => {
        const packed = site["hand-in"].packHandIn(handIn);
        const plain = {...handIn, quizzes: handIn.quizzes.map(({key, answers}) =>
            ({quiz: key.quiz, edition: key.edition, answers}))};
        const json = new TextEncoder().encode(JSON.stringify(plain));
        const code = await site.code.lock(packed, key);
        const picture = site["qr-picture"].qrPicture(code, "");
        return {
            packed: packed.length,
            code: code.length,
            plain: (await site.code.lock(json, key)).length,
            modules: picture.getAttribute("viewBox").split(" ")[2] - 8,
        };
    }))
"""
LENGTHS = """
    ([handIns, key]) => Promise.all(handIns.map(async (handIn) =>
        (await site.code.lock(site["hand-in"].packHandIn(handIn), key)).length))
"""
LINK = "(assignment) => site['make-assignment'].writeAssignment(assignment)"
MODULES_OF = """
    (text) => site["qr-picture"].qrPicture(text, "").getAttribute("viewBox").split(" ")[2] - 8
"""
TIMES = """
    async ([handIn, many]) => {
        const {code, codes, "hand-in": packing, "teacher-keys": teacher} = site;
        const timed = async (times, make) => {
            const took = [];
            for (let turn = 0; turn < times; turn += 1) {
                const start = performance.now();
                await make();
                took.push(performance.now() - start);
            }
            return took;
        };
        const key = await teacher.makeKey();
        const keys = {[key.name]: key};
        const locked = await code.lock(packing.packHandIn(handIn), key);
        let copy = "";
        const times = {
            makeKey: await timed(20, () => teacher.makeKey()),
            lock: await timed(50, () => code.lock(packing.packHandIn(handIn), key)),
            open: await timed(50, () => code.open(locked, keys)),
            copy: await timed(3, async () => {
                copy = await teacher.lockKeys([key], "zes olifanten");
            }),
            restore: await timed(3, () => teacher.unlockKeys(copy, "zes olifanten")),
        };
        const made = [];
        for (let number = 0; number < many; number += 1) {
            const numbers = [1 + number % 40];
            made.push(await code.lock(packing.packHandIn({...handIn, numbers, at: number}), key));
        }
        const text = made.join("\\n");
        times.find = await timed(5, () => codes.findCodes(text));
        return times;
    }
"""

READ_ALL = """
    async ([handIn, many]) => {
        const {code, "hand-in": packing, "teacher-keys": teacher} = site;
        const key = await teacher.makeKey();
        await teacher.keepKey(key);
        const made = [];
        for (let number = 0; number < many; number += 1) {
            const numbers = [1 + number % 40];
            made.push(await code.lock(packing.packHandIn({...handIn, numbers, at: number}), key));
        }
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", made.join("\\n"));
        let [still, last, going] = [0, performance.now(), true];
        const watch = (now) => {
            still = Math.max(still, now - last);
            last = now;
            if (going) requestAnimationFrame(watch);
        };
        const start = performance.now();
        requestAnimationFrame(watch);
        const field = document.querySelector("vv-results textarea");
        field.dispatchEvent(new ClipboardEvent("paste", {clipboardData, cancelable: true}));
        const said = document.querySelector("vv-results [data-reading] [data-said]");
        while (document.activeElement !== said) await new Promise(requestAnimationFrame);
        const took = performance.now() - start;
        await new Promise(requestAnimationFrame);
        going = false;
        if (!said.textContent.includes(String(many))) throw new Error(said.textContent);
        return {took, still};
    }
"""
OPEN_AGAIN = """
    async () => {
        const place = document.querySelector("vv-results");
        const start = performance.now();
        place.page.results.load();
        await place.page.show();
        return performance.now() - start;
    }
"""


@dataclass(frozen=True)
class Script:
    """What a page fetches of our scripts: at once, and more when it is used; bytes, compressed."""

    at_once: int
    when_used: int


KEY = re.compile(r"<script[^>]*\sdata-key[^>]*>(.*?)</script>", re.DOTALL)
ENTRY = re.compile(r"<script[^>]*type=\"?module\"?[^>]*src=\"?([^\s\">]+/vijfvragen/[^\s\">]+)")


def published_keys(site: Path) -> list[dict[str, Any]]:
    """The key of every quiz, as teachers get it."""
    pages = sorted(site.glob("leerkrachten/lessen/*/sleutel/index.html"))
    return [json.loads(KEY.findall(page.read_text(encoding="utf-8"))[0]) for page in pages]


def without_more(key: dict[str, Any]) -> dict[str, Any]:
    """The key without what is for more practice."""
    return key | {"items": [item for item in key["items"] if not item["more"]]}


def answered(key: dict[str, Any]) -> dict[str, Any]:
    """Something answered everywhere, first one thing and then another."""
    return {
        item["id"]: {
            interaction["id"]: _answer(interaction)
            for interaction in item["interactions"]
            if interaction["kind"] != "text"
        }
        for item in key["items"]
    }


def _answer(interaction: dict[str, Any]) -> dict[str, list[str]]:
    if interaction["kind"] == "order":
        return {"first": interaction["order"][::-1], "best": interaction["order"]}
    ids = list(interaction["choices"])
    return {"first": ids[-1:], "best": ids[:1]}


def hand_in(
    keys: Iterable[dict[str, Any]], *, test: bool = False, title: str = "Voor vrijdag"
) -> dict[str, Any]:
    """What a pair of children hands in who answered everything in these quizzes."""
    return {
        "assignment": {
            "id": to_base64url(b"assign"),
            "title": title,
            "due": "2026-11-27",
            "test": test,
        },
        "numbers": [7, 12],
        "at": 1_795_770_000,
        "quizzes": [{"key": key, "answers": answered(key)} for key in keys],
    }


def worst_hand_in(keys: list[dict[str, Any]]) -> dict[str, Any]:
    """The most that can be: messages alone, in the two quizzes with the longest names."""
    every = [item for key in keys for item in key["items"]]
    hardest = max(every, key=lambda item: len(item["interactions"]))
    longest = sorted(keys, key=lambda key: len(key["quiz"]))[-2:]
    half = QUESTIONS // 2
    made = [
        key | {"items": [hardest | {"id": f"v{at}", "edition": f"{at:08x}"} for at in range(half)]}
        for key in longest
    ]
    return hand_in(made, title=LONGEST_TITLE)


def pairs_of(keys: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Hand-ins of every quiz and of all two quizzes, with no more questions than are promised."""
    every = [*keys, *map(without_more, keys)]
    sets = [*((key,) for key in every), *itertools.combinations(every, 2)]
    return [
        hand_in(chosen, title=LONGEST_TITLE)
        for chosen in sets
        if len({key["quiz"] for key in chosen}) == len(chosen)
        and sum(len(key["items"]) for key in chosen) <= QUESTIONS
    ]


def sizes(page: Page, hand_ins: list[dict[str, Any]]) -> list[dict[str, int]]:
    """How large these become: bytes packed, characters of the code, and of plain JSON instead."""
    key = page.evaluate("() => site['teacher-keys'].makeKey()")
    return list(page.evaluate(SIZES, [hand_ins, key]))


def lengths(page: Page, hand_ins: list[dict[str, Any]]) -> list[int]:
    """How many characters the codes of these have."""
    key = page.evaluate("() => site['teacher-keys'].makeKey()")
    return list(page.evaluate(LENGTHS, [hand_ins, key]))


def script_of(site: Path, folder: str) -> Script:
    """How much script of ours a page brings."""
    page = site / folder / "index.html"
    entries = [page.parent / source for source in ENTRY.findall(page.read_text(encoding="utf-8"))]
    assert entries, folder
    at_once = _closure(entries, later=False)
    return Script(_weight(at_once), _weight(_closure(entries, later=True) - at_once))


STATIC = re.compile(r"""(?:\bfrom|^import)\s*["'](\.[^"']+)["']""", re.MULTILINE)
LATER = re.compile(r"""\bimport\(\s*["'`](\.[^"'`]+)["'`]""")
FILLED_IN = re.compile(r"\$\{[^}]*\}")


def _closure(entries: Iterable[Path], *, later: bool) -> set[Path]:
    """These files with all they import, also what they import when it is used."""
    found: set[Path] = set()
    left = [file.resolve() for file in entries]
    while left:
        file = left.pop()
        if file in found:
            continue
        found.add(file)
        text = file.read_text(encoding="utf-8")
        left += [(file.parent / name).resolve() for name in STATIC.findall(text)]
        for name in LATER.findall(text) if later else ():
            left += [one.resolve() for one in _matching(file.parent, FILLED_IN.sub("*", name))]
    return found


def _matching(folder: Path, name: str) -> list[Path]:
    file = folder / name
    return sorted(file.parent.resolve().glob(file.name))


def _weight(files: Iterable[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


SHOW = """
    (text) => {
        const picture = site["qr-picture"].qrPicture(text, "");
        document.body.replaceChildren(picture);
        picture.style.display = "block";
        picture.style.width = "calc(100vw - 32px)";
        picture.style.margin = "16px";
    }
"""


def smallest_phone(page: Page, code: str) -> dict[str, float]:
    """How much of a webcam's height a phone with this code has to fill, by reader."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate(SHOW, code)
    shot = screenshot(page)
    readers = {
        "zxing-cpp": lambda picture: code in decode(picture),
        "ours": lambda picture: code == decode_in(page, picture),
    }
    return {name: _smallest(shot, read) for name, read in readers.items()}


def _smallest(shot: Image.Image, read: Callable[[Image.Image], bool]) -> float:
    parts = (part / 100 for part in range(100, 25, -5))
    return min(itertools.takewhile(lambda part: read(seen(shot, part)), parts), default=0)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    answer = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _row(*cells: object) -> None:
    print("".join(str(cell).ljust(54 if at == 0 else 14) for at, cell in enumerate(cells)).rstrip())


def _print_sizes(page: Page, keys: list[dict[str, Any]]) -> None:
    public = page.evaluate("() => site['teacher-keys'].makeKey()")
    names = sorted((key["quiz"] for key in keys), key=len)
    _row("LINK", "characters", "QR modules")
    for count in (1, 2, 5):
        assignment = {
            "id": to_base64url(b"assign"),
            "title": "Voor vrijdag",
            "due": "2026-11-27",
            "quizzes": names[-count:],
            "test": False,
            "more": False,
        }
        for told, key in (("with results", public), ("without", None)):
            fragment = page.evaluate(LINK, assignment | {"key": key})
            link = f"{ADDRESS}leerlingen/opdracht/#{fragment}"
            _row(f"{count} quiz(zes), {told}", len(link), page.evaluate(MODULES_OF, link))
    print()
    _row("CODE", "characters", "QR modules", "packed", "as JSON", "JSON ÷ packed")
    largest = max(keys, key=lambda key: len(key["items"]))
    own = without_more(largest)
    twenty = max(pairs_of(keys), key=_questions)
    given = {
        f"{own['quiz']}, {len(own['items'])} questions": hand_in([own]),
        "the same as a test": hand_in([own], test=True),
        f"with more practice, {len(largest['items'])} questions": hand_in([largest]),
        f"two quizzes, {_questions(twenty)} questions": twenty,
        "the same as a test, short title": hand_in(
            [quiz["key"] for quiz in twenty["quizzes"]], test=True
        ),
        f"the most for {QUESTIONS} questions (≤ {MOST_CHARACTERS})": worst_hand_in(keys),
    }
    for (told, one), size in zip(given.items(), sizes(page, list(given.values())), strict=True):
        plain = len(json.dumps(_plain(one), ensure_ascii=False, separators=(",", ":")).encode())
        ratio = f"{plain / size['packed']:.1f}"
        _row(told, size["code"], size["modules"], f"{size['packed']} B", size["plain"], ratio)


def _questions(one: dict[str, Any]) -> int:
    return sum(len(quiz["key"]["items"]) for quiz in one["quizzes"])


def _plain(one: dict[str, Any]) -> dict[str, Any]:
    quizzes = [
        {
            "quiz": quiz["key"]["quiz"],
            "edition": quiz["key"]["edition"],
            "answers": quiz["answers"],
        }
        for quiz in one["quizzes"]
    ]
    return one | {"quizzes": quizzes}


def _print_webcam(page: Page, keys: list[dict[str, Any]]) -> None:
    print()
    _row("PART OF A WEBCAM'S HEIGHT (720) THAT A PHONE MUST FILL", "ours", "zxing-cpp")
    public = page.evaluate("() => site['teacher-keys'].makeKey()")
    lock = "([handIn, key]) => site.code.lock(site['hand-in'].packHandIn(handIn), key)"
    for told, one in (
        ("one quiz", hand_in([without_more(keys[0])])),
        (f"the most for {QUESTIONS} questions", worst_hand_in(keys)),
    ):
        code = page.evaluate(lock, [one, public])
        parts = smallest_phone(page, code)
        _row(f"{told}, {len(code)} characters", f"{parts['ours']:.0%}", f"{parts['zxing-cpp']:.0%}")


TOLD = {
    "makeKey": "make a key",
    "lock": "pack and lock a hand-in",
    "open": "open a code",
    "copy": "lock the copy of the keys",
    "restore": "open that copy",
    "find": f"find {CODES} codes in a text",
}


def _print_times(page: Page, keys: list[dict[str, Any]]) -> None:
    print()
    _row("TIME IN THIS BROWSER, ON THIS MACHINE", "median", "longest")
    took = page.evaluate(TIMES, [worst_hand_in(keys), CODES])
    for name, told in TOLD.items():
        _row(told, f"{statistics.median(took[name]):.1f} ms", f"{max(took[name]):.1f} ms")


def _print_reading(page: Page, address: str, keys: list[dict[str, Any]]) -> None:
    page.goto(f"{address}{RESULTS}/")
    page.evaluate(IMPORT, [*MODULES])
    found = page.evaluate(READ_ALL, [worst_hand_in(keys), CODES])
    _row(f"read {CODES} codes on the page with results", f"{found['took']:.0f} ms")
    _row("the longest that page stood still meanwhile", f"{found['still']:.0f} ms")
    again = page.evaluate(OPEN_AGAIN)
    _row(f"open that page with {CODES} results", f"{again:.0f} ms")


def _print_scripts(site: Path) -> None:
    print()
    _row("SCRIPT, COMPRESSED", "at once", "when used")
    for told, folder in PAGES.items():
        script = script_of(site, folder)
        _row(told, f"{script.at_once / 1000:.1f} kB", f"{script.when_used / 1000:.1f} kB")


def measure(site: Path, browser: Browser, address: str) -> None:
    """Print all tables."""
    keys = published_keys(site)
    with modules_page(browser, address, *MODULES) as page:
        _print_sizes(page, keys)
        _print_times(page, keys)
        _print_reading(page, address, keys)
        _print_webcam(page, keys)
    _print_scripts(site)


def main() -> int:
    """Build the site in a folder that goes away again, and measure it in Chromium."""
    path = find_chromium()
    if path is None:
        print(SORRY)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        command = [sys.executable, "-m", "vijfvragen", "site", "--output", str(site)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        with _served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
            measure(site, browser, address)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
