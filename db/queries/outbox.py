from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Account, OutboxRow, Person, Unit
from db.vocabulary import DueState, NoticeKind, Reach


async def insert_or_ignore(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    await session.execute(insert(OutboxRow).on_conflict_do_nothing(index_elements=["dedupe_key"]), rows)


async def ids_by_key(session: AsyncSession, keys: Sequence[str]) -> dict[str, int]:
    if not keys:
        return {}
    found = await session.execute(select(OutboxRow.dedupe_key, OutboxRow.id).where(OutboxRow.dedupe_key.in_(keys)))
    return dict(found.all())


async def cancel_queued(
    session: AsyncSession, kinds: Sequence[NoticeKind], subject_id: int, person_id: int | None
) -> int:
    whose = OutboxRow.person_id == person_id if person_id is not None else OutboxRow.person_id.is_not(None)
    result = await session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.kind.in_(kinds),
            OutboxRow.subject_id == subject_id,
            whose,
            OutboxRow.state == DueState.QUEUED,
        )
        .values(state=DueState.CANCELLED)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def cancel_queued_each(session: AsyncSession, kind: NoticeKind, subject_ids: Collection[int]) -> set[int]:
    """Returns the subjects of which a row was waiting."""
    waiting = update(OutboxRow).where(
        OutboxRow.kind == kind, OutboxRow.subject_id.in_(subject_ids), OutboxRow.state == DueState.QUEUED
    )
    taken_back = waiting.values(state=DueState.CANCELLED).returning(OutboxRow.subject_id)
    return set((await session.scalars(taken_back)).all())


