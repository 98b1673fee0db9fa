"""What due rows of an announcement say, for many rows at once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import broadcast_authors as authors
from db.queries import broadcasts as queries
from db.vocabulary import BroadcastStatus
from services.broadcasts.listing import announcement, author_name
from services.broadcasts.views import Announcement, LeftBehind
from services.content import Content
from services.outbox.model import Claimed
from services.people.days import today


async def load_announcements(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, Announcement]:
    """One statement. Stale: rows of an announcement that was stopped after they had been claimed, or whose author
    has lost the right to speak since (`services.broadcasts.left_behind` stops it then)."""
    found = await authors.going(session, {row.subject_id for row in rows}, today(session, now))
    views = {one.id: announcement(one, author) for one, author in found}
    return {row.id: views[row.subject_id] for row in rows if row.subject_id in views}


async def load_tests(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, Announcement]:
    """One statement. A test is of the draft as it is now, and only its author gets it."""
    found = {one.id: (one, author) for one, author in await queries.by_ids(session, [row.subject_id for row in rows])}
    return {
        row.id: announcement(*found[row.subject_id])
        for row in rows
        if row.subject_id in found and found[row.subject_id][1].id == row.person_id
    }


async def load_left_behind(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, LeftBehind]:
    """One statement. Somebody may have gone on with it by now."""
    found = {one.id: (one, author) for one, author in await queries.by_ids(session, [row.subject_id for row in rows])}
    return {
        row.id: LeftBehind(row.subject_id, author_name(author))
        for row in rows
        if row.subject_id in found
        for one, author in [found[row.subject_id]]
        if one.status == BroadcastStatus.STOPPED and author.id == row.data["author_id"]
    }
