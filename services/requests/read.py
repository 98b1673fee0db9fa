"""Requests as their readers see them: the teacher, a tutor, a methodist. A bounded number of statements each."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Request
from db.queries import requests as queries
from db.queries import tutors as tutor_queries
from db.vocabulary import LIVE_OFFER, OfferState, RequestForm, RequestStatus
from services.errors import NotAllowed, NotFound
from services.people.service import people
from services.people.views import PersonView
from services.requests import rules
from services.requests.views import OfferView, Proposal, RequestView, SideView


async def views_of(session: AsyncSession, requests: Sequence[Request], now: datetime) -> list[RequestView]:
    """In the order given, with the names of both sides."""
    ids = {person_id for one in requests for person_id in (one.requester_id, one.tutor_id) if person_id is not None}
    names = await people(session, ids, now) if ids else {}
    paths = await queries.unit_paths(session, {one.unit_id for one in requests})
    return [_view(one, names, paths[one.unit_id], now) for one in requests]


async def my_requests(
    session: AsyncSession, person_id: int, now: datetime, limit: int, offset: int
) -> tuple[list[RequestView], int]:
    found, total = await queries.requests_of(session, person_id, limit, offset)
    return await views_of(session, found, now), total


async def my_request(session: AsyncSession, person_id: int, request_id: int, now: datetime) -> SideView:
    """Before the teacher who asked, or before her tutor. Raises NotFound, NotAllowed."""
    request = await queries.request(session, request_id)
    if request is None:
        raise NotFound()
    if person_id not in (request.requester_id, request.tutor_id):
        raise NotAllowed()
    view = (await views_of(session, [request], now))[0]
    agreed = (request.id, request.meeting_at) in await queries.agreed_meetings(session, [request.id])
    if person_id == request.tutor_id:
        return SideView(view, for_tutor=True, agreed=agreed)
    may_rate = rules.may_rate(view.status, await rated_at(session, request), now)
    return SideView(view, for_tutor=False, rating=request.rating, may_rate=may_rate, agreed=agreed)


async def rated_at(session: AsyncSession, request: Request) -> datetime | None:
    """When it was rated first."""
    if request.status != RequestStatus.CONFIRMED:
        return None
    changes = await queries.changes_of(session, request.id)
    return next((one.at for one in changes if one.to_status == RequestStatus.CONFIRMED), None)


async def proposals_for(session: AsyncSession, request_id: int, now: datetime) -> list[Proposal]:
    """Every proposal that waits for the teacher, the earliest first."""
    waiting = [
        (one.tutor_id, one.proposed_at)
        for one in await queries.offers_of(session, request_id)
        if one.state == OfferState.PROPOSED and one.proposed_at is not None and one.proposed_at > now
    ]
    names = await people(session, [tutor_id for tutor_id, _ in waiting], now) if waiting else {}
    found = [Proposal(tutor_id, names[tutor_id].full_name, at) for tutor_id, at in waiting if tutor_id in names]
    return sorted(found, key=lambda one: one.at)


async def is_asked(session: AsyncSession, request_id: int) -> bool:
    """Whether a tutor has it before her; if none has, it is the methodists' turn."""
    return any(one.state in LIVE_OFFER for one in await queries.offers_of(session, request_id))


async def is_reachable(session: AsyncSession, person_id: int) -> bool:
    """Whether what we tell her would arrive."""
    return await tutor_queries.is_connected(session, person_id)


async def offer_before(session: AsyncSession, tutor_id: int, request_id: int, now: datetime) -> OfferView:
    """Raises NotFound, NotAllowed (she was never asked)."""
    request = await queries.request(session, request_id)
    if request is None:
        raise NotFound()
    offer = await queries.offer(session, request_id, tutor_id)
    if offer is None:
        raise NotAllowed()
    view = (await views_of(session, [request], now))[0]
    return OfferView(view, tutor_id, OfferState(offer.state), offer.proposed_at, offer.asked_version)


def _view(request: Request, names: dict[int, PersonView], path: str, now: datetime) -> RequestView:
    requester = names.get(request.requester_id)
    tutor = names.get(request.tutor_id) if request.tutor_id is not None else None
    return RequestView(
        id=request.id,
        status=RequestStatus(request.status),
        subject=request.subject,
        topic=request.topic,
        questionnaire_id=request.questionnaire_id,
        area_id=request.area_id,
        form=RequestForm(request.form),
        when_code=request.when_code,
        note=request.note,
        requester_id=request.requester_id,
        requester=requester.full_name if requester else "",
        school=(requester.unit_name or "") if requester else "",
        tutor_id=request.tutor_id,
        tutor=tutor.full_name if tutor else "",
        tutor_school=(tutor.unit_name or "") if tutor else "",
        meeting_at=request.meeting_at,
        decline_reason=request.decline_reason,
        requester_says_held=request.requester_says_held,
        tutor_says_held=request.tutor_says_held,
        version=request.version,
        due_on=request.due_on,
        created_at=request.created_at,
        unit_path=path,
        met=request.meeting_at is not None and request.meeting_at <= now,
    )
