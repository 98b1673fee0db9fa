from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.own import done, with_readers
from dialogs.event_desk.texts import place_input
from dialogs.states import EventDesk
from services.events.desk import change_place


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    event, people = await with_readers(dialog_manager)
    return {
        "title": event.title,
        "has_place": bool(event.venue or event.link),
        "place": ", ".join(filter(None, (event.venue, event.link))),
        "people": people,
    }


async def take(manager: DialogManager, venue: str | None, link: str | None) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        told = await change_place(
            session,
            ctx.person,
            read(manager, DeskEvent).event_id,
            venue,
            link,
            ctx.house.zone,
            ctx.content.calendar,
            ctx.now(),
        )
    await done(manager, told)


window = Window(
    Say("event-desk-place"),
    place_input(take),
    back_to(EventDesk.card),
    state=EventDesk.place,
    getter=getter,
    preview_data={"title": "Стереометрия", "has_place": True, "place": "Школа № 1", "people": 3},
)
