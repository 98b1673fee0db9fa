"""The one place where the status of a request changes."""

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Request, RequestChange
from db.queries import requests as queries
from db.vocabulary import RequestStatus
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
) -> None:
    """Give a locked request its next status, keep who and when, and bump its version: notices of before go stale.

    Raises NotPossibleNow for a step that the rules do not know.
    """
    old = RequestStatus(request.status)
    if not rules.may_move(old, status):
        raise NotPossibleNow(number=request.id)
    request.status = status
    request.version += 1
    session.add(
        RequestChange(
            request_id=request.id, at=present.now, actor_id=actor_id, from_status=old, to_status=status, note=note
        )
    )


def remark(session: AsyncSession, request: Request, actor_id: int | None, present: Present, note: str) -> None:
    """Keep something that happened without a change of status; `note` is a code of services/requests/history."""
    session.add(
        RequestChange(
            request_id=request.id,
            at=present.now,
            actor_id=actor_id,
            from_status=request.status,
            to_status=request.status,
            note=note,
        )
    )
