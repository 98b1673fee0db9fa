"""The waiting list moves in the transaction that frees the place: a free place and a waiting person who can be told
of it never coexist for long."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Event, SignUp
from db.queries import events as queries
from db.vocabulary import SignUpState
from services.calendar.model import Calendar
from services.content import Content
from services.events import tell
from services.events.rules import LAST_CALL, last_call_over, places_to_give, tell_at
from services.outbox.service import enqueue
from services.people.zones import zones_of_readers


async def give_places(
    session: AsyncSession,
    event: Event,
    zone: ZoneInfo,
    calendar: Calendar,
    now: datetime,
    newcomer: int | None = None,
    *,
    by_hand: bool = False,
) -> Sequence[SignUp]:
    """Give what is free to the first of the line who can be told, and write down what they will be told.

    Whoever has stopped the bot keeps her turn: she is passed over, and gets a place when she can be reached again.
    The event must be locked by this transaction. `newcomer` sees the answer on her screen and is sent no notice of
    it. `zone` is that of people whose unit names none. Returns the sign-ups that have got a place.

    Shortly before the start a place stays free for who comes in person (`newcomer`): the line has been told that there
    is no need to come. Unless a methodist gives places `by_hand`.
    """
    late = last_call_over(event.starts_at, now) and not by_hand
    if late and newcomer is None:
        return []
    await session.flush()
    line = await queries.line(session, event.id)
    free = places_to_give(event.capacity, line.confirmed, line.waiting)
    if not free:
        return []
    lucky = await queries.reachable_in_order(session, event.id, free, newcomer, alone=late)
    for sign_up in lucky:
        sign_up.state = SignUpState.CONFIRMED
        sign_up.will_come = None
        sign_up.changed_at = now
    await session.flush()
    zones = await zones_of_readers(session, [sign_up.person_id for sign_up in lucky], zone)
    dues = []
    for sign_up in lucky:
        own_zone = zones[sign_up.person_id]
        told_at = None
        if sign_up.person_id != newcomer:
            told_at = tell_at(now, event.starts_at, own_zone, calendar)
            dues.append(tell.place_freed(event, sign_up, told_at))
        dues += tell.reminders(event, sign_up, own_zone, calendar, now, told_at)
    await enqueue(session, dues)
    return lucky


async def plan_places(session: AsyncSession, now: datetime, zone: ZoneInfo, content: Content) -> None:
    """A planner: places that nobody could be told of go to who waits and can be reached again."""
    for event_id in await queries.with_places_to_give(session, now + LAST_CALL):
        event = await queries.lock_event(session, event_id)
        if event is not None:
            await give_places(session, event, zone, content.calendar, now)
