"""From a draft to one due row a recipient; stopping it; sending it once more to those whom it did not reach."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Broadcast
from db.queries import broadcasts as queries
from db.queries import segments
from db.vocabulary import BroadcastStatus, DueState, NoticeKind
from services.audit.service import record
from services.broadcasts import rules
from services.broadcasts.access import meant, own, own_draft
from services.broadcasts.errors import NobodyThere, NothingToSend, TooLong
from services.broadcasts.segment import Segment
from services.broadcasts.views import Confirmed, Figures
from services.calendar.model import Calendar
from services.outbox import service as outbox
from services.outbox.model import Due, Priority
from services.people.views import PersonView

UNDER_WAY = (BroadcastStatus.SCHEDULED, BroadcastStatus.SENDING)
NOT_REACHED = (DueState.DEAD,)
HELD_BACK = (DueState.CANCELLED, DueState.STALE)


async def confirm(
    session: AsyncSession,
    author: PersonView,
    account_id: int,
    broadcast_id: int,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> Confirmed:
    """Write a row for everyone who can be written to, each due at a humane moment of her own time zone.

    `zone` is for units that name none, `account_id` the author's account, in which she watches. The number of
    statements does not depend on the number of people. Raises AlreadySent, NothingToSend, TooLong, NobodyThere.
    """
    draft = await own_draft(session, author, broadcast_id)
    _check(draft)
    wanted = await meant(session, author, Segment.from_json(draft.segment), now)
    people = await segments.recipients(session, wanted)
    if not people:
        raise NobodyThere()
    _, draft.not_connected = await segments.audience(session, wanted)
    due = {name: rules.goes_at(draft.send_at, now, _zone(name, zone), calendar) for _, name in people}
    await outbox.enqueue(
        session,
        [
            Due(
                kind=NoticeKind.BROADCAST,
                person_id=person_id,
                subject_id=draft.id,
                key=f"broadcast:{draft.id}:{person_id}",
                due_at=due[name],
                priority=Priority.BULK,
            )
            for person_id, name in people
        ],
    )
    first = min(due.values())
    draft.status = BroadcastStatus.SCHEDULED if first > now else BroadcastStatus.SENDING
    draft.send_at = first
    draft.progress_account_id = account_id
    record(session, author.id, "broadcast_confirmed", f"broadcast:{draft.id}", now, recipients=len(people))
    return Confirmed(len(people), first)


async def send_test(session: AsyncSession, author: PersonView, broadcast_id: int, now: datetime) -> None:
    """To the author alone, now, by the way that everyone's message will take. Raises TooLong, NothingToSend."""
    draft = await own_draft(session, author, broadcast_id)
    _check(draft)
    await outbox.enqueue(
        session,
        [
            Due(
                kind=NoticeKind.BROADCAST_TEST,
                person_id=author.id,
                subject_id=draft.id,
                key=f"broadcast:{draft.id}:test:{now.isoformat()}",
                due_at=now,
                priority=Priority.PERSONAL,
            )
        ],
    )


async def stop(session: AsyncSession, author: PersonView, broadcast_id: int, now: datetime) -> Figures:
    """Take back every row that is still queued. What is on its way arrives. Stopping twice changes nothing."""
    found = await own(session, author, broadcast_id, lock=True)
    if found.status in UNDER_WAY:
        await outbox.cancel(session, [NoticeKind.BROADCAST], found.id)
        begun = found.status == BroadcastStatus.SENDING
        found.status = BroadcastStatus.STOPPED
        if not begun:
            found.finished_at = now
        record(session, author.id, "broadcast_stopped", f"broadcast:{found.id}", now)
    return Figures(*await queries.figures(session, broadcast_id))


async def resend(
    session: AsyncSession,
    author: PersonView,
    account_id: int,
    broadcast_id: int,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> int:
    """Once more to those whom it did not reach and who can be written to by now. Returns to how many.

    The same rows go again under a new version: there stays one a recipient, and pressing twice sends once.
    """
    return await _again(session, author, account_id, broadcast_id, NOT_REACHED, now, zone, calendar)


async def resume(
    session: AsyncSession,
    author: PersonView,
    account_id: int,
    broadcast_id: int,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> int:
    """Go on with what was stopped: the rows that were held back. Returns how many."""
    return await _again(session, author, account_id, broadcast_id, HELD_BACK, now, zone, calendar)


async def _again(
    session: AsyncSession,
    author: PersonView,
    account_id: int,
    broadcast_id: int,
    states: Sequence[DueState],
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> int:
    found = await own(session, author, broadcast_id, lock=True)
    if found.status == BroadcastStatus.DRAFT:
        return 0
    by_zone: dict[str | None, list[int]] = defaultdict(list)
    rows: Sequence[Row[int, str | None]] = await queries.rows_again(session, found.id, states)
    for row_id, name in rows:
        by_zone[name].append(row_id)
    due = {name: rules.goes_at(None, now, _zone(name, zone), calendar) for name in by_zone}
    count = 0
    for name, row_ids in by_zone.items():
        count += await outbox.requeue(session, row_ids, states, due[name])
    if count:
        found.send_at = min(due.values())
        found.status = BroadcastStatus.SCHEDULED if found.send_at > now else BroadcastStatus.SENDING
        found.finished_at = None
        found.progress_account_id = account_id
        found.progress_message_id = found.progress_shown = None  # watched in a new message, below
        record(session, author.id, "broadcast_sent_again", f"broadcast:{found.id}", now, recipients=count)
    return count


def _check(draft: Broadcast) -> None:
    attached = draft.attachment_id is not None
    if not draft.length and not attached:
        raise NothingToSend()
    if excess := rules.excess(draft.length, attached):
        raise TooLong(length=draft.length, limit=rules.limit(attached), excess=excess, attached=attached)


def _zone(name: str | None, default: ZoneInfo) -> ZoneInfo:
    return ZoneInfo(name) if name else default
