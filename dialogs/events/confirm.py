from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.longest import LONGEST
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.events.data import EventCard
from dialogs.events.shown import shown_event
from dialogs.states import Events
from services.events.catalogue import at_the_same_time
from services.events.sign_up import sign_up
from services.events.views import Confirmed


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, event = context(dialog_manager), await shown_event(dialog_manager)
    async with ctx.reading() as session:
        other = await at_the_same_time(session, ctx.person.id, event)
    return {
        "title": event.title,
        "now": ctx.now(),
        "starts_at": event.starts_at,
        "ends_at": event.ends_at,
        "full": event.free == 0,
        "position": event.waiting + 1,
        "clashes": bool(other),
        "other": other,
    }


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A place may have gone meanwhile: then the card says which turn in the line she has."""
    ctx, event_id = context(manager), read(manager, EventCard).event_id
    async with ctx.transaction() as session:
        placed = await sign_up(session, ctx.person, event_id, ctx.house.zone, ctx.content.calendar, ctx.now())
    change(manager, EventCard, just="signed_up" if placed == Confirmed() else "waiting", at=ctx.now())
    await manager.switch_to(Events.card)


window = Window(
    Say("events-confirm"),
    Button(Label("events-btn-confirm"), id="yes", on_click=on_yes),
    back_to(Events.card),
    state=Events.confirm,
    getter=getter,
    preview_data={
        "now": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "title": "Стереометрия: методы решения",
        "starts_at": datetime(2026, 10, 19, 12, tzinfo=UTC),
        "ends_at": datetime(2026, 10, 19, 13, 30, tzinfo=UTC),
        "full": False,
        "position": 1,
        "clashes": True,
        "other": "Методический день",
    },
    preview_faces={
        "full": {"full": True, "position": 3, "clashes": False},
        "longest": {"title": LONGEST["title"], "other": LONGEST["title"]},
    },
)
