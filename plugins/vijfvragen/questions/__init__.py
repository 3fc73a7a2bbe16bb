"""How authors write questions: one module a type, one table; each becomes an `Item`."""

from vijfvragen.questions.choice import ChoiceQuestion
from vijfvragen.questions.gap import GapQuestion
from vijfvragen.questions.match import MatchQuestion
from vijfvragen.questions.open import OpenQuestion
from vijfvragen.questions.question import Background, Question
from vijfvragen.questions.rewrite import RewriteQuestion
from vijfvragen.questions.scenario import ScenarioQuestion
from vijfvragen.questions.spot import SpotQuestion
from vijfvragen.questions.steps import StepsQuestion
from vijfvragen.questions.true_false import TrueFalseQuestion

QUESTION_TYPES: dict[str, type[Question]] = {
    "choice": ChoiceQuestion,
    "gap": GapQuestion,
    "match": MatchQuestion,
    "open": OpenQuestion,
    "rewrite": RewriteQuestion,
    "scenario": ScenarioQuestion,
    "spot": SpotQuestion,
    "steps": StepsQuestion,
    "true-false": TrueFalseQuestion,
}

__all__ = ["QUESTION_TYPES", "Background", "Question"]
