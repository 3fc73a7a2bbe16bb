"""Forms: what an author may write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from vijfvragen.reading.words import EMAIL, LINE, SLUG

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

Slug = Annotated[str, Field(pattern=SLUG)]
Sentence = Annotated[str, Field(min_length=1)]
EmailAddress = Annotated[str, Field(pattern=EMAIL)]
Line = Annotated[str, Field(min_length=1, pattern=LINE)]


class Form(BaseModel):
    """What an author may write; every field has a Dutch description."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    what: ClassVar[str]
    """How an error names this form: "een keuzevraag"."""

    @model_validator(mode="before")
    @classmethod
    def _left_open(cls, data: object) -> object:
        """A field that may be missing may also be left open: `name:` with nothing behind it."""
        if not isinstance(data, dict):
            return data
        optional = {name for name, info in cls.fields().items() if not info.is_required()}
        return {key: val for key, val in data.items() if val is not None or key not in optional}

    @classmethod
    def fields(cls) -> dict[str, FieldInfo]:
        """The fields by the name an author writes."""
        return {info.alias or name: info for name, info in cls.model_fields.items()}
