from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import back_only
from dialogs.common.window import Window
from dialogs.common.words import Raw, Say
from dialogs.entry.data import EntryData
from dialogs.states import Entry
from services.units.service import municipalities


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        found = await municipalities(session)
    return {"units": [{"id": unit.id, "name": unit.name} for unit in found], "some": bool(found)}


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, unit_id: int) -> None:
    change(manager, EntryData, municipality_id=unit_id, typed="", page=0)
    await manager.switch_to(Entry.school)


window = Window(
    Say("entry-municipality"),
    Column(
        Select(
            Raw("name"),
            id="unit",
            item_id_getter=itemgetter("id"),
            items="units",
            type_factory=int,
            on_click=on_chosen,
        )
    ),
    back_only(Entry.welcome),
    state=Entry.municipality,
    getter=getter,
    preview_data={"units": [{"id": 1, "name": "Заречный район"}], "some": True},
)
