from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from student import QUIZ, Student, read_quiz, screens

FETCH = """
    async (address) => {
        const text = await (await fetch(address)).text();
        const found = new DOMParser().parseFromString(text, "text/html");
        window.quiz = found.querySelector("vv-quiz").outerHTML;
        const module = found.querySelector('script[type="module"][src$="/quiz.js"]');
        await import(new URL(module.getAttribute("src"), address));
    }
"""


@pytest.fixture
def other_page(page: Page, site_url: str) -> Page:
    """Another page of the site, with the module loaded and the markup of the quiz at hand."""
    page.goto(f"{site_url}ouders/")
    page.evaluate(FETCH, site_url + QUIZ)
    return page


def does_its_work(page: Page) -> None:
    """The first two questions can be done; there is one of each control."""
    student = Student(page)
    expect(page.locator("vv-quiz .vv-progress")).to_have_count(1)
    expect(student.button("Begin")).to_have_count(1)
    student.press("Begin")
    student.work(screens()[:2])
    expect(student.place(screens()[2])).to_be_focused()


def test_put_in_later(other_page: Page) -> None:
    """A quiz that a script puts into a page later works."""
    other_page.evaluate("document.querySelector('article').innerHTML = window.quiz")
    does_its_work(other_page)


def test_element_before_form(other_page: Page) -> None:
    """The element may come first and its form afterwards."""
    other_page.evaluate("""() => {
        const made = document.createElement("vv-quiz");
        document.querySelector("article").replaceChildren(made);
        const whole = document.createElement("template");
        whole.innerHTML = window.quiz;
        window.form = whole.content.querySelector("form");
    }""")
    other_page.evaluate("document.querySelector('vv-quiz').append(window.form)")
    does_its_work(other_page)


def test_form_before_its_content(other_page: Page) -> None:
    """The form may even come empty and be filled afterwards."""
    other_page.evaluate("""() => {
        const made = document.createElement("vv-quiz");
        document.querySelector("article").replaceChildren(made);
        const whole = document.createElement("template");
        whole.innerHTML = window.quiz;
        const form = whole.content.querySelector("form");
        window.parts = [...form.childNodes];
        form.replaceChildren();
        made.append(form);
    }""")
    other_page.evaluate("document.querySelector('vv-quiz form').append(...window.parts)")
    does_its_work(other_page)


def test_put_back(other_page: Page) -> None:
    """Taken out and put back, it goes on with one of each control and each click counting once."""
    other_page.evaluate("document.querySelector('article').innerHTML = window.quiz")
    student = Student(other_page)
    student.press("Begin")
    student.work(screens()[:1])
    for _ in range(2):
        other_page.evaluate("""() => {
            const quiz = document.querySelector("vv-quiz");
            const place = quiz.parentNode;
            quiz.remove();
            place.append(quiz);
        }""")
    expect(other_page.locator("vv-quiz .vv-progress")).to_have_count(1)
    expect(other_page.locator("vv-quiz .vv-someone")).to_have_count(1)
    student.resume()
    second = screens()[1]
    expect(student.feedback(second)).to_have_count(1)
    student.do(second)
    student.press("Verder")
    expect(student.place(screens()[2])).to_be_visible()
    expect(
        other_page.get_by_text(re.compile(rf"^Vraag 3 van {len(read_quiz()['questions'])} "))
    ).to_be_visible()


def test_two_quizzes(other_page: Page) -> None:
    """Two quizzes on one page do not stand in each other's way."""
    other_page.evaluate("""() => {
        const other = window.quiz.replaceAll("g56-jouw-foto", "g56-anders");
        document.querySelector("article").innerHTML =
            window.quiz + `<section aria-label="Tweede">${other}</section>`;
    }""")
    second = other_page.get_by_role("region", name="Tweede")
    second.get_by_role("button", name="Begin", exact=True).click()
    expect(second.get_by_role("button", name="Kijk na")).to_be_visible()
    expect(other_page.get_by_role("button", name="Begin", exact=True)).to_have_count(1)


def test_newer_page(other_page: Page) -> None:
    """Beside a page of a newer version the plain form stays as it is."""
    other_page.evaluate("""() => {
        const newer = window.quiz.replace(/"version": ?1/, '"version": 99');
        document.querySelector("article").innerHTML = newer;
    }""")
    expect(other_page.get_by_role("button", name="Begin", exact=True)).to_have_count(0)
    expect(other_page.locator(".vv-post").first).to_be_visible()
    expect(other_page.get_by_text("Bekijk het antwoord").first).to_be_visible()
