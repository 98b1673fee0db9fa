"""From a tutor who has a request to a meeting that both have confirmed and the teacher has rated."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Request, RequestChange
from db.queries import requests as queries
from db.vocabulary import NoticeKind, OfferState, RequestStatus
from services.errors import NotAllowed
from services.requests import dues, rules
from services.requests.ask import ask_tutors
from services.requests.change import clear_meeting, locked, move, remark
from services.requests.errors import NotPossibleNow
from services.requests.offers import check_time
from services.requests.present import Present
from services.requests.read import rated_at


async def schedule(
    session: AsyncSession, tutor_id: int, request_id: int, meeting_at: datetime, present: Present
) -> None:
    """The tutor sets or moves the time; the teacher is told and may say that it does not suit.

    Raises NotAllowed, NotPossibleNow, BadMeetingTime, TimeBusy.
    """
    request = await locked(session, request_id)
    if request.tutor_id != tutor_id:
        raise NotAllowed()
    await check_time(session, tutor_id, request, meeting_at, present)
    if request.status == RequestStatus.SCHEDULED and request.meeting_at == meeting_at:
        return
    offer = await queries.offer(session, request_id, tutor_id)
    assert offer is not None, "whoever has a request was asked or appointed"
    moved = met(request, present) is False
    await dues.change_time_notices(session, request, [offer], present)
    clear_meeting(request)
    request.meeting_at = meeting_at
    move(session, request, RequestStatus.SCHEDULED, tutor_id, present, meeting_at=meeting_at)
    offer.proposed_at, offer.proposed_version = meeting_at, request.version
    await session.flush()
    await dues.tell_time(session, request, offer, present, "moved" if moved else "set")
    await dues.change_offer_notices(session, request, [offer], present)
    await dues.follow_meeting(session, request, present)
    await dues.change_calls(session, request, present)


def met(request: Request, present: Present) -> bool | None:
    """Whether the hour of the meeting has come; None without a time."""
    return None if request.meeting_at is None else request.meeting_at <= present.now


async def answer_held(
    session: AsyncSession,
    person_id: int,
    request_id: int,
    held: bool,
    present: Present,
    meeting_at: datetime | None = None,
) -> None:
    """[Встреча была] or [Не состоялась], from either side. The same answer twice is one answer; it may be changed.

    Both say it was: done. Both say it was not: a new time is to be chosen. They differ: a methodist clears it up.
    With `meeting_at` the answer is about that meeting and no later one. Raises NotAllowed, NotPossibleNow.
    """
    request = await locked(session, request_id)
    if person_id not in (request.requester_id, request.tutor_id):
        raise NotAllowed()
    if meeting_at is not None and request.meeting_at != meeting_at:
        raise NotPossibleNow(number=request.id, status=str(request.status))
    tutor_speaks = person_id == request.tutor_id
    mine = request.tutor_says_held if tutor_speaks else request.requester_says_held
    if mine is held:
        return
    if request.status not in (RequestStatus.SCHEDULED, RequestStatus.CLARIFY) or not met(request, present):
        raise NotPossibleNow(number=request.id, status=str(request.status))
    if tutor_speaks:
        request.tutor_says_held = held
    else:
        request.requester_says_held = held
    note = "held" if held else "not_held"
    theirs = request.requester_says_held if tutor_speaks else request.tutor_says_held
    other = request.requester_id if tutor_speaks else request.tutor_id
    if theirs is None:
        change = remark(session, request, person_id, present, note)
        if not held:
            assert other is not None, "whoever is to meet has a tutor"
            await dues.tell_not_held(session, request, other, present, change)
    elif theirs is not held:
        change = move(session, request, RequestStatus.CLARIFY, person_id, present, note)
        await dues.tell_answer(session, other, request, present, change, "disputed")
        await dues.call_methodists(session, request, present, "disputed")
    elif held:
        await was_held(session, request, person_id, present, "done")
    else:
        await was_not_held(session, request, person_id, present, note)


async def was_held(
    session: AsyncSession, request: Request, actor_id: int, present: Present, note: str
) -> RequestChange:
    change = move(session, request, RequestStatus.DONE, actor_id, present, note)
    await dues.tell(session, NoticeKind.REQUEST_RATE, request.requester_id, request, present)
    await dues.change_calls(session, request, present)
    return change


async def was_not_held(
    session: AsyncSession, request: Request, actor_id: int, present: Present, note: str
) -> RequestChange:
    """Back to choosing a time."""
    clear_meeting(request)
    change = move(session, request, RequestStatus.ASSIGNED, actor_id, present, note)
    await dues.expect_time(session, request, present)
    await dues.change_calls(session, request, present)
    return change


async def rate(session: AsyncSession, requester_id: int, request_id: int, rating: int, present: Present) -> None:
    """«Был ли полезен?» 0–3; the first rating closes the request, for a time a later one replaces it.

    Raises NotAllowed, NotPossibleNow.
    """
    request = await locked_for_rating(session, requester_id, request_id, present)
    if rating not in rules.RATINGS:
        raise NotPossibleNow(number=request.id, status=str(request.status))
    if request.status == RequestStatus.DONE:
        move(session, request, RequestStatus.CONFIRMED, requester_id, present)
    elif request.rating != rating:
        remark(session, request, requester_id, present, "rated_again")
    request.rating = rating


async def locked_for_rating(session: AsyncSession, requester_id: int, request_id: int, present: Present) -> Request:
    """The locked request of the teacher who may rate it now. Raises NotFound, NotAllowed, NotPossibleNow."""
    request = await locked(session, request_id)
    if request.requester_id != requester_id:
        raise NotAllowed()
    if not rules.may_rate(RequestStatus(request.status), await rated_at(session, request), present.now):
        raise NotPossibleNow(number=request.id, status=str(request.status))
    return request


async def hand_back(session: AsyncSession, tutor_id: int, request_id: int, present: Present) -> None:
    """A tutor who has a request cannot go on with it: other tutors are asked, or the methodists.

    Not once the hour of the meeting has come: first both say whether they met. Raises NotAllowed, NotPossibleNow.
    """
    request = await locked(session, request_id)
    if request.tutor_id != tutor_id:
        raise NotAllowed()
    if met(request, present):
        raise NotPossibleNow(number=request.id, status=str(request.status))
    await give_back(session, request, tutor_id, present)


async def give_back(session: AsyncSession, request: Request, actor_id: int, present: Present) -> None:
    """A locked request loses its tutor; whoever else is free is asked once more."""
    tutor_id = request.tutor_id
    offer = await queries.offer(session, request.id, tutor_id) if tutor_id is not None else None
    if offer is not None:
        await dues.change_time_notices(session, request, [offer], present)
    clear_meeting(request)
    request.tutor_id = None
    change = move(session, request, RequestStatus.NEW, actor_id, present, note="handed_back")
    if offer is not None:
        offer.state = OfferState.DECLINED
        await session.flush()
        await dues.change_offer_notices(session, request, [offer], present)
    await dues.tell_answer(session, request.requester_id, request, present, change, "no_tutor")
    asked = await ask_tutors(session, request, present, but=tutor_id)
    await dues.expect_tutor(session, request, present)
    if not asked:
        await dues.call_methodists(session, request, present)
