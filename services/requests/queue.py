"""The methodist's queue: what waits in her scope, giving it to a tutor, declining it with a reason."""

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Request, RequestOffer, Unit
from db.queries import request_queue as queue_queries
from db.queries import requests as queries
from db.queries import tutors as tutor_queries
from db.vocabulary import OPEN_REQUEST, WITHOUT_TUTOR, NoticeKind, OfferState, RequestStatus
from services.errors import NotAllowed, NotFound
from services.people.names import full_name, short_name
from services.people.views import PersonView
from services.requests import dues, rules
from services.requests.ask import close_offers
from services.requests.change import clear_meeting, locked, move, remark
from services.requests.errors import NotPossibleNow, ReasonNeeded
from services.requests.meeting import met, was_held, was_not_held
from services.requests.offers import give_to
from services.requests.present import Present
from services.requests.read import views_of
from services.requests.views import RequestView, TutorView
from services.visibility.rules import desk_scope

FILTERS = ("new", "waiting", "overdue", "running")
ASSIGNABLE = OPEN_REQUEST
"""A tutor who does not stir may be replaced at any time."""

DECLINABLE = WITHOUT_TUTOR | {RequestStatus.ASSIGNED, RequestStatus.CLARIFY}
"""Also where its only tutor is silent; with a meeting ahead there is nothing to decline."""


async def queue_counts(session: AsyncSession, person: PersonView, present: Present) -> dict[str, int]:
    return await queue_queries.queue_counts(session, desk_scope(person), present.today)


async def queue(
    session: AsyncSession, person: PersonView, which: str, present: Present, limit: int, offset: int
) -> tuple[list[RequestView], int]:
    """A page of one filter, the oldest first, and how many there are."""
    found, total = await queue_queries.in_queue(session, desk_scope(person), which, present.today, limit, offset)
    return await views_of(session, found, present.now), total


async def queued(session: AsyncSession, person: PersonView, request_id: int, present: Present) -> RequestView:
    """One request of her scope. Raises NotFound, NotAllowed."""
    request = await queries.request(session, request_id)
    if request is None:
        raise NotFound()
    view = (await views_of(session, [request], present.now))[0]
    _in_scope(person, view.unit_path)
    return view


async def tutors_for(session: AsyncSession, person: PersonView, request_id: int, present: Present) -> list[TutorView]:
    """Whom a methodist may give it to: connected tutors of those who may be asked, the least burdened first."""
    view = await queued(session, person, request_id, present)
    subject = rules.asked_subject(view.subject, view.form)
    refused = {one.tutor_id for one in await queries.offers_of(session, request_id) if one.state == OfferState.DECLINED}
    return [
        TutorView(
            person_id=tutor.id,
            name=full_name(tutor.surname, tutor.given_name, tutor.patronymic),
            short_name=short_name(tutor.surname, tutor.given_name, tutor.patronymic),
            school=unit.name if unit else "",
            open_requests=open_requests,
            max_tutees=most,
            asked_refused=tutor.id in refused,
        )
        for tutor, unit, open_requests, most, active, connected in await tutor_queries.tutors_of(
            session, subject, view.unit_path, present.today
        )
        if connected and active and tutor.id not in (view.requester_id, view.tutor_id)
    ]


async def assign(session: AsyncSession, person: PersonView, request_id: int, tutor_id: int, present: Present) -> None:
    """Give a request to a tutor, or from one to another; all are told. The same tutor twice is once.

    Raises NotFound, NotAllowed, NotPossibleNow (it has ended).
    """
    request = await _locked_in_scope(session, person, request_id)
    if request.status == RequestStatus.ASSIGNED and request.tutor_id == tutor_id:
        return
    if request.status not in ASSIGNABLE:
        raise NotPossibleNow(number=request.id, status=str(request.status))
    if tutor_id not in {tutor.person_id for tutor in await tutors_for(session, person, request_id, present)}:
        raise NotAllowed()
    before = await queries.offer(session, request_id, request.tutor_id) if request.tutor_id is not None else None
    if before is not None:
        await dues.change_time_notices(session, request, [before], present)
        before.state = OfferState.CLOSED
    off = request.meeting_at if met(request, present) is False else None
    clear_meeting(request)
    move(session, request, RequestStatus.ASSIGNED, person.id, present, note="assigned")
    offer = await queries.offer(session, request_id, tutor_id)
    if offer is None:
        offer = RequestOffer(request_id=request_id, tutor_id=tutor_id)
        session.add(offer)
    else:
        await dues.change_offer_notices(session, request, [offer], present)
    offer.asked_version = request.version
    await session.flush()
    await give_to(session, request, offer, present, but=tutor_id)
    if before is not None:
        await dues.tell(session, NoticeKind.REQUEST_WITHDRAWN, before.tutor_id, request, present)
    await dues.offer_to_tutors(session, request, [offer], present)
    kind, seconds = NoticeKind.REQUEST_TAKEN, int(off.timestamp()) if off else None
    await dues.tell(
        session, kind, request.requester_id, request, present, assigned=True, tutor_id=tutor_id, off=seconds
    )
    await dues.expect_time(session, request, present)


