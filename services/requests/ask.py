"""A teacher sends a request; a teacher takes it back."""

from datetime import time

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Request, RequestChange, RequestOffer
from db.queries import people as people_queries
from db.queries import requests as queries
from db.queries import tutors as tutor_queries
from db.queries import units as unit_queries
from db.vocabulary import LIVE_OFFER, NoticeKind, OfferState, RequestForm, RequestStatus
from services.calendar.rules import at
from services.errors import NotAllowed
from services.people.views import PersonView
from services.requests import dues, rules
from services.requests.access import check_may_ask
from services.requests.change import locked, move, remark
from services.requests.drafts import drop_draft
from services.requests.errors import AskedAlready
from services.requests.present import Present
from services.requests.views import Sent, Wish


async def send_request(session: AsyncSession, person: PersonView, wish: Wish, present: Present) -> Sent:
    """Make the request and put it before the tutors of its subject, or before the methodists if there is none.

    What was kept of it half-written is dropped.
    Raises ConsentNeeded, NoSchoolKnown, AskedAlready (a second tap, or the same topic while it is open).
    """
    check_may_ask(person)
    assert person.municipality_id is not None
    topic = wish.topic.strip()[: rules.LONGEST_TOPIC]
    await people_queries.lock_person(session, person.id)  # several taps at once make one request
    for number, asked_before in (await queries.open_topics(session, person.id, wish.subject)).items():
        if asked_before.casefold() == topic.casefold():
            raise AskedAlready(number=number)
    request = Request(
        requester_id=person.id,
        unit_id=person.municipality_id,
        subject=wish.subject,
        topic=topic,
        questionnaire_id=wish.questionnaire_id,
        area_id=wish.area_id,
        form=wish.form,
        when_code=wish.when_code,
        note=(wish.note or "").strip()[: rules.LONGEST_NOTE] or None,
        status=RequestStatus.NEW,
        version=1,
        due_on=rules.last_day_to_answer(present.today, present.calendar),
        created_at=present.now,
    )
    session.add(request)
    await session.flush()
    session.add(RequestChange(request_id=request.id, at=present.now, actor_id=person.id, to_status=RequestStatus.NEW))
    await drop_draft(session, person.id)
    asked = await ask_tutors(session, request, present)
    await dues.expect_tutor(session, request, present)
    if not asked:
        await dues.call_methodists(session, request, present)
    return Sent(request.id, asked, at(request.due_on, time(12), present.zone))


async def ask_tutors(session: AsyncSession, request: Request, present: Present, but: int | None = None) -> int:
    """Offer a request to every free tutor whom it concerns and who has not refused it. Returns to how many."""
    unit = await unit_queries.unit(session, request.unit_id)
    assert unit is not None, "a request stands in the queue of a unit"
    subject = rules.asked_subject(request.subject, RequestForm(request.form))
    found = await tutor_queries.tutors_of(session, subject, unit.path, present.today)
    earlier = {offer.tutor_id: offer for offer in await queries.offers_of(session, request.id)}
    await dues.change_offer_notices(session, request, earlier.values(), present)
    offers = []
    for tutor, _, open_requests, most, active, connected in found:
        if tutor.id in (request.requester_id, but) or not active or not connected or open_requests >= most:
            continue
        offer = earlier.get(tutor.id) or RequestOffer(request_id=request.id, tutor_id=tutor.id)
        if offer.state == OfferState.DECLINED:
            continue
        offer.state, offer.asked_version = OfferState.ASKED, request.version
        session.add(offer)
        offers.append(offer)
    await session.flush()
    await dues.offer_to_tutors(session, request, offers, present)
    return len(offers)


async def withdraw(session: AsyncSession, person: PersonView, request_id: int, present: Present) -> None:
    """The teacher takes her request back; tutors are told. A second tap changes nothing.

    Raises NotFound, NotAllowed, NotPossibleNow.
    """
    request = await locked(session, request_id)
    if request.requester_id != person.id:
        raise NotAllowed()
    if request.status == RequestStatus.WITHDRAWN:
        return
    await take_back(session, request, person.id, present)


async def take_back(session: AsyncSession, request: Request, actor_id: int, present: Present) -> None:
    """Close a locked request on the teacher's side."""
    move(session, request, RequestStatus.WITHDRAWN, actor_id, present)
    offers = await close_offers(session, request, present)
    await dues.tell(session, NoticeKind.REQUEST_WITHDRAWN, request.tutor_id, request, present)
    await dues.change_offer_notices(session, request, offers, present)
    await dues.change_calls(session, request, present)


async def close_offers(session: AsyncSession, request: Request, present: Present) -> list[RequestOffer]:
    """Nobody may answer any more. Returns all offers whose messages have to say so."""
    offers = list(await queries.offers_of(session, request.id))
    await dues.change_time_notices(session, request, [one for one in offers if one.state in LIVE_OFFER], present)
    for offer in offers:
        if offer.state in LIVE_OFFER:
            offer.state = OfferState.CLOSED
    await session.flush()
    return offers


async def look_again(
    session: AsyncSession,
    request: Request,
    offer: RequestOffer,
    actor_id: int | None,
    present: Present,
    note: str,
    state: OfferState = OfferState.ASKED,
) -> RequestChange:
    """A proposed time is off: the request goes on without it, and is only looking for a tutor if it was the last.

    The time stays with the offer: it is not suggested again. The teacher's own answer stands in her message.
    """
    if actor_id != request.requester_id:
        await dues.change_time_notices(session, request, [offer], present)
    offer.state = state
    await session.flush()
    waiting = [one for one in await queries.offers_of(session, request.id) if one.state == OfferState.PROPOSED]
    if request.status == RequestStatus.ACCEPTED and not waiting:
        change = move(session, request, RequestStatus.NEW, actor_id, present, note, offer.proposed_at)
    else:
        request.version += 1
        change = remark(session, request, actor_id, present, note, offer.proposed_at)
    await session.flush()
    return change
