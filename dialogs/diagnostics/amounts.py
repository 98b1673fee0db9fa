"""How much was reached, in the one unit of its questionnaire: a test counts right answers, all else is percent."""

from typing import Literal

from locales import Words
from services.questionnaires.model import Questionnaire
from services.questionnaires.results import AreaScore, Result
from services.questionnaires.rules import judged


def scored_as(questionnaire: Questionnaire, result: Result | None) -> Literal["test", "scored", "done"]:
    """What can be said of an attempt in a line: points, percent, or only that it was done."""
    if result is None:
        return "done"
    return "test" if result.points is not None else "scored" if judged(questionnaire, result) else "done"


def whole_amount(words: Words, result: Result) -> str:
    if result.points is not None:
        return _points(words, result.points, sum(area.asked for area in result.areas))
    return _percent(words, result.percent)


def area_amount(words: Words, area: AreaScore) -> str:
    return _percent(words, area.percent) if area.right is None else _points(words, area.right, area.asked)


def _points(words: Words, right: int, asked: int) -> str:
    return words.plain("diagnostics-amount-points", right=right, asked=asked)


def _percent(words: Words, percent: int | None) -> str:
    """Empty where nothing is known."""
    return "" if percent is None else words.plain("diagnostics-amount-percent", percent=percent)
