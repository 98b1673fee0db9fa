"""What announcements keep about a person: those she wrote, and that others were addressed to her."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import broadcasts as queries
from services.calendar.model import Calendar


async def export(session: AsyncSession, person_id: int) -> dict[str, Any]:
    written = await queries.of_author(session, person_id)
    return {
        "written": [
            {"id": one.id, "text": one.html, "status": one.status, "created_at": one.created_at.isoformat()}
            for one in written
        ],
        "received": [
            {"id": broadcast_id, "text": html, "state": state, "due_at": due_at.isoformat()}
            for broadcast_id, due_at, html, state in await queries.received(session, person_id)
        ],
    }


async def erase(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo, calendar: Calendar) -> None:
    """Drafts go, and what waits to be sent in her name is stopped: nobody would answer for it any more.

    What she announced stays: it belongs to those who read it.
    """
    await queries.delete_drafts(session, person_id)
    await queries.stop_all_of(session, person_id, now)
