"""Reads a school's folder: its values, and which of its articles a citation means."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from vijfvragen.errors import ContentError
from vijfvragen.model.curriculum import Advice, Contact, School
from vijfvragen.model.protocol import Protocol, Unit
from vijfvragen.reading import Document, Flaw, Form, Sentence, fill, nearest


class ContactForm(Form):
    """The person at school whom a child can go to."""

    what: ClassVar[str] = "een contactpersoon (contact)"

    name: str = Field(default="", description="de naam die kinderen kennen: juf Anna.")
    role: str = Field(default="", description="wat deze persoon doet op school.")


class SchoolForm(Form):
    """school.yml."""

    what: ClassVar[str] = "een school.yml"

    name: Sentence = Field(description="de naam van de school of stichting.")
    contact: ContactForm | None = Field(
        default=None, description="bij wie een kind op school terechtkan."
    )
    problems_to: str = Field(
        default="", description="waar je een probleem met de site meldt, zoals een e-mailadres."
    )


class MappingForm(Form):
    """mapping.yml."""

    what: ClassVar[str] = "een mapping.yml"

    identity: bool = Field(
        default=False, description="true als de lessen dit protocol zelf aanhalen."
    )
    articles: dict[str, str | None] = Field(
        default={}, description="per artikel in de lessen: het artikel in dit protocol, of niets."
    )


def read_school(document: Document, problems: list[ContentError]) -> tuple[School, list[Advice]]:
    """The school's values; a contact that is missing is advice, and pages say "je juf of meester"."""
    form = fill(SchoolForm, document, problems)
    if form is None:
        return School("", Contact("", ""), ""), []
    contact = form.contact or ContactForm()
    advice = []
    if not contact.name:
        advice.append(
            Advice(
                document.path,
                "Er is geen contactpersoon ingevuld (contact: name). "
                'Op de site staat nu "je juf of meester".',
            )
        )
    return School(form.name, Contact(contact.name, contact.role), form.problems_to), advice


def read_mapping(
    document: Document, protocol: Protocol, problems: list[ContentError]
) -> tuple[dict[str, Unit | None], list[Advice]]:
    """What each citable id means at this school; ids that it leaves open are listed as advice."""
    form = fill(MappingForm, document, problems)
    units: dict[str, Unit] = protocol.units
    if form is None:
        return dict(units), []
    if form.identity == bool(form.articles):
        flaw = Flaw(
            (),
            "Hier hoort óf identity: true, óf een lijst bij articles.",
            "Schrijf identity: true als de lessen dit protocol zelf aanhalen.",
        )
        problems.append(document.error(flaw))
    if form.identity:
        return dict(units), []
    catalogue: dict[str, Unit | None] = {}
    for cited, own in form.articles.items():
        if own and own not in units:
            flaw = Flaw(
                ("articles", cited),
                f'Het artikel "{own}" staat niet in het protocol van deze school.',
                nearest(own, list(units)[:8], list(units)),
            )
            problems.append(document.error(flaw))
        catalogue[cited] = units.get(own) if own else None
    open_ids = [cited for cited, unit in catalogue.items() if unit is None]
    if not open_ids:
        return catalogue, []
    text = f"Deze artikelen heeft de school niet: {', '.join(open_ids)}. De site laat ze weg."
    return catalogue, [Advice(document.path, text)]
