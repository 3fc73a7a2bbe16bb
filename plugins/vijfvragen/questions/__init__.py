"""How authors write questions: one module a type, one table; each becomes an `Item`."""

from vijfvragen.questions.choice import ChoiceQuestion
from vijfvragen.questions.question import Background, Question
from vijfvragen.questions.scenario import ScenarioQuestion

QUESTION_TYPES: dict[str, type[Question]] = {
    "choice": ChoiceQuestion,
    "scenario": ScenarioQuestion,
}

__all__ = ["QUESTION_TYPES", "Background", "Question"]
