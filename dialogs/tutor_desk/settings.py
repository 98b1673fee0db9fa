from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import TutorDesk
from services.requests.desk import desk, set_profile

MOST = [{"id": number, "number": number} for number in (1, 2, 3, 4, 5, 6, 8, 10)]


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        view = await desk(session, ctx.person, ctx.now())
    numbers = [{**one, "chosen": one["number"] == view.max_tutees} for one in MOST]
    return {"active": view.active, "most": view.max_tutees, "rated": view.rated, "numbers": numbers}


async def on_most(query: CallbackQuery, select: Any, manager: DialogManager, number: int) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await set_profile(session, ctx.person, max_tutees=number)


async def on_active(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        view = await desk(session, ctx.person, ctx.now())
        await set_profile(session, ctx.person, active=not view.active)


window = Window(
    Say("tutor-desk-settings"),
    choices("numbers", on_most, int, most=len(MOST), label=Label("tutor-desk-number"), width=4),
    Button(Label("tutor-desk-pause"), id="active", on_click=on_active),
    back_to(TutorDesk.list),
    state=TutorDesk.settings,
    getter=getter,
    preview_data={
        "active": True,
        "most": 3,
        "rated": 5,
        "numbers": [{"id": 3, "number": 3, "chosen": True}],
    },
)
