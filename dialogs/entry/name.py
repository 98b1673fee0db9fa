from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.data import change, read
from dialogs.common.typed_name import understood
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.entry.data import EntryData
from dialogs.states import Entry


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    if await understood(message, manager, typed):
        change(manager, EntryData, name=typed)
        await manager.switch_to(Entry.name_confirm)


async def on_back(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """To the question asked before consent."""
    data = read(manager, EntryData)
    if data.administrator:
        await manager.switch_to(Entry.municipality)
    else:
        await manager.switch_to(Entry.experience if data.experience_years is not None else Entry.school)


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


window = Window(
    Say("entry-name"),
    TextInput(id="name", on_success=on_typed),
    Button(Label("common-btn-back"), id="back", on_click=on_back),
    state=Entry.name,
    getter=getter,
    preview_data={},
)
