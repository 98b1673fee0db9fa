"""What tutors answer to an offer. The first to take a request has it: the row is locked before it is looked at."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Request, RequestOffer
from db.queries import requests as queries
from db.vocabulary import NoticeKind, OfferState, RequestStatus
from services.errors import NotAllowed
from services.requests import dues, rules
from services.requests.ask import close_offers
from services.requests.change import locked, move, remark
from services.requests.errors import BadMeetingTime, NotPossibleNow, TakenByAnother
from services.requests.present import Present


async def take(session: AsyncSession, tutor_id: int, request_id: int, present: Present) -> None:
    """[Возьму]. Taking twice is taking once. Raises NotAllowed, TakenByAnother, NotPossibleNow."""
    request, offer = await _before(session, tutor_id, request_id)
    if request.tutor_id == tutor_id and RequestStatus(request.status) in rules.WITH_TUTOR:
        return
    _still_free(request)
    move(session, request, RequestStatus.ASSIGNED, tutor_id, present)
    await give_to(session, request, offer, present, but=tutor_id)
    await dues.tell(session, NoticeKind.REQUEST_TAKEN, request.requester_id, request, present)


async def give_to(
    session: AsyncSession, request: Request, offer: RequestOffer, present: Present, but: int | None
) -> None:
    """The locked request is this tutor's from now on; the messages of the others say so."""
    request.tutor_id = offer.tutor_id
    offer.state, offer.answered_at = OfferState.TAKEN, present.now
    offers = await close_offers(session, request, present)
    await dues.change_offer_notices(session, request, offers, present, but=but)


async def propose(
    session: AsyncSession, tutor_id: int, request_id: int, meeting_at: datetime, present: Present
) -> None:
    """[Предложить другое время]: the teacher is asked; others may still take the request meanwhile.

    Raises NotAllowed, TakenByAnother, NotPossibleNow, BadMeetingTime.
    """
    request, offer = await _before(session, tutor_id, request_id)
    _still_free(request)
    if not rules.may_meet_at(meeting_at, present.now):
        raise BadMeetingTime()
    if offer.state == OfferState.PROPOSED and offer.proposed_at == meeting_at:
        return
    if request.status == RequestStatus.NEW:
        move(session, request, RequestStatus.ACCEPTED, tutor_id, present)
    else:
        remark(session, request, tutor_id, present, "proposed")
    offer.state, offer.proposed_at, offer.answered_at = OfferState.PROPOSED, meeting_at, present.now
    await session.flush()
    about = f":{tutor_id}:{int(meeting_at.timestamp())}"
    await dues.tell(
        session,
        NoticeKind.REQUEST_TIME_PROPOSED,
        request.requester_id,
        request,
        present,
        about,
        tutor_id=tutor_id,
        at=int(meeting_at.timestamp()),
    )
    await dues.change_offer_notices(session, request, [offer], present)


async def may_choose_time(session: AsyncSession, tutor_id: int, request_id: int) -> None:
    """Before a tutor is asked for a time, for her own request or as a proposal.

    Raises NotFound, NotAllowed, TakenByAnother, NotPossibleNow.
    """
    request, _ = await _before(session, tutor_id, request_id)
    if request.tutor_id == tutor_id and RequestStatus(request.status) in rules.WITH_TUTOR:
        return
    _still_free(request)


async def refuse(session: AsyncSession, tutor_id: int, request_id: int, present: Present) -> None:
    """[Не могу]. When the last one refuses it is the methodists' turn. Raises NotAllowed, TakenByAnother."""
    request, offer = await _before(session, tutor_id, request_id)
    if offer.state == OfferState.DECLINED:
        return
    _still_free(request)
    offer.state, offer.answered_at, offer.proposed_at = OfferState.DECLINED, present.now, None
    await session.flush()
    remark(session, request, tutor_id, present, "refused")
    if await dues.nobody_left(session, request):
        await dues.call_methodists(session, request, present)


async def answer_proposal(
    session: AsyncSession,
    requester_id: int,
    request_id: int,
    tutor_id: int,
    meeting_at: datetime,
    suits: bool,
    present: Present,
) -> None:
    """The teacher says [Подходит] or [Не подходит] to a time. Saying the same twice is saying it once.

    Raises NotAllowed, TakenByAnother (it has become another tutor's), NotPossibleNow (that time is gone).
    """
    request = await locked(session, request_id)
    if request.requester_id != requester_id:
        raise NotAllowed()
    if request.status == RequestStatus.SCHEDULED and (request.tutor_id, request.meeting_at) == (tutor_id, meeting_at):
        if suits:
            await dues.tell(session, NoticeKind.REQUEST_TIME_ANSWERED, tutor_id, request, present, answer="suits")
        else:
            await _refuse_time(session, request, requester_id, present)
        return
    if request.tutor_id not in (None, tutor_id):
        raise TakenByAnother(number=request.id)
    offer = await queries.offer(session, request_id, tutor_id)
    if request.status != RequestStatus.ACCEPTED or offer is None:
        raise NotPossibleNow(number=request.id)
    if offer.state != OfferState.PROPOSED or offer.proposed_at != meeting_at:
        if not suits and offer.state == OfferState.ASKED:
            return
        raise NotPossibleNow(number=request.id)
    if suits:
        if not rules.may_meet_at(meeting_at, present.now):
            raise BadMeetingTime()
        request.meeting_at = meeting_at
        move(session, request, RequestStatus.SCHEDULED, requester_id, present)
        await give_to(session, request, offer, present, but=None)
        await dues.tell(session, NoticeKind.REQUEST_TIME_ANSWERED, tutor_id, request, present, answer="suits")
        await dues.ask_whether_held(session, request, present)
        return
    offer.state, offer.proposed_at = OfferState.ASKED, None
    request.version += 1
    remark(session, request, requester_id, present, "time_refused")
    await session.flush()
    await dues.tell(session, NoticeKind.REQUEST_TIME_ANSWERED, tutor_id, request, present, answer="proposal_refused")
    await dues.change_offer_notices(session, request, [offer], present)


async def _refuse_time(session: AsyncSession, request: Request, actor_id: int, present: Present) -> None:
    """The time that her tutor has set does not suit: back to choosing one."""
    if request.meeting_at is not None and request.meeting_at <= present.now:
        raise NotPossibleNow(number=request.id)
    clear_meeting(request)
    move(session, request, RequestStatus.ASSIGNED, actor_id, present, note="time_refused")
    await dues.tell(session, NoticeKind.REQUEST_TIME_ANSWERED, request.tutor_id, request, present, answer="refused")


def clear_meeting(request: Request) -> None:
    request.meeting_at = None
    request.confirmed_by_tutor_at = request.confirmed_by_requester_at = None


async def _before(session: AsyncSession, tutor_id: int, request_id: int) -> tuple[Request, RequestOffer]:
    """The locked request and the offer that stands before this tutor. Raises NotFound, NotAllowed."""
    request = await locked(session, request_id)
    offer = await queries.offer(session, request_id, tutor_id)
    if offer is None:
        raise NotAllowed()
    return request, offer


def _still_free(request: Request) -> None:
    if RequestStatus(request.status) in rules.WITHOUT_TUTOR:
        return
    if request.status in (RequestStatus.WITHDRAWN, RequestStatus.DECLINED):
        raise NotPossibleNow(number=request.id)
    raise TakenByAnother(number=request.id)
