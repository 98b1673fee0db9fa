"""The one place where the status of a request changes."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Request, RequestChange
from db.queries import requests as queries
from db.vocabulary import OPEN_REQUEST, WITHOUT_TUTOR, RequestStatus
from services.errors import NotFound
from services.requests import rules
from services.requests.errors import NotPossibleNow
from services.requests.present import Present


async def locked(session: AsyncSession, request_id: int) -> Request:
    """Raises NotFound."""
    request = await queries.lock_request(session, request_id)
    if request is None:
        raise NotFound()
    return request


def move(
    session: AsyncSession,
    request: Request,
    status: RequestStatus,
    actor_id: int | None,
    present: Present,
    note: str | None = None,
    meeting_at: datetime | None = None,
) -> RequestChange:
    """Give a locked request its next status, keep who and when, and bump its version: notices of before go stale.

    `note` is a code of services/requests/history, `meeting_at` the time it speaks of. While a request is nobody's
    its last day does not move. Raises NotPossibleNow for a step that the rules do not know.
    """
    old = RequestStatus(request.status)
    if not rules.may_move(old, status):
        raise NotPossibleNow(number=request.id, status=str(request.status))
    request.status = status
    request.version += 1
    if status in OPEN_REQUEST and not {old, status} <= WITHOUT_TUTOR:
        meeting_on = present.day_of(request.meeting_at) if request.meeting_at else None
        request.due_on = rules.due_on(status, present.today, meeting_on, present.calendar)
    return _keep(session, request, old, actor_id, present, note, meeting_at)


def remark(
    session: AsyncSession,
    request: Request,
    actor_id: int | None,
    present: Present,
    note: str,
    meeting_at: datetime | None = None,
) -> RequestChange:
    """Keep something that happened without a change of status; `note` is a code of services/requests/history."""
    return _keep(session, request, RequestStatus(request.status), actor_id, present, note, meeting_at)


def _keep(
    session: AsyncSession,
    request: Request,
    old: RequestStatus,
    actor_id: int | None,
    present: Present,
    note: str | None,
    meeting_at: datetime | None,
) -> RequestChange:
    change = RequestChange(
        request_id=request.id,
        at=present.now,
        actor_id=actor_id,
        from_status=old,
        to_status=request.status,
        note=note,
        meeting_at=meeting_at,
    )
    session.add(change)
    return change


def clear_meeting(request: Request) -> None:
    request.meeting_at = request.tutor_says_held = request.requester_says_held = None
