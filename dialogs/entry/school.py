from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Column, Select

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import back_only
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Raw, Say
from dialogs.entry.data import EntryData
from dialogs.states import Entry
from services.units.service import find_schools


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, EntryData)
    assert data.municipality_id is not None
    async with ctx.reading() as session:
        found, total = await find_schools(session, data.municipality_id, data.typed, PAGE, data.page * PAGE)
    return {
        "units": [{"id": unit.id, "name": unit.name} for unit in found],
        "typed": data.typed,
        "searched": bool(data.typed),
        **pages(data.page, total),
    }


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    change(manager, EntryData, typed=typed[:60], page=0)


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, unit_id: int) -> None:
    change(manager, EntryData, unit_id=unit_id)
    await manager.switch_to(Entry.subjects)


async def on_not_listed(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    change(manager, EntryData, unit_id=read(manager, EntryData).municipality_id)
    await manager.switch_to(Entry.subjects)


window = Window(
    Say("entry-school"),
    TextInput(id="typed", on_success=on_typed),
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
    pager(EntryData),
    Button(Label("entry-btn-school-not-listed"), id="not_listed", on_click=on_not_listed),
    back_only(Entry.municipality),
    state=Entry.school,
    getter=getter,
    preview_data={"units": [{"id": 2, "name": "Сосновская ООШ"}], "typed": "", "searched": False, **pages(0, 22)},
)
