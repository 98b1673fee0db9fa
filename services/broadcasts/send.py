"""From a draft to one due row a recipient; stopping it; sending it once more to those whom it did not reach."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Broadcast
from db.queries import broadcast_authors as authors
from db.queries import broadcasts as queries
from db.queries import segments
from db.vocabulary import BroadcastStatus, DueState, NoticeKind
from services.audit.service import record
from services.broadcasts import rules
from services.broadcasts.access import meant, overseen, own, own_draft
from services.broadcasts.errors import AlreadySent, NobodyThere, NothingToSend, TimePassed, TooLong
from services.broadcasts.segment import Segment
from services.broadcasts.views import Confirmed, Figures
from services.calendar.model import Calendar
from services.errors import NotAllowed
from services.outbox import service as outbox
from services.outbox.model import NOT_CONNECTED, Due, Priority
from services.people.days import today
from services.people.views import PersonView

UNDER_WAY = authors.UNDER_WAY
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
    """Write a row for everyone who is meant, each due at a humane moment of her own time zone.

    The row of somebody who cannot be written to is dead from the beginning: she is counted and named afterwards, and
    gets it when she has come and it is sent once more.

    `zone` is for units that name none, `account_id` the author's account, in which she watches. The number of
    statements does not depend on the number of people.

    Raises AlreadySent, NothingToSend, TooLong, TimePassed, NobodyThere.
    """
    draft = await own_draft(session, author, broadcast_id)
    _check(draft)
    if draft.send_at is not None and draft.send_at <= now:
        raise TimePassed()
    wanted = await meant(session, author, Segment.from_json(draft.segment), now)
    people = await segments.meant(session, wanted)
    due = {
        name: rules.goes_at(draft.send_at, now, _zone(name, zone), calendar)
        for _, name, connected, _ in people
        if connected
    }
    if not due:
        raise NobodyThere()
    first = min(due.values())
    await outbox.enqueue(
        session,
        [
            Due(
                kind=NoticeKind.BROADCAST,
                person_id=person_id,
                subject_id=draft.id,
                key=f"broadcast:{draft.id}:{person_id}",
                due_at=due.get(name, first),
                priority=Priority.BULK,
                failure=None if connected else str(closed) if closed else NOT_CONNECTED,
            )
            for person_id, name, connected, closed in people
        ],
    )
    recipients = sum(connected for _, _, connected, _ in people)
    draft.under = rules.common_path(
        [path for path in (wanted.school_path, wanted.municipality_path) if path][:1] or wanted.scope
    )
    draft.status = BroadcastStatus.SCHEDULED if first > now else BroadcastStatus.SENDING
    draft.send_at = first
    draft.progress_account_id = account_id
    record(session, author.id, "broadcast_confirmed", f"broadcast:{draft.id}", now, recipients=recipients)
    return Confirmed(recipients, first)


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


async def stop(session: AsyncSession, viewer: PersonView, broadcast_id: int, now: datetime) -> Figures:
    """Take back every row that is still queued. What is on its way arrives. Stopping twice changes nothing.

    A colleague of the scope may do it too; then the author is shown it in her live message.
    """
    found = await overseen(session, viewer, broadcast_id, lock=True)
    if found.status in UNDER_WAY:
        await outbox.cancel(session, [NoticeKind.BROADCAST], found.id)
        watched = found.status == BroadcastStatus.SENDING or found.author_id != viewer.id
        found.status = BroadcastStatus.STOPPED
        if not watched:
            found.finished_at = now
        record(session, viewer.id, "broadcast_stopped", f"broadcast:{found.id}", now)
    return Figures(**await queries.figures(session, broadcast_id))


async def again(
    session: AsyncSession,
    author: PersonView,
    account_id: int,
    broadcast_id: int,
    states: Sequence[DueState],
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> int:
    """Once more the rows in `states`, NOT_REACHED or HELD_BACK, whose readers can be written to. Returns how many.

    At the moment that was chosen, if it is still to come. The same rows go again under a new version: there stays
    one a recipient, and pressing twice sends once. A colleague goes on with what its author has left behind, and it
    is hers from then on. Raises NotFound, NotAllowed.
    """
    found = await overseen(session, author, broadcast_id, lock=True)
    if found.author_id != author.id:
        if await authors.has_author(session, broadcast_id, today(session, now)):
            raise NotAllowed()
        found.author_id = author.id
    if found.status == BroadcastStatus.DRAFT:
        return 0
    count = await _requeue(session, found, account_id, states, now, zone, calendar)
    if count:
        record(session, author.id, "broadcast_sent_again", f"broadcast:{found.id}", now, recipients=count)
    return count


async def reschedule(
    session: AsyncSession,
    author: PersonView,
    account_id: int,
    broadcast_id: int,
    asked: datetime | None,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> None:
    """Another moment for one that waits for its own; None sends it now. Raises TimePassed, AlreadySent."""
    found = await own(session, author, broadcast_id, lock=True)
    if asked is not None and asked <= now:
        raise TimePassed()
    if found.status != BroadcastStatus.SCHEDULED:
        raise AlreadySent()
    found.send_at = asked
    await _requeue(session, found, account_id, (DueState.QUEUED,), now, zone, calendar)
    record(session, author.id, "broadcast_rescheduled", f"broadcast:{found.id}", now)


async def _requeue(
    session: AsyncSession,
    found: Broadcast,
    account_id: int,
    states: Sequence[DueState],
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> int:
    """One statement a time zone."""
    names = await queries.zones_again(session, found.id, states)
    due = {name: rules.goes_at(found.send_at, now, _zone(name, zone), calendar) for name in names}
    count = 0
    for name, moment in due.items():
        count += await outbox.requeue(session, queries.rows_again(found.id, states, name), states, moment)
    if count:
        found.send_at = min(due.values())
        found.status = BroadcastStatus.SCHEDULED if found.send_at > now else BroadcastStatus.SENDING
        found.finished_at = None
        if found.progress_account_id != account_id:
            found.progress_message_id = None  # it stands in another chat
        found.progress_account_id = account_id
        found.progress_shown = None  # watched in a new message, below the old one
    return count


def _check(draft: Broadcast) -> None:
    attached = draft.attachment_id is not None
    if not draft.length and not attached:
        raise NothingToSend()
    if excess := rules.excess(draft.length, attached):
        raise TooLong(length=draft.length, limit=rules.limit(attached), excess=excess, attached=attached)


def _zone(name: str | None, default: ZoneInfo) -> ZoneInfo:
    return ZoneInfo(name) if name else default
