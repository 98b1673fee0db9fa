from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.own import done, on_the_desk
from dialogs.event_desk.texts import description_input
from dialogs.states import EventDesk
from services.events.desk import change_description


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    event = await on_the_desk(dialog_manager)
    return {
        "title": event.title,
        "has_description": bool(event.description),
        "description": event.description or "",
    }


async def take(manager: DialogManager, description: str | None) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await change_description(session, ctx.person, read(manager, DeskEvent).event_id, description, ctx.now())
    await done(manager)


async def on_none(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await take(manager, None)


window = Window(
    Say("event-desk-description"),
    description_input(take),
    Button(Label("event-desk-btn-no-description"), id="none", on_click=on_none, when="has_description"),
    back_to(EventDesk.card),
    state=EventDesk.description,
    getter=getter,
    preview_data={
        "title": "Стереометрия: методы решения",
        "has_description": True,
        "description": "Разберём три задачи.",
    },
)
