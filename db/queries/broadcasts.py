"""Announcements. Their due rows, of kind BROADCAST, are the ledger: one for everybody who was meant."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, delete, func, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, Broadcast, OutboxRow, Person, Unit
from db.queries.broadcast_authors import UNDER_WAY, authored
from db.queries.segments import connected
from db.vocabulary import BroadcastStatus, DueState, NoticeKind, Reach

NOT_CONNECTED = "not_connected"
"""The failure of a row whose reader has no account."""

WITHOUT_ACCOUNT = (NOT_CONNECTED, Reach.GONE.value, Reach.LOST.value)
"""Whoever has to enter anew before she can be written to."""


async def broadcast(session: AsyncSession, broadcast_id: int, *, lock: bool = False) -> Broadcast | None:
    found = select(Broadcast).where(Broadcast.id == broadcast_id).execution_options(populate_existing=lock)
    return await session.scalar(found.with_for_update() if lock else found)


async def by_ids(session: AsyncSession, ids: Sequence[int]) -> Sequence[Row[Broadcast, Person]]:
    """With their authors."""
    found = select(Broadcast, Person).join(Person, Broadcast.author_id == Person.id).where(Broadcast.id.in_(ids))
    return (await session.execute(found)).all()


async def with_author(session: AsyncSession, broadcast_id: int) -> Row[Broadcast, Person]:
    return (await by_ids(session, [broadcast_id]))[0]


async def cancel_rows(session: AsyncSession, ids: Collection[int]) -> None:
    """Take back what of these announcements has not gone yet."""
    await session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.kind == NoticeKind.BROADCAST,
            OutboxRow.subject_id.in_(ids),
            OutboxRow.state == DueState.QUEUED,
        )
        .values(state=DueState.CANCELLED)
    )


async def in_sight(
    session: AsyncSession, viewer_id: int, scope: Sequence[str], today: date, limit: int, offset: int
) -> tuple[Sequence[Row[Broadcast, Person]], int]:
    """Her own, and what colleagues of her scope have under way or left behind; the newest first, how many in all."""
    found = or_(
        Broadcast.author_id == viewer_id,
        and_(
            or_(
                Broadcast.status.in_(UNDER_WAY),
                and_(Broadcast.status == BroadcastStatus.STOPPED, not_(authored(today))),
            ),
            or_(*(Broadcast.under.startswith(path, autoescape=True) for path in scope)),
        ),
    )
    rows = await session.execute(
        select(Broadcast, Person)
        .join(Person, Broadcast.author_id == Person.id)
        .where(found)
        .order_by(Broadcast.id.desc())
        .limit(limit)
        .offset(offset)
    )
    total = await session.scalar(select(func.count()).select_from(Broadcast).where(found))
    return rows.all(), total or 0


async def of_author(session: AsyncSession, author_id: int) -> Sequence[Broadcast]:
    return (
        await session.scalars(select(Broadcast).where(Broadcast.author_id == author_id).order_by(Broadcast.id))
    ).all()


async def stop_all_of(session: AsyncSession, author_id: int, now: datetime) -> None:
    """Whatever has not gone yet stays, and nobody watches any more."""
    hers = Broadcast.author_id == author_id
    waiting = select(Broadcast.id).where(hers, Broadcast.status.in_(UNDER_WAY))
    await cancel_rows(session, (await session.scalars(waiting)).all())
    await session.execute(
        update(Broadcast)
        .where(hers, Broadcast.status.in_(UNDER_WAY))
        .values(status=BroadcastStatus.STOPPED, finished_at=now)
    )
    await session.execute(
        update(Broadcast).where(hers).values(progress_account_id=None, progress_message_id=None, progress_shown=None)
    )


async def delete_drafts(session: AsyncSession, author_id: int) -> None:
    await session.execute(
        delete(Broadcast).where(Broadcast.author_id == author_id, Broadcast.status == BroadcastStatus.DRAFT)
    )


def _ledger(broadcast_id: int) -> ColumnElement[bool]:
    return and_(OutboxRow.kind == NoticeKind.BROADCAST, OutboxRow.subject_id == broadcast_id)


def _ends() -> dict[str, ColumnElement[bool]]:
    """What a row may have come to: each row to one of them. The names of `services.broadcasts.views.Figures`."""
    dead, why = OutboxRow.state == DueState.DEAD, func.coalesce(OutboxRow.failure, "")
    return {
        "sent": OutboxRow.state == DueState.SENT,
        "waiting": OutboxRow.state.in_((DueState.QUEUED, DueState.LEASED)),
        "blocked": and_(dead, why == Reach.BLOCKED.value),
        "not_connected": and_(dead, why.in_(WITHOUT_ACCOUNT)),
        "failed": and_(dead, why.not_in((Reach.BLOCKED.value, *WITHOUT_ACCOUNT))),
        "dropped": OutboxRow.state.in_((DueState.CANCELLED, DueState.STALE)),
    }


async def delete_rows(session: AsyncSession, broadcast_id: int) -> None:
    """Those of nobody who got it; the ledger of an announcement that is thrown away."""
    await session.execute(delete(OutboxRow).where(_ledger(broadcast_id)))


FIGURES = 6


def _rest_at() -> ColumnElement[datetime | None]:
    """When the first of the queued rows is due."""
    return func.min(case((OutboxRow.state == DueState.QUEUED, OutboxRow.due_at)))


async def rest_at(session: AsyncSession, broadcast_id: int) -> datetime | None:
    return await session.scalar(select(_rest_at()).where(_ledger(broadcast_id)))


def _figures() -> list[ColumnElement[int]]:
    return [func.coalesce(func.sum(case((end, 1), else_=0)), 0).label(name) for name, end in _ends().items()]


async def figures(session: AsyncSession, broadcast_id: int) -> Mapping[str, int]:
    return dict((await session.execute(select(*_figures()).where(_ledger(broadcast_id)))).mappings().one())


async def watched(session: AsyncSession, now: datetime, today: date) -> Sequence[tuple[Any, ...]]:
    """Every announcement whose author watches it now, with its figures and where to show them. One statement."""
    by_right = authored(today)
    begun = or_(
        and_(Broadcast.status == BroadcastStatus.SENDING, by_right),
        and_(Broadcast.status == BroadcastStatus.SCHEDULED, Broadcast.send_at <= now, by_right),
        and_(Broadcast.status == BroadcastStatus.STOPPED, Broadcast.finished_at.is_(None)),
    )
    rows = await session.execute(
        select(
            Broadcast,
            Account.platform,
            Account.user_id,
            Account.reach,
            Person.locale,
            Unit.time_zone,
            by_right.label("authored"),
            _rest_at(),
            *_figures(),
        )
        .join(Person, Broadcast.author_id == Person.id)
        .join(Account, Broadcast.progress_account_id == Account.id)
        .outerjoin(Unit, Person.unit_id == Unit.id)
        .outerjoin(OutboxRow, and_(OutboxRow.kind == NoticeKind.BROADCAST, OutboxRow.subject_id == Broadcast.id))
        .where(begun, Person.erased_at.is_(None))
        .group_by(Broadcast.id, Account.id, Person.id, Unit.id)
        .order_by(Broadcast.id)
    )
    names = list(_ends())
    return [(*row[:-FIGURES], dict(zip(names, row[-FIGURES:], strict=True))) for row in rows]


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


async def people_of(
    session: AsyncSession, broadcast_id: int, end: str, limit: int, offset: int
) -> tuple[Sequence[tuple[Person, Unit | None, str | None]], int]:
    """People whose row has come to that end, by school and name, with why. The erased are left out."""
    found = (
        select(Person, Unit, OutboxRow.failure)
        .join(Person, OutboxRow.person_id == Person.id)
        .outerjoin(Unit, Person.unit_id == Unit.id)
        .where(_ledger(broadcast_id), _ends()[end], Person.erased_at.is_(None))
    )
    total = await session.scalar(select(func.count()).select_from(found.with_only_columns(OutboxRow.id).subquery()))
    rows = await session.execute(
        found.order_by(Unit.search_name, Unit.id, Person.surname, Person.given_name, Person.id)
        .limit(limit)
        .offset(offset)
    )
    return [(person, unit, failure) for person, unit, failure in rows], total or 0


def _again(broadcast_id: int, states: Sequence[DueState]) -> ColumnElement[bool]:
    may_get_it = or_(OutboxRow.state == DueState.QUEUED, connected())  # a queued one has not been tried yet
    return and_(_ledger(broadcast_id), OutboxRow.state.in_(states), Person.erased_at.is_(None), may_get_it)


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


async def zones_again(session: AsyncSession, broadcast_id: int, states: Sequence[DueState]) -> Sequence[str | None]:
    """The time zones of their readers, each once."""
    return (
        await session.scalars(
            select(Unit.time_zone)
            .select_from(OutboxRow)
            .join(Person, OutboxRow.person_id == Person.id)
            .outerjoin(Unit, Person.unit_id == Unit.id)
            .where(_again(broadcast_id, states))
            .distinct()
        )
    ).all()


def rows_again(broadcast_id: int, states: Sequence[DueState], zone: str | None) -> Select[int]:
    """Selects the ids of those rows whose readers live in `zone`."""
    return (
        select(OutboxRow.id)
        .join(Person, OutboxRow.person_id == Person.id)
        .outerjoin(Unit, Person.unit_id == Unit.id)
        .where(_again(broadcast_id, states), Unit.time_zone.is_(None) if zone is None else Unit.time_zone == zone)
    )


async def received(session: AsyncSession, person_id: int) -> Sequence[tuple[int, datetime, str, DueState]]:
    """Announcement, when it was due, its text and what became of it, for everything addressed to a person."""
    rows = await session.execute(
        select(Broadcast.id, OutboxRow.due_at, Broadcast.html, OutboxRow.state)
        .join(Broadcast, OutboxRow.subject_id == Broadcast.id)
        .where(OutboxRow.kind == NoticeKind.BROADCAST, OutboxRow.person_id == person_id)
        .order_by(OutboxRow.id)
    )
    return [(broadcast_id, due_at, html, state) for broadcast_id, due_at, html, state in rows]
