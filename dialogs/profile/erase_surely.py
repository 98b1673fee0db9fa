from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from dialogs.common.context import context, refresh
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.entry.api import introduce
from dialogs.states import Profile
from services.people.my_data import erase_everything


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


async def on_erase(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """From here on she is a stranger: the conversation, with whatever was typed in it, begins anew."""
    ctx = context(manager)
    async with ctx.transaction() as session:
        await erase_everything(session, ctx.person.id, ctx.now(), ctx.house.zone, ctx.content.calendar)
    await refresh(manager)
    bot: Bot = manager.middleware_data["bot"]
    await bot.send_message(ctx.user_id, ctx.words.html("profile-erased"))
    await introduce(manager, ShowMode.DELETE_AND_SEND)


window = Window(
    Say("profile-erase-surely"),
    Column(
        SwitchTo(Label("profile-btn-erase-not"), id="keep", state=Profile.card),
        Button(Label("profile-btn-erase-surely"), id="erase_surely", on_click=on_erase),
    ),
    back_to(Profile.erase),
    state=Profile.erase_surely,
    getter=getter,
    preview_data={},
)
