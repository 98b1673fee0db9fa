"""Events in lists. Each reads one page in one statement, counts and the reader's own state with it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Event, EventSubject, Person, SignUp, Unit
from db.vocabulary import EventKind, EventStatus, SignUpState


@dataclass(frozen=True)
class Counted:
    """An event with how it is filled and what the reader has to do with it."""

    event: Event
    unit_path: str
    confirmed: int
    waiting: int
    my_state: SignUpState | None
    my_position: int
    will_come: bool | None
    organiser: Person | None


@dataclass(frozen=True)
class Wanted:
    """Which events the catalogue shows. `units` are the paths of those whose events the reader sees."""

    units: Sequence[str]
    subjects: Sequence[str]
    """The reader's own: they order the list, and narrow it with `only_mine` (to hers and those for everyone)."""
    only_mine: bool = False
    from_: datetime | None = None
    until: datetime | None = None
    kind: EventKind | None = None
    only_free: bool = False
    by_date: bool = False
    """Whatever the subject."""


async def upcoming(
    session: AsyncSession, wanted: Wanted, person_id: int, now: datetime, limit: int, offset: int
) -> tuple[list[Counted], int]:
    """The reader's subjects first, then what is for everyone, then the rest, each by time; or all by time.

    And how many in all.
    """
    found = _of(person_id).where(*_narrowed(wanted, person_id, now))
    groups = case((_for_subjects(wanted.subjects), 0), (_for_everyone(), 1), else_=2)
    order = (Event.starts_at, Event.id) if wanted.by_date else (groups, Event.starts_at, Event.id)
    total = await session.scalar(
        select(func.count())
        .select_from(Event)
        .join(Unit, Event.unit_id == Unit.id)
        .where(*_narrowed(wanted, person_id, now))
    )
    rows = await _read(session, found.order_by(*order).limit(limit).offset(offset))
    return rows, total or 0


async def times_and_kinds(
    session: AsyncSession, units: Sequence[str], now: datetime
) -> list[tuple[datetime, EventKind]]:
    """Of everything to come."""
    rows = await session.execute(
        select(Event.starts_at, Event.kind)
        .join(Unit, Event.unit_id == Unit.id)
        .where(*_narrowed(Wanted(units, ()), 0, now))
        .order_by(Event.starts_at)
    )
    return [(starts_at, EventKind(kind)) for starts_at, kind in rows]


async def cards(session: AsyncSession, event_ids: Sequence[int], person_id: int) -> list[Counted]:
    return await _read(session, _of(person_id).where(Event.id.in_(event_ids), Event.status != EventStatus.DRAFT))


async def cards_of_people(session: AsyncSession, pairs: Collection[tuple[int, int]]) -> dict[tuple[int, int], Counted]:
    """By event and person, for those who have ever signed up; one statement for all of them."""
    events, people = {event_id for event_id, _ in pairs}, {person_id for _, person_id in pairs}
    own = aliased(SignUp)
    found = _counted(own, own.person_id.in_(people), own.person_id).where(Event.id.in_(events))
    seen = {}
    for *row, person_id in await session.execute(found):
        counted = _one(*row)
        if (counted.event.id, person_id) in pairs:
            seen[counted.event.id, person_id] = counted
    return seen


async def mine(
    session: AsyncSession, person_id: int, now: datetime, past: bool, limit: int, offset: int
) -> tuple[list[Counted], int]:
    """What the person has a place in or waits for, the nearest first; or what she had a place in, the latest first."""
    signed = exists().where(
        SignUp.event_id == Event.id,
        SignUp.person_id == person_id,
        SignUp.state.in_((SignUpState.CONFIRMED,) if past else (SignUpState.CONFIRMED, SignUpState.WAITING)),
    )
    when = Event.ends_at <= now if past else Event.ends_at > now
    total = await session.scalar(select(func.count()).select_from(Event).where(signed, when))
    order = Event.starts_at.desc() if past else Event.starts_at
    found = _of(person_id).where(signed, when).order_by(order, Event.id).limit(limit).offset(offset)
    return await _read(session, found), total or 0


async def at_the_same_time(
    session: AsyncSession, person_id: int, event_id: int, starts_at: datetime, ends_at: datetime
) -> str | None:
    """The title of another event in which the person has a place then."""
    found = (
        select(Event.title)
        .where(
            _has_place(person_id),
            Event.id != event_id,
            Event.status == EventStatus.PUBLISHED,
            Event.starts_at < ends_at,
            Event.ends_at > starts_at,
        )
        .order_by(Event.starts_at)
        .limit(1)
    )
    return await session.scalar(found)


