from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from codes import (
    ASSIGNMENT,
    FRIDAY,
    HandIn,
    asked,
    changed,
    everything,
    ids_of,
    keep_key,
    lock,
    make_key,
    pack,
    published,
)
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, BrowserType, Route, expect
from results_page import (
    BOTH,
    DAY,
    DECEMBER,
    GRIJS,
    RESULTS,
    SIGNS,
    Part,
    Teacher,
    a_class,
    behind,
    check_questions,
    decided,
    hardest,
    hardest_two,
    name_of,
    part_of,
    question_of,
    row_of,
    times_chosen,
    total_of,
)
from states import PHONE
from student import JOUW_FOTO, Quiz, Screen, read_quiz
from test_access import violations
from watch import Watch

HERE = {"timezone_id": "Europe/Amsterdam"}
KEPT = "() => Object.keys(localStorage).filter((name) => name.includes('.vv1.'))"
FULL = """
    Storage.prototype.setItem = new Proxy(Storage.prototype.setItem, {
        apply(target, store, [name, value]) {
            if (name.includes("vv1.result") || name.includes("vv1.unread")) {
                throw new DOMException("full", "QuotaExceededError");
            }
            return Reflect.apply(target, store, [name, value]);
        },
    });
"""
REPACK = """
    async ([assignment, own, keys, whole]) => {
        const address = document.querySelector("script[src$='assign/results.js']").src;
        const handIn = await import(new URL("hand-in.js", address));
        const [quiz] = handIn.unpackHandIn(Uint8Array.from(whole)).quizzes;
        const { answers } = handIn.answersOf(quiz, own, false);
        const quizzes = keys.map((key) => ({ key, answers }));
        return [...handIn.packHandIn({ assignment, numbers: [4], at: 1795770720, quizzes })];
    }
"""
PASTE = """
    async (text) => {
        const [section] = document.querySelectorAll("[data-reading]");
        const clipboardData = new DataTransfer();
        clipboardData.setData("text", text);
        let longest = 0;
        let last = performance.now();
        let reads = true;
        const frame = () => {
            longest = Math.max(longest, performance.now() - last);
            last = performance.now();
            if (reads) requestAnimationFrame(frame);
        };
        const said = section.querySelector("[data-said]");
        const begun = performance.now();
        const done = new Promise((tell) => {
            new MutationObserver(() => said.childElementCount && tell())
                .observe(said, { childList: true });
        });
        requestAnimationFrame(frame);
        const options = { clipboardData, bubbles: true, cancelable: true };
        const paste = new ClipboardEvent("paste", options);
        section.querySelector("textarea").dispatchEvent(paste);
        await done;
        const took = performance.now() - begun;
        reads = false;
        return [took, longest];
    }
"""


@pytest.fixture
def teacher(
    new_context: Callable[..., BrowserContext], site_url: str, site_folder: Path
) -> Teacher:
    """A teacher who has a key and nothing else yet."""
    context = new_context(**HERE)
    context.clock.set_fixed_time(DECEMBER)
    return Teacher(context.new_page(), site_url + RESULTS, site_folder)


def test_class(teacher: Teacher) -> None:
    """A class in any mess of text becomes the table, and who is missing is said."""
    hand_ins = a_class(9)
    mess = "".join(
        f"Hoi juf!! hier mijn code😀:{code[:70]}\n>  {code[70:]}groetjes nr {number}\n"
        for number, code in enumerate(teacher.codes(*hand_ins), start=1)
    )
    teacher.read(mess)
    assert teacher.lines() == ["9 codes zijn gelezen."]
    expect(teacher.field).to_have_value("")
    page = teacher.page
    expect(page.get_by_role("heading", name="Voor vrijdag", exact=True)).to_be_visible()
    expect(page.get_by_text("Tot en met vrijdag 27 november.")).to_be_visible()

    expected = [[str(one.numbers[0]), *row_of(one)] for one in hand_ins]
    assert expected == teacher.cells()
    columns = [list(column) for column in zip(*expected, strict=True)][1:]
    [sums] = teacher.cells("tfoot")
    totals = ["mening" if "mening" in column else total_of(column) for column in columns]
    assert ["Hele groep", *totals] == sums
    signs = {text[0] for text in teacher.table.evaluate(SIGNS)}
    assert {"✓", "◐", "○", "–"} == signs

    page.get_by_label("Welke klasnummers heeft je groep?").fill("2 t/m 11, 99")
    missing = page.get_by_role("region", name="Wie ontbreekt er nog?")
    expect(missing).to_contain_text("Dit zijn geen klasnummers van 1 tot en met 40: 99.")
    expect(missing).to_contain_text("Nog niet ingeleverd: 10, 11.")
    expect(missing).to_contain_text("Wel ingeleverd, maar niet in je groep: 1.")
    page.reload()
    expect(missing).to_contain_text("Nog niet ingeleverd: 10, 11.")
    assert expected == teacher.cells()
    expect(page.get_by_text("Zet deze pagina niet op het bord")).to_be_visible()
    for part in (
        page.get_by_role("navigation", name="Delen van deze pagina").get_by_role("link").all()
    ):
        part.click()
        target = str(part.get_attribute("href"))
        expect(page.locator(target)).to_be_in_viewport()


