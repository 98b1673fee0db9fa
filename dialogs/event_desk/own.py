"""The event on the desk as it is now, and whom a change of it would reach."""

from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.event_desk.data import DeskEvent
from dialogs.states import EventDesk
from services.events.overview import own_event, would_tell
from services.events.views import NOBODY, EventView, Told


async def on_the_desk(manager: DialogManager) -> EventView:
    """Raises NotFound, NotAllowed."""
    ctx = context(manager)
    async with ctx.reading() as session:
        return await own_event(session, ctx.person, read(manager, DeskEvent).event_id)


async def with_readers(manager: DialogManager, starts_at: datetime | None = None) -> tuple[EventView, Told]:
    """And whom a change would reach by when, as `would_tell`. Raises NotFound, NotAllowed."""
    ctx, event_id = context(manager), read(manager, DeskEvent).event_id
    async with ctx.reading() as session:
        return await would_tell(
            session, ctx.person, event_id, ctx.house.zone, ctx.content.calendar, ctx.now(), starts_at
        )


def told_words(manager: DialogManager, told: Told) -> dict[str, Any]:
    """The variables of `event-desk-told`; told by None is at once."""
    now = context(manager).now()
    return {
        "now": now,
        "people": told.people,
        "at_once": told.by is None or told.by <= now,
        "by": told.by or now,
    }


async def done(manager: DialogManager, told: Told = NOBODY, **forgotten: None) -> None:
    """Back to the card, which says so; `forgotten` is what was about to be done."""
    change(manager, DeskEvent, done=True, told=told.people, by=told.by, **forgotten)
    await manager.switch_to(EventDesk.card)
