"""What the log of actions holds about somebody: what she did, and what was done to her data."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import audit as queries
from services.calendar.model import Calendar


async def export(session: AsyncSession, person_id: int) -> dict[str, Any]:
    """Who else took part is not told: that is about others."""
    return {
        "actions": [
            {"at": one.at.isoformat(), "action": one.action, "with": one.subject, "by_you": one.actor_id == person_id}
            for one in await queries.records_about(session, person_id)
        ]
    }


async def erase(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo, calendar: Calendar) -> None:
    """The log stays: it holds numbers and codes, and the person is told so before she erases."""
