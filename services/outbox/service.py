"""Due work as rows: enqueue · claim under a lease · record what became of it.

Delivery is at least once: a process that dies between sending and recording leaves a leased row, and it is sent
again when the lease has run out. Nothing is lost; a duplicate is possible, and only then.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import outbox as queries
from db.vocabulary import DueState, NoticeKind, Reach
from services.calendar.model import Calendar
from services.outbox import rules
from services.outbox.model import Claimed, Due

ACCIDENT = "accident"
NIGHT = "night"


async def enqueue(session: AsyncSession, dues: Sequence[Due]) -> None:
    """Add rows in one statement; keys that are there already are left as they are."""
    if not dues:
        return
    edited = await queries.ids_by_key(session, [due.edits_key for due in dues if due.edits_key])
    await queries.insert_or_ignore(
        session,
        [
            {
                "dedupe_key": due.key,
                "kind": due.kind,
                "person_id": due.person_id,
                "subject_id": due.subject_id,
                "version": due.version,
                "data": dict(due.data),
                "due_at": due.due_at,
                "expires_at": due.expires_at,
                "priority": int(due.priority),
                "edits_id": edited.get(due.edits_key) if due.edits_key else None,
                "state": DueState.DEAD if due.failure else DueState.QUEUED,
                "failure": due.failure,
                "attempts": 0,
            }
            for due in dues
            if due.edits_key is None or due.edits_key in edited
        ],
    )


async def cancel(
    session: AsyncSession, kinds: Sequence[NoticeKind], subject_id: int, person_id: int | None = None
) -> int:
    """Take back what has not been sent yet about a subject (to one person). Returns how many rows."""
    return await queries.cancel_queued(session, kinds, subject_id, person_id)


async def cancel_each(session: AsyncSession, kind: NoticeKind, subject_ids: Collection[int]) -> set[int]:
    """Take back what has not been sent yet about any of the subjects. Returns of which something was."""
    return await queries.cancel_queued_each(session, kind, subject_ids)


async def requeue(
    session: AsyncSession, rows: Select[int] | Sequence[int], states: Sequence[DueState], due_at: datetime
) -> int:
    """Send finished rows once more: the same rows, so that there is still one a recipient. Returns how many.

    `rows` are their ids, or selects them if they may be many: a statement takes 32,767 values (asyncpg).
    """
    return await queries.requeue(session, rows, states, due_at)


async def claim(session: AsyncSession, now: datetime, limit: int) -> list[Claimed]:
    """Lease up to `limit` due rows, the most urgent first; rows past their expiry go stale instead."""
    await queries.expire(session, now)
    ids = await queries.lease(session, now, now + rules.LEASE, limit)
    return [Claimed(**row) for row in await queries.claimed(session, ids)]


async def record_sent(session: AsyncSession, row: Claimed, message_id: int | None, now: datetime) -> bool:
    """False, here and below: the lease has run out and the row is another claim's, whose record counts."""
    return await queries.finish(
        session,
        row.id,
        row.leased_until,
        DueState.SENT,
        now,
        account_id=row.account_id,
        message_id=message_id,
        failure=None,
    )


async def record_stale(session: AsyncSession, rows: Sequence[Claimed], now: datetime) -> None:
    """What the rows, all of one claim, spoke of has changed; they were not sent."""
    if rows:
        await queries.finish_many(session, [row.id for row in rows], rows[0].leased_until, DueState.STALE, now)


async def record_dead(
    session: AsyncSession, row: Claimed, failure: str, now: datetime, reach: Reach | None = None
) -> bool:
    """It will never arrive. `reach` is what that says about the account (blocked, gone)."""
    if reach is not None and row.account_id is not None:
        await queries.set_account_reach(session, row.account_id, reach)
    return await queries.finish(
        session, row.id, row.leased_until, DueState.DEAD, now, account_id=row.account_id, failure=failure
    )


async def record_failure(
    session: AsyncSession, row: Claimed, failure: str, now: datetime, zone: ZoneInfo, calendar: Calendar
) -> bool:
    """It may arrive later, after a growing pause that a night makes longer; given up after `rules.most_attempts`.

    `zone`, here and below, is the reader's.
    """
    again = rules.next_attempt(row.attempts, now, rules.most_attempts(row.kind, failure))
    return await _again_or_dead(session, row, failure, again, now, zone, calendar)


async def record_accident(
    session: AsyncSession, row: Claimed, now: datetime, zone: ZoneInfo, calendar: Calendar
) -> bool:
    """We stumbled over the row ourselves: a few tries more, in case it was the moment and not the row."""
    again = rules.next_attempt(row.attempts, now, rules.MAX_ACCIDENTS)
    return await _again_or_dead(session, row, ACCIDENT, again, now, zone, calendar)


async def record_wait(
    session: AsyncSession, row: Claimed, failure: str, until: datetime, zone: ZoneInfo, calendar: Calendar
) -> bool:
    """The messenger said when to come back; that is no failed attempt and is never given up."""
    until = rules.not_before(until, row.due_at, row.expires_at, zone, calendar)
    return await queries.put_back(session, [row.id], row.leased_until, until, failure, counted=False)


async def record_put_off(session: AsyncSession, rows: Sequence[Claimed], until: datetime) -> None:
    """It is night where the readers of these rows, all of one claim, are. That is no failed attempt either."""
    await queries.put_back(session, [row.id for row in rows], rows[0].leased_until, until, NIGHT, counted=False)


async def _again_or_dead(
    session: AsyncSession,
    row: Claimed,
    failure: str,
    again: datetime | None,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> bool:
    if again is None:
        return await record_dead(session, row, failure, now)
    again = rules.not_before(again, row.due_at, row.expires_at, zone, calendar)
    return await queries.put_back(session, [row.id], row.leased_until, again, failure, counted=True)


async def next_due(session: AsyncSession) -> datetime | None:
    """When the next row is due; a leased one when its lease ends, for its process may have died."""
    return await queries.earliest_due(session)
