from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.places import USUAL, places_keyboard
from dialogs.event_desk.steps import answer
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"numbers": USUAL}


async def take(manager: DialogManager, capacity: int | None) -> None:
    await answer(manager, "capacity", capacity=capacity)


window = Window(
    Say("event-desk-new-capacity"),
    *places_keyboard(take),
    back_to(EventDesk.new_place),
    state=EventDesk.new_capacity,
    getter=getter,
    preview_data={"numbers": USUAL},
)
