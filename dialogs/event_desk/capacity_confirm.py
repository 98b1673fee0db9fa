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
from dialogs.states import EventDesk
from services.events.desk import change_capacity
from services.events.rules import places_to_give


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, event = read(dialog_manager, DeskEvent), await on_the_desk(dialog_manager)
    return {
        "title": event.title,
        "limited": data.capacity is not None,
        "capacity": data.capacity or 0,
        "was_limited": event.capacity is not None,
        "was": event.capacity or 0,
        "given": places_to_give(data.capacity, event.confirmed, event.waiting),
    }


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, DeskEvent)
    async with ctx.transaction() as session:
        told = await change_capacity(
            session, ctx.person, data.event_id, data.capacity, ctx.house.zone, ctx.content.calendar, ctx.now()
        )
    await done(manager, told)


window = Window(
    Say("event-desk-capacity-confirm"),
    Button(Label("event-desk-btn-capacity-yes"), id="yes", on_click=on_yes),
    back_to(EventDesk.capacity),
    state=EventDesk.capacity_confirm,
    getter=getter,
    preview_data={
        "title": "Стереометрия: методы решения",
        "limited": True,
        "capacity": 25,
        "was_limited": True,
        "was": 20,
        "given": 2,
    },
)
