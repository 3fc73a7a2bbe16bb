"""Reads grades: the pairs of school years that share lessons."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from vijfvragen.errors import ContentError, ContentErrors
from vijfvragen.model.lesson import Grade, Level
from vijfvragen.model.text import Text
from vijfvragen.reading import Flaw, Form, Line, Sentence, Slug, fill, read_yaml
from vijfvragen.sources.citations import Citable, check_list, check_texts
from vijfvragen.sources.folders import Folders, collected
from vijfvragen.sources.texts import texts_of_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.protocol import Protocol

GRADE_FILE = "grade.yml"


class LevelForm(Form):
    """How texts for a grade should read."""

    what: ClassVar[str] = "een leesniveau (level)"

    sentence: Annotated[float, Field(ge=1)] = Field(
        description="hoeveel woorden een zin gemiddeld hooguit heeft: 9."
    )
    longest: Annotated[int, Field(ge=1)] = Field(
        description="hoeveel woorden de langste zin hooguit heeft: 14."
    )
    syllables: Annotated[float, Field(ge=1)] = Field(
        description="hoeveel lettergrepen een woord gemiddeld hooguit heeft: 1.4."
    )
    long_words: Annotated[float, Field(ge=0)] = Field(
        description="hoeveel procent van de woorden hooguit tien letters of meer heeft: 5."
    )
    fail_below: Annotated[int, Field(ge=1)] = Field(
        description="de laagste score (Flesch-Douma) waarmee een pagina op de site mag: 85."
    )
    page_words: Annotated[list[int], Field(min_length=2, max_length=2)] = Field(
        description="het minste en het meeste aantal woorden van een les: [200, 350]."
    )
    screen_words: Annotated[int, Field(ge=1)] = Field(
        description="hoeveel woorden een scherm van een quiz hooguit heeft: 60."
    )

    def level(self) -> Level:
        """The same as the model has it."""
        least, most = self.page_words
        return Level(**self.model_dump(exclude={"page_words"}), page_words=(least, most))


class GradeForm(Form):
    """grade.yml."""

    what: ClassVar[str] = "een grade.yml"

    id: Slug = Field(description="de naam van de map, zoals g56.")
    title: Line = Field(description="zoals kinderen hun groep noemen: Groep 5–6.")
    slug: Slug = Field(description="het adres van de groep: groep-5-6.")
    questions: dict[str, Sentence] = Field(
        description="elk van de vijf vragen in de woorden van deze groep."
    )
    rule: Sentence = Field(description="de regel in de woorden van deze groep.")
    note: str = Field(default="", description="een zin bij elke les van deze groep.")
    help: str = Field(default="", description="een extra regel bij Hulp nodig?")
    consequences: str = Field(
        default="", description="wat er gebeurt als iemand zich niet aan de afspraken houdt."
    )
    articles: list[str] = Field(
        default=[], description="de artikelen waar de lessen van deze groep over gaan."
    )
    level: LevelForm | None = Field(default=None, description="hoe de teksten moeten lezen.")


def read_grades(
    folders: Folders,
    protocol: Protocol | None,
    citable: Citable,
    problems: list[ContentError],
    texts: list[Text],
) -> list[Grade]:
    """Every grade that is whole, in the order of the folders' names."""
    grades: list[Grade] = []
    for path in folders.files(folders.lessons, f"*/{GRADE_FILE}"):
        try:
            document = read_yaml(folders.read(path), path)
        except ContentErrors as wrong:
            collected(problems, wrong)
            continue
        form = fill(GradeForm, document, problems)
        if form is None:
            continue
        problems += check_texts(document, None, frozenset())
        flaws = list(_grade_flaws(form, PurePosixPath(path).parent.name, grades, protocol))
        problems += [document.error(flaw) for flaw in flaws]
        problems += check_list(form.articles, document, ("articles",), citable)
        if not flaws:
            texts += texts_of_document(document, form.id)
            level = form.level.level() if form.level else None
            fields = form.model_dump(exclude={"articles", "level"})
            grades.append(Grade(**fields, articles=tuple(form.articles), level=level))
    return grades


def _grade_flaws(
    form: GradeForm, folder: str, others: list[Grade], protocol: Protocol | None
) -> Iterator[Flaw]:
    if "-" in folder:  # or two files could come to the same id
        problem = "In de naam van een groep kan geen streepje staan."
        yield Flaw(("id",), problem, "Geef de map en de id een naam zoals g56.")
    if form.id != folder:
        problem = f'De id "{form.id}" is niet de naam van de map.'
        remedy = f"Schrijf id: {folder}, of geef de map een andere naam."
        yield Flaw(("id",), problem, remedy)
    for other in others:
        if other.slug == form.slug:
            problem = f'Het adres "{form.slug}" heeft ook de groep "{other.id}".'
            yield Flaw(("slug",), problem, "Geef een van de twee een andere slug.")
    if protocol and set(form.questions) != set(protocol.question_keys):
        keys = ", ".join(protocol.question_keys)
        yield Flaw(("questions",), "Hier horen precies de vijf vragen.", f"Het zijn: {keys}.")
