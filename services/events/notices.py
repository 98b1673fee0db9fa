"""What notices about events speak of at the moment of delivery; whatever has changed since leaves them out."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import event_lists as lists
from db.vocabulary import EventStatus, SignUpState
from services.content import Content
from services.events.catalogue import views
from services.events.views import EventNotice, EventView
from services.outbox.model import Claimed

Holds = Callable[[EventView, Claimed, datetime], bool]


def _place_holds(event: EventView, row: Claimed, now: datetime) -> bool:
    return event.status == EventStatus.PUBLISHED and now < event.starts_at and event.my_state == SignUpState.CONFIRMED


def _reminder_holds(event: EventView, row: Claimed, now: datetime) -> bool:
    return _place_holds(event, row, now) and event.version == row.version


def _move_holds(event: EventView, row: Claimed, now: datetime) -> bool:
    return (
        event.status == EventStatus.PUBLISHED
        and event.version == row.version
        and now < event.starts_at
        and event.my_state in (SignUpState.CONFIRMED, SignUpState.WAITING)
    )


def _is_in_it(event: EventView, row: Claimed, now: datetime) -> bool:
    in_it = event.my_state in (SignUpState.CONFIRMED, SignUpState.WAITING)
    return event.status == EventStatus.PUBLISHED and now < event.starts_at and in_it


def _cancellation_holds(event: EventView, row: Claimed, now: datetime) -> bool:
    in_it = event.my_state in (SignUpState.CONFIRMED, SignUpState.WAITING)
    return event.status == EventStatus.CANCELLED and in_it


async def load_reminders(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, EventNotice]:
    return await _load(session, rows, now, _reminder_holds)


async def load_places_freed(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, EventNotice]:
    """A move meanwhile takes nothing from it: it tells the time as it is now."""
    return await _load(session, rows, now, _place_holds)


async def load_moves(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, EventNotice]:
    return await _load(session, rows, now, _move_holds)


async def load_places_changed(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, EventNotice]:
    return await _load(session, rows, now, _is_in_it)


async def load_cancellations(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, EventNotice]:
    return await _load(session, rows, now, _cancellation_holds)


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
