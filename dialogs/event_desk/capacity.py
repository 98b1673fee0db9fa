from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.places import USUAL, places_keyboard
from dialogs.states import EventDesk
from services.events.desk import check_capacity
from services.events.overview import own_event


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, DeskEvent)
    async with ctx.reading() as session:
        event = await own_event(session, ctx.person, data.event_id)
    return {
        "title": event.title,
        "confirmed": event.confirmed,
        "line": event.waiting,
        "limited": event.capacity is not None,
        "capacity": event.capacity or 0,
        "numbers": [number for number in USUAL if number["id"] not in range(event.confirmed)],
    }


async def take(manager: DialogManager, capacity: int | None) -> None:
    """Refused here already, so that nobody confirms what cannot be. Raises FewerThanConfirmed."""
    ctx, data = context(manager), read(manager, DeskEvent)
    async with ctx.reading() as session:
        event = await own_event(session, ctx.person, data.event_id)
    check_capacity(capacity, event.confirmed)
    change(manager, DeskEvent, capacity=capacity)
    await manager.switch_to(EventDesk.capacity_confirm)


window = Window(
    Say("event-desk-capacity"),
    *places_keyboard(take),
    back_to(EventDesk.card),
    state=EventDesk.capacity,
    getter=getter,
    preview_data={
        "title": "Стереометрия: методы решения",
        "confirmed": 18,
        "line": 3,
        "limited": True,
        "capacity": 20,
        "numbers": USUAL,
    },
)
