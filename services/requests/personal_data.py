"""All that is kept about a person in requests: handed out on request, blanked when she leaves."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import requests as queries
from db.queries import tutors as tutor_queries
from db.vocabulary import OPEN_REQUEST, NoticeKind
from services.calendar.model import Calendar
from services.outbox.service import cancel
from services.requests.ask import take_back
from services.requests.change import locked
from services.requests.drafts import draft_of, drop_draft
from services.requests.present import Present
from services.requests.tutors import stop_tutoring

KINDS = tuple(kind for kind in NoticeKind if kind.value.startswith("request_"))


async def export(session: AsyncSession, person_id: int) -> dict[str, Any]:
    """Requests she made whole; of those she helps with as a tutor the subject and dates, for the rest is another's."""
    requests = await queries.all_requests_with(session, person_id)
    profile = await tutor_queries.profile(session, person_id)
    draft = await draft_of(session, person_id)
    return {
        "requests": [
            {
                "number": one.id,
                "subject": one.subject,
                "topic": one.topic,
                "form": one.form,
                "when": one.when_code,
                "note": one.note,
                "status": one.status,
                "meeting_at": _iso(one.meeting_at),
                "decline_reason": one.decline_reason,
                "rating": one.rating,
                "created_at": _iso(one.created_at),
            }
            for one in requests
            if one.requester_id == person_id
        ],
        "unsent_request": asdict(draft) if draft else None,
        "tutoring": [
            {"number": one.id, "subject": one.subject, "status": one.status, "meeting_at": _iso(one.meeting_at)}
            for one in requests
            if one.tutor_id == person_id
        ],
        "answers_to_offers": [
            {"number": one.request_id, "answer": one.state, "answered_at": _iso(one.answered_at)}
            for one in await queries.offers_to(session, person_id)
        ],
        "tutor_profile": {"active": profile.active, "max_tutees": profile.max_tutees} if profile else None,
    }


async def erase(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo, calendar: Calendar) -> None:
    """Open requests of hers are withdrawn and blanked; those she helps with go back to other tutors."""
    present = Present(now, zone, calendar, zone)
    await drop_draft(session, person_id)
    await stop_tutoring(session, person_id, now, zone, calendar)
    for known in await queries.all_requests_with(session, person_id):
        request = await locked(session, known.id)
        if request.requester_id == person_id:
            if request.status in OPEN_REQUEST:
                await take_back(session, request, person_id, present)
            request.topic, request.note, request.decline_reason = "—", None, None
        await cancel(session, KINDS, request.id, person_id)
    for offer in await queries.offers_to(session, person_id):
        await cancel(session, KINDS, offer.request_id, person_id)
    await session.flush()
    await queries.forget_tutor(session, person_id)


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
