"""From a tutor who has a request to a meeting that both have confirmed and the teacher has rated."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Request
from db.queries import requests as queries
from db.vocabulary import NoticeKind, OfferState, RequestStatus
from services.errors import NotAllowed
from services.requests import dues, rules
from services.requests.ask import ask_tutors
from services.requests.change import locked, move, remark
from services.requests.errors import BadMeetingTime, NotPossibleNow
from services.requests.offers import clear_meeting
from services.requests.present import Present

RATINGS = (0, 1, 2, 3)
HELD_ONCE = (RequestStatus.SCHEDULED, RequestStatus.CLARIFY, RequestStatus.DONE, RequestStatus.CONFIRMED)
NUDGE_AFTER = timedelta(days=1)


async def schedule(
    session: AsyncSession, tutor_id: int, request_id: int, meeting_at: datetime, present: Present
) -> None:
    """The tutor sets or moves the time; the teacher is told and may say that it does not suit.

    Raises NotAllowed, NotPossibleNow, BadMeetingTime.
    """
    request = await locked(session, request_id)
    if request.tutor_id != tutor_id:
        raise NotAllowed()
    if not rules.may_meet_at(meeting_at, present.now):
        raise BadMeetingTime()
    if request.status == RequestStatus.SCHEDULED and request.meeting_at == meeting_at:
        return
    clear_meeting(request)
    request.meeting_at = meeting_at
    move(session, request, RequestStatus.SCHEDULED, tutor_id, present)
    await dues.tell(
        session,
        NoticeKind.REQUEST_TIME_PROPOSED,
        request.requester_id,
        request,
        present,
        tutor_id=tutor_id,
        at=int(meeting_at.timestamp()),
    )
    await dues.ask_whether_held(session, request, present)


async def answer_held(
    session: AsyncSession,
    person_id: int,
    request_id: int,
    held: bool,
    present: Present,
    meeting_at: datetime | None = None,
) -> None:
    """[Встреча была] or [Не состоялась], from either side. The same answer twice is one answer.

    Both say it was: done. Both or one say it was not: back to scheduling, unless the other has said that it was;
    then a methodist clears it up. With `meeting_at` the answer is about that meeting and no later one.
    Raises NotAllowed, NotPossibleNow.
    """
    request = await locked(session, request_id)
    if person_id not in (request.requester_id, request.tutor_id):
        raise NotAllowed()
    if meeting_at is not None and request.meeting_at != meeting_at:
        raise NotPossibleNow(number=request.id)
    status = RequestStatus(request.status)
    tutor_speaks = person_id == request.tutor_id
    mine = request.confirmed_by_tutor_at if tutor_speaks else request.confirmed_by_requester_at
    if held and mine is not None and status in HELD_ONCE:
        return
    if status not in (RequestStatus.SCHEDULED, RequestStatus.CLARIFY) or (
        request.meeting_at is None or request.meeting_at > present.now
    ):
        raise NotPossibleNow(number=request.id)
    if held:
        await _was_held(session, request, person_id, tutor_speaks, present)
    else:
        await _was_not_held(session, request, person_id, tutor_speaks, present)


async def _was_held(
    session: AsyncSession, request: Request, person_id: int, tutor_speaks: bool, present: Present
) -> None:
    if tutor_speaks:
        request.confirmed_by_tutor_at = present.now
    else:
        request.confirmed_by_requester_at = present.now
    if request.confirmed_by_tutor_at is None or request.confirmed_by_requester_at is None:
        remark(session, request, person_id, present, "held")
        await _ask_the_other_once_more(session, request, tutor_speaks, present)
        return
    move(session, request, RequestStatus.DONE, person_id, present)
    await dues.tell(session, NoticeKind.REQUEST_RATE, request.requester_id, request, present)


async def _ask_the_other_once_more(
    session: AsyncSession, request: Request, tutor_speaks: bool, present: Present
) -> None:
    """A day later, if she has not answered by then: one side alone cannot close a request."""
    other = request.requester_id if tutor_speaks else request.tutor_id
    due_at = present.humane(present.now + NUDGE_AFTER)
    await dues.tell(session, NoticeKind.REQUEST_MEETING_CONFIRM, other, request, present, ":again", due_at=due_at)


async def _was_not_held(
    session: AsyncSession, request: Request, person_id: int, tutor_speaks: bool, present: Present
) -> None:
    other_said_held = request.confirmed_by_requester_at if tutor_speaks else request.confirmed_by_tutor_at
    if other_said_held is not None and request.status == RequestStatus.SCHEDULED:
        move(session, request, RequestStatus.CLARIFY, person_id, present, note="not_held")
        await dues.call_methodists(session, request, present)
        return
    if request.status == RequestStatus.CLARIFY and other_said_held is not None:
        return
    clear_meeting(request)
    move(session, request, RequestStatus.ASSIGNED, person_id, present, note="not_held")
    other = request.requester_id if tutor_speaks else request.tutor_id
    await dues.tell(session, NoticeKind.REQUEST_TIME_ANSWERED, other, request, present, answer="not_held")


async def rate(session: AsyncSession, requester_id: int, request_id: int, rating: int, present: Present) -> None:
    """«Был ли полезен?» 0–3, once; a rating closes the request. Raises NotAllowed, NotPossibleNow."""
    request = await locked(session, request_id)
    if request.requester_id != requester_id:
        raise NotAllowed()
    if request.status == RequestStatus.CONFIRMED:
        return
    if request.status != RequestStatus.DONE or rating not in RATINGS:
        raise NotPossibleNow(number=request.id)
    request.rating = rating
    move(session, request, RequestStatus.CONFIRMED, requester_id, present)


async def hand_back(session: AsyncSession, tutor_id: int, request_id: int, present: Present) -> None:
    """A tutor who has a request cannot go on with it: other tutors are asked, or the methodists.

    Raises NotAllowed, NotPossibleNow.
    """
    request = await locked(session, request_id)
    if request.tutor_id != tutor_id:
        raise NotAllowed()
    await give_back(session, request, tutor_id, present)


async def give_back(session: AsyncSession, request: Request, actor_id: int, present: Present) -> None:
    """A locked request loses its tutor; whoever else is free is asked once more."""
    tutor_id = request.tutor_id
    clear_meeting(request)
    request.tutor_id = None
    move(session, request, RequestStatus.NEW, actor_id, present, note="handed_back")
    offer = await queries.offer(session, request.id, tutor_id) if tutor_id is not None else None
    if offer is not None:
        offer.state = OfferState.DECLINED
        await session.flush()
        await dues.change_offer_notices(session, request, [offer], present)
    await dues.tell(
        session, NoticeKind.REQUEST_TIME_ANSWERED, request.requester_id, request, present, answer="no_tutor"
    )
    if not await ask_tutors(session, request, present, but=tutor_id):
        await dues.call_methodists(session, request, present)
