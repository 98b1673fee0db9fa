"""What a methodist does with an event of her scope. Everyone concerned is told by rows of the same transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Event, EventSubject
from db.queries import event_reminders as reminder_queries
from db.queries import events as queries
from db.vocabulary import EventKind, EventStatus, NoticeKind, Role, SignUpState
from services.audit.service import record
from services.calendar.model import Calendar
from services.errors import NotAllowed, NotFound
from services.events import rules, tell
from services.events.drafts import drop_draft
from services.events.errors import EventClosed, EventInThePast, FewerThanConfirmed
from services.events.line import give_places
from services.events.views import NOBODY, Told
from services.outbox import service as outbox
from services.outbox.model import Due
from services.people.views import PersonView
from services.visibility import rules as visibility

IN_IT = (SignUpState.CONFIRMED, SignUpState.WAITING)


@dataclass(frozen=True)
class NewEvent:
    kind: EventKind
    title: str
    subjects: Sequence[str]
    """Empty: for everyone."""
    starts_at: datetime
    minutes: int
    venue: str | None
    link: str | None
    capacity: int | None
    description: str | None = None


async def create_event(session: AsyncSession, person: PersonView, new: NewEvent, zone: ZoneInfo, now: datetime) -> int:
    """Publish an event of the unit in which the person is a methodist; its draft is gone with that.

    Raises NotAllowed, EventInThePast.
    """
    visibility.desk_scope(person)
    unit_id = next(held.unit_id for held in person.roles if held.role == Role.METHODIST)
    if new.starts_at <= now:
        raise EventInThePast()
    event = Event(
        unit_id=unit_id,
        organiser_id=person.id,
        kind=new.kind,
        title=new.title,
        description=new.description,
        starts_at=new.starts_at,
        ends_at=new.starts_at + timedelta(minutes=new.minutes),
        venue=new.venue,
        link=new.link,
        capacity=new.capacity,
        sign_up_until=rules.usual_deadline(new.starts_at, zone, now),
        status=EventStatus.PUBLISHED,
        version=1,
        created_at=now,
    )
    session.add(event)
    await session.flush()
    session.add_all(EventSubject(event_id=event.id, subject=subject) for subject in new.subjects)
    await drop_draft(session, person.id)
    record(session, person.id, "event_published", f"event:{event.id}", now)
    return event.id


async def reschedule(
    session: AsyncSession,
    person: PersonView,
    event_id: int,
    starts_at: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
    now: datetime,
) -> Told:
    """Move the event and its end; sign-up closes the evening before, as for a new one.

    The version grows: reminders of the old time are never sent. Raises NotFound, NotAllowed, EventClosed,
    EventInThePast.
    """
    event = await _own_event(session, person, event_id, now)
    if starts_at <= now:
        raise EventInThePast()
    old = event.starts_at
    if starts_at == old:
        return NOBODY
    event.ends_at += starts_at - old
    event.sign_up_until = rules.usual_deadline(starts_at, zone, now)
    event.starts_at = starts_at
    event.version += 1
    await queries.forget_answers(session, event_id)
    known = await reminder_queries.untold_moves(session, event_id)
    await outbox.cancel(session, (*tell.OF_A_TIME, NoticeKind.EVENT_MOVED), event_id)
    reminders, told = [], []
    for sign_up, own_zone, reachable in await queries.signed_up(session, event_id, IN_IT):
        reader_zone = ZoneInfo(own_zone or zone.key)
        untold = known.get(sign_up.person_id)
        moved_from = datetime.fromisoformat(untold["from"]) if untold else old
        news = None
        if moved_from != starts_at:
            news = tell.moved(event, sign_up, moved_from, reader_zone, calendar, now)
            told.append((news, reachable))
        if sign_up.state == SignUpState.CONFIRMED:
            told_at = news.due_at if news else None
            reminders += tell.reminders(event, sign_up, reader_zone, calendar, now, told_at)
    await outbox.enqueue(session, [*(news for news, _ in told), *reminders])
    record(session, person.id, "event_moved", f"event:{event_id}", now, version=event.version)
    return _told(told)


async def change_capacity(
    session: AsyncSession,
    person: PersonView,
    event_id: int,
    capacity: int | None,
    zone: ZoneInfo,
    calendar: Calendar,
    now: datetime,
) -> Told:
    """Set the number of places, None for no limit; tells the waiting who have got one.

    Raises NotFound, NotAllowed, EventClosed, FewerThanConfirmed.
    """
    event = await _own_event(session, person, event_id, now)
    confirmed = (await queries.line(session, event_id)).confirmed
    check_capacity(capacity, confirmed)
    event.capacity = capacity
    lucky = await give_places(session, event, zone, calendar, now, by_hand=True)
    record(session, person.id, "event_capacity", f"event:{event_id}", now, capacity=capacity)
    return Told(len(lucky), max((rules.tell_at(now, event.starts_at, zone, calendar) for _ in lucky), default=None))


def check_capacity(capacity: int | None, confirmed: int) -> None:
    """Raises FewerThanConfirmed."""
    if capacity is not None and capacity < confirmed:
        raise FewerThanConfirmed(confirmed=confirmed)


async def cancel_event(
    session: AsyncSession,
    person: PersonView,
    event_id: int,
    reason: str | None,
    zone: ZoneInfo,
    calendar: Calendar,
    now: datetime,
) -> Told:
    """Call the event off. Raises NotFound, NotAllowed, EventClosed."""
    event = await _own_event(session, person, event_id, now)
    event.status = EventStatus.CANCELLED
    event.cancel_reason = reason
    event.version += 1
    await outbox.cancel(session, (*tell.OF_A_PLACE, NoticeKind.EVENT_MOVED), event_id)
    told = [
        (tell.cancelled(event, sign_up, ZoneInfo(own_zone or zone.key), calendar, now), reachable)
        for sign_up, own_zone, reachable in await queries.signed_up(session, event_id, IN_IT)
    ]
    await outbox.enqueue(session, [news for news, _ in told])
    record(session, person.id, "event_cancelled", f"event:{event_id}", now)
    return _told(told)


async def change_place(
    session: AsyncSession,
    person: PersonView,
    event_id: int,
    venue: str | None,
    link: str | None,
    zone: ZoneInfo,
    calendar: Calendar,
    now: datetime,
) -> Told:
    """Say where it is; everyone signed up or waiting is told. Raises NotFound, NotAllowed, EventClosed."""
    event = await _own_event(session, person, event_id, now)
    if (venue, link) == (event.venue, event.link):
        return NOBODY
    event.venue, event.link = venue, link
    await outbox.cancel(session, (NoticeKind.EVENT_PLACE,), event_id)
    told = [
        (tell.place_changed(event, sign_up, ZoneInfo(own_zone or zone.key), calendar, now), reachable)
        for sign_up, own_zone, reachable in await queries.signed_up(session, event_id, IN_IT)
    ]
    await outbox.enqueue(session, [news for news, _ in told])
    record(session, person.id, "event_place", f"event:{event_id}", now)
    return _told(told)


async def change_title(session: AsyncSession, person: PersonView, event_id: int, title: str, now: datetime) -> None:
    """Raises NotFound, NotAllowed, EventClosed."""
    (await _own_event(session, person, event_id, now)).title = title
    record(session, person.id, "event_title", f"event:{event_id}", now)


async def change_description(
    session: AsyncSession, person: PersonView, event_id: int, description: str | None, now: datetime
) -> None:
    """Raises NotFound, NotAllowed, EventClosed."""
    (await _own_event(session, person, event_id, now)).description = description
    record(session, person.id, "event_description", f"event:{event_id}", now)


async def change_subjects(
    session: AsyncSession, person: PersonView, event_id: int, subjects: Sequence[str], now: datetime
) -> None:
    """For whom it is; whoever has signed up already stays. Raises NotFound, NotAllowed, EventClosed."""
    await _own_event(session, person, event_id, now)
    await queries.forget_subjects(session, event_id)
    session.add_all(EventSubject(event_id=event_id, subject=subject) for subject in subjects)
    record(session, person.id, "event_subjects", f"event:{event_id}", now)


def _told(told: Sequence[tuple[Due, bool]]) -> Told:
    times = [news.due_at for news, reachable in told if reachable]
    return Told(len(times), max(times, default=None))


def in_scope(person: PersonView, unit_path: str) -> bool:
    return visibility.in_scope(person, unit_path, Role.METHODIST)


async def _own_event(session: AsyncSession, person: PersonView, event_id: int, now: datetime) -> Event:
    event = await queries.lock_event(session, event_id)
    if event is None:
        raise NotFound()
    if not in_scope(person, await queries.unit_path(session, event.unit_id)):
        raise NotAllowed()
    if (reason := rules.closed(event.status, event.starts_at, event.starts_at, now)) is not None:
        raise EventClosed(reason=reason)
    return event
