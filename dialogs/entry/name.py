from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from dialogs.common.context import context
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.entry.enter import enter
from dialogs.states import Entry
from services.people.rules import split_name


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    if split_name(typed) is None:
        await message.answer(context(manager).words.html("entry-name-unclear"))
        return
    await enter(manager, name=typed)


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


window = Window(
    Say("entry-name"),
    TextInput(id="name", on_success=on_typed),
    state=Entry.name,
    getter=getter,
    preview_data={},
)
