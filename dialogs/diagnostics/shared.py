from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Group, Select
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Raw, Say
from dialogs.diagnostics.data import SharedPage
from dialogs.diagnostics.show import show_shared
from dialogs.states import Diagnostics
from locales import Safe, Words
from services.diagnostics.results import shared_with
from services.diagnostics.views import SharedResult


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, page = context(dialog_manager), read(dialog_manager, SharedPage).page
    async with ctx.reading() as session:
        found, total = await shared_with(session, ctx.person, ctx.content, ctx.locale, PAGE, page * PAGE, ctx.now())
    numbered = list(enumerate(found, start=page * PAGE + 1))
    return {
        "lines": Safe("\n".join(_row(ctx.words, number, one) for number, one in numbered)),
        "some": bool(found),
        "rows": [{"id": one.attempt_id, "number": number, "name": one.owner.surname} for number, one in numbered],
        **pages(page, total),
    }


def _row(words: Words, number: int, one: SharedResult) -> Safe:
    return words.html(
        "diagnostics-shared-row",
        number=number,
        name=one.owner.full_name,
        school=one.owner.unit_name,
        title=one.questionnaire.short_title,
        at=one.at,
    )


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, attempt_id: int) -> None:
    await show_shared(manager, attempt_id)


window = Window(
    Multi(Say("diagnostics-shared"), Raw("lines", when="some"), sep="\n\n"),
    Group(
        Select(
            Label("diagnostics-numbered-btn"),
            id="shared",
            item_id_getter=itemgetter("id"),
            items="rows",
            type_factory=int,
            on_click=on_chosen,
        ),
        width=2,
    ),
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
