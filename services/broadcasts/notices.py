"""What due rows of an announcement say, for many rows at once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import broadcasts as queries
from db.vocabulary import BroadcastStatus
from services.broadcasts.listing import announcement
from services.broadcasts.views import Announcement
from services.content import Content
from services.outbox.model import Claimed

NOT_SENT = (BroadcastStatus.DRAFT, BroadcastStatus.STOPPED)


async def load_announcements(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, Announcement]:
    """One statement. Rows of an announcement that was stopped after they had been claimed are stale."""
    found = await queries.by_ids(session, list({row.subject_id for row in rows}))
    views = {one.id: announcement(one, author) for one, author in found if one.status not in NOT_SENT}
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