async def requeue(
    session: AsyncSession, rows: Select[int] | Sequence[int], states: Sequence[DueState], due_at: datetime
) -> int:
    """Finished rows that are to go once more, with a fresh count of attempts. Returns how many rows."""
    result = await session.execute(
        update(OutboxRow)
        .where(OutboxRow.id.in_(rows), OutboxRow.state.in_(states))
        .values(
            state=DueState.QUEUED,
            due_at=due_at,
            attempts=0,
            failure=None,
            done_at=None,
            leased_until=None,
            version=OutboxRow.version + 1,
        )
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def expire(session: AsyncSession, now: datetime) -> None:
    await session.execute(
        update(OutboxRow)
        .where(_due(now), OutboxRow.expires_at <= now)
        .values(state=DueState.STALE, done_at=now, leased_until=None)
    )


def _due(now: datetime) -> ColumnElement[bool]:
    """Queued and due, or under a lease that has run out: its process died."""
    return or_(
        and_(OutboxRow.state == DueState.QUEUED, OutboxRow.due_at <= now),
        and_(OutboxRow.state == DueState.LEASED, OutboxRow.leased_until <= now),
    )


async def lease(session: AsyncSession, now: datetime, until: datetime, limit: int) -> Sequence[int]:
    """Ids of up to `limit` due rows, leased until `until`. Two processes never get the same row.

    PostgreSQL steps over rows that another claim holds; on SQLite claims come one after the other
    (`db.database.Database.transaction` begins as a writer).
    """
    ids = (
        await session.scalars(
            select(OutboxRow.id)
            .where(_due(now))
            .order_by(OutboxRow.priority.desc(), OutboxRow.due_at, OutboxRow.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
    ).all()
    if ids:
        await session.execute(
            update(OutboxRow)
            .where(OutboxRow.id.in_(ids))
            .values(state=DueState.LEASED, leased_until=until, attempts=OutboxRow.attempts + 1)
        )
    return ids


async def claimed(session: AsyncSession, ids: Sequence[int]) -> list[dict[str, Any]]:
    """The leased rows with the newest open account of each person, in order of urgency."""
    if not ids:
        return []
    newest = (
        select(Account.person_id, func.max(Account.id).label("account_id"))
        .where(
            Account.reach == Reach.OPEN,
            Account.person_id.in_(select(OutboxRow.person_id).where(OutboxRow.id.in_(ids))),
        )
        .group_by(Account.person_id)
        .subquery()
    )
    reach = (
        select(Account.reach)
        .where(Account.person_id == OutboxRow.person_id)
        .order_by(Account.id.desc())
        .limit(1)
        .correlate(OutboxRow)
        .scalar_subquery()
    )
    edited = aliased(OutboxRow)
    rows = await session.execute(
        select(
            OutboxRow.id,
            OutboxRow.kind,
            OutboxRow.person_id,
            OutboxRow.subject_id,
            OutboxRow.version,
            OutboxRow.data,
            OutboxRow.attempts,
            OutboxRow.due_at,
            OutboxRow.expires_at,
            OutboxRow.leased_until,
            reach.label("reach"),
            Account.id.label("account_id"),
            Account.platform,
            Account.user_id,
            Person.locale,
            Unit.time_zone.label("zone"),
            OutboxRow.edits_id.is_not(None).label("edits"),
            edited.message_id.label("edits_message_id"),
        )
        .join(Person, OutboxRow.person_id == Person.id)
        .outerjoin(Unit, Person.unit_id == Unit.id)
        .outerjoin(edited, OutboxRow.edits_id == edited.id)
        .outerjoin(newest, newest.c.person_id == OutboxRow.person_id)
        .outerjoin(Account, Account.id == func.coalesce(edited.account_id, newest.c.account_id))
        .where(OutboxRow.id.in_(ids))
        .order_by(OutboxRow.priority.desc(), OutboxRow.due_at, OutboxRow.id)
    )
    return [dict(row) for row in rows.mappings()]


def _still_ours(row_ids: Sequence[int], leased_until: datetime) -> ColumnElement[bool]:
    """The lease that was given with the row still stands: nobody has claimed it again since.

    A claim is made only when the lease before has run out, so two leases of a row never end at the same moment.
    """
    return and_(OutboxRow.id.in_(row_ids), OutboxRow.state == DueState.LEASED, OutboxRow.leased_until == leased_until)


async def finish(
    session: AsyncSession, row_id: int, leased_until: datetime, state: DueState, now: datetime, **values: Any
) -> bool:
    """False when the row is somebody else's by now; it is left as it is."""
    result = await session.execute(
        update(OutboxRow)
        .where(_still_ours([row_id], leased_until))
        .values(state=state, done_at=now, leased_until=None, **values)
    )
    return bool(result.rowcount)  # type: ignore[attr-defined]


async def finish_many(
    session: AsyncSession, row_ids: Sequence[int], leased_until: datetime, state: DueState, now: datetime
) -> None:
    if row_ids:
        await session.execute(
            update(OutboxRow)
            .where(_still_ours(row_ids, leased_until))
            .values(state=state, done_at=now, leased_until=None)
        )


async def put_back(
    session: AsyncSession,
    row_ids: Sequence[int],
    leased_until: datetime,
    due_at: datetime,
    failure: str,
    *,
    counted: bool,
) -> bool:
    """Due again at `due_at`. An attempt that is not `counted` was no fault of the row."""
    result = await session.execute(
        update(OutboxRow)
        .where(_still_ours(row_ids, leased_until))
        .values(
            state=DueState.QUEUED,
            due_at=due_at,
            leased_until=None,
            failure=failure,
            attempts=OutboxRow.attempts - (0 if counted else 1),
        )
    )
    return bool(result.rowcount)  # type: ignore[attr-defined]


async def set_account_reach(session: AsyncSession, account_id: int, reach: Reach) -> None:
    await session.execute(update(Account).where(Account.id == account_id).values(reach=reach))


async def earliest_due(session: AsyncSession) -> datetime | None:
    due: ColumnElement[datetime] = case(
        (OutboxRow.state == DueState.LEASED, OutboxRow.leased_until), else_=OutboxRow.due_at
    )
    return await session.scalar(select(func.min(due)).where(OutboxRow.state.in_((DueState.QUEUED, DueState.LEASED))))
