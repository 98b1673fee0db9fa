from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.own import on_the_desk
from dialogs.event_desk.places import USUAL, places_keyboard
from dialogs.states import EventDesk
from services.events.desk import check_capacity


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    event = await on_the_desk(dialog_manager)
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
    ctx, event = context(manager), await on_the_desk(manager)
    check_capacity(capacity, event.confirmed)
    if capacity == event.capacity:
        words = ctx.words.html("event-desk-same-capacity", limited=capacity is not None, capacity=capacity or 0)
        await manager.middleware_data["bot"].send_message(ctx.user_id, words)
        return
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
