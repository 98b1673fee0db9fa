from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from dialogs.common.context import context
from dialogs.common.data import save
from dialogs.common.nav import back_to
from dialogs.common.typed_name import understood
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.profile.data import NewName
from dialogs.states import Profile


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"full_name": context(dialog_manager).person.full_name}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    if await understood(message, manager, typed):
        save(manager, NewName(typed))
        await manager.switch_to(Profile.name_confirm)


window = Window(
    Say("profile-name"),
    TextInput(id="name", on_success=on_typed),
    back_to(Profile.correct),
    state=Profile.name,
    getter=getter,
    preview_data={"full_name": "Петрова Анна Петровна"},
)