async def may_remind(session: AsyncSession, view: RequestView, present: Present) -> bool:
    """A tutor without a time is reminded at most once a day, by whomever."""
    if view.status != RequestStatus.ASSIGNED or view.tutor_id is None:
        return False
    reminded = await queue_queries.reminders_of(session, view.id, view.tutor_id)
    return present.day_of(present.humane(present.now)) not in {present.day_of(moment) for moment in reminded}


async def remind(session: AsyncSession, person: PersonView, request_id: int, present: Present) -> None:
    """[Напомнить тьютору], at an hour that disturbs nobody. A second tap changes nothing.

    Raises NotFound, NotAllowed, NotPossibleNow (there is a time, or no tutor any more).
    """
    request = await _locked_in_scope(session, person, request_id)
    if request.status != RequestStatus.ASSIGNED:
        raise NotPossibleNow(number=request.id, status=str(request.status))
    view = await queued(session, person, request_id, present)
    if await may_remind(session, view, present):
        change = remark(session, request, person.id, present, "reminded")
        await session.flush()
        kind, about = NoticeKind.REQUEST_TIME_WANTED, f":{change.id}"
        await dues.tell(session, kind, request.tutor_id, request, present, about, answer="reminded")


async def settle(session: AsyncSession, person: PersonView, request_id: int, held: bool, present: Present) -> None:
    """A methodist has found out whether they met: both had their say, or did not use it. A second tap is one.

    Raises NotFound, NotAllowed, NotPossibleNow.
    """
    request = await _locked_in_scope(session, person, request_id)
    if request.status == (RequestStatus.DONE if held else RequestStatus.ASSIGNED):
        return
    if not may_settle(RequestStatus(request.status), bool(met(request, present))):
        raise NotPossibleNow(number=request.id, status=str(request.status))
    if held:
        change = await was_held(session, request, person.id, present, "ruled_held")
        await dues.tell_answer(session, request.tutor_id, request, present, change, "ruled_held")
        return
    change = await was_not_held(session, request, person.id, present, "ruled_not_held")
    both = (request.requester_id, request.tutor_id)
    await dues.tell_answer(session, both, request, present, change, "ruled_not_held")


def may_settle(status: RequestStatus, met: bool) -> bool:
    return met and status in (RequestStatus.SCHEDULED, RequestStatus.CLARIFY)


async def decline(session: AsyncSession, person: PersonView, request_id: int, reason: str, present: Present) -> None:
    """The service cannot help with this one; the teacher reads why, in words and not in signs.

    Raises ReasonNeeded, NotFound, NotAllowed, NotPossibleNow.
    """
    reason = reason.strip()[: rules.LONGEST_REASON]
    if not rules.is_worded(reason):
        raise ReasonNeeded()
    request = await _locked_in_scope(session, person, request_id)
    if request.status == RequestStatus.DECLINED:
        return
    request.decline_reason = reason
    move(session, request, RequestStatus.DECLINED, person.id, present)
    offers = await close_offers(session, request, present)
    await dues.change_offer_notices(session, request, offers, present)
    await dues.change_calls(session, request, present)
    await dues.tell(session, NoticeKind.REQUEST_DECLINED, request.requester_id, request, present)
    await dues.tell(session, NoticeKind.REQUEST_WITHDRAWN, request.tutor_id, request, present)


async def _locked_in_scope(session: AsyncSession, person: PersonView, request_id: int) -> Request:
    request = await locked(session, request_id)
    _in_scope(person, (await session.get_one(Unit, request.unit_id)).path)
    return request


def _in_scope(person: PersonView, path: str) -> None:
    if not any(path.startswith(own) for own in desk_scope(person)):
        raise NotAllowed()
