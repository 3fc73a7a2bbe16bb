"""Assignments as a teacher's page makes them and what comes back, by the site's own modules."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

ASSIGNED = "leerlingen/opdracht/"
ASSIGNMENT_ID = "Vv8kTest"
"""Eight characters, as the site makes them."""

SCRIPTS = """
    document.querySelector("script[src*='assets/vijfvragen/']").src
        .replace(/(assets[/]vijfvragen[/][^/]+[/]).*/, "$1")
"""
CALL = f"""
    async ([module, name, given]) => (await import({SCRIPTS} + module))[name](...given)
"""
OPEN = f"""
    async ([code, key]) => {{
        const {{ open, keyName }} = await import({SCRIPTS} + "assign/code.js");
        const {{ unpackHandIn, answersOf }} = await import({SCRIPTS} + "assign/hand-in.js");
        const {{ partsOf }} = await import({SCRIPTS} + "assign/other-page.js");
        const opened = await open(code, {{ [await keyName(key)]: key }});
        if (opened.wrong) return opened;
        const handIn = unpackHandIn(opened.bytes);
        const known = JSON.parse(document.querySelector("[data-quizzes]").textContent);
        const read = {{}};
        for (const quiz of handIn.quizzes) {{
            const {{ key: href }} = known.find(({{ id }}) => id === quiz.id);
            const [block] = await partsOf(href, "script[data-key]");
            const teachers = JSON.parse(block.textContent);
            read[quiz.id] = {{
                ...answersOf(quiz, teachers, handIn.assignment.test),
                items: teachers.items,
            }};
        }}
        return {{ ...handIn, quizzes: read }};
    }}
"""


def call(page: Page, module: str, name: str, *given: Any) -> Any:
    """What a function of one of the site's modules gives on a page of the site."""
    return page.evaluate(CALL, [module, name, list(given)])


def assignment_fragment(page: Page, **assignment: Any) -> str:
    """The fragment, without `#`, of an assignment; what is not said is as plain as can be."""
    plain = {
        "id": ASSIGNMENT_ID,
        "title": "Foto’s in de klas",
        "due": "",
        "quizzes": ["g56-jouw-foto"],
        "test": False,
        "more": False,
        "key": None,
    }
    written: str = call(
        page, "assign/make-assignment.js", "writeAssignment", {**plain, **assignment}
    )
    return written


def teacher_key(page: Page) -> dict[str, Any]:
    """A new key as a teacher's page makes it: `name`, `x`, `y`, `d`, `made`."""
    made: dict[str, Any] = call(page, "assign/teacher-keys.js", "makeKey")
    return made


def open_code(page: Page, code: str, key: dict[str, Any]) -> dict[str, Any]:
    """What a code holds for who has this key, on the page of an assignment.

    With for each quiz its `answers` by item and interaction, how many were `lost`, and the `items`
    of the teacher's key.
    """
    opened: dict[str, Any] = page.evaluate(OPEN, [code, key])
    return opened


def words(quiz: dict[str, Any], which: str) -> list[tuple[str, ...]]:
    """What was answered to each choice and order of an opened quiz, in words and in order."""
    return [
        tuple(one["words"][name] for name in answer(quiz, item, one)[which])
        for item in quiz["items"]
        for one in item["interactions"]
        if one["kind"] != "text" and item["id"] in quiz["answers"]
    ]


def answer(
    quiz: dict[str, Any], item: dict[str, Any], interaction: dict[str, Any]
) -> dict[str, list[str]]:
    """The answer to one interaction of an opened quiz: its `first` and its `best`, as ids."""
    found: dict[str, list[str]] = quiz["answers"][item["id"]][interaction["id"]]
    return found


def say_who(page: Page, numbers: str) -> None:
    """Fill in class numbers at the beginning of an assignment."""
    page.get_by_label("Wat is je nummer in de klas?").fill(numbers)
    page.get_by_role("button", name="Verder", exact=True).click()


def hand_in(page: Page) -> str:
    """Hand in what is all done; gives the code."""
    page.get_by_role("button", name="Lever in", exact=True).click()
    return code_on(page)


def hand_in_early(page: Page) -> None:
    """Hand in what is not all done, or again."""
    name = "Toch al inleveren"
    page.get_by_role("button", name=name, exact=True).click()
    page.get_by_role("button", name="Ja, lever in", exact=True).click()


def code_on(page: Page) -> str:
    """The code that is shown, without the line before it."""
    field = page.get_by_label("Dit is je code")
    expect(field).to_be_visible()
    return field.input_value().splitlines()[-1]
