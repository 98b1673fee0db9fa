"""What a methodist sees of the events of her scope."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import event_lists as lists
from db.queries import events as queries
from db.vocabulary import SignUpState
from services.calendar.model import Calendar
from services.errors import NotAllowed, NotFound
from services.events.catalogue import views
from services.events.desk import in_scope
from services.events.tell import news_at
from services.events.views import EventView, Page, Participant, Told
from services.people.names import full_name
from services.people.views import PersonView
from services.visibility.rules import desk_scope


async def own_events(
    session: AsyncSession, person: PersonView, now: datetime, past: bool, limit: int, offset: int
) -> Page:
    """Events of the person's scope to come, or those that are over or were called off.

    Raises NotAllowed for whoever has no scope.
    """
    found, total = await lists.under(session, desk_scope(person), person.id, now, past, limit, offset)
    return Page(await views(session, found), total)


async def own_event(session: AsyncSession, person: PersonView, event_id: int) -> EventView:
    """Raises NotFound, NotAllowed."""
    found = await lists.cards(session, [event_id], person.id)
    if not found:
        raise NotFound()
    if not in_scope(person, found[0].unit_path):
        raise NotAllowed()
    return (await views(session, found))[0]


async def would_tell(
    session: AsyncSession,
    person: PersonView,
    event_id: int,
    zone: ZoneInfo,
    calendar: Calendar,
    now: datetime,
    starts_at: datetime | None = None,
) -> tuple[EventView, Told]:
    """Whom a change made now would reach, and by when; `starts_at` is the new time of an event that is moved.

    `zone` is that of people whose unit names none. Raises NotFound, NotAllowed.
    """
    event = await own_event(session, person, event_id)
    readers = await queries.signed_up(session, event_id, (SignUpState.CONFIRMED, SignUpState.WAITING))
    times = [
        news_at(now, ZoneInfo(own_zone or zone.key), calendar, event.starts_at, starts_at or event.starts_at)
        for _, own_zone, reachable in readers
        if reachable
    ]
    return event, Told(len(times), max(times, default=None))


async def participants(
    session: AsyncSession, person: PersonView, event_id: int, limit: int, offset: int
) -> tuple[EventView, list[Participant], int]:
    """Who has a place, who waits, who will not come; and how many in all. Raises NotFound, NotAllowed."""
    event = await own_event(session, person, event_id)
    line = await queries.line(session, event_id)
    rows = await queries.participants(session, event_id, limit, offset)
    found = [
        Participant(
            person_id=somebody.id,
            full_name=full_name(somebody.surname, somebody.given_name, somebody.patronymic),
            school=unit,
            state=SignUpState(sign_up.state),
            position=offset + number - line.confirmed if sign_up.state == SignUpState.WAITING else 0,
            will_come=sign_up.will_come,
        )
        for number, (sign_up, somebody, unit) in enumerate(rows, start=1)
    ]
    return event, found, line.confirmed + line.waiting + line.cancelled
