"""From a scored result to the rows of a chart."""

from dialogs.common.render.chart import ChartRow
from dialogs.common.render.palette import Tone
from services.questionnaires.model import Questionnaire
from services.questionnaires.results import AreaScore, Result
from services.questionnaires.rules import compare, enough_answered


def chart_rows(
    questionnaire: Questionnaire, result: Result, earlier: Result | None = None, *, too_few: str = ""
) -> list[ChartRow]:
    """In file order, in the questionnaire's language. `too_few` is said where too little is answered; an earlier
    result that cannot be compared is not drawn. A topic of a test is good when all of it is right."""
    changes = compare(earlier, result) if earlier is not None else None
    before = {change.area_id: change.before for change in changes or ()}
    rows: list[ChartRow] = []
    for area in result.areas:
        level = questionnaire.level(area.level_id)
        enough = enough_answered(questionnaire, area)
        rows.append(
            ChartRow(
                title=questionnaire.area(area.area_id).title,
                percent=area.percent if enough else None,
                tone=_tone(questionnaire, area),
                level=level.label if level is not None else "" if enough else too_few,
                earlier=before.get(area.area_id) if enough else None,
            )
        )
    return rows


def _tone(questionnaire: Questionnaire, area: AreaScore) -> Tone | None:
    level = questionnaire.level(area.level_id)
    if level is not None:
        return level.tone
    if questionnaire.thresholds.area_rule is None or not enough_answered(questionnaire, area):
        return None
    return "good" if area.level_id is None else "watch"
