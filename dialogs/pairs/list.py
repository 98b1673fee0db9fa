from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select

from dialogs.common.context import context
from dialogs.common.data import change, read, save
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.pairs.data import NewPair, PairsDesk
from dialogs.states import Pairs
from services.mentoring.desk import list_pairs


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, PairsDesk)
    async with ctx.reading() as session:
        found = await list_pairs(session, ctx.person, ctx.now(), PAGE, data.page * PAGE)
    return {
        "silent": found.silent,
        "pairs": [
            {"id": row.id, "is_silent": row.silent, "mentor": row.mentor.surname, "mentee": row.mentee.surname}
            for row in found.rows
        ],
        **pages(data.page, found.total),
    }


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, pair_id: int) -> None:
    change(manager, PairsDesk, pair_id=pair_id)
    await manager.switch_to(Pairs.card)


async def on_new(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, NewPair())
    await manager.switch_to(Pairs.new_mentor)


window = Window(
    Say("pairs-list"),
    Column(
        Select(
            Label("pairs-row"),
            id="pair",
            item_id_getter=itemgetter("id"),
            items="pairs",
            type_factory=int,
            on_click=on_chosen,
        )
    ),
    pager(PairsDesk),
    Button(Label("pairs-btn-new"), id="new", on_click=on_new),
    leave(),
    state=Pairs.list,
    getter=getter,
    preview_data={
        "silent": 1,
        "pairs": [{"id": 1, "is_silent": True, "mentor": "Орлова", "mentee": "Воронов"}],
        **pages(0, 8),
    },
)
