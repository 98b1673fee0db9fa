from datetime import UTC, datetime
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
from dialogs.event_desk.own import done, told_words, with_readers
from dialogs.states import EventDesk
from services.events.desk import change_place


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = read(dialog_manager, DeskEvent)
    event, told = await with_readers(dialog_manager)
    return {
        "title": event.title,
        "has_place": bool(event.venue or event.link),
        "place": ", ".join(filter(None, (event.venue, event.link))),
        "new": ", ".join(filter(None, (data.venue, data.link))),
        **told_words(dialog_manager, told),
    }


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, DeskEvent)
    async with ctx.transaction() as session:
        told = await change_place(
            session, ctx.person, data.event_id, data.venue, data.link, ctx.house.zone, ctx.content.calendar, ctx.now()
        )
    await done(manager, told, venue=None, link=None)


window = Window(
    Say("event-desk-place-confirm"),
    Button(Label("event-desk-btn-place-yes"), id="yes", on_click=on_yes),
    back_to(EventDesk.place),
    state=EventDesk.place_confirm,
    getter=getter,
    preview_data={
        "now": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "title": "Стереометрия: методы решения",
        "has_place": True,
        "place": "Школа № 1",
        "new": "Школа № 2",
        "people": 23,
        "at_once": False,
        "by": datetime(2026, 10, 7, 5, tzinfo=UTC),
    },
)