async def under(
    session: AsyncSession, scope: Sequence[str], person_id: int, now: datetime, past: bool, limit: int, offset: int
) -> tuple[list[Counted], int]:
    """Of the units under these paths: events to come by time, or past and cancelled ones, the latest first."""
    to_come = and_(Event.status == EventStatus.PUBLISHED, Event.ends_at > now)
    conditions = (
        or_(*(Unit.path.startswith(path, autoescape=True) for path in scope)),
        and_(~to_come, Event.status != EventStatus.DRAFT) if past else to_come,
    )
    total = await session.scalar(
        select(func.count()).select_from(Event).join(Unit, Event.unit_id == Unit.id).where(*conditions)
    )
    order = Event.starts_at.desc() if past else Event.starts_at
    found = _of(person_id).where(*conditions).order_by(order, Event.id).limit(limit).offset(offset)
    return await _read(session, found), total or 0


def _of(person_id: int) -> Select[Any]:
    own = aliased(SignUp)
    return _counted(own, own.person_id == person_id)


def _counted(own: type[SignUp], whose: ColumnElement[bool], *more: Any) -> Select[Any]:
    """Events with all that `_one` needs, for the people that `whose` picks from the sign-ups `own`."""
    ahead = aliased(SignUp)
    place = (
        select(func.count())
        .select_from(ahead)
        .where(ahead.event_id == own.event_id, ahead.state == SignUpState.WAITING, ahead.turn <= own.turn)
        .correlate(own)
        .scalar_subquery()
    )
    return (
        select(
            Event,
            Unit.path,
            _how_many(SignUpState.CONFIRMED),
            _how_many(SignUpState.WAITING),
            own.state,
            place,
            own.will_come,
            Person,
            *more,
        )
        .join(Unit, Event.unit_id == Unit.id)
        .outerjoin(Person, Event.organiser_id == Person.id)
        .outerjoin(own, and_(own.event_id == Event.id, whose))
    )


def _one(
    event: Event,
    unit_path: str,
    confirmed: int,
    waiting: int,
    state: str | None,
    position: int,
    will_come: bool | None,
    organiser: Person | None,
) -> Counted:
    my_state = SignUpState(state) if state else None
    my_position = position if my_state == SignUpState.WAITING else 0
    return Counted(event, unit_path, confirmed, waiting, my_state, my_position, will_come, organiser)


def _how_many(state: SignUpState) -> ColumnElement[int]:
    return (
        select(func.count())
        .select_from(SignUp)
        .where(SignUp.event_id == Event.id, SignUp.state == state)
        .correlate(Event)
        .scalar_subquery()
    )


async def _read(session: AsyncSession, found: Select[Any]) -> list[Counted]:
    return [_one(*row) for row in await session.execute(found)]


def _narrowed(wanted: Wanted, person_id: int, now: datetime) -> list[ColumnElement[bool]]:
    conditions = [Unit.path.in_(wanted.units), Event.status == EventStatus.PUBLISHED, Event.starts_at > now]
    if wanted.only_mine:
        conditions.append(or_(_for_subjects(wanted.subjects), _for_everyone()))
    if wanted.from_ is not None:
        conditions.append(Event.starts_at >= wanted.from_)
    if wanted.until is not None:
        conditions.append(Event.starts_at < wanted.until)
    if wanted.kind is not None:
        conditions.append(Event.kind == wanted.kind)
    if wanted.only_free:
        room = or_(Event.capacity.is_(None), _how_many(SignUpState.CONFIRMED) < Event.capacity)
        conditions.append(or_(and_(Event.sign_up_until > now, room), _has_place(person_id)))
    return conditions


def _has_place(person_id: int) -> ColumnElement[bool]:
    return exists().where(
        SignUp.event_id == Event.id, SignUp.person_id == person_id, SignUp.state == SignUpState.CONFIRMED
    )


def _for_subjects(subjects: Sequence[str]) -> ColumnElement[bool]:
    return exists().where(EventSubject.event_id == Event.id, EventSubject.subject.in_(subjects))


def _for_everyone() -> ColumnElement[bool]:
    return ~exists().where(EventSubject.event_id == Event.id)
