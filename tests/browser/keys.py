"""A student who has keys only."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from student import Screen, Student


class Keyboard:
    """A student who has keys only."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def tab_to(self, target: Locator, key: str = "Tab") -> None:
        """Press Tab until the focus is there."""
        for _ in range(25):
            if target.evaluate("found => found === document.activeElement"):
                return
            self.page.keyboard.press(key)
        pytest.fail(f"{target} is not reached with {key}")

    def _order(self, student: Student, screen: Screen) -> None:
        for place, label in enumerate(screen.best):
            button = student.mover(screen, "Omhoog", label)
            moves = student.order(screen).index(label) - place
            if moves:
                self.tab_to(button)
            for _ in range(moves):
                self.page.keyboard.press("Enter")

    def do(self, student: Student, screen: Screen) -> None:
        """One screen, ending with Enter on the way on."""
        if screen.kind == "order":
            self._order(student, screen)
        elif screen.multiple:
            for label in screen.best:
                self.tab_to(student.answer(screen, label))
                self.page.keyboard.press("Space")
        elif screen.kind == "choice":
            self._radio(student, screen)
        if screen.kind == "text":
            self.tab_to(student.page.get_by_role("textbox", name=screen.name))
            self.page.keyboard.type("Hoi!")
        if screen.asks and screen.checked:
            self.tab_to(student.button(screen.look))
            self.page.keyboard.press("Enter")
            on = student.page.get_by_role("button", name=re.compile("^(Verder|Klaar)$"))
            expect(on).to_be_focused()

    def _radio(self, student: Student, screen: Screen) -> None:
        radios = student.place(screen).get_by_role("radio")
        self.tab_to(radios.first)
        self.page.keyboard.press("Space")
        wanted = student.answer(screen, screen.best[0])
        for _ in range(radios.count()):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{screen.best} is not reached with the arrow keys")
