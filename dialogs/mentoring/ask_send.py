from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.mentoring.data import MyPairs
from dialogs.states import CheckIns
from services.mentoring.questions import drop_question, question_draft, send_question


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, MyPairs)
    async with ctx.reading() as session:
        draft = await question_draft(session, ctx.person, data.pair_id, ctx.now())
    return {
        "mentor": f"{draft.mentor.given} {draft.mentor.patronymic}".strip(),
        "connected": draft.connected,
        "text": draft.text,
    }


async def on_send(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, MyPairs)
    async with ctx.transaction() as session:
        await send_question(session, ctx.person, data.pair_id, ctx.now(), ctx.zone, ctx.house.zone, ctx.content)
    change(manager, MyPairs, sent=True)
    await manager.switch_to(CheckIns.pair)


async def on_not(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, MyPairs)
    async with ctx.transaction() as session:
        await drop_question(session, ctx.person, data.pair_id)
    await manager.switch_to(CheckIns.pair)


window = Window(
    Say("mentoring-send"),
    Button(Label("mentoring-btn-send"), id="send", on_click=on_send),
    Button(Label("mentoring-btn-not-send"), id="not_send", on_click=on_not),
    back_to(CheckIns.ask_write),
    state=CheckIns.ask_send,
    getter=getter,
    preview_data={"mentor": "Татьяна Сергеевна", "connected": True, "text": "Как начать урок после физкультуры?"},
)
