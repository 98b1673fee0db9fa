"""Announcements. Their due rows, of kind BROADCAST, are the ledger: one a recipient."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, delete, func, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, Broadcast, OutboxRow, Person, Unit
from db.queries.segments import connected
from db.vocabulary import BroadcastStatus, DueState, NoticeKind, Reach


async def broadcast(session: AsyncSession, broadcast_id: int, *, lock: bool = False) -> Broadcast | None:
    found = select(Broadcast).where(Broadcast.id == broadcast_id).execution_options(populate_existing=lock)
    return await session.scalar(found.with_for_update() if lock else found)


async def by_ids(session: AsyncSession, ids: Sequence[int]) -> Sequence[Broadcast]:
    return (await session.scalars(select(Broadcast).where(Broadcast.id.in_(ids)))).all()


async def of_author(
    session: AsyncSession, author_id: int, limit: int | None = None, offset: int = 0
) -> tuple[Sequence[Broadcast], int]:
    """The newest first, and how many there are in all."""
    mine = Broadcast.author_id == author_id
    rows = await session.scalars(
        select(Broadcast).where(mine).order_by(Broadcast.id.desc()).limit(limit).offset(offset)
    )
    total = await session.scalar(select(func.count()).select_from(Broadcast).where(mine))
    return rows.all(), total or 0


async def delete_drafts(session: AsyncSession, author_id: int) -> None:
    await session.execute(
        delete(Broadcast).where(Broadcast.author_id == author_id, Broadcast.status == BroadcastStatus.DRAFT)
    )


def _ledger(broadcast_id: int) -> ColumnElement[bool]:
    return and_(OutboxRow.kind == NoticeKind.BROADCAST, OutboxRow.subject_id == broadcast_id)


def _figures() -> list[ColumnElement[int]]:
    """sent, waiting, blocked, failed, dropped, in the order of `services.broadcasts.views.Figures`."""

    def count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        return func.coalesce(func.sum(case((and_(*conditions), 1), else_=0)), 0)

    dead = OutboxRow.state == DueState.DEAD
    stopped = OutboxRow.failure == Reach.BLOCKED.value
    return [
        count(OutboxRow.state == DueState.SENT),
        count(OutboxRow.state.in_((DueState.QUEUED, DueState.LEASED))),
        count(dead, stopped),
        count(dead, or_(OutboxRow.failure.is_(None), not_(stopped))),
        count(OutboxRow.state.in_((DueState.CANCELLED, DueState.STALE))),
    ]


async def figures(session: AsyncSession, broadcast_id: int) -> Sequence[int]:
    return (await session.execute(select(*_figures()).where(_ledger(broadcast_id)))).one()


async def watched(session: AsyncSession, now: datetime) -> Sequence[tuple[Any, ...]]:
    """Every announcement whose author watches it now, with its figures and where to show them. One statement."""
    begun = or_(
        Broadcast.status == BroadcastStatus.SENDING,
        and_(Broadcast.status == BroadcastStatus.SCHEDULED, Broadcast.send_at <= now),
        and_(Broadcast.status == BroadcastStatus.STOPPED, Broadcast.finished_at.is_(None)),
    )
    rows = await session.execute(
        select(Broadcast, Account.platform, Account.user_id, Account.reach, Person.locale, Unit.time_zone, *_figures())
        .join(Person, Broadcast.author_id == Person.id)
        .join(Account, Broadcast.progress_account_id == Account.id)
        .outerjoin(Unit, Person.unit_id == Unit.id)
        .outerjoin(OutboxRow, and_(OutboxRow.kind == NoticeKind.BROADCAST, OutboxRow.subject_id == Broadcast.id))
        .where(begun)
        .group_by(Broadcast.id, Account.id, Person.id, Unit.id)
        .order_by(Broadcast.id)
    )
    return [tuple(row) for row in rows]


async def record_shown(
    session: AsyncSession,
    broadcast_id: int,
    message_id: int | None,
    shown: str,
    before: BroadcastStatus,
    after: BroadcastStatus,
    finished_at: datetime | None,
) -> None:
    """Keep what the author sees. The status is moved on only if it is still what it was when it was read."""
    same = Broadcast.status == before
    await session.execute(
        update(Broadcast)
        .where(Broadcast.id == broadcast_id)
        .values(
            progress_message_id=message_id,
            progress_shown=shown,
            status=case((same, after), else_=Broadcast.status),
            finished_at=case((same, finished_at), else_=Broadcast.finished_at),
        )
    )


async def not_reached(
    session: AsyncSession, broadcast_id: int, limit: int, offset: int
) -> tuple[Sequence[tuple[Person, Unit | None, str | None]], int]:
    """People whose row is dead, by name, with why. The erased are left out."""
    found = (
        select(Person, Unit, OutboxRow.failure)
        .join(Person, OutboxRow.person_id == Person.id)
        .outerjoin(Unit, Person.unit_id == Unit.id)
        .where(_ledger(broadcast_id), OutboxRow.state == DueState.DEAD, Person.erased_at.is_(None))
    )
    total = await session.scalar(select(func.count()).select_from(found.with_only_columns(OutboxRow.id).subquery()))
    rows = await session.execute(
        found.order_by(Person.surname, Person.given_name, Person.id).limit(limit).offset(offset)
    )
    return [(person, unit, failure) for person, unit, failure in rows], total or 0


def _again(broadcast_id: int, states: Sequence[DueState]) -> ColumnElement[bool]:
    return and_(_ledger(broadcast_id), OutboxRow.state.in_(states), Person.erased_at.is_(None), connected())


async def count_again(session: AsyncSession, broadcast_id: int, states: Sequence[DueState]) -> int:
    """How many rows in these states have a reader who can be written to."""
    return (
        await session.scalar(
            select(func.count())
            .select_from(OutboxRow)
            .join(Person, OutboxRow.person_id == Person.id)
            .where(_again(broadcast_id, states))
        )
    ) or 0


async def rows_again(
    session: AsyncSession, broadcast_id: int, states: Sequence[DueState]
) -> Sequence[Row[int, str | None]]:
    """Ids of those rows, with the time zones of their readers."""
    return (
        await session.execute(
            select(OutboxRow.id, Unit.time_zone)
            .join(Person, OutboxRow.person_id == Person.id)
            .outerjoin(Unit, Person.unit_id == Unit.id)
            .where(_again(broadcast_id, states))
            .order_by(OutboxRow.id)
        )
    ).all()


async def received(session: AsyncSession, person_id: int) -> Sequence[tuple[int, datetime, str, DueState]]:
    """Announcement, when it was due, its text and what became of it, for everything addressed to a person."""
    rows = await session.execute(
        select(Broadcast.id, OutboxRow.due_at, Broadcast.html, OutboxRow.state)
        .join(Broadcast, OutboxRow.subject_id == Broadcast.id)
        .where(OutboxRow.kind == NoticeKind.BROADCAST, OutboxRow.person_id == person_id)
        .order_by(OutboxRow.id)
    )
    return [(broadcast_id, due_at, html, state) for broadcast_id, due_at, html, state in rows]


async def cancel_all_to(session: AsyncSession, person_id: int) -> None:
    await session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.kind.in_((NoticeKind.BROADCAST, NoticeKind.BROADCAST_TEST)),
            OutboxRow.person_id == person_id,
            OutboxRow.state == DueState.QUEUED,
        )
        .values(state=DueState.CANCELLED)
    )