def test_findings(teacher: Teacher) -> None:
    """What was hardest, what was decided, which ideas are behind it, is what it was."""
    *alone, last = a_class(9)
    hand_ins = [*alone, replace(last, numbers=(9, 10))]
    teacher.read("\n".join(teacher.codes(*hand_ins)))
    teacher.cells()
    page, site = teacher.page, teacher.site
    hard = hardest(hand_ins)
    entries = page.get_by_role("region", name="Hier ging het vaak mis").locator("ol > li")
    assert [
        [question_of(site, *parts[0][:2]), *(asked_of(site, part) for part in hardest_two(parts))]
        for parts in hard
    ] == [
        [
            " ".join(text.split())
            for text in entry.locator("> p:first-child, > div > p:first-child").all_inner_texts()
        ]
        for entry in entries.all()
    ]
    [_, screen, *_] = hardest_two(hard[0])[0]
    times = times_chosen(hand_ins, screen)
    chosen = entries.first.get_by_role("listitem").first
    expect(chosen).to_contain_text(f"”: {max(times.values())} keer")
    quiz = hard[0][0][0]
    item = ids_of(published(site, quiz), quiz)[screen][0]
    board = entries.first.get_by_role("link", name="Laat dit op het bord zien")
    address = re.compile(re.escape(f"/lessen/{quiz.folder.split('/')[-2]}/bord/#{item}"))
    expect(board).to_have_attribute("href", address)

    messages = page.get_by_role("region", name="Plaatsen of niet?").get_by_role("listitem")
    assert decided(site, hand_ins) == [
        entry.get_by_role("paragraph").all_inner_texts() for entry in messages.all()
    ]

    five = page.get_by_role("region", name="De vijf vragen, de lastigste eerst").locator("li")
    said = [" ".join(text.split()) for text in five.all_inner_texts()]
    assert check_questions(hand_ins)[0] == said[0]
    assert sorted(check_questions(hand_ins)) == sorted(said)

    expected = behind(hand_ins)
    cards = page.locator(".vv-talk-card")
    found = {
        str(card.get_attribute("data-misconception")): card.locator(".vv-talk-card__who")
        for card in cards.all()
    }
    assert expected.keys() == found.keys()
    for idea, numbers in expected.items():
        said = ", ".join(" en ".join(map(str, own)) for own in sorted(numbers))
        expect(found[idea]).to_contain_text(f": {said}.")
    sizes = [len(expected[idea]) for idea in found]
    assert sorted(sizes, reverse=True) == sizes


def asked_of(site: Path, part: Part) -> str:
    """How often a part of a question was right, with its name when there are several."""
    quiz, screen, count, right = part
    return f"{part_of(site, quiz, screen)} {right} van de {count} in één keer goed.".strip()


def test_every_kind_of_bad_code(teacher: Teacher, site_folder: Path) -> None:
    """Each kind of bad code has its sentence; the rest is read, and nothing is lost."""
    good, other = a_class(2, (JOUW_FOTO,))
    page = teacher.page
    [code, second] = teacher.codes(good, other)
    packed = pack(page, site_folder, [good])[0]
    numberless = [*packed[:13], 0, 0, 0, 0, 0, *packed[18:]]
    many = 19 + packed[18]
    thousand = [*packed[:many], 255, *packed[many + 1 :]]
    newer, older, odd, claims = lock(
        page, teacher.key, [[0x20, *packed[1:]], [0, *packed[1:]], numberless, thousand]
    )
    strange = lock(page, make_key(page), [packed])[0]
    elsewhere = {**ASSIGNMENT, "id": "BBBBBBBB", "title": "<img src=x onerror=alert(1)>"}
    [moved] = teacher.codes(replace(good, assignment=elsewhere))
    damaged = changed(code)
    bad = [damaged, newer, older, odd, claims, strange]
    teacher.read("\n".join([*bad, code, second, moved]))
    lines = teacher.lines()
    assert [
        "3 codes zijn gelezen.",
        "1 code is op slot voor een andere sleutel.",
        "1 code is onderweg veranderd en gaat niet open.",
        "1 code is gemaakt met een nieuwere versie van deze site.",
        "1 code is gemaakt met een oudere versie van deze site.",
        "2 codes gaan open, maar wat erin staat kan niet van deze site komen.",
        "Wat niet gelezen kon worden, staat nog in het veld.",
        "1 code hoort bij een andere opdracht.",
    ] == [re.split(r"(?<=[.])(?= |$)", line)[0] for line in lines]
    assert set(bad) == set(teacher.field.input_value().split())
    assert [["1", *row_of(good)], ["2", *row_of(other)]] == teacher.cells()

    page.get_by_role("button", name="<img src=x onerror=alert(1)>").click()
    expect(page.get_by_role("heading", name="<img src=x onerror=alert(1)>")).to_be_focused()
    assert [["1", *row_of(good)]] == teacher.cells()
    page.get_by_label("Welke opdracht?").select_option("AAAAAAAA")
    assert 2 == len(teacher.cells())

    teacher.read(f"{code} en {second[:150]}")
    assert [
        "1 code was al gelezen. Die telt één keer.",
        "1 code is niet compleet of beschadigd. Vraag de hele code nog een keer.",
        "Wat niet gelezen kon worden, staat nog in het veld.",
    ] == teacher.lines()
    assert second[:150] in teacher.field.input_value()
    teacher.read("Wat eten we vanavond?")
    assert ["In deze tekst staat geen code."] == [
        line.split(". ")[0] + "." for line in teacher.lines()
    ]


