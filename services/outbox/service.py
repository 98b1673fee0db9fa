"""Due work as rows: enqueue · claim under a lease · record what became of it.

Delivery is at least once: a process that dies between sending and recording leaves a leased row, and it is sent
again when the lease has run out. Nothing is lost; a duplicate is possible, and only then.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import outbox as queries
from db.vocabulary import DueState, NoticeKind, Reach
from services.outbox import rules
from services.outbox.model import Claimed, Due


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
                "state": DueState.QUEUED,
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


async def claim(session: AsyncSession, now: datetime, limit: int) -> list[Claimed]:
    """Lease up to `limit` due rows, the most urgent first; rows past their expiry go stale instead."""
    await queries.expire(session, now)
    ids = await queries.lease(session, now, now + rules.LEASE, limit)
    return [Claimed(**row) for row in await queries.claimed(session, ids)]


async def record_sent(session: AsyncSession, row: Claimed, message_id: int | None, now: datetime) -> None:
    await queries.finish(session, row.id, DueState.SENT, now, account_id=row.account_id, message_id=message_id)


async def record_stale(session: AsyncSession, row_ids: Sequence[int], now: datetime) -> None:
    """What the rows spoke of has changed; they were not sent."""
    await queries.finish_many(session, row_ids, DueState.STALE, now)


async def record_dead(
    session: AsyncSession, row: Claimed, failure: str, now: datetime, reach: Reach | None = None
) -> None:
    """It will never arrive. `reach` is what that says about the account (blocked, gone)."""
    await queries.finish(session, row.id, DueState.DEAD, now, account_id=row.account_id, failure=failure)
    if reach is not None and row.account_id is not None:
        await queries.set_account_reach(session, row.account_id, reach)


async def record_failure(
    session: AsyncSession, row: Claimed, failure: str, now: datetime, retry_at: datetime | None = None
) -> None:
    """It may arrive later: at `retry_at` if the messenger named a time, else after a growing pause."""
    again = retry_at or rules.next_attempt(row.attempts, now)
    if again is None:
        await record_dead(session, row, failure, now)
    else:
        await queries.put_back(session, row.id, again, failure)


async def next_due(session: AsyncSession) -> datetime | None:
    """When the next row is due, leased ones apart."""
    return await queries.earliest_due(session)
