from datetime import datetime
from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Group, Select
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Raw, Say
from dialogs.diagnostics.data import HistoryPage
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
    numbered = list(enumerate(found, start=page * PAGE + 1))
    return {
        "lines": Safe("\n".join(_row(ctx.words, number, past) for number, past in numbered)),
        "some": bool(found),
        "rows": [
            {"id": past.attempt_id, "number": number, "name": _day(ctx.words, past.at)} for number, past in numbered
        ],
        **pages(page, total),
    }


def _row(words: Words, number: int, past: Past) -> Safe:
    result = past.result
    state = "changed" if result is None else "done"
    if result is not None and result.points is not None:
        state = "test"
    elif result is not None and result.percent is not None:
        state = "scored"
    return words.html(
        "diagnostics-history-row",
        number=number,
        title=past.questionnaire.short_title,
        at=past.at,
        state=state,
        percent=result.percent if result else 0,
        points=result.points if result else 0,
        total=sum(area.asked for area in result.areas) if result else 0,
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
    Group(
        Select(
            Label("diagnostics-numbered-btn"),
            id="past",
            item_id_getter=itemgetter("id"),
            items="rows",
            type_factory=int,
            on_click=on_chosen,
        ),
        width=2,
    ),
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
