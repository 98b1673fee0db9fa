"""The message in which an author watches her announcement going out."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import broadcasts as queries
from db.vocabulary import BroadcastStatus, Platform, Reach
from services.broadcasts import rules
from services.broadcasts.views import Figures, Live
from services.people.days import today


async def watched(session: AsyncSession, now: datetime) -> list[Live]:
    """Everything that is going out, or was stopped and the author has not seen it yet. One statement."""
    return [
        Live(
            id=found.id,
            status=BroadcastStatus(found.status),
            figures=Figures(**figures),
            platform=Platform(platform),
            user_id=user_id,
            readable=reach == Reach.OPEN,
            locale=locale,
            zone=zone,
            message_id=found.progress_message_id,
            shown=found.progress_shown,
            authored=authored,
            rest_at=rules.waits_until(rest_at, now),
        )
        for found, platform, user_id, reach, locale, zone, authored, rest_at, figures in await queries.watched(
            session, now, today(session, now)
        )
    ]


def as_it_stands(live: Live) -> Live:
    """With the status that its figures mean: begun, and done when nothing is left."""
    if live.status == BroadcastStatus.STOPPED:
        return live
    return replace(live, status=BroadcastStatus.DONE if live.over else BroadcastStatus.SENDING)


async def record_shown(session: AsyncSession, before: Live, after: Live, now: datetime) -> None:
    """`after` is what the author sees now."""
    assert after.shown is not None
    finished_at = now if after.over else None
    await queries.record_shown(
        session, before.id, after.message_id, after.shown, before.status, after.status, finished_at
    )
