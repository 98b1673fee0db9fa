"""What happened to a request, as codes that the windows put into words."""

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import RequestChange
from db.queries import requests as queries
from db.vocabulary import RequestStatus
from services.requests.views import ChangeView, RequestView

MOVES = {
    RequestStatus.ACCEPTED: "proposed",
    RequestStatus.ASSIGNED: "taken",
    RequestStatus.SCHEDULED: "scheduled",
    RequestStatus.DONE: "done",
    RequestStatus.CLARIFY: "disputed",
    RequestStatus.CONFIRMED: "rated",
    RequestStatus.DECLINED: "declined",
    RequestStatus.WITHDRAWN: "withdrawn",
}
REMARKS = frozenset({"proposed", "refused", "time_refused", "held", "not_held", "assigned", "handed_back"})


async def history(session: AsyncSession, viewer_id: int, view: RequestView) -> list[ChangeView]:
    """Oldest first; tutors are not named: who was asked and refused is nobody's business."""
    return [
        ChangeView(change.at, what(change), who(change, viewer_id, view.requester_id))
        for change in await queries.changes_of(session, view.id)
    ]


def what(change: RequestChange) -> str:
    if change.note in REMARKS:
        return "disputed" if change.to_status == RequestStatus.CLARIFY else str(change.note)
    if change.from_status == change.to_status:
        return "rescheduled"
    return MOVES.get(RequestStatus(change.to_status), "sent")


def who(change: RequestChange, viewer_id: int, requester_id: int) -> str:
    """`you`, `teacher`, `tutor`, `methodist`, or `clock`."""
    if change.actor_id is None:
        return "clock"
    if change.actor_id == viewer_id:
        return "you"
    if change.actor_id == requester_id:
        return "teacher"
    by_methodist = change.note == "assigned" or change.to_status == RequestStatus.DECLINED
    return "methodist" if by_methodist else "tutor"
