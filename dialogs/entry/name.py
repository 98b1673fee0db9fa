from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.entry.data import EntryData
from dialogs.entry.enter import enter
from dialogs.states import Entry
from services.people.rules import split_name


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    if split_name(typed) is None:
        await message.answer(context(manager).words.html("error-people-name-unclear"))
        return
    await enter(manager, name=typed)


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