def test_late_again_and_pairs(teacher: Teacher) -> None:
    """The latest of a number counts, the earlier can be seen; late, again and together are said."""
    right, wrong = everything(), everything(right=False)
    pair = HandIn((7, 12), wrong)
    alone = HandIn((7,), right, at=FRIDAY + DAY)
    teacher.read("\n".join(teacher.codes(alone, pair)))
    assert [
        "2 codes zijn gelezen.",
        "Nummer 7 leverde vaker in. De laatste keer telt, de eerdere blijft bewaard.",
    ] == teacher.lines()
    assert [
        ["7 te laat 2e keer", *row_of(alone)],
        ["12 (samen met 7)", *row_of(pair)],
    ] == teacher.cells()
    answers = teacher.page.get_by_role("region", name="Wat elk kind koos")
    answers.get_by_text("Nummer 7", exact=True).click()
    expect(answers).to_contain_text("Ingeleverd op zaterdag 28 november")
    expect(answers).to_contain_text("na de laatste dag.")
    answers.get_by_text("Eerder ingeleverd, op vrijdag 27 november 10:12").click()
    screen = asked()[0]
    expect(answers).to_contain_text(f"Eerste antwoord: {screen.right[0]} ✓ goed")
    expect(answers).to_contain_text(f"Eerste antwoord: {wrong[screen][0]}")
    expect(answers).to_contain_text(f"Goed is: {screen.right[0]}")
    together = HandIn((3, 4), right)
    teacher.read(teacher.codes(together)[0])
    assert ["3 en 4", *row_of(together)] == teacher.cells()[0]
    [sums] = teacher.cells("tfoot")
    rows = [row_of(one) for one in (together, alone, pair)]
    assert [total_of(list(column)) for column in zip(*rows, strict=True)] == sums[1:]
    expect(teacher.page.get_by_text("4 klasnummers hebben ingeleverd.")).to_be_visible()
    expect(teacher.page.get_by_text("Er zijn er nog maar 3 ingeleverd.")).to_be_visible()


def test_excel(teacher: Teacher) -> None:
    """The file for Excel holds each number once, in Dutch, and nothing in it can run."""
    hand_ins = [*a_class(3), HandIn((3, 20), everything(), at=FRIDAY + DAY)]
    teacher.read("\n".join(teacher.codes(*hand_ins)))
    teacher.cells()
    text = teacher.saved("Bewaar voor Excel")
    assert text.startswith(
        "\ufeffklasnummer;samen met;ingeleverd;te laat;hoeveelste keer;passend;van;"
    )
    assert text.endswith("\r\n")
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    columns = [(quiz, screen) for quiz in BOTH for screen in asked(quiz)]
    names = [name_of(teacher.site, *column) for column in columns]
    assert [name.replace(" · ", " – ").replace(": ", ". ", 1) for name in names] == head[7:]
    last = hand_ins[3]
    first = "27-11-2026 10:12", "nee", "1"
    assert [
        ["1", "", *first, *sum_and_words(hand_ins[0], columns)],
        ["2", "", *first, *sum_and_words(hand_ins[1], columns)],
        ["3", "20", "28-11-2026 10:12", "ja", "2", *sum_and_words(last, columns)],
        ["20", "3", "28-11-2026 10:12", "ja", "1", *sum_and_words(last, columns)],
    ] == rows


def sum_and_words(hand_in: HandIn, columns: list[tuple[Quiz, Screen]]) -> list[str]:
    """How much fitted, of how much, and the words of each first answer."""
    words = [" | ".join(hand_in.given.get(screen, ())) for _, screen in columns]
    return [*total_of(row_of(hand_in)).split(" van "), *words]


@pytest.mark.everything
def test_cells_that_would_run(teacher: Teacher) -> None:
    """What a spreadsheet would take for a formula becomes text; quotes and lines stay whole."""
    made = teacher.page.evaluate(
        """async () => {
            const address = document.querySelector("script[src$='assign/results.js']").src;
            const { csv } = await import(new URL("csv.js", address));
            return csv([["=1+1", "+31", "-2", "@x", "\\ty", 'zeg "hoi"; nu', "a\\nb", 2.5]]);
        }"""
    )
    [row] = csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert ["'=1+1", "'+31", "'-2", "'@x", "'\ty", 'zeg "hoi"; nu', "a\nb", "2,5"] == row


