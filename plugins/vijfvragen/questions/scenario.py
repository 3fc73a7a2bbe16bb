"""A message to judge with the five questions, to decide about, and to write anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from vijfvragen.model.quiz import Choice, ChoiceInteraction, Interaction, Item, TextInteraction
from vijfvragen.model.scenario import (
    Answer,
    Clarity,
    Decision,
    Permission,
    Reach,
)
from vijfvragen.questions.post import PostForm
from vijfvragen.questions.question import Background, Hints, OneOrMore, Question
from vijfvragen.reading import Flaw, Form, Sentence, Slug, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vijfvragen.model.protocol import Protocol

LENIENT = ("inspireert", "nodig")
"""A "nee" on one of these may be posted to few people; on the others never."""

CLEAR_NO = '"{}" is een duidelijk nee'


class JudgementForm(Form):
    """The key to one check question."""

    what: ClassVar[str] = "een oordeel"

    answer: Annotated[list[Answer], OneOrMore, Field(min_length=1, max_length=2)] = Field(
        description="ja, nee of hangt-ervan-af; of twee daarvan, de beste voorop."
    )
    feedback: Sentence = Field(description="één of twee zinnen over dit bericht.")
    because: str = Field(default="", description="waarom plaatsen dan toch kan.")
    hints: Hints = Field(default=[], description="hooguit drie hints, de kleinste voorop.")


class DecisionFeedback(Form):
    """What is said about each decision."""

    what: ClassVar[str] = "de feedback bij een besluit"

    post: Sentence = Field(alias="plaatsen", description="wat het kind leest na plaatsen.")
    change: Sentence = Field(alias="aanpassen", description="wat het kind leest na aanpassen.")
    do_not_post: Sentence = Field(
        alias="niet-plaatsen", description="wat het kind leest na niet-plaatsen."
    )


class DecisionMisconceptions(Form):
    """What may be behind each decision."""

    what: ClassVar[str] = "de denkbeelden bij een besluit (misconceptions)"

    post: Slug | None = Field(
        default=None, alias="plaatsen", description="het denkbeeld achter plaatsen: weg-is-weg."
    )
    change: Slug | None = Field(
        default=None, alias="aanpassen", description="het denkbeeld achter aanpassen."
    )
    do_not_post: Slug | None = Field(
        default=None, alias="niet-plaatsen", description="het denkbeeld achter niet-plaatsen."
    )

    def behind(self, decision: Decision) -> str:
        """What may be behind this decision, or nothing."""
        named = {
            Decision.POST: self.post,
            Decision.CHANGE: self.change,
            Decision.DO_NOT_POST: self.do_not_post,
        }
        return named[decision] or ""


class DecideForm(Form):
    """The key to the decision."""

    what: ClassVar[str] = "een besluit (decide)"

    best: Decision = Field(description="plaatsen, aanpassen of niet-plaatsen.")
    also: Annotated[list[Decision], OneOrMore] = Field(
        default=[], description="een besluit dat ook kan."
    )
    feedback: DecisionFeedback = Field(description="een zin bij alle drie de besluiten.")
    hints: Hints = Field(default=[], description="hooguit drie hints, de kleinste voorop.")
    misconceptions: DecisionMisconceptions = Field(
        default=DecisionMisconceptions(),
        description="het denkbeeld achter een besluit: plaatsen: weg-is-weg.",
    )


class RewriteForm(Form):
    """The task to write the message anew."""

    what: ClassVar[str] = "een opdracht om te herschrijven (rewrite)"

    task: Sentence = Field(description="de opdracht.")
    model: Sentence = Field(description="een bericht dat wel kan.")
    check: Annotated[list[Sentence], Field(min_length=2, max_length=3)] = Field(
        description="twee of drie zinnen waarmee het kind zichzelf nakijkt."
    )


class SideForm(Form):
    """One of the two fair views."""

    what: ClassVar[str] = "een kant van een open scenario (sides)"

    view: Sentence = Field(description="wat je kunt vinden.")
    because: Sentence = Field(description="een eerlijke reden.")


class ScenarioQuestion(Question):
    """A scenario as the author writes it."""

    what: ClassVar[str] = "een scenario"

    clarity: Clarity = Field(description="helder, twijfel (twee besluiten kunnen) of open.")
    permission: Permission = Field(
        description="niet-nodig, gegeven of ontbreekt: gaat het om iemand anders?"
    )
    reach: Reach = Field(description="klein, klas of openbaar: hoeveel mensen zien het?")
    post: PostForm = Field(description="het bericht.")
    judge: dict[str, JudgementForm] | None = Field(
        default=None, description="een oordeel bij elk van de vijf vragen."
    )
    decide: DecideForm | None = Field(default=None, description="het besluit.")
    sides: Annotated[list[SideForm], Field(min_length=2, max_length=2)] | None = Field(
        default=None, description="twee kanten, elk met view en because."
    )
    rewrite: RewriteForm | None = Field(default=None, description="de herschrijfopdracht.")
    talk: Sentence = Field(description="één vraag om samen over te praten.")

    def flaws(self, protocol: Protocol) -> Iterator[Flaw]:
        """Everything of domain rules: what contradicts itself is told, never repaired."""
        yield from self.post.flaws(self.id)
        if self.clarity is Clarity.OPEN:
            yield from self._open_flaws()
        else:
            yield from self._keyed_flaws(protocol)

    def _open_flaws(self) -> Iterator[Flaw]:
        for name, value in (("judge", self.judge), ("decide", self.decide)):
            if value is not None:
                problem = f'"{self.id}" is open, maar heeft ook "{name}".'
                yield Flaw(
                    (name,), problem, f"Haal {name} weg, of kies clarity: helder of twijfel."
                )
        if self.sides is None:
            problem = f'"{self.id}" is open, maar "sides" ontbreekt.'
            yield Flaw(
                ("clarity",), problem, "Geef bij sides twee kanten, elk met view en because."
            )

    def _keyed_flaws(self, protocol: Protocol) -> Iterator[Flaw]:
        if self.sides is not None:
            problem = f'"{self.id}" heeft "sides", maar is niet open.'
            yield Flaw(("sides",), problem, "Haal sides weg, of kies clarity: open.")
        keys = list(protocol.question_keys)
        if self.judge is None:
            remedy = f"Zet onder judge een oordeel bij elke vraag: {', '.join(keys)}."
            yield Flaw((), f'"{self.id}" heeft geen oordelen.', remedy)
        else:
            yield from _judge_flaws(self.id, self.judge, keys)
        if self.decide is None:
            remedy = "Voeg decide toe, met best en feedback."
            yield Flaw((), f'"{self.id}" heeft geen besluit.', remedy)
        else:
            yield from self._decide_flaws(self.decide)

    def _decide_flaws(self, decide: DecideForm) -> Iterator[Flaw]:
        accepted = [decide.best, *decide.also]
        if decide.misconceptions.behind(decide.best):
            problem = f'"{self.id}" heeft een denkbeeld bij het beste besluit.'
            remedy = "Haal het hier weg, of zet het bij een ander besluit."
            yield Flaw(("decide", "misconceptions", decide.best), problem, remedy)
        if len(set(accepted)) < len(accepted):
            problem = f'"{self.id}" noemt een besluit twee keer.'
            remedy = "Zet in also alleen een ander besluit dan in best."
            yield Flaw(("decide", "also"), problem, remedy)
        elif self.clarity is Clarity.CLEAR and decide.also:
            problem = f'"{self.id}" is helder, maar keurt {len(accepted)} besluiten goed.'
            yield Flaw(("decide", "also"), problem, "Haal also weg, of kies clarity: twijfel.")
        elif self.clarity is Clarity.DOUBTFUL and len(decide.also) != 1:
            problem = f'"{self.id}" is twijfel, en dan kunnen er precies twee besluiten.'
            remedy = "Zet in also één ander besluit, of kies clarity: helder."
            yield Flaw(("decide", "also"), problem, remedy)
        if decide.best is Decision.CHANGE and self.rewrite is None:
            problem = f'"{self.id}" heeft als besluit aanpassen, maar "rewrite" ontbreekt.'
            remedy = "Voeg rewrite toe, met task, model en check."
            yield Flaw(("decide", "best"), problem, remedy)
        if Decision.POST in accepted:
            place = ("decide", "best" if decide.best is Decision.POST else "also")
            for reason, remedy in self._against_posting():
                problem = f'"{self.id}" laat "plaatsen" toe, maar {reason}.'
                yield Flaw(place, problem, remedy)

    def _against_posting(self) -> Iterator[tuple[str, str]]:
        """Reasons why "plaatsen" may not be accepted, each with its remedy."""
        otherwise = "aanpassen of niet-plaatsen"
        if self.permission is Permission.MISSING:
            remedy = f"Zonder toestemming van de ander kan het niet: kies {otherwise}."
            yield "de toestemming ontbreekt", remedy
        for key, judgement in (self.judge or {}).items():
            best, *others = judgement.answer
            if best is Answer.NO and key not in LENIENT:
                reason = (
                    f'bij "{key}" is nee het beste antwoord' if others else CLEAR_NO.format(key)
                )
                yield reason, f"Nee? Niet plaatsen! Kies {otherwise}."
            elif best is Answer.NO and not (self.reach is Reach.SMALL and judgement.because):
                remedy = f"Dat kan alleen bij reach: klein, met bij {key} een reden in because."
                yield f'"{key}" is nee', remedy
            elif best is Answer.DEPENDS and not judgement.because:
                remedy = f"Schrijf bij {key} in because waarom het hier wel kan."
                yield f'"{key}" hangt ervan af', remedy

    def item(self, background: Background) -> Item:
        """Read, judge, decide, rewrite, talk; an open one asks for a side and a reason."""
        interactions: list[Interaction] = []
        if self.judge and self.decide:
            keys = background.protocol.question_keys
            interactions += [_judge(key, self.judge[key], background) for key in keys]
            interactions.append(_decide(self.decide, background))
        interactions += _sides(self.sides or [], background)
        if self.rewrite:
            rewrite = self.rewrite
            interactions.append(
                TextInteraction("herschrijf", rewrite.task, rewrite.model, tuple(rewrite.check))
            )
        return Item(
            id=self.id,
            label=background.texts("Message from {sender}", sender=self.post.sender),
            stem=self.post.post(),
            interactions=tuple(interactions),
            talk=self.talk,
            cites=tuple(self.cites),
        )


def _judge_flaws(own_id: str, judge: dict[str, JudgementForm], keys: list[str]) -> Iterator[Flaw]:
    for key in keys:
        if key not in judge:
            remedy = f"Beoordeel alle vijf: {', '.join(keys)}."
            yield Flaw(("judge",), f'"{own_id}" beoordeelt "{key}" niet.', remedy)
    for key, judgement in judge.items():
        place = ("judge", key, "answer")
        if key not in keys:
            yield Flaw(("judge", key), f'"{key}" is geen van de vijf vragen.', nearest(key, keys))
        if len(set(judgement.answer)) < len(judgement.answer):
            problem = f'"{own_id}" noemt bij "{key}" twee keer hetzelfde antwoord.'
            yield Flaw(place, problem, "Laat er één staan.")
        if {Answer.YES, Answer.NO} <= set(judgement.answer):
            problem = f'"{own_id}" keurt bij "{key}" ja en nee allebei goed.'
            yield Flaw(place, problem, "Kies hangt-ervan-af, eventueel met ja of nee erbij.")


def _judge(key: str, judgement: JudgementForm, background: Background) -> ChoiceInteraction:
    question = background.protocol.question(key)
    names = {
        Answer.YES: background.texts("Yes"),
        Answer.NO: background.texts("No"),
        Answer.DEPENDS: background.texts("It depends"),
    }
    return ChoiceInteraction(
        id=key,
        prompt=question.short,
        hint=background.grade.questions[key],
        choices=tuple(
            Choice(
                id=answer,
                text=name,
                points=_judgement_points(answer, judgement.answer),
                accepted=answer in judgement.answer,
                feedback="",
            )
            for answer, name in names.items()
        ),
        multiple=False,
        feedback=f"{judgement.feedback} {judgement.because}".strip(),
        check_question=key,
        hints=tuple(judgement.hints),
        best=judgement.answer[0] if len(judgement.answer) > 1 else "",
    )


def _judgement_points(answer: Answer, accepted: list[Answer]) -> float:
    """1 for an accepted answer, ½ for "hangt ervan af" where the key is ja or nee."""
    if answer in accepted:
        return 1.0
    return 0.5 if answer is Answer.DEPENDS else 0.0


def _decide(decide: DecideForm, background: Background) -> ChoiceInteraction:
    feedback = decide.feedback
    named = {
        Decision.POST: (background.texts("Post it"), feedback.post),
        Decision.CHANGE: (background.texts("Change it first"), feedback.change),
        Decision.DO_NOT_POST: (background.texts("Do not post it"), feedback.do_not_post),
    }
    return ChoiceInteraction(
        id="besluit",
        prompt=background.texts("What do you do?"),
        hint=background.grade.rule,
        choices=tuple(
            Choice(
                id=decision,
                text=name,
                points=_decision_points(decision, decide),
                accepted=decision in {decide.best, *decide.also},
                feedback=said,
                misconception=decide.misconceptions.behind(decision),
            )
            for decision, (name, said) in named.items()
        ),
        multiple=False,
        feedback="",
        hints=tuple(decide.hints),
    )


def _decision_points(decision: Decision, decide: DecideForm) -> float:
    """2 for the best decision, 1 for one that can be as well."""
    if decision is decide.best:
        return 2.0
    return 1.0 if decision in decide.also else 0.0


def _sides(sides: list[SideForm], background: Background) -> list[Interaction]:
    """Two fair views without a key, then a reason in the child's own words."""
    if not sides:
        return []
    choose = ChoiceInteraction(
        id="kant",
        prompt=background.texts("What do you think?"),
        hint=background.texts("There are two good views."),
        choices=tuple(
            Choice(id=str(number), text=side.view, points=0, accepted=True, feedback=side.because)
            for number, side in enumerate(sides, start=1)
        ),
        multiple=False,
        feedback="",
    )
    reason = TextInteraction(
        id="reden",
        prompt=background.texts("Finish the sentence: I think so, because …"),
        model="",
        check=(),
    )
    return [choose, reason]
