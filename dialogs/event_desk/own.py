"""The event on the desk as it is now, and whom a change of it would reach."""

from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.event_desk.data import DeskEvent
from dialogs.states import EventDesk
from services.events.overview import own_event, to_tell
from services.events.views import EventView, Told

NOBODY = Told(0, None)


async def on_the_desk(manager: DialogManager) -> EventView:
    """Raises NotFound, NotAllowed."""
    ctx = context(manager)
    async with ctx.reading() as session:
        return await own_event(session, ctx.person, read(manager, DeskEvent).event_id)


async def with_readers(manager: DialogManager) -> tuple[EventView, int]:
    """And how many of its people can be told of a change. Raises NotFound, NotAllowed."""
    ctx = context(manager)
    async with ctx.reading() as session:
        event = await own_event(session, ctx.person, read(manager, DeskEvent).event_id)
        return event, await to_tell(session, event.id)


def told_at(manager: DialogManager, people: int, by: datetime | None) -> dict[str, Any]:
    """The variables of `event-desk-told`; `by` None: at once."""
    now = context(manager).now()
    return {"now": now, "people": people, "at_once": by is None or by <= now, "by": by or now}


async def done(manager: DialogManager, told: Told = NOBODY, **forgotten: None) -> None:
    """Back to the card, which says so; `forgotten` is what was about to be done."""
    change(manager, DeskEvent, done=True, told=told.people, by=told.by, **forgotten)
    await manager.switch_to(EventDesk.card)