@pytest.mark.everything
def test_other_browser(
    teacher: Teacher, new_context: Callable[..., BrowserContext], site_url: str
) -> None:
    """Codes saved as a file are read in another browser with the same key, and not with another."""
    hand_ins = a_class(3)
    teacher.read("\n".join(teacher.codes(*hand_ins)))
    cells = teacher.cells()
    file = {
        "name": "resultaten.txt",
        "mimeType": "text/plain",
        "buffer": teacher.saved("Bewaar alle codes als bestand").encode(),
    }
    stranger = Teacher(new_context(**HERE).new_page(), site_url + RESULTS, teacher.site)
    stranger.page.get_by_label("Bestanden met codes").set_input_files(file)  # type: ignore[arg-type]
    expect(stranger.said).to_contain_text("3 codes zijn op slot voor een andere sleutel.")
    expect(stranger.table).to_be_hidden()
    page = new_context(**HERE).new_page()
    colleague = Teacher(page, site_url + RESULTS, teacher.site, teacher.key)
    colleague.page.get_by_label("Bestanden met codes").set_input_files(file)  # type: ignore[arg-type]
    assert cells == colleague.cells()


@pytest.mark.everything
def test_no_key_yet(
    new_context: Callable[..., BrowserContext], teacher: Teacher, site_url: str
) -> None:
    """Without a key the page offers to bring it back; then the codes that waited are read."""
    hand_ins = a_class(2)
    text = "\n".join(teacher.codes(*hand_ins))
    page = new_context(**HERE).new_page()
    page.goto(site_url + RESULTS)
    expect(page.get_by_role("heading", level=2).first).to_have_text("Je sleutel")
    page.get_by_label("Plak hier de codes").fill(text)
    page.get_by_role("button", name="Lees de codes", exact=True).click()
    expect(page.get_by_text("2 codes zijn op slot voor een andere sleutel.")).to_be_visible()
    keep_key(page, teacher.key)
    page.reload()
    expect(page.get_by_text("Er staan nog 2 codes die niet gelezen zijn.")).to_be_visible()
    page.get_by_role("button", name="Lees ze nu").click()
    expect(page.get_by_text("2 codes zijn gelezen.")).to_be_visible()
    expect(page.get_by_text("die niet gelezen zijn")).to_be_hidden()


@pytest.mark.everything
def test_files(teacher: Teacher) -> None:
    """Texts and pictures of QR codes are read together; what is no code is named."""
    one, two, three = a_class(3, (JOUW_FOTO,))
    codes = teacher.codes(one, two, three)
    nothing = Image.new("L", (300, 200), 90)
    files = [
        {"name": "een.txt", "mimeType": "text/plain", "buffer": codes[0].encode()},
        {"name": "twee.png", "mimeType": "image/png", "buffer": png(picture(codes[1]))},
        {
            "name": "vakantie.png",
            "mimeType": "image/png",
            "buffer": png(nothing),
        },
        {"name": "stuk.jpg", "mimeType": "image/jpeg", "buffer": b"geen foto"},
    ]
    teacher.page.get_by_label("Bestanden met codes").set_input_files(files)  # type: ignore[arg-type]
    expect(teacher.said).to_be_focused()
    unread = "Dit bestand kan niet worden gelezen: stuk.jpg."
    assert [
        f"{unread} Kies een tekstbestand of een foto van een QR-code.",
        "In dit bestand staat geen code: vakantie.png.",
        "2 codes zijn gelezen.",
    ] == teacher.lines()
    drop = """
        ([name, text]) => {
            const data = new DataTransfer();
            data.items.add(new File([text], name, { type: "text/plain" }));
            const place = document.querySelector("#vv-codes");
            const options = { bubbles: true, cancelable: true, dataTransfer: data };
            place.dispatchEvent(new DragEvent("drop", options));
        }
    """
    teacher.page.evaluate(drop, ["drie.txt", codes[2]])
    expect(teacher.said).to_contain_text("1 code is gelezen.")
    assert 3 == len(teacher.cells())


def picture(text: str, size: int = 460) -> Image.Image:
    """A QR code as a picture."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    image = Image.fromarray(made.to_image(scale=1, add_quiet_zones=True))
    scale = size // image.width
    return image.resize((image.width * scale, image.height * scale), Image.Resampling.NEAREST)


def png(image: Image.Image) -> bytes:
    """The file of a picture."""
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def film(codes: list[str], file: Path) -> Path:
    """A video in which these codes come before the camera, one after the other."""
    width, height, frames = 640, 480, 12
    grey = bytes([128]) * (width * height // 2)
    with file.open("wb") as video:
        video.write(f"YUV4MPEG2 W{width} H{height} F10:1 Ip A1:1 C420jpeg\n".encode())
        for code in codes:
            frame = Image.new("L", (width, height), 255)
            frame.paste(picture(code), (80, 5))
            for _ in range(frames):
                video.write(b"FRAME\n" + frame.tobytes() + grey)
    return file


@pytest.fixture
def browser_with_camera(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> Iterator[Callable[[list[str]], Browser]]:
    """Give a function that starts a browser before whose camera these codes come."""
    started = []

    def start(codes: list[str]) -> Browser:
        video = film(codes, tmp_path / "codes.y4m")
        fake = [
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            f"--use-file-for-fake-video-capture={video}",
        ]
        arguments = [*browser_type_launch_args["args"], *fake]
        started.append(browser_type.launch(**{**browser_type_launch_args, "args": arguments}))
        return started[0]

    yield start
    for browser in started:
        browser.close()


@pytest.mark.everything
def test_camera(
    teacher: Teacher, browser_with_camera: Callable[[list[str]], Browser], watch: Watch
) -> None:
    """Codes before the camera are read one by one, and told; stopping lets the camera go."""
    browser = browser_with_camera(teacher.codes(*a_class(2, (JOUW_FOTO,))))
    page = watch.over(browser.new_context(locale="nl-NL")).new_page()
    seen = Teacher(page, teacher.url, teacher.site, teacher.key)
    seen.press("Scan met de camera")
    expect(page.get_by_role("button", name="Stop de camera")).to_be_focused()
    expect(page.get_by_text("Nummer 1 gelezen.")).to_be_visible()
    expect(page.get_by_text("Nummer 2 gelezen.")).to_be_visible()
    page.evaluate("window.track = document.querySelector('video').srcObject.getTracks()[0]")
    seen.press("Stop de camera")
    expect(seen.said).to_have_text("2 codes zijn gelezen.")
    assert "ended" == page.evaluate("track.readyState")
    assert 2 == len(seen.cells())


NO_CAMERA = """
    navigator.mediaDevices.getUserMedia = async () => { throw new DOMException("", "{name}"); }
