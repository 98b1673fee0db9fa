"""What tutors answer to an offer. The first to take a request has it: the row is locked before it is looked at."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Request, RequestOffer
from db.queries import requests as queries
from db.queries import tutors as tutor_queries
from db.vocabulary import WITH_TUTOR, WITHOUT_TUTOR, NoticeKind, OfferState, RequestStatus
from services.errors import NotAllowed
from services.requests import dues, rules
from services.requests.ask import close_offers, look_again
from services.requests.change import clear_meeting, locked, move, remark
from services.requests.errors import BadMeetingTime, NotPossibleNow, TakenByAnother, TimeBusy, TimeGone
from services.requests.present import Present
from services.requests.read import is_asked


async def take(session: AsyncSession, tutor_id: int, request_id: int, present: Present) -> bool:
    """[Возьму]. False for the second tap. Raises NotAllowed, TakenByAnother, NotPossibleNow."""
    request, offer = await before(session, tutor_id, request_id, present)
    if request.tutor_id == tutor_id and request.status in WITH_TUTOR:
        return False
    still_free(request, tutor_id)
    move(session, request, RequestStatus.ASSIGNED, tutor_id, present)
    await give_to(session, request, offer, present, but=tutor_id)
    await dues.tell(session, NoticeKind.REQUEST_TAKEN, request.requester_id, request, present)
    await dues.expect_time(session, request, present)
    return True


async def give_to(
    session: AsyncSession, request: Request, offer: RequestOffer, present: Present, but: int | None
) -> None:
    """The locked request is this tutor's from now on; the messages of the others say so."""
    request.tutor_id = offer.tutor_id
    offer.state, offer.answered_at = OfferState.TAKEN, present.now
    offers = await close_offers(session, request, present)
    await dues.change_offer_notices(session, request, offers, present, but=but)
    await dues.change_calls(session, request, present)


async def propose(
    session: AsyncSession, tutor_id: int, request_id: int, meeting_at: datetime, present: Present
) -> None:
    """[Предложить другое время]: the teacher is asked; others may still take the request meanwhile.

    Raises NotAllowed, TakenByAnother, NotPossibleNow, BadMeetingTime, TimeBusy.
    """
    request, offer = await before(session, tutor_id, request_id, present)
    still_free(request, tutor_id)
    await check_time(session, tutor_id, request, meeting_at, present)
    if offer.state == OfferState.PROPOSED and offer.proposed_at == meeting_at:
        return
    if offer.state == OfferState.PROPOSED:
        await dues.change_time_notices(session, request, [offer], present)
    if request.status == RequestStatus.NEW:
        move(session, request, RequestStatus.ACCEPTED, tutor_id, present, meeting_at=meeting_at)
    else:
        request.version += 1  # names the notice of this time, which she may have proposed once before
        remark(session, request, tutor_id, present, "proposed", meeting_at)
    offer.state, offer.proposed_at, offer.answered_at = OfferState.PROPOSED, meeting_at, present.now
    offer.proposed_version = request.version
    await session.flush()
    await dues.tell_time(session, request, offer, present, "proposed")
    await dues.change_offer_notices(session, request, [offer], present)


async def check_time(
    session: AsyncSession, tutor_id: int, request: Request, meeting_at: datetime, present: Present
) -> None:
    """Raises BadMeetingTime, TimeBusy."""
    if not rules.may_meet_at(meeting_at, present.now):
        raise BadMeetingTime()
    if rules.close_to(meeting_at, await queries.busy_times(session, tutor_id, request.id)):
        raise TimeBusy(at=meeting_at)


async def may_choose_time(session: AsyncSession, tutor_id: int, request_id: int, present: Present) -> None:
    """Before a tutor is asked for a time, for her own request or as a proposal.

    Raises NotFound, NotAllowed, TakenByAnother, NotPossibleNow.
    """
    request, _ = await before(session, tutor_id, request_id, present)
    if request.tutor_id == tutor_id and request.status in WITH_TUTOR:
        return
    still_free(request, tutor_id)


