from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Event, OutboxRow, Person, SignUp, Unit
from db.vocabulary import DueState, EventStatus, NoticeKind, SignUpState

DECIDED = (
    NoticeKind.EVENT_REMINDER_DAY,
    NoticeKind.EVENT_REMINDER_HOURS,
    NoticeKind.EVENT_MOVED,
    NoticeKind.EVENT_PLACE_FREED,
)
"""Where one of these was written, so were the reminders that are still to come, if any are."""


HEARD = (DueState.QUEUED, DueState.LEASED, DueState.SENT)
"""A row in another state has told nobody anything."""


async def to_remind(
    session: AsyncSession, event_ids: Sequence[int], now: datetime
) -> list[tuple[Event, SignUp, str | None]]:
    """Everyone with a place in these events to come for whom nothing was written yet, with the zone of her unit."""
    return await _signed_up(
        session, now, Event.id.in_(event_ids), SignUp.state == SignUpState.CONFIRMED, ~_written(DECIDED)
    )


async def waiting_untold(
    session: AsyncSession, now: datetime, until: datetime
) -> list[tuple[Event, SignUp, str | None]]:
    """Who waits for a place in an event before `until` and is not going to hear of it; with the zone of her unit."""
    will_hear = _written((NoticeKind.EVENT_NO_PLACE,), OutboxRow.state.in_(HEARD))
    return await _signed_up(session, now, Event.starts_at <= until, SignUp.state == SignUpState.WAITING, ~will_hear)


async def _signed_up(
    session: AsyncSession, now: datetime, *conditions: ColumnElement[bool]
) -> list[tuple[Event, SignUp, str | None]]:
    rows = await session.execute(
        select(Event, SignUp, Unit.time_zone)
        .join(SignUp, SignUp.event_id == Event.id)
        .join(Person, SignUp.person_id == Person.id)
        .outerjoin(Unit, Person.unit_id == Unit.id)
        .where(Event.status == EventStatus.PUBLISHED, Event.starts_at > now, *conditions)
    )
    return [(event, sign_up, zone) for event, sign_up, zone in rows]


async def without_reminders(session: AsyncSession, now: datetime, until: datetime) -> Sequence[int]:
    """Events before `until` in which somebody has a place and no reminder was ever written for it."""
    return (
        await session.scalars(
            select(Event.id)
            .join(SignUp, SignUp.event_id == Event.id)
            .where(
                Event.status == EventStatus.PUBLISHED,
                Event.starts_at > now,
                Event.starts_at <= until,
                SignUp.state == SignUpState.CONFIRMED,
                ~_written(DECIDED),
            )
            .distinct()
        )
    ).all()


async def untold_moves(session: AsyncSession, event_id: int) -> dict[int, dict[str, Any]]:
    """What the people know who have not yet been told of the last move: person → data of the queued row."""
    rows = await session.execute(
        select(OutboxRow.person_id, OutboxRow.data).where(
            OutboxRow.kind == NoticeKind.EVENT_MOVED,
            OutboxRow.subject_id == event_id,
            OutboxRow.state == DueState.QUEUED,
        )
    )
    return {row.person_id: row.data for row in rows}


async def cancel_of_person(session: AsyncSession, person_id: int, kinds: Sequence[NoticeKind]) -> None:
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.person_id == person_id, OutboxRow.kind.in_(kinds), OutboxRow.state == DueState.QUEUED)
        .values(state=DueState.CANCELLED)
    )


def _written(kinds: Sequence[NoticeKind], *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Of a sign-up: a row of one of these kinds for the event as it is now."""
    return exists().where(
        OutboxRow.kind.in_(kinds),
        OutboxRow.subject_id == SignUp.event_id,
        OutboxRow.person_id == SignUp.person_id,
        OutboxRow.version == Event.version,
        *conditions,
    )
