"""Reads a school's folder: its values, and which of its articles a citation means."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from vijfvragen.model.curriculum import Advice, Contact, School
from vijfvragen.reading import Document, EmailAddress, Flaw, Form, Line, fill, nearest

if TYPE_CHECKING:
    from vijfvragen.errors import ContentError
    from vijfvragen.model.protocol import Protocol, Unit
    from vijfvragen.sources.citations import Citable


NO_SCHOOL = School("", Contact("", ""), "")
"""Where the file could not be read; the problems tell."""


class ContactForm(Form):
    """The person at school whom a child can go to."""

    what: ClassVar[str] = "een contactpersoon (contact)"

    name: str = Field(default="", description="de naam die kinderen kennen: juf Anna.")
    role: str = Field(default="", description="wat deze persoon doet op school.")
    how: str = Field(default="", description="hoe je hem of haar vindt: kamer 3, of een adres.")


class HelperForm(Form):
    """Somebody else at school to go to."""

    what: ClassVar[str] = "iemand bij wie je terechtkunt (helpers)"

    name: Line = Field(description="de naam die kinderen kennen: meester Tom.")
    role: str = Field(default="", description="wat deze persoon doet: vertrouwenspersoon.")
    how: str = Field(default="", description="hoe je hem of haar vindt: kamer 3, of een adres.")


class SchoolForm(Form):
    """school.yml."""

    what: ClassVar[str] = "een school.yml"

    name: Line = Field(description="de naam van de school of stichting.")
    contact: ContactForm | None = Field(
        default=None, description="bij wie een kind op school terechtkan."
    )
    helpers: list[HelperForm] = Field(
        default=[], description="anderen op school bij wie kinderen en ouders terechtkunnen."
    )
    safety_plan: str = Field(
        default="", description="een zin die zegt waar het veiligheidsplan van de school staat."
    )
    problems_to: EmailAddress = Field(
        default="", description="het e-mailadres voor problemen met de site: info@school.nl."
    )
    consequences_agreed: bool = Field(
        default=False,
        description="true als de school achter de uitleg over gevolgen in grade.yml staat.",
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
    """The school's values; without a contact, which is advice, pages say "je juf of meester"."""
    form = fill(SchoolForm, document, problems)
    if form is None:
        return NO_SCHOOL, []
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
    if not form.problems_to:
        advice.append(
            Advice(
                document.path,
                "Er is geen e-mailadres voor problemen met de site ingevuld (problems_to). "
                'Op de site staat nu "de leerkracht".',
            )
        )
    school = School(
        form.name,
        Contact(contact.name, contact.role, contact.how),
        form.problems_to,
        form.consequences_agreed,
        tuple(Contact(helper.name, helper.role, helper.how) for helper in form.helpers),
        form.safety_plan,
    )
    return school, advice


def read_mapping(
    document: Document, protocol: Protocol, problems: list[ContentError]
) -> tuple[Citable, list[Advice]]:
    """What each citable id means at this school; ids that it leaves open are listed as advice."""
    form = fill(MappingForm, document, problems)
    units: dict[str, Unit] = protocol.units
    if form is None:
        return None, []
    if form.identity == bool(form.articles):
        problem = "Hier hoort óf identity: true, óf een lijst bij articles."
        remedy = "Schrijf identity: true als de lessen dit protocol zelf aanhalen."
        problems.append(document.error(Flaw((), problem, remedy)))
        return None, []
    if form.identity:
        return dict(units), []
    for cited, own in form.articles.items():
        if own and own not in units:
            problem = f'Het artikel "{own}" staat niet in het protocol van deze school.'
            flaw = Flaw(("articles", cited), problem, nearest(own, list(units)))
            problems.append(document.error(flaw))
    citable = {cited: units.get(own or "") for cited, own in form.articles.items()}
    open_ids = [cited for cited, unit in citable.items() if unit is None]
    if not open_ids:
        return citable, []
    text = f"Deze artikelen heeft de school niet: {', '.join(open_ids)}. De site laat ze weg."
    return citable, [Advice(document.path, text)]
