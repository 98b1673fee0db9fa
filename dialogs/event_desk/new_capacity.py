from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.places import USUAL, places_keyboard
from dialogs.event_desk.steps import answer, said, steps
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, answered = said(dialog_manager, "capacity")
    return {
        "numbers": USUAL,
        "said": answered,
        "limited": data.capacity is not None,
        "capacity": data.capacity or 0,
    }


async def take(manager: DialogManager, capacity: int | None) -> None:
    await answer(manager, "capacity", capacity=capacity)


window = Window(
    Say("event-desk-new-capacity"),
    *places_keyboard(take),
    *steps("capacity"),
    state=EventDesk.new_capacity,
    getter=getter,
    preview_data={"numbers": USUAL, "said": True, "limited": True, "capacity": 20},
)
