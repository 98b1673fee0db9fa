from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from dialogs.common.context import context, refresh
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.states import Profile
from services.people.correct import rename
from services.people.rules import split_name


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"full_name": context(dialog_manager).person.full_name}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    ctx = context(manager)
    if split_name(typed) is None:
        await message.answer(ctx.words.html("error-people-name-unclear"))
        return
    async with ctx.transaction() as session:
        await rename(session, ctx.person.id, typed, ctx.now())
    await refresh(manager)
    await manager.switch_to(Profile.card)


window = Window(
    Say("profile-name"),
    TextInput(id="name", on_success=on_typed),
    back_to(Profile.correct),
    state=Profile.name,
    getter=getter,
    preview_data={"full_name": "Петрова Анна Петровна"},
)
