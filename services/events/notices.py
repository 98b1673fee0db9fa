"""What notices about events speak of at the moment of delivery; whatever has changed since leaves them out."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import event_lists as lists
from db.vocabulary import EventStatus, SignUpState
from services.content import Content
from services.events.catalogue import views
from services.events.rules import last_call_over
from services.events.views import EventNotice, EventView
from services.outbox.model import Claimed

Holds = Callable[[EventView, Claimed, datetime], bool]
Load = Callable[[AsyncSession, Sequence[Claimed], datetime, Content], Awaitable[dict[int, EventNotice]]]
IN_IT = (SignUpState.CONFIRMED, SignUpState.WAITING)


def _to_come(event: EventView, now: datetime, *states: SignUpState) -> bool:
    """It will be, and its reader is in one of these states."""
    return event.status == EventStatus.PUBLISHED and now < event.starts_at and event.my_state in states


def _reminder_holds(event: EventView, row: Claimed, now: datetime) -> bool:
    return event.version == row.version and _to_come(event, now, SignUpState.CONFIRMED)


def _place_holds(event: EventView, row: Claimed, now: datetime) -> bool:
    """A move meanwhile takes nothing from it: it tells the time as it is now."""
    return _to_come(event, now, SignUpState.CONFIRMED)


def _still_no_place(event: EventView, row: Claimed, now: datetime) -> bool:
    """A place that is free is about to be given to somebody of the line, until the last call is over."""
    full = event.free == 0 or last_call_over(event.starts_at, now)
    return event.version == row.version and full and _to_come(event, now, SignUpState.WAITING)


def _move_holds(event: EventView, row: Claimed, now: datetime) -> bool:
    return event.version == row.version and _to_come(event, now, *IN_IT)


def _new_place_holds(event: EventView, row: Claimed, now: datetime) -> bool:
    return _to_come(event, now, *IN_IT)


def _cancellation_holds(event: EventView, row: Claimed, now: datetime) -> bool:
    return event.status == EventStatus.CANCELLED and event.my_state in IN_IT


def _loader(holds: Holds) -> Load:
    async def load(
        session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
    ) -> dict[int, EventNotice]:
        return await _load(session, rows, now, holds)

    return load


load_reminders = _loader(_reminder_holds)
load_places_freed = _loader(_place_holds)
load_no_place = _loader(_still_no_place)
load_moves = _loader(_move_holds)
load_places_changed = _loader(_new_place_holds)
load_cancellations = _loader(_cancellation_holds)


async def _load(session: AsyncSession, rows: Sequence[Claimed], now: datetime, holds: Holds) -> dict[int, EventNotice]:
    pairs = {(row.subject_id, row.person_id) for row in rows}
    found = await lists.cards_of_people(session, pairs)
    seen = dict(zip(found, await views(session, list(found.values())), strict=True))
    notices = {}
    for row in rows:
        event = seen.get((row.subject_id, row.person_id))
        if event is None or not holds(event, row, now):
            continue
        moved_from = datetime.fromisoformat(row.data["from"]) if "from" in row.data else None
        notices[row.id] = EventNotice(event, now, moved_from)
    return notices
