from datetime import datetime
from functools import partial
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Raw, Say
from dialogs.diagnostics.amounts import scored_as, whole_amount
from dialogs.diagnostics.data import HistoryPage
from dialogs.diagnostics.numbered import Row, numbered, numbered_rows
from dialogs.diagnostics.show import show_result
from dialogs.states import Diagnostics
from locales import Safe, Words
from services.diagnostics.listing import history
from services.diagnostics.views import Past
from services.errors import NotFound


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, page = context(dialog_manager), read(dialog_manager, HistoryPage).page
    async with ctx.reading() as session:
        found, total = await history(session, ctx.person.id, ctx.content, ctx.locale, PAGE, page * PAGE)
    rows = [Row(past.attempt_id, _day(ctx.words, past.at), partial(_row, ctx.words, past)) for past in found]
    return numbered_rows(rows, page, total)


def _row(words: Words, past: Past, number: int) -> Safe:
    result = past.result
    return words.html(
        "diagnostics-history-row",
        number=number,
        title=past.questionnaire.short_title,
        at=past.at,
        state="changed" if result is None else scored_as(past.questionnaire, result),
        amount=whole_amount(words, result) if result else "",
    )


def _day(words: Words, at: datetime) -> str:
    """Short enough for a button."""
    local = at.astimezone(words.zone)
    return words.plain("diagnostics-history-day", day=f"{local:%d}", month=f"{local:%m}", year=f"{local:%y}")


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, attempt_id: int) -> None:
    try:
        await show_result(manager, attempt_id, past=True)
    except NotFound:
        words = context(manager).words
        await query.answer(words.plain("diagnostics-history-changed"), show_alert=True)


window = Window(
    Multi(Say("diagnostics-history"), Raw("lines", when="some"), sep="\n\n"),
    numbered(on_chosen),
    pager(HistoryPage),
    back_to(Diagnostics.list),
    state=Diagnostics.history,
    getter=getter,
    preview_data={
        "lines": "1. Экспресс-самодиагностика, 14 августа 2026: 41 %",
        "some": True,
        "rows": [{"id": 1, "number": 1, "name": "14.08.26"}],
        **pages(0, 9),
    },
)
