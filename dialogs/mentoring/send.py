"""What is typed for the mentor goes only after one more tap: a text may be sent in haste, or be meant for elsewhere."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.mentoring.data import CheckInData
from dialogs.mentoring.keep import keep
from dialogs.states import CheckIns
from services.mentoring.answer import view_check_in
from services.mentoring.notices import ASK
from services.questionnaires.answers import SKIP


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, CheckInData)
    async with ctx.reading() as session:
        view = await view_check_in(session, ctx.person, data.check_in_id)
    return {
        "mentor": f"{view.partner.given} {view.partner.patronymic}".strip(),
        "connected": view.partner_connected,
        "text": view.draft,
    }


async def on_send(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, CheckInData)
    async with ctx.reading() as session:
        view = await view_check_in(session, ctx.person, data.check_in_id)
    await keep(manager, ASK, view.draft)


async def on_not(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await keep(manager, ASK, SKIP)


window = Window(
    Say("mentoring-send"),
    Button(Label("mentoring-btn-send"), id="send", on_click=on_send),
    Button(Label("mentoring-btn-not-send"), id="not_send", on_click=on_not),
    back_to(CheckIns.question),
    state=CheckIns.send,
    getter=getter,
    preview_data={"mentor": "Татьяна Сергеевна", "connected": True, "text": "Как начать урок после физкультуры?"},
)
