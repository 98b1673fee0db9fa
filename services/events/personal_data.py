from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import event_reminders as reminder_queries
from db.queries import events as queries
from db.vocabulary import EventStatus
from services.events import tell
from services.events.line import next_get_places
from services.outbox.service import enqueue


async def export(session: AsyncSession, person_id: int) -> dict[str, Any]:
    """Everything kept about the person here: what she signed up for, and what she organised."""
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
    }


async def erase(session: AsyncSession, person_id: int, now: datetime) -> None:
    """Forget her sign-ups and that she organised anything; what that frees goes to those who wait.

    They are told at once, for it is somebody's tap that frees the place; the planner writes their reminders.
    """
    held = await queries.of_person(session, person_id)
    events = [event for _, event in held if event.status == EventStatus.PUBLISHED and event.starts_at > now]
    locked = [await queries.lock_event(session, event.id) for event in sorted(events, key=lambda event: event.id)]
    await queries.forget_person(session, person_id)
    await reminder_queries.cancel_of_person(session, person_id, tell.ALL)
    dues = []
    for event in filter(None, locked):
        dues += [tell.place_freed(event, lucky, now) for lucky in await next_get_places(session, event, now)]
    await enqueue(session, dues)
