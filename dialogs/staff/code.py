from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery
from aiogram.utils.deep_linking import create_start_link
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Column

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.file_send import send_file
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.staff.data import StaffData
from dialogs.states import Staff
from services.people import staff


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    person_id = read(dialog_manager, StaffData).person_id
    assert person_id is not None
    async with ctx.reading() as session:
        card = await staff.card(session, ctx.person, person_id, ctx.now())
    bot: Bot = dialog_manager.middleware_data["bot"]
    code = card.code.code if card.code else ""
    return {
        "full_name": card.person.full_name,
        "school": card.person.unit_name,
        "code": f"{code[:3]} {code[3:]}",
        "good": card.code is not None and not card.connected,
        "above": not card.may_let_in,
        "entered": card.may_let_in and (card.code is None or card.connected),
        "link": await create_start_link(bot, code) if code else "",
        "bot": (await bot.me()).username,
        "until": card.code.expires_at if card.code else ctx.now(),
    }


async def on_sheet(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The same text as a file to print."""
    ctx = context(manager)
    data = await getter(manager)
    if data["good"]:
        text = ctx.words.plain("staff-sheet", **data)
        name = ctx.words.plain("staff-sheet-file-name", full_name=data["full_name"])
        await send_file(manager.middleware_data["bot"], ctx.user_id, text.encode("utf-8-sig"), name)
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def on_new_code(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    person_id = read(manager, StaffData).person_id
    assert person_id is not None
    async with ctx.transaction() as session:
        await staff.issue_code(session, ctx.person, person_id, ctx.now())


window = Window(
    Say("staff-sheet", when="good"),
    Say("staff-above", when="above"),
    Say("staff-entered-since", when="entered"),
    Column(
        Button(Label("staff-btn-sheet"), id="sheet", on_click=on_sheet),
        Button(Label("staff-btn-new-code"), id="new_code", on_click=on_new_code),
        when="good",
    ),
    back_to(Staff.card),
    state=Staff.code,
    getter=getter,
    preview_data={
        "full_name": "Тихонова Галина Фёдоровна",
        "school": "Ольховская СОШ",
        "code": "482 915",
        "good": True,
        "above": True,
        "entered": True,
        "link": "https://t.me/metod_bot?start=482915",
        "bot": "metod_bot",
        "until": datetime(2026, 12, 5, 7, tzinfo=UTC),
    },
)
