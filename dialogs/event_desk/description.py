from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.texts import description_input
from dialogs.states import EventDesk
from services.events.desk import change_description
from services.events.overview import own_event


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        event = await own_event(session, ctx.person, read(dialog_manager, DeskEvent).event_id)
    return {
        "title": event.title,
        "has_description": bool(event.description),
        "description": event.description or "",
    }


async def take(manager: DialogManager, description: str | None) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await change_description(session, ctx.person, read(manager, DeskEvent).event_id, description, ctx.now())
    change(manager, DeskEvent, done=True, told=0, by=None)
    await manager.switch_to(EventDesk.card)


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
