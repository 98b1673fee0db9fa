from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.own import on_the_desk
from dialogs.event_desk.texts import place_input
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    event = await on_the_desk(dialog_manager)
    return {
        "title": event.title,
        "has_place": bool(event.venue or event.link),
        "place": ", ".join(filter(None, (event.venue, event.link))),
    }


async def take(manager: DialogManager, venue: str | None, link: str | None) -> None:
    change(manager, DeskEvent, venue=venue, link=link)
    await manager.switch_to(EventDesk.place_confirm)


window = Window(
    Say("event-desk-place"),
    place_input(take),
    back_to(EventDesk.card),
    state=EventDesk.place,
    getter=getter,
    preview_data={"title": "Стереометрия", "has_place": True, "place": "Школа № 1"},
)
