from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import EventDraft
from db.queries import event_reminders as reminder_queries
from db.queries import events as queries
from db.vocabulary import EventStatus
from services.calendar.model import Calendar
from services.events import tell
from services.events.drafts import drop_draft
from services.events.line import give_places


async def export(session: AsyncSession, person_id: int) -> dict[str, Any]:
    """Everything kept about the person here: what she signed up for, organised, and has begun."""
    draft = await session.get(EventDraft, person_id)
    return {
        "sign_ups": [
            {
                "event": event.title,
                "starts_at": event.starts_at.isoformat(),
                "state": str(sign_up.state),
                "will_come": sign_up.will_come,
                "signed_up_at": sign_up.created_at.isoformat(),
                "changed_at": sign_up.changed_at.isoformat(),
            }
            for sign_up, event in await queries.of_person(session, person_id)
        ],
        "organised": [
            {"event": event.title, "starts_at": event.starts_at.isoformat()}
            for event in await queries.organised_by(session, person_id)
        ],
        "unfinished_event": draft.answers if draft else None,
    }


async def erase(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo, calendar: Calendar) -> None:
    """Forget her draft, her sign-ups and that she organised anything; what that frees goes to those who wait."""
    await drop_draft(session, person_id)
    held = await queries.of_person(session, person_id)
    events = [event for _, event in held if event.status == EventStatus.PUBLISHED and event.starts_at > now]
    locked = [await queries.lock_event(session, event.id) for event in sorted(events, key=lambda event: event.id)]
    await queries.forget_person(session, person_id)
    await reminder_queries.cancel_of_person(session, person_id, tell.ALL)
    for event in filter(None, locked):
        await give_places(session, event, zone, calendar, now)