async def refuse(session: AsyncSession, tutor_id: int, request_id: int, present: Present) -> None:
    """[Не могу]. When the last one refuses it is the methodists' turn. Raises NotAllowed, TakenByAnother."""
    request, offer = await before(session, tutor_id, request_id, present)
    if offer.state == OfferState.DECLINED:
        return
    still_free(request, tutor_id)
    if offer.state == OfferState.PROPOSED:
        await look_again(session, request, offer, tutor_id, present, "refused", OfferState.DECLINED)
    else:
        offer.state = OfferState.DECLINED
        remark(session, request, tutor_id, present, "refused")
    offer.answered_at = present.now
    await session.flush()
    if not await is_asked(session, request.id):
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

    Raises NotAllowed, TimeGone (past, taken back, or the request has gone another way).
    """
    request = await locked(session, request_id)
    if request.requester_id != requester_id:
        raise NotAllowed()
    offer = await queries.offer(session, request_id, tutor_id)
    if offer is None or offer.proposed_at != meeting_at:
        raise TimeGone(number=request.id)
    agreed = request.status == RequestStatus.SCHEDULED and request.tutor_id == tutor_id
    if not suits and not agreed and offer.state == OfferState.ASKED:
        return
    if meeting_at <= present.now or not (agreed or _waits(request, offer)):
        raise TimeGone(number=request.id)
    if agreed:
        await _answer_set_time(session, request, suits, present)
    elif suits:
        await _agree(session, request, offer, meeting_at, present)
    else:
        change = await look_again(session, request, offer, requester_id, present, "time_refused")
        await dues.tell_answer(session, tutor_id, request, present, change, "proposal_refused")
        await dues.change_offer_notices(session, request, [offer], present)


def _waits(request: Request, offer: RequestOffer) -> bool:
    return request.status == RequestStatus.ACCEPTED and offer.state == OfferState.PROPOSED


async def _agree(
    session: AsyncSession, request: Request, offer: RequestOffer, meeting_at: datetime, present: Present
) -> None:
    """Raises TimeGone where the tutor has found another meeting for that hour meanwhile."""
    if rules.close_to(meeting_at, await queries.meetings_of(session, offer.tutor_id, request.id)):
        raise TimeGone(number=request.id)
    request.meeting_at = meeting_at
    change = move(session, request, RequestStatus.SCHEDULED, request.requester_id, present, meeting_at=meeting_at)
    await give_to(session, request, offer, present, but=None)
    await dues.tell_answer(session, offer.tutor_id, request, present, change, "suits")
    await dues.follow_meeting(session, request, present)


async def _answer_set_time(session: AsyncSession, request: Request, suits: bool, present: Present) -> None:
    """To the time that her tutor has set: good, or back to choosing one."""
    refused = request.meeting_at
    if suits:
        changes = await queries.changes_of(session, request.id)
        if not any(one.note == "suits" and one.meeting_at == refused for one in changes):
            change = remark(session, request, request.requester_id, present, "suits", refused)
            await dues.tell_answer(session, request.tutor_id, request, present, change, "suits")
        return
    clear_meeting(request)
    change = move(session, request, RequestStatus.ASSIGNED, request.requester_id, present, "time_refused", refused)
    await dues.tell_answer(session, request.tutor_id, request, present, change, "refused")
    await dues.expect_time(session, request, present)


async def before(
    session: AsyncSession, tutor_id: int, request_id: int, present: Present
) -> tuple[Request, RequestOffer]:
    """The locked request and the offer that stands before this tutor. Raises NotFound, NotAllowed (also to one

    who was a tutor once).
    """
    request = await locked(session, request_id)
    offer = await queries.offer(session, request_id, tutor_id)
    if offer is None or not await tutor_queries.is_tutor(session, tutor_id, present.today):
        raise NotAllowed()
    return request, offer


def still_free(request: Request, tutor_id: int) -> None:
    if request.status in WITHOUT_TUTOR:
        return
    if request.status in (RequestStatus.WITHDRAWN, RequestStatus.DECLINED) or request.tutor_id == tutor_id:
        raise NotPossibleNow(number=request.id, status=str(request.status))
    raise TakenByAnother(number=request.id)
