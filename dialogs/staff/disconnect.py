"""A phone is lost, or the messenger account has changed: the old way in is shut, and there is a sheet for a new one."""

from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import Context, context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.staff.data import StaffData
from dialogs.states import Staff
from locales import load_words
from services.people import staff
from services.people.views import OldDoor


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, person_id = context(dialog_manager), read(dialog_manager, StaffData).person_id
    assert person_id is not None
    async with ctx.reading() as session:
        person = await staff.in_scope(session, ctx.person, person_id, ctx.now())
    return {"full_name": person.full_name, "school": person.unit_name}


async def on_sure(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, person_id = context(manager), read(manager, StaffData).person_id
    assert person_id is not None
    async with ctx.transaction() as session:
        shut = await staff.disconnect(session, ctx.person, person_id, ctx.now())
    await _tell(manager.middleware_data["bot"], ctx, shut)
    await manager.switch_to(Staff.code)


async def _tell(bot: Bot, ctx: Context, shut: list[OldDoor]) -> None:
    """On the old account, at once and without a sound: somebody may be shut out who never asked for it.

    Due rows go to people, and this account is nobody's any more. A lost phone that cannot be reached is no failure.
    """
    for door in shut:
        if door.platform != ctx.platform:
            continue
        text = load_words(door.locale, ctx.zone).html("staff-shut-out", administrator=ctx.person.full_name)
        with suppress(TelegramAPIError):
            await bot.send_message(door.user_id, text, disable_notification=True)


window = Window(
    Say("staff-disconnect"),
    Button(Label("staff-btn-disconnect-sure"), id="disconnect_sure", on_click=on_sure),
    back_to(Staff.card),
    state=Staff.disconnect,
    getter=getter,
    preview_data={"full_name": "Петрова Анна Петровна", "school": "Сосновская ООШ"},
)
