"""«По направлениям»: what the picture shows, to be read, and what of it has changed."""

from datetime import UTC, datetime
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.diagnostics.amounts import area_amount
from dialogs.diagnostics.data import Opened
from dialogs.states import Diagnostics
from locales import Safe, Words
from services.diagnostics.results import own_result
from services.diagnostics.views import ResultView
from services.questionnaires.results import AreaScore
from services.questionnaires.rules import enough_answered


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        view = await own_result(session, ctx.person, read(dialog_manager, Opened).attempt_id, ctx.content, ctx.locale)
    return {
        "title": view.questionnaire.short_title,
        "at": view.at,
        "areas": area_lines(ctx.words, view),
    }


def area_lines(words: Words, view: ResultView) -> Safe:
    before = {change.area_id for change in view.earlier.changes} if view.earlier else set()
    return Safe("\n".join(_line(words, view, area, area.area_id in before) for area in view.result.areas))


def _line(words: Words, view: ResultView, area: AreaScore, compared: bool) -> Safe:
    level = view.questionnaire.level(area.level_id)
    state = "known" if enough_answered(view.questionnaire, area) else "few" if area.answered else "unasked"
    return words.html(
        "diagnostics-areas-row",
        title=view.questionnaire.area(area.area_id).title,
        state=state,
        amount=area_amount(words, area),
        before=area_amount(words, view.earlier.result.area(area.area_id)) if view.earlier and compared else "",
        compared=compared,
        named=level is not None,
        level=level.label if level else "",
    )


window = Window(
    Say("diagnostics-areas"),
    back_to(Diagnostics.result),
    state=Diagnostics.areas,
    getter=getter,
    preview_data={
        "title": "Экспресс-самодиагностика",
        "at": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "areas": "• Предметная подготовка: 67 %, было 33 %. Достаточный уровень",
    },
)
