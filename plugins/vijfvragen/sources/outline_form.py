"""outline.yml as an author writes it: how to read a school's protocol."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from vijfvragen.reading import Form, Sentence, Slug


class PartForm(Form):
    """A heading of the protocol."""

    what: ClassVar[str] = "een onderdeel van het protocol"

    id: Slug = Field(description="het begin van de id van elk artikel: tip geeft tip-3.")
    heading: Sentence = Field(description="de kop, precies zoals hij in protocol.txt staat.")
    articles: Literal["numbered", "paragraphs"] = Field(
        default="numbered", description="numbered (1. 2. 3.) of paragraphs (losse alinea's)."
    )
    label: str = Field(default="", description='hoe een artikel heet, zoals "tip {n}".')
    parts: list[PartForm] = Field(default=[], description="de koppen binnen dit onderdeel.")


class QuestionsForm(Form):
    """Where the five questions stand."""

    what: ClassVar[str] = "de plek van de vijf vragen (questions)"

    article: Slug = Field(description="het artikel waar de vragen onder staan, zoals tip-3.")
    keys: Annotated[list[Slug], Field(min_length=1)] = Field(
        description="een korte naam per vraag, in de volgorde van het protocol."
    )
    short: dict[str, Sentence] = Field(
        default={}, description="een korter opschrift bij een vraag, zoals nodig: Is het nodig?"
    )
    rule: Sentence = Field(description="de regel na de vragen, precies zoals hij er staat.")


class OutlineForm(Form):
    """outline.yml."""

    what: ClassVar[str] = "een outline.yml"

    title: Sentence = Field(description="de titel, precies zoals hij in protocol.txt staat.")
    parts: Annotated[list[PartForm], Field(min_length=1)] = Field(
        description="de koppen van het protocol, in volgorde."
    )
    questions: QuestionsForm = Field(description="waar de vijf vragen staan.")
