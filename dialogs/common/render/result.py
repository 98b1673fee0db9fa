"""From a scored result to the rows of a chart."""

from collections.abc import Callable

from dialogs.common.render.chart import ChartRow
from dialogs.common.render.palette import Tone
from services.questionnaires.model import Questionnaire
from services.questionnaires.results import AreaScore, Result
from services.questionnaires.rules import compare, enough_answered


def chart_rows(
    questionnaire: Questionnaire,
    result: Result,
    earlier: Result | None = None,
    *,
    too_few: str = "",
    unasked: str = "",
    amount: Callable[[AreaScore], str] = lambda _: "",
) -> list[ChartRow]:
    """In file order, in the questionnaire's language.

    `too_few` is said where too little is answered, `unasked` where nothing is, `amount` how much was reached; an
    earlier result that cannot be compared is not drawn. A topic of a test is good when all of it is right.
    """
    changes = (compare(questionnaire, earlier, result) or ()) if earlier is not None else ()
    before = {change.area_id: earlier.area(change.area_id) for change in changes} if earlier is not None else {}
    rows: list[ChartRow] = []
    for area in result.areas:
        level = questionnaire.level(area.level_id)
        enough = enough_answered(questionnaire, area)
        old = before.get(area.area_id)
        rows.append(
            ChartRow(
                title=questionnaire.area(area.area_id).title,
                percent=area.percent if enough else None,
                tone=_tone(questionnaire, area),
                level=level.label if level is not None else "" if enough else _thin(area, too_few, unasked),
                earlier=old.percent if old else None,
                value=amount(area) if enough else "",
                earlier_value=amount(old) if old else "",
            )
        )
    return rows


def _thin(area: AreaScore, too_few: str, unasked: str) -> str:
    return too_few if area.answered or not unasked else unasked


def _tone(questionnaire: Questionnaire, area: AreaScore) -> Tone | None:
    level = questionnaire.level(area.level_id)
    if level is not None:
        return level.tone
    if questionnaire.thresholds.area_rule is None or not enough_answered(questionnaire, area):
        return None
    return "good" if area.level_id is None else "watch"
