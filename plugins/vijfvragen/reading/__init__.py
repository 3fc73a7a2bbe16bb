"""Strict, located reading of an author's files, with Dutch sentences for what is wrong."""

from vijfvragen.reading.document import Document, Flaw, Location
from vijfvragen.reading.files import read_front_matter, read_text, read_yaml
from vijfvragen.reading.filling import fill
from vijfvragen.reading.forms import EmailAddress, Form, Line, Sentence, Slug
from vijfvragen.reading.words import SLUG, SLUG_RULE, nearest

__all__ = [
    "SLUG",
    "SLUG_RULE",
    "Document",
    "EmailAddress",
    "Flaw",
    "Form",
    "Line",
    "Location",
    "Sentence",
    "Slug",
    "fill",
    "nearest",
    "read_front_matter",
    "read_text",
    "read_yaml",
]
