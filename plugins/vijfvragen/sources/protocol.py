"""Reads a school's protocol: the text letter for letter, with an outline that says how.

Protocols have no markup. The outline lists the headings in order and whether numbered items or
paragraphs follow; the reader checks the two against each other and reports what does not fit.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.protocol import Article, CheckQuestion, Part, Protocol, Rule
from vijfvragen.reading import Document, Flaw, fill, nearest
from vijfvragen.sources.outline_form import OutlineForm, PartForm, QuestionsForm
from vijfvragen.sources.protocol_text import BULLET, Heading, Lines, TextReader, flat, heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

QUESTION = re.compile(r"([^?]*\?)\s*(\([^)]*\))?\s*(.*)")


@dataclass(frozen=True)
class _Bullet:
    """A line under the article with the questions: a question, what follows it, or both."""

    line: int
    question: str
    note: str
    rest: str


def read_protocol(text: str, path: str, outline: Document) -> Protocol:
    """Read the text along the outline; raises ContentErrors with every mismatch of the two."""
    problems: list[ContentError] = []
    form = fill(OutlineForm, outline, problems)
    if form is None:
        raise ContentErrors(problems)
    headings = [heading_of(part, ("parts", index)) for index, part in enumerate(form.parts)]
    every = list(flat(headings))
    reader = TextReader(path, form, every)
    reader.read(text)
    article, label, bullets = _check_article(form.questions, every)
    flaws = [
        *_id_flaws(form, every),
        *_heading_flaws(every, reader.unknown_headings),
        *_article_flaws(form.questions, article, every),
    ]
    problems += reader.problems
    problems += [outline.error(flaw) for flaw in flaws]
    if article:
        problems += _question_problems(form.questions, article.line, bullets, path)
    if problems:
        raise ContentErrors(problems)
    return Protocol(
        title=form.title,
        parts=tuple(_part(heading, form.questions.article) for heading in headings),
        check_article=form.questions.article,
        questions=tuple(_check_questions(form.questions, label, bullets)),
        rule=_rule(form.questions, label, bullets),
    )


def _id_flaws(form: OutlineForm, headings: list[Heading]) -> Iterator[Flaw]:
    """Ids and keys that stand twice, and short names for what is no question."""
    ids = {form.questions.article}
    for heading in headings:
        own_id = heading.form.id
        if own_id in ids:
            problem = f'De id "{own_id}" staat twee keer in dit bestand.'
            yield Flaw((*heading.location, "id"), problem, "Geef elk onderdeel een eigen id.")
        ids.add(own_id)
    keys = form.questions.keys
    for index, key in enumerate(keys):
        if key in keys[:index]:
            problem = f'De naam "{key}" staat twee keer bij keys.'
            remedy = "Geef elke vraag een eigen naam."
            yield Flaw(("questions", "keys", index), problem, remedy)
    for key in form.questions.short:
        if key not in keys:
            problem = f'"{key}" is geen van de vragen.'
            yield Flaw(("questions", "short", key), problem, nearest(key, keys))


def _heading_flaws(headings: list[Heading], unknown: list[str]) -> Iterator[Flaw]:
    """What the outline names and the text does not have, or has elsewhere."""
    last = 0
    for heading in headings:
        name = heading.form.heading
        place = (*heading.location, "heading")
        if not heading.line:
            remedy = "Neem de kop letter voor letter over, of haal hem hier weg."
            if close := difflib.get_close_matches(name, unknown, n=1):
                remedy = f'Bedoel je "{close[0]}"?'
            yield Flaw(place, f'De kop "{name}" staat niet in protocol.txt.', remedy)
        elif heading.line < last:
            problem = f'De kop "{name}" staat in protocol.txt op een andere plek.'
            yield Flaw(place, problem, "Zet de koppen in de volgorde van protocol.txt.")
        elif not heading.articles and not heading.inner:
            problem = f'Onder de kop "{name}" staat geen artikel.'
            yield Flaw(place, problem, "Kijk of articles: numbered of paragraphs klopt.")
        last = max(last, heading.line)


def _article_flaws(
    form: QuestionsForm, article: Lines | None, headings: list[Heading]
) -> Iterator[Flaw]:
    """The article with the questions must be there; not told when its heading is told."""
    told = any(
        not heading.articles and form.article.startswith(f"{heading.form.id}-")
        for heading in headings
        if not heading.inner or not heading.line
    )
    if article is None and not told:
        problem = f'Het artikel "{form.article}" met de vragen staat niet in protocol.txt.'
        remedy = "Kies het artikel waar de vragen onder staan, zoals tip-3."
        yield Flaw(("questions", "article"), problem, remedy)


def _part(heading: Heading, check_article: str) -> Part:
    articles = []
    for lines in heading.articles:
        own_id = f"{heading.form.id}-{lines.number}"
        # The questions are units of their own; other bullets belong to their article.
        bullets = [] if own_id == check_article else [bullet.text for bullet in lines.bullets]
        label = _label(heading.form, lines.number)
        text = "\n".join([lines.text, *bullets])
        articles.append(Article(own_id, label, text, lines.line, lines.number))
    return Part(
        id=heading.form.id,
        heading=heading.form.heading,
        line=heading.line,
        articles=tuple(articles),
        parts=tuple(_part(inner, check_article) for inner in heading.inner),
    )


def _label(form: PartForm, number: int) -> str:
    return (form.label or f"{form.id} {{n}}").replace("{n}", str(number))


def _check_article(
    form: QuestionsForm, headings: list[Heading]
) -> tuple[Lines | None, str, list[_Bullet]]:
    """The article with the questions, its label, and what stands under it."""
    for heading in headings:
        for lines in heading.articles:
            if f"{heading.form.id}-{lines.number}" == form.article:
                bullets = [_bullet(bullet, form.rule) for bullet in lines.bullets]
                return lines, _label(heading.form, lines.number), bullets
    return None, "", []


def _bullet(lines: Lines, rule: str) -> _Bullet:
    """Take a bullet apart; the rule may be glued to the last question or stand alone."""
    text = BULLET.sub("", lines.text)
    match = None if text == rule else QUESTION.fullmatch(text)
    if match is None:
        return _Bullet(lines.line, "", "", text)
    return _Bullet(lines.line, match[1], (match[2] or "")[1:-1], match[3])


def _check_questions(
    form: QuestionsForm, label: str, bullets: list[_Bullet]
) -> Iterator[CheckQuestion]:
    questions = [bullet for bullet in bullets if bullet.question]
    for number, (bullet, key) in enumerate(zip(questions, form.keys, strict=True), start=1):
        yield CheckQuestion(
            id=f"{form.article}-{number}",
            label=f"{label}, vraag {number}",
            text=bullet.question,
            line=bullet.line,
            key=key,
            note=bullet.note,
            short=form.short.get(key, bullet.question),
        )


def _rule(form: QuestionsForm, label: str, bullets: list[_Bullet]) -> Rule:
    line = next(bullet.line for bullet in bullets if bullet.rest == form.rule)
    return Rule(f"{form.article}-regel", f"{label}, regel", form.rule, line)


def _question_problems(
    form: QuestionsForm, line: int, bullets: list[_Bullet], path: str
) -> Iterator[ContentError]:
    strange = [bullet for bullet in bullets if bullet.rest not in {"", form.rule}]
    for bullet in strange:
        problem = f'"{bullet.rest}" is geen vraag en niet de regel.'
        remedy = f'Na de vragen hoort "{form.rule}". Kijk in outline.yml bij rule.'
        yield ContentError(path, bullet.line, problem, remedy)
    found, named = sum(bool(bullet.question) for bullet in bullets), len(form.keys)
    if found != named:
        count = "staat 1 vraag" if found == 1 else f"staan {found} vragen"
        problem = f"Hieronder {count}, maar outline.yml noemt er {named}."
        remedy = "Zet in outline.yml bij keys precies één naam per vraag."
        yield ContentError(path, line, problem, remedy)
    if not strange and not any(bullet.rest == form.rule for bullet in bullets):
        problem = f'De regel "{form.rule}" staat niet onder de vragen.'
        remedy = "Neem de regel in outline.yml letter voor letter over."
        yield ContentError(path, line, problem, remedy)
