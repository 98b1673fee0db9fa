"""One event and its line. Whoever changes either locks the event first: `lock_event`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, Event, EventSubject, Person, SignUp, Unit
from db.vocabulary import EventStatus, Reach, SignUpState


@dataclass(frozen=True)
class Line:
    """How an event is filled. `last_turn` is that of whoever signed up last, 0 for nobody yet."""

    confirmed: int
    waiting: int
    cancelled: int
    last_turn: int


async def lock_event(session: AsyncSession, event_id: int) -> Event | None:
    """The event as it is now, alone with this transaction until its end.

    PostgreSQL locks the row; on SQLite the transaction has begun IMMEDIATE and is the only writer.
    """
    return await session.scalar(
        select(Event)
        .where(Event.id == event_id, Event.status != EventStatus.DRAFT)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def unit_path(session: AsyncSession, unit_id: int) -> str:
    return await session.scalar(select(Unit.path).where(Unit.id == unit_id)) or ""


async def line(session: AsyncSession, event_id: int) -> Line:
    row = (
        await session.execute(
            select(
                func.count().filter(SignUp.state == SignUpState.CONFIRMED),
                func.count().filter(SignUp.state == SignUpState.WAITING),
                func.count().filter(SignUp.state == SignUpState.CANCELLED),
                func.coalesce(func.max(SignUp.turn), 0),
            ).where(SignUp.event_id == event_id)
        )
    ).one()
    return Line(*row)


async def sign_up_of(session: AsyncSession, event_id: int, person_id: int) -> SignUp | None:
    return await session.scalar(
        select(SignUp)
        .where(SignUp.event_id == event_id, SignUp.person_id == person_id)
        .execution_options(populate_existing=True)
    )


async def reachable_in_order(
    session: AsyncSession, event_id: int, limit: int, newcomer: int | None, *, alone: bool
) -> Sequence[SignUp]:
    """The first of the waiting list who can be told; `newcomer` has the bot open in front of her. Or she `alone`."""
    return (
        await session.scalars(
            select(SignUp)
            .where(
                SignUp.event_id == event_id,
                SignUp.state == SignUpState.WAITING,
                SignUp.person_id == newcomer if alone else or_(_reachable(), SignUp.person_id == newcomer),
            )
            .order_by(SignUp.turn)
            .limit(limit)
            .execution_options(populate_existing=True)
        )
    ).all()


async def with_places_to_give(session: AsyncSession, after: datetime) -> Sequence[int]:
    """Events that begin `after` with a free place and somebody who waits and can be told."""
    confirmed = (
        select(func.count())
        .select_from(SignUp)
        .where(SignUp.event_id == Event.id, SignUp.state == SignUpState.CONFIRMED)
        .correlate(Event)
        .scalar_subquery()
    )
    waits = exists().where(SignUp.event_id == Event.id, SignUp.state == SignUpState.WAITING, _reachable())
    return (
        await session.scalars(
            select(Event.id)
            .where(
                Event.status == EventStatus.PUBLISHED,
                Event.starts_at > after,
                or_(Event.capacity.is_(None), confirmed < Event.capacity),
                waits,
            )
            .order_by(Event.id)
        )
    ).all()


async def position(session: AsyncSession, sign_up: SignUp) -> int:
    """Of somebody in the waiting list, from 1."""
    ahead = await session.scalar(
        select(func.count())
        .select_from(SignUp)
        .where(
            SignUp.event_id == sign_up.event_id,
            SignUp.state == SignUpState.WAITING,
            SignUp.turn < sign_up.turn,
        )
    )
    return (ahead or 0) + 1


async def signed_up(
    session: AsyncSession, event_id: int, states: Sequence[SignUpState]
) -> list[tuple[SignUp, str | None, bool]]:
    """Sign-ups in these states by turn, each with the time zone of the person's unit and whether she can be told."""
    rows = await session.execute(
        select(SignUp, Unit.time_zone, _reachable())
        .join(Person, SignUp.person_id == Person.id)
        .outerjoin(Unit, Person.unit_id == Unit.id)
        .where(SignUp.event_id == event_id, SignUp.state.in_(states))
        .order_by(SignUp.turn)
        .execution_options(populate_existing=True)
    )
    return [(sign_up, zone, reachable) for sign_up, zone, reachable in rows]


async def forget_answers(session: AsyncSession, event_id: int) -> None:
    """Who would come to the old time may not come to the new."""
    await session.execute(update(SignUp).where(SignUp.event_id == event_id).values(will_come=None))


async def participants(
    session: AsyncSession, event_id: int, limit: int, offset: int
) -> list[tuple[SignUp, Person, str | None]]:
    """Those with a place by name, then who waits in order, then who has cancelled; with the name of the unit."""
    group = case((SignUp.state == SignUpState.CONFIRMED, 0), (SignUp.state == SignUpState.WAITING, 1), else_=2)
    rows = await session.execute(
        select(SignUp, Person, Unit.name)
        .join(Person, SignUp.person_id == Person.id)
        .outerjoin(Unit, Person.unit_id == Unit.id)
        .where(SignUp.event_id == event_id)
        .order_by(
            group,
            case((SignUp.state == SignUpState.WAITING, SignUp.turn), else_=0),
            Person.surname,
            Person.given_name,
            SignUp.id,
        )
        .limit(limit)
        .offset(offset)
    )
    return [(sign_up, person, unit) for sign_up, person, unit in rows]


async def subjects_of(session: AsyncSession, event_ids: Sequence[int]) -> list[tuple[int, str]]:
    rows = await session.execute(
        select(EventSubject.event_id, EventSubject.subject)
        .where(EventSubject.event_id.in_(event_ids))
        .order_by(EventSubject.subject)
    )
    return [(event_id, subject) for event_id, subject in rows]


async def forget_subjects(session: AsyncSession, event_id: int) -> None:
    await session.execute(delete(EventSubject).where(EventSubject.event_id == event_id))


async def of_person(session: AsyncSession, person_id: int) -> list[tuple[SignUp, Event]]:
    rows = await session.execute(
        select(SignUp, Event)
        .join(Event, SignUp.event_id == Event.id)
        .where(SignUp.person_id == person_id)
        .order_by(Event.starts_at, Event.id)
    )
    return [(sign_up, event) for sign_up, event in rows]


async def organised_by(session: AsyncSession, person_id: int) -> Sequence[Event]:
    return (await session.scalars(select(Event).where(Event.organiser_id == person_id).order_by(Event.id))).all()


async def forget_person(session: AsyncSession, person_id: int) -> None:
    await session.execute(delete(SignUp).where(SignUp.person_id == person_id))
    await session.execute(update(Event).where(Event.organiser_id == person_id).values(organiser_id=None))


def _reachable() -> ColumnElement[bool]:
    """Of a sign-up: the person has an account that can be written to."""
    return exists().where(Account.person_id == SignUp.person_id, Account.reach == Reach.OPEN)
