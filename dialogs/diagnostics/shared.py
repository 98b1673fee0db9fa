from functools import partial
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Raw, Say
from dialogs.diagnostics.data import SharedPage
from dialogs.diagnostics.numbered import Row, numbered, numbered_rows
from dialogs.diagnostics.show import show_shared
from dialogs.states import Diagnostics
from locales import Safe, Words
from services.diagnostics.results import shared_with
from services.diagnostics.views import SharedResult
from services.errors import NotAllowed, NotFound


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, page = context(dialog_manager), read(dialog_manager, SharedPage).page
    async with ctx.reading() as session:
        found, total = await shared_with(session, ctx.person, ctx.content, ctx.locale, PAGE, page * PAGE, ctx.now())
    rows = [Row(one.attempt_id, one.owner.surname or "", partial(_row, ctx.words, one)) for one in found]
    return numbered_rows(rows, page, total)


def _row(words: Words, one: SharedResult, number: int) -> Safe:
    return words.html(
        "diagnostics-shared-row",
        number=number,
        name=one.owner.full_name,
        school=one.owner.unit_name,
        title=one.questionnaire.short_title,
        at=one.at,
    )


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, attempt_id: int) -> None:
    """What has been closed or erased meanwhile is said, and the list is drawn anew without it."""
    try:
        await show_shared(manager, attempt_id)
    except (NotAllowed, NotFound) as refusal:
        words = context(manager).words
        await query.answer(words.plain(f"error-{refusal.code}", **refusal.fields), show_alert=True)


window = Window(
    Multi(Say("diagnostics-shared"), Raw("lines", when="some"), sep="\n\n"),
    numbered(on_chosen),
    pager(SharedPage),
    leave(),
    state=Diagnostics.shared,
    getter=getter,
    preview_data={
        "lines": "1. Петрова Анна Петровна, Сосновская ООШ: Экспресс-самодиагностика, 6 октября 2026",
        "some": True,
        "rows": [{"id": 1, "number": 1, "name": "Петрова"}],
        **pages(0, 9),
    },
)