"""


@pytest.mark.everything
@pytest.mark.parametrize(
    ("script", "said"),
    [
        (
            NO_CAMERA.replace("{name}", "NotAllowedError"),
            "Deze pagina mag de camera niet gebruiken.",
        ),
        (
            NO_CAMERA.replace("{name}", "NotFoundError"),
            "Deze pagina vindt hier geen camera.",
        ),
        (
            "Object.defineProperty(navigator, 'mediaDevices', { value: undefined })",
            "Zonder https geeft een browser geen camera.",
        ),
    ],
    ids=["refused", "none", "no https"],
)
def test_no_camera(teacher: Teacher, script: str, said: str) -> None:
    """Without a camera there is a sentence with the other ways."""
    teacher.page.evaluate(f"() => {{ {script} }}")
    teacher.press("Scan met de camera")
    expect(teacher.said).to_contain_text(said)
    expect(teacher.said).to_contain_text("lak de codes")
    expect(teacher.page.get_by_role("button", name="Stop de camera")).to_be_hidden()


def test_erase(teacher: Teacher) -> None:
    """One assignment or everything is erased after a question; the key stays."""
    [one] = a_class(1, (JOUW_FOTO,))
    other = replace(one, assignment={**ASSIGNMENT, "id": "BBBBBBBB", "title": "Later"})
    teacher.read("\n".join(teacher.codes(one, other)))
    page = teacher.page
    page.get_by_label("Welke opdracht?").select_option("BBBBBBBB")
    teacher.press("Wis de resultaten van deze opdracht")
    teacher.press("Nee, bewaar ze")
    expect(page.get_by_role("button", name="Wis de resultaten van deze opdracht")).to_be_focused()
    teacher.press("Wis de resultaten van deze opdracht")
    teacher.press("Ja, wis ze")
    expect(page.get_by_text("De resultaten van deze opdracht zijn gewist")).to_be_focused()
    expect(page.get_by_role("heading", name="Voor vrijdag", exact=True)).to_be_visible()
    page.get_by_label("Welke klasnummers heeft je groep?").fill("1-3")
    teacher.press("Wis alle resultaten (je sleutel blijft)")
    teacher.press("Ja, wis alles")
    expect(page.get_by_text("Je sleutel staat er nog.")).to_be_focused()
    expect(teacher.table).to_be_hidden()
    assert [f"/.vv1.teacher.{teacher.key['name']}"] == page.evaluate(KEPT)


@pytest.mark.everything
def test_erase_what_cannot_be_read(teacher: Teacher) -> None:
    """A result of another version is told, and goes with the rest; so does what is in the field."""
    page = teacher.page
    page.evaluate("localStorage['/.vv1.result.AAAAAAAA.x'] = '{\"v\": 2}'")
    page.reload()
    expect(page.get_by_text("Er is hier 1 resultaat bewaard")).to_be_visible()
    [code] = teacher.codes(*a_class(1, (JOUW_FOTO,)))
    teacher.read(f"{code}\n{changed(code)}")
    teacher.press("Wis alle resultaten (je sleutel blijft)")
    teacher.press("Ja, wis alles")
    expect(page.get_by_text("Je sleutel staat er nog.")).to_be_focused()
    expect(teacher.field).to_have_value("")
    expect(teacher.said).to_be_empty()
    expect(page.get_by_text("Er is hier 1 resultaat bewaard")).to_be_hidden()
    assert [f"/.vv1.teacher.{teacher.key['name']}"] == page.evaluate(KEPT)


@pytest.mark.everything
def test_a_made_up_code(teacher: Teacher) -> None:
    """A code from the future can be taken out, in the end does not win, and adds no columns."""
    right, wrong = everything(), everything(right=False)
    others = [HandIn((number,), right) for number in range(1, 13)]
    made_up = HandIn((3,), wrong | everything(GRIJS), at=2**32 - 1, quizzes=(JOUW_FOTO, GRIJS))
    teacher.read("\n".join(teacher.codes(*others, made_up)))
    page = teacher.page
    width = len(row_of(others[0])) + 1
    assert {width} == {len(row) for row in teacher.cells()}
    title = read_quiz(GRIJS)["title"]
    expect(page.get_by_text(f"telt hier niet mee: {title}.")).to_be_visible()
    assert total_of(teacher.cells()[2]).startswith("0 van")

    answers = page.get_by_role("region", name="Wat elk kind koos")
    answers.get_by_text(re.compile("^Nummer 3$")).click()
    out = answers.get_by_role("button", name="Tel deze niet mee", exact=True)
    out.first.click()
    expect(answers.get_by_role("button", name="Tel weer mee")).to_be_focused()
    expect(page.get_by_text("Deze keer van nummer 3 telt niet meer mee.")).to_be_visible()
    assert ["3", *row_of(others[2])] == teacher.cells()[2]
    page.reload()
    assert ["3", *row_of(others[2])] == teacher.cells()[2]
    answers.get_by_text(re.compile("^Nummer 3$")).click()
    answers.get_by_text("Telt niet mee: ingeleverd op dinsdag 1 december 09:00").click()
    answers.get_by_role("button", name="Tel weer mee").click()
    assert total_of(teacher.cells()[2]).startswith("0 van")

    page.clock.set_fixed_time(DECEMBER + timedelta(days=2))
    later = replace(others[2], at=int((DECEMBER + timedelta(days=1)).timestamp()))
    teacher.read(teacher.codes(later)[0])
    assert ["3 te laat 3e keer", *row_of(later)] == teacher.cells()[2]


@pytest.mark.everything
def test_only_one_code_taken_out(teacher: Teacher) -> None:
    """When the only hand-in of a number is taken out, the number has no row, and can come back."""
    one, two = a_class(2, (JOUW_FOTO,))
    teacher.read("\n".join(teacher.codes(one, two)))
    answers = teacher.page.get_by_role("region", name="Wat elk kind koos")
    answers.get_by_text(re.compile("^Nummer 2$")).click()
    answers.get_by_role("button", name="Tel deze niet mee").click()
    expect(teacher.page.get_by_text("1 klasnummer heeft ingeleverd.")).to_be_visible()
    expect(answers.get_by_text("Nummer 2: niets telt mee")).to_be_visible()
    answers.get_by_role("button", name="Tel weer mee").click()
    expect(teacher.page.get_by_text("2 klasnummers hebben ingeleverd.")).to_be_visible()


def test_erase_a_hand_in(teacher: Teacher) -> None:
    """What one child handed in is erased after a question, and nothing else is."""
    one, two = a_class(2, (JOUW_FOTO,))
    codes = teacher.codes(one, two)
    page = teacher.page
    page.evaluate("(codes) => { localStorage['/.vv1.unread'] = JSON.stringify(codes); }", codes)
    page.reload()
    teacher.press("Lees ze nu")
    assert 2 == len(teacher.cells())
    page.evaluate("(codes) => { localStorage['/.vv1.unread'] = JSON.stringify(codes); }", codes)
    answers = page.get_by_role("region", name="Wat elk kind koos")
    answers.get_by_text("Nummer 2", exact=True).click()
    answers.get_by_role("button", name="Wis deze inlevering").click()
    answers.get_by_role("button", name="Nee, bewaar deze").click()
    erase = answers.get_by_role("button", name="Wis deze inlevering")
    expect(erase).to_be_focused()
    erase.click()
    answers.get_by_role("button", name="Ja, wis deze").click()
    expect(page.get_by_text("Deze inlevering van nummer 2 is gewist")).to_be_focused()
    assert [["1", *row_of(one)]] == teacher.cells()
    kept = page.evaluate("Object.values(localStorage).join()")
    assert codes[0] in kept
    assert codes[1] not in kept
    answers.get_by_text("Nummer 1", exact=True).click()
    answers.get_by_role("button", name="Wis deze inlevering").click()
    answers.get_by_role("button", name="Ja, wis deze").click()
    expect(page.get_by_text("De resultaten van deze opdracht zijn gewist")).to_be_focused()
    expect(teacher.table).to_be_hidden()


@pytest.mark.everything
def test_loaded_when_used(
    new_context: Callable[..., BrowserContext], site_url: str, watch: Watch
) -> None:
    """What reads and counts is loaded when it is used; without a connection that is said."""
    watch.allow("ERR_FAILED")
    page = new_context().new_page()
    page.goto(site_url + RESULTS)
    expect(page.get_by_label("Het bestand met je sleutel")).to_be_visible()
    assert [] == [url for url in watch.requested if "/jose/" in url or "results-page" in url]
    page.route("**/results-page.js", lambda route: route.abort())
    page.get_by_label("Plak hier de codes").fill("Hoi")
    page.get_by_role("button", name="Lees de codes").click()
    said = page.get_by_role("region", name="Codes inlezen").locator("[data-said]")
    expect(said).to_contain_text("Een deel van deze pagina kon niet worden geladen.")
    expect(said).to_be_focused()
    expect(page.get_by_label("Plak hier de codes")).to_have_value("Hoi")


@pytest.mark.everything
def test_slow_answer_keys(teacher: Teacher) -> None:
    """While the answer keys of an assignment are loaded, nothing of the former one stands there."""
    [one] = a_class(1, (JOUW_FOTO,))
    later = {**ASSIGNMENT, "id": "BBBBBBBB", "title": "Later"}
    other = replace(a_class(1, (GRIJS,))[0], assignment=later)
    page = teacher.page
    waiting: list[Route] = []

    def wait(route: Route) -> None:
        waiting.append(route)

    page.route(f"**/{GRIJS.folder}sleutel/", wait)
    teacher.read("\n".join(teacher.codes(one, other)))
    choice = page.get_by_label("Welke opdracht?")
    choice.select_option("AAAAAAAA")
    assert [["1", *row_of(one)]] == teacher.cells()
    choice.select_option("BBBBBBBB")
    expect(page.get_by_role("heading", name="Later", exact=True)).to_be_focused()
    expect(page.get_by_text("Een ogenblik")).to_be_visible()
    expect(teacher.table).to_be_hidden()
    expect(page.get_by_role("button", name="Bewaar voor Excel")).to_be_hidden()
    for route in waiting:
        route.continue_()
    assert [["1", *row_of(other)]] == teacher.cells()
    page.unroute_all(behavior="wait")


def test_class_numbers(teacher: Teacher) -> None:
    """Only numbers are kept, for each assignment; a new one begins with the last ones."""
    [one] = a_class(1, (JOUW_FOTO,))
    other = replace(one, assignment={**ASSIGNMENT, "id": "BBBBBBBB", "title": "Later"})
    teacher.read("\n".join(teacher.codes(one, other)))
    page = teacher.page
    choice, field = page.get_by_label("Welke opdracht?"), page.get_by_label("Welke klasnummers")
    choice.select_option("AAAAAAAA")
    field.fill("1-3, 5, niet Emma")
    choice.select_option("BBBBBBBB")
    expect(field).to_have_value("1 t/m 3, 5")
    field.fill("8")
    choice.select_option("AAAAAAAA")
    expect(field).to_have_value("1 t/m 3, 5")
    assert '{"last":[8],"AAAAAAAA":[1,2,3,5],"BBBBBBBB":[8]}' == page.evaluate(
        "localStorage['/.vv1.class']"
    )


def test_no_https(teacher: Teacher) -> None:
    """Without https codes cannot be opened: that is said, and they stay in the field."""
    [code] = teacher.codes(*a_class(1, (JOUW_FOTO,)))
    page = teacher.page
    page.evaluate("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })")
    teacher.read(code)
    expect(teacher.said).to_contain_text("Deze pagina is geopend zonder https.")
    expect(teacher.field).to_have_value(code)


@pytest.mark.everything
def test_two_tabs(teacher: Teacher) -> None:
    """What one tab reads the other shows, and neither overwrites the other."""
    one, two = a_class(2, (JOUW_FOTO,))
    codes = teacher.codes(one, two)
    other = Teacher(teacher.page.context.new_page(), teacher.url, teacher.site, teacher.key)
    teacher.read(codes[0])
    expect(other.table.get_by_role("rowheader", name="1", exact=True)).to_be_visible()
    other.read(codes[1])
    expect(teacher.table.get_by_role("rowheader", name="2", exact=True)).to_be_visible()
    assert teacher.cells() == other.cells()


def test_closed_in_the_middle(teacher: Teacher) -> None:
    """A tab that is closed while it reads loses nothing: the next visit reads on."""
    hand_ins = a_class(40, (JOUW_FOTO,))
    codes = teacher.codes(*hand_ins)
    page = teacher.page
    page.evaluate(
        """(text) => {
            const open = SubtleCrypto.prototype.decrypt;
            let opened = 0;
            SubtleCrypto.prototype.decrypt = function (...rest) {
                opened += 1;
                return opened > 35 ? new Promise(() => {}) : open.apply(this, rest);
            };
            document.querySelector("#vv-codes").value = text;
        }""",
        "\n".join(codes),
    )
    teacher.press("Lees de codes")
    expect(page.get_by_text("32 van de 40 codes gelezen")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Er staan nog 8 codes die niet gelezen zijn.")).to_be_visible()
    teacher.press("Gooi ze weg")
    teacher.press("Nee, bewaar ze")
    teacher.press("Lees ze nu")
    expect(teacher.said).to_contain_text("8 codes zijn gelezen.")
    assert 40 == len(teacher.cells())
    assert "/.vv1.unread" not in page.evaluate(KEPT)


@pytest.mark.everything
def test_full(teacher: Teacher) -> None:
    """With storage full the results are shown, and saving the codes is offered."""
    codes = teacher.codes(*a_class(2, (JOUW_FOTO,)))
    teacher.page.add_init_script(FULL)
    teacher.page.reload()
    teacher.read("\n".join(codes))
    expect(teacher.said).to_contain_text("Deze browser kan niets meer bewaren")
    assert 2 == len(teacher.cells())
    assert set(codes) <= set(teacher.saved("Bewaar alle codes als bestand").split())


@pytest.mark.everything
def test_no_connection(teacher: Teacher, watch: Watch) -> None:
    """An answer key that cannot be loaded is said, and can be tried again."""
    watch.allow("Failed to load resource|ERR_FAILED")
    teacher.page.route("**/sleutel/", lambda route: route.abort())
    teacher.read("\n".join(teacher.codes(*a_class(1, (JOUW_FOTO,)))))
    title = read_quiz()["title"]
    said = f"De antwoorden van “{title}” konden niet worden geladen."
    expect(teacher.page.get_by_text(said)).to_be_visible()
    expect(teacher.table).to_be_hidden()
    teacher.page.unroute("**/sleutel/")
    teacher.press("Probeer opnieuw")
    assert 1 == len(teacher.cells())


@pytest.mark.everything
def test_quiz_that_is_gone(teacher: Teacher) -> None:
    """A quiz that the site no longer has, and questions that were changed since, are said."""
    [one] = a_class(1, (JOUW_FOTO,))
    key = published(teacher.site)
    gone = {**key, "quiz": "g56-bestaat-niet"}
    first, *items = key["items"]
    changed_since = {**key, "items": [{**first, "edition": "ffffffff"}, *items]}
    [whole] = pack(teacher.page, teacher.site, [one])
    packed = teacher.page.evaluate(REPACK, [ASSIGNMENT, key, [changed_since, gone], whole])
    teacher.read(lock(teacher.page, teacher.key, [packed])[0])
    page = teacher.page
    said = "De quiz “g56-bestaat-niet” staat niet meer op deze site."
    expect(page.get_by_text(said)).to_be_visible()
    expect(page.get_by_text("Niet meer te lezen: 1 antwoord, van klasnummer 4.")).to_be_visible()
    assert ["niet te lezen", *row_of(one)[1:]] == teacher.cells()[0][1:]
    [head, row] = csv.reader(io.StringIO(teacher.saved("Bewaar voor Excel")), delimiter=";")
    parts = [screen for screen in asked() if screen.item == asked()[0].item]
    assert ["niet te lezen"] * len(parts) == row[7 : 7 + len(parts)]
    assert "niet te lezen" not in row[7 + len(parts) :]
    assert len(head) == len(row)
    page.get_by_text(re.compile("^Nummer 4$")).click()
    expect(page.get_by_text("Wel gemaakt, maar niet te lezen")).to_have_count(1)


@pytest.mark.timed
def test_a_thousand(teacher: Teacher) -> None:
    """A thousand codes among ten thousand lines take seconds, and the page goes on meanwhile."""
    given = everything()
    hand_ins = [HandIn((number % 40 + 1,), given, at=FRIDAY + number) for number in range(1000)]
    codes = teacher.codes(*hand_ins)
    noise = "Morgen gym, neem je tas mee!\n" * 10
    took, longest = teacher.page.evaluate(PASTE, "".join(f"{noise}{code}\n" for code in codes))
    assert "1000 codes zijn gelezen." == teacher.lines()[0]
    assert took < 5000
    assert longest < 500
    assert 40 == len(teacher.cells())


def test_keyboard(teacher: Teacher) -> None:
    """By keyboard alone codes are read, the table is scrolled and answers are opened."""
    page = teacher.page
    teacher.field.fill(teacher.codes(*a_class(1, (JOUW_FOTO,)))[0])
    teacher.field.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(teacher.said).to_be_focused()
    expect(teacher.table).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Welke klasnummers heeft je groep?")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("region", name="Per klasnummer: ")).to_be_focused()
    summary = page.get_by_text(re.compile("^Nummer 1$"))
    for _ in range(40):
        page.keyboard.press("Tab")
        if summary.evaluate("(summary) => summary === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("Eerste antwoord:").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.everything)])
def test_access(teacher: Teacher, scheme: Any) -> None:
    """On a phone axe finds nothing on a page with results, and nothing is wider than the window."""
    page = teacher.page
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=scheme)
    hand_ins = [*a_class(5), HandIn((2, 20), everything(), at=FRIDAY + DAY)]
    codes = teacher.codes(*hand_ins)
    teacher.read("\n".join([*codes, changed(codes[0])]))
    teacher.cells()
    page.get_by_text(re.compile("^Nummer 2$")).click()
    assert [] == violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.everything
def test_print(teacher: Teacher) -> None:
    """On paper stand the table and what to talk about, and nothing to press."""
    teacher.read("\n".join(teacher.codes(*a_class(3))))
    teacher.cells()
    page = teacher.page
    page.emulate_media(media="print")
    expect(teacher.table).to_be_visible()
    expect(page.get_by_role("heading", name="Hier ging het vaak mis")).to_be_visible()
    expect(page.get_by_role("heading", name="Je sleutel")).to_be_hidden()
    expect(page.get_by_role("heading", name="Goed om te weten")).to_be_hidden()
    assert 0 == page.get_by_role("button").filter(visible=True).count()


@pytest.mark.everything
def test_without_script(new_context: Callable[..., BrowserContext], site_url: str) -> None:
    """Without script one sentence names another way."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site_url + RESULTS)
    said = "Om resultaten te lezen moet je browser scripts uitvoeren."
    expect(page.get_by_text(said)).to_be_visible()
    expect(page.get_by_role("button", name="Lees de codes")).to_be_hidden()
    expect(page.get_by_role("heading", name="Goed om te weten")).to_be_visible()
