from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from case_files import some_in_make_test
from conftest import build
from fit import too_wide
from playwright.sync_api import Page, expect
from states import DESKTOP, wrong_in
from student import QUIZ, Student

TINY = Path(__file__).parents[1] / "sites" / "tiny"
SIZES = ({"width": 320, "height": 640}, DESKTOP)

WORD = "Hottentottententententoonstelling" * 9 + "eind"
ARABIC = "مرحبا يا نور، هل يمكنني نشر صورتك في مجموعة الصف؟"
LONG = " ".join(f"Dit is zin {number} van een heel lang bericht." for number in range(200))
ODD: dict[str, dict[str, str]] = {
    "lang-woord": {"sender": WORD, "text": WORD, "audience": WORD, "context": WORD},
    "alleen-emoji": {"sender": "Sem (9)", "text": "😂🐸🎉"},
    "arabisch": {"sender": "نور (9)", "text": ARABIC},
    "heel-lang": {"sender": "Noor (9)", "text": LONG},
    "lang-beeld": {"sender": "Kees (9)", "picture": "Op de foto staat heel veel te zien. " * 17},
    "lang-beeldwoord": {"sender": "Mila (9)", "picture": WORD + WORD},
}
"""What a message of the tiny site is changed into, by the id of its question."""


@pytest.fixture(scope="module")
def odd_url(
    tmp_path_factory: pytest.TempPathFactory, serve_folders: Callable[[dict[str, Path]], str]
) -> str:
    """The address of a site with odd messages, and with a title of one long word."""
    root = tmp_path_factory.mktemp("odd") / "site"
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("site"))
    file = root / "quizzes" / "g56" / "jouw-foto.yml"
    quiz: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    choice, scenario = quiz["questions"]
    odd = [
        scenario | {"id": name, "post": scenario["post"] | change} for name, change in ODD.items()
    ]
    # JSON is YAML too, and holds no anchors.
    text = json.dumps(
        quiz | {"title": WORD, "questions": [choice, scenario, *odd]}, ensure_ascii=False
    )
    file.write_text(text, encoding="utf-8")
    lesson = root / "lessons" / "g56" / "jouw-foto.md"
    text = lesson.read_text(encoding="utf-8").replace(
        "title: Jouw foto, mijn foto", f"title: {WORD}"
    )
    lesson.write_text(text, encoding="utf-8")
    return serve_folders({"/": build(root.parent / "built", root=root)}) + "/"


def open_message(page: Page, url: str, name: str) -> None:
    """Come straight at a message, as from the lesson plan."""
    page.goto(f"{url}{QUIZ}#{name}")
    page.reload()
    expect(page.locator(f"#{name} .vv-post")).to_be_visible()


@pytest.mark.parametrize("name", some_in_make_test(ODD, 1))
def test_message(page: Page, odd_url: str, name: str) -> None:
    """Whatever stands in a message, all of it is shown, and it fits while it is read and judged."""
    found = {}
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        open_message(page, odd_url, name)
        for text in ODD[name].values():
            expect(page.locator(f"#{name}").get_by_text(text.strip()).first).to_be_visible()
        found[f"{size['width']}, read"] = too_wide(page)
        Student(page).press("Verder")
        expect(page.get_by_role("group", name="Is het waar?", exact=True)).to_be_visible()
        found[f"{size['width']}, judged"] = too_wide(page)
    assert {} == wrong_in(found)


def test_direction(page: Page, odd_url: str) -> None:
    """A message in Arabic runs from right to left, and what stands around it does not."""
    open_message(page, odd_url, "arabisch")
    direction = "found => getComputedStyle(found).direction"
    message = page.locator("#arabisch")
    assert "rtl" == message.get_by_text(ARABIC).evaluate(direction)
    assert "rtl" == message.locator("bdi").evaluate(direction)
    assert "ltr" == message.locator("figcaption").evaluate(direction)


def test_emoji(page: Page, odd_url: str) -> None:
    """A message of emoji alone takes up room like any other."""
    open_message(page, odd_url, "alleen-emoji")
    box = page.get_by_text("😂🐸🎉").bounding_box()
    assert box
    assert box["height"] >= 16


@pytest.mark.parametrize("size", some_in_make_test(SIZES, 1), ids=["narrow", "desktop"])
def test_long_title(page: Page, odd_url: str, size: Any) -> None:
    """With a title of one long word every page fits, and the quiz can be begun."""
    page.set_viewport_size(size)
    found = {}
    lesson = QUIZ.removesuffix("quiz/")
    for path in ("", "leerlingen/", "leerlingen/groep-5-6/", lesson, "leerkrachten/", QUIZ):
        page.goto(odd_url + path)
        found[path] = too_wide(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(WORD)
    Student(page).press("Begin")
    expect(page.get_by_role("button", name="Kijk na")).to_be_visible()
    found["begun"] = too_wide(page)
    page.goto(odd_url)
    expect(page.get_by_role("link", name="Verder waar je was")).to_contain_text(WORD)
    found["way back"] = too_wide(page)
    assert {} == wrong_in(found)
