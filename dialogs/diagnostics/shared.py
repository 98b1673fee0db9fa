from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Raw, Say
from dialogs.diagnostics.data import SharedPage
from dialogs.diagnostics.show import show_shared
from dialogs.states import Diagnostics
from services.diagnostics.results import shared_with


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, page = context(dialog_manager), read(dialog_manager, SharedPage).page
    async with ctx.reading() as session:
        found, total = await shared_with(session, ctx.person, ctx.content, ctx.locale, PAGE, page * PAGE, ctx.now())
    return {
        "rows": [
            {
                "id": one.attempt_id,
                "name": ctx.words.plain(
                    "diagnostics-shared-row", name=one.owner.surname, title=one.questionnaire.short_title
                ),
            }
            for one in found
        ],
        **pages(page, total),
    }


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, attempt_id: int) -> None:
    await show_shared(manager, attempt_id)


window = Window(
    Say("diagnostics-shared"),
    Column(
        Select(
            Raw("name"),
            id="shared",
            item_id_getter=itemgetter("id"),
            items="rows",
            type_factory=int,
            on_click=on_chosen,
        )
    ),
    pager(SharedPage),
    leave(),
    state=Diagnostics.shared,
    getter=getter,
    preview_data={"rows": [{"id": 1, "name": "Петрова, Экспресс-самодиагностика"}], **pages(0, 9)},
)
