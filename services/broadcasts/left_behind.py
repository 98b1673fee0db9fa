"""Announcements whose author has lost the role in which she signs them: they stop, and colleagues may go on."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Broadcast
from db.queries import broadcast_authors as authors
from db.queries import broadcasts as queries
from db.queries import pairs as pair_queries
from db.vocabulary import BroadcastStatus, NoticeKind, Role
from services.audit.service import record
from services.calendar.rules import humane
from services.content import Content
from services.outbox import service as outbox
from services.outbox.model import Due
from services.people.days import today


async def stop_left_behind(session: AsyncSession, now: datetime, zone: ZoneInfo, content: Content) -> None:
    """Planned: whatever way the role went, nothing more goes out with her signature. Her live message tells her,
    a notice the methodists of the readers. Rows that fall due before this has run are left alone by their loader."""
    left = await authors.left_behind(session, today(session, now))
    if not left:
        return
    await queries.cancel_rows(session, [one.id for one in left])
    for one in left:
        one.status = BroadcastStatus.STOPPED
        record(session, None, "broadcast_stopped", f"broadcast:{one.id}", now, why="author_left")
    await outbox.enqueue(session, await _to_colleagues(session, left, now, zone, content))


async def _to_colleagues(
    session: AsyncSession, left: Sequence[Broadcast], now: datetime, zone: ZoneInfo, content: Content
) -> list[Due]:
    methodists = await pair_queries.holders(session, Role.METHODIST, today(session, now))
    return [
        Due(
            NoticeKind.BROADCAST_LEFT_BEHIND,
            person_id,
            one.id,
            f"broadcast:{one.id}:left:{one.author_id}:{person_id}:{now.isoformat()}",
            humane(now, ZoneInfo(own_zone) if own_zone else zone, content.calendar),
            data={"author_id": one.author_id},
        )
        for one in left
        for person_id, path, own_zone in methodists
        if one.under.startswith(path) and person_id != one.author_id
    ]
