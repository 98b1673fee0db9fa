"""What happened to a request, as codes that the windows put into words."""

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import RequestChange
from db.queries import requests as queries
from db.vocabulary import RequestStatus
from services.people.service import people
from services.requests.present import Present
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
REMARKS = frozenset(
    {"proposed", "refused", "time_refused", "suits", "expired", "held", "not_held", "assigned", "handed_back"}
    | {"ruled_held", "ruled_not_held", "rated_again", "reminded"}
)
BY_METHODIST = frozenset({"assigned", "ruled_held", "ruled_not_held", "reminded"})


async def history(session: AsyncSession, viewer_id: int, view: RequestView) -> list[ChangeView]:
    """Before one of the two, oldest first. Nobody is named, and who was asked and refused is nobody's business."""
    return [
        ChangeView(change.at, what(change), who(change, viewer_id, view.requester_id), "", change.meeting_at)
        for change in await queries.changes_of(session, view.id)
        if change.note != "refused" or change.actor_id == viewer_id
    ]


async def whole_history(session: AsyncSession, viewer_id: int, view: RequestView, present: Present) -> list[ChangeView]:
    """Before a methodist: everything, with names."""
    changes = await queries.changes_of(session, view.id)
    names = await people(session, {one.actor_id for one in changes if one.actor_id is not None}, present.now)
    return [
        ChangeView(
            change.at,
            what(change),
            who(change, viewer_id, view.requester_id),
            names[change.actor_id].full_name if change.actor_id in names else "",
            change.meeting_at,
        )
        for change in changes
    ]


def what(change: RequestChange) -> str:
    if change.to_status == RequestStatus.CLARIFY and change.from_status != RequestStatus.CLARIFY:
        return "disputed"
    if change.note in REMARKS:
        return str(change.note)
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
    by_methodist = change.note in BY_METHODIST or change.to_status == RequestStatus.DECLINED
    return "methodist" if by_methodist else "tutor"
