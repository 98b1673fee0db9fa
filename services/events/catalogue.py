"""What there is to go to, as one person sees it. Nothing here writes; the number of statements never grows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Person
from db.queries import event_lists as lists
from db.queries import events as queries
from db.vocabulary import EventKind, EventStatus
from services.calendar.rules import at
from services.errors import NotFound
from services.events.desk import in_scope
from services.events.errors import EventElsewhere
from services.events.rules import paths_above
from services.events.views import EventView, Page, WhatsOn
from services.people.names import full_name
from services.people.views import PersonView


@dataclass(frozen=True)
class Narrowing:
    """What the reader wants to see only; everything by default."""

    only_mine: bool = False
    month: str | None = None
    """As 2026-10, in the reader's zone."""
    kind: EventKind | None = None
    only_free: bool = False


async def upcoming(
    session: AsyncSession,
    person: PersonView,
    narrowing: Narrowing,
    zone: ZoneInfo,
    now: datetime,
    limit: int,
    offset: int,
    *,
    by_date: bool = False,
) -> Page:
    """The reader's subjects first, unless she wants everything `by_date`."""
    from_, until = _month(narrowing.month, zone)
    wanted = lists.Wanted(
        units=paths_above(person.unit_path),
        subjects=person.subjects,
        only_mine=narrowing.only_mine,
        from_=from_,
        until=until,
        kind=narrowing.kind,
        only_free=narrowing.only_free,
        by_date=by_date,
    )
    found, total = await lists.upcoming(session, wanted, person.id, now, limit, offset)
    return Page(await views(session, found), total)


async def whats_on(session: AsyncSession, person: PersonView, zone: ZoneInfo, now: datetime) -> WhatsOn:
    found = await lists.times_and_kinds(session, paths_above(person.unit_path), now)
    months = dict.fromkeys(starts_at.astimezone(zone).strftime("%Y-%m") for starts_at, _ in found)
    kinds = {kind for _, kind in found}
    return WhatsOn(tuple(months), tuple(kind for kind in EventKind if kind in kinds))


async def card(session: AsyncSession, person: PersonView, event_id: int) -> EventView:
    """Raises NotFound, or EventElsewhere for an event that is none of hers in any way.

    Whoever has not said where she works may look at what a link has brought her to.
    """
    found = await lists.cards(session, [event_id], person.id)
    if not found:
        raise NotFound()
    event = found[0]
    sees = event.unit_path in paths_above(person.unit_path) or in_scope(person, event.unit_path)
    if person.unit_path and not sees and event.my_state is None:
        raise EventElsewhere()
    return (await views(session, found))[0]


async def at_the_same_time(session: AsyncSession, person_id: int, event: EventView) -> str:
    """The title of what she has a place in then; empty for nothing."""
    return await lists.at_the_same_time(session, person_id, event.id, event.starts_at, event.ends_at) or ""


async def mine(session: AsyncSession, person_id: int, now: datetime, past: bool, limit: int, offset: int) -> Page:
    found, total = await lists.mine(session, person_id, now, past, limit, offset)
    return Page(await views(session, found), total)


async def views(session: AsyncSession, found: Sequence[lists.Counted]) -> tuple[EventView, ...]:
    """With the subjects of all of them, in one statement."""
    subjects: dict[int, list[str]] = {counted.event.id: [] for counted in found}
    for event_id, subject in await queries.subjects_of(session, list(subjects)):
        subjects[event_id].append(subject)
    return tuple(_view(counted, subjects[counted.event.id]) for counted in found)


def _name(somebody: Person) -> str:
    return full_name(somebody.surname, somebody.given_name, somebody.patronymic)


def _view(counted: lists.Counted, subjects: Sequence[str]) -> EventView:
    event = counted.event
    return EventView(
        id=event.id,
        kind=EventKind(event.kind),
        title=event.title,
        description=event.description,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        venue=event.venue,
        link=event.link,
        capacity=event.capacity,
        confirmed=counted.confirmed,
        waiting=counted.waiting,
        sign_up_until=event.sign_up_until,
        status=EventStatus(event.status),
        cancel_reason=event.cancel_reason,
        version=event.version,
        created_at=event.created_at,
        subjects=tuple(subjects),
        my_state=counted.my_state,
        my_position=counted.my_position,
        will_come=counted.will_come,
        organiser=_name(counted.organiser) if counted.organiser else "",
    )


def _month(month: str | None, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    """First moment of the month and of the next one."""
    if month is None:
        return None, None
    first = datetime.strptime(month, "%Y-%m").replace(tzinfo=UTC).date()
    following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return at(first, time(), zone), at(following, time(), zone)
