from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import event_reminders as queries
from services.calendar.model import Calendar
from services.content import Content
from services.events import tell
from services.events.rules import no_place_time
from services.outbox.service import enqueue

AHEAD = timedelta(days=6)
"""How long before the start the planner looks: longer than the earliest reminder."""


async def plan_reminders(
    session: AsyncSession, event_ids: Sequence[int], zone: ZoneInfo, calendar: Calendar, now: datetime
) -> None:
    """Write the reminders of everyone with a place in these events; those that are written stay as they are."""
    dues = []
    for event, sign_up, own_zone in await queries.to_remind(session, event_ids, now):
        dues += tell.reminders(event, sign_up, ZoneInfo(own_zone or zone.key), calendar, now)
    await enqueue(session, dues)


async def plan_missing_reminders(session: AsyncSession, now: datetime, zone: ZoneInfo, content: Content) -> None:
    """A planner: reminders of places that came about without one (imported)."""
    event_ids = await queries.without_reminders(session, now, now + AHEAD)
    if event_ids:
        await plan_reminders(session, event_ids, zone, content.calendar, now)


async def plan_news_for_the_line(session: AsyncSession, now: datetime, zone: ZoneInfo, content: Content) -> None:
    """A planner: whoever waits hears once, shortly before the event, that no place has come free."""
    dues = []
    for event, sign_up, own_zone in await queries.waiting_untold(session, now, now + AHEAD):
        moment = no_place_time(event.starts_at, now, ZoneInfo(own_zone or zone.key), content.calendar)
        if moment is not None:
            dues.append(tell.no_place(event, sign_up, moment))
    await enqueue(session, dues)
