"""The owner's copy of what is kept of her answers, and its erasure."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import attempts as queries
from services.calendar.model import Calendar


async def export(session: AsyncSession, person_id: int) -> dict[str, Any]:
    """Every attempt with its answers, scores and shares. Four statements at most."""
    attempts = await queries.every_attempt_of(session, person_id)
    ids = [one.id for one in attempts]
    answers = await queries.answers_of(session, ids)
    areas: dict[int, dict[str, Any]] = {}
    for area in await queries.area_results_of(session, ids):
        areas.setdefault(area.attempt_id, {})[area.area_id] = {"percent": area.percent, "level": area.level_id}
    shares: dict[int, list[dict[str, str]]] = {}
    for share in await queries.every_share_of(session, ids):
        shares.setdefault(share.attempt_id, []).append(
            {
                "to": str(share.audience),
                "since": share.shared_at.isoformat(),
                "until": share.revoked_at.isoformat() if share.revoked_at else "",
            }
        )
    return {
        "attempts": [
            {
                "id": one.id,
                "questionnaire": one.questionnaire_id,
                "version": one.version,
                "state": str(one.state),
                "started_at": one.started_at.isoformat(),
                "finished_at": one.finished_at.isoformat() if one.finished_at else None,
                "answers": answers.get(one.id, {}),
                "areas": areas.get(one.id, {}),
                "shared": shares.get(one.id, []),
            }
            for one in attempts
        ]
    }


async def erase(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo, calendar: Calendar) -> None:
    await queries.delete_attempts(session, person_id)
