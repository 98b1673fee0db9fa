"""What due rows about requests speak of now; rows that have been overtaken are left out.

A row that changes an earlier message is never stale: it says how things stand. A handful of statements a batch.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import requests as queries
from db.vocabulary import OfferState, RequestStatus
from services.content import Content
from services.errors import NotAllowed, NotFound
from services.outbox.model import Claimed
from services.people.service import people
from services.requests import rules
from services.requests.read import views_of
from services.requests.views import AnswerView, OfferView, ProposalView, QueueView, RequestView, SideView


async def load_offers(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, OfferView]:
    """A new offer: asked at this version and not answered yet, or given to her by a methodist."""
    requests = await _requests(session, rows, now)
    offers = {(one.request_id, one.tutor_id): one for one in await queries.offers_of_many(session, list(requests))}
    found: dict[int, OfferView] = {}
    for row in rows:
        request, offer = requests.get(row.subject_id), offers.get((row.subject_id, row.person_id))
        if request is None or offer is None:
            continue
        view = OfferView(request, row.person_id, OfferState(offer.state), offer.proposed_at, offer.asked_version)
        waits = offer.asked_version == row.version and (
            (offer.state == OfferState.ASKED and request.status in rules.WITHOUT_TUTOR) or view.standing == "given"
        )
        if row.edits or waits:
            found[row.id] = view
    return found


async def load_taken(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, RequestView]:
    """The teacher hears who has taken it; when the time is set by then, the notice of the time names the tutor."""
    return await _of_present_version(session, rows, now, lambda request: request.status == RequestStatus.ASSIGNED)


async def load_proposals(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, ProposalView]:
    requests = await _requests(session, rows, now)
    asked = {(row.subject_id, row.data["tutor_id"], row.data["at"]) for row in rows}
    proposals = await proposals_of(session, requests, asked, now)
    found = {row.id: proposals.get((row.subject_id, row.data["tutor_id"], row.data["at"])) for row in rows}
    return {row_id: view for row_id, view in found.items() if view is not None and view.open}


async def proposals_of(
    session: AsyncSession, requests: Mapping[int, RequestView], asked: set[tuple[int, int, int]], now: datetime
) -> dict[tuple[int, int, int], ProposalView]:
    """By request, tutor and moment (Unix time): how each proposed time stands now."""
    offers = {(one.request_id, one.tutor_id): one for one in await queries.offers_of_many(session, list(requests))}
    names = await people(session, {tutor_id for _, tutor_id, _ in asked}, now)
    found: dict[tuple[int, int, int], ProposalView] = {}
    for request_id, tutor_id, seconds in asked:
        request, offer = requests.get(request_id), offers.get((request_id, tutor_id))
        if request is None or tutor_id not in names:
            continue
        moment = datetime.fromtimestamp(seconds, UTC)
        agreed = request.meeting_at == moment and request.tutor_id == tutor_id
        waits = (
            request.status == RequestStatus.ACCEPTED
            and offer is not None
            and offer.state == OfferState.PROPOSED
            and offer.proposed_at == moment
        )
        still_open = moment > now and (waits or (agreed and request.status == RequestStatus.SCHEDULED))
        found[request_id, tutor_id, seconds] = ProposalView(
            request, tutor_id, names[tutor_id].full_name, moment, still_open, agreed
        )
    return found


async def proposal_now(
    session: AsyncSession, requester_id: int, request_id: int, tutor_id: int, seconds: int, now: datetime
) -> ProposalView:
    """One proposed time before the teacher. Raises NotFound, NotAllowed."""
    requests = {
        view.id: view for view in await views_of(session, await queries.requests_by_id(session, [request_id]), now)
    }
    if request_id not in requests:
        raise NotFound()
    if requests[request_id].requester_id != requester_id:
        raise NotAllowed()
    found = await proposals_of(session, requests, {(request_id, tutor_id, seconds)}, now)
    if not found:
        raise NotFound()
    return found[request_id, tutor_id, seconds]


async def load_answers(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, AnswerView]:
    """To either side: what the other one said about the time or the meeting."""
    requests = await _requests(session, rows, now)
    return {
        row.id: AnswerView(requests[row.subject_id], str(row.data["answer"]), row.person_id)
        for row in rows
        if row.subject_id in requests
        and (requests[row.subject_id].version == row.version or row.data["answer"] == "no_tutor")
    }


async def load_for_methodists(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, QueueView]:
    """Only while it still waits for a methodist."""
    requests = await _requests(session, rows, now)
    live = {
        one.request_id
        for one in await queries.offers_of_many(session, list(requests))
        if OfferState(one.state) in queries.LIVE
    }
    found: dict[int, QueueView] = {}
    for row in rows:
        request = requests.get(row.subject_id)
        if request is None:
            continue
        why = _why(request, request.id in live, silent=bool(row.data.get("silent")))
        if why is not None:
            until = rules.last_day_to_answer(request.created_at.date(), content.calendar)
            found[row.id] = QueueView(request, why, until)
    return found


def _why(request: RequestView, live: bool, silent: bool) -> str | None:
    """What a methodist is called for; None when there is nothing any more."""
    if request.status == RequestStatus.CLARIFY:
        return "disputed"
    if request.status not in rules.WITHOUT_TUTOR:
        return None
    if not live:
        return "nobody"
    return "silent" if silent and request.status == RequestStatus.NEW else None


async def load_ended(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, RequestView]:
    """Declined, or taken away from her tutor: true for ever once said."""
    requests = await _requests(session, rows, now)
    return {row.id: requests[row.subject_id] for row in rows if row.subject_id in requests}


async def load_meetings(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, SideView]:
    """Was the meeting held? Asked of whoever has not said it yet about this very meeting."""
    requests = await _requests(session, rows, now)
    found: dict[int, SideView] = {}
    for row in rows:
        request = requests.get(row.subject_id)
        if request is None or request.version != row.version or request.status != RequestStatus.SCHEDULED:
            continue
        view = SideView(request, for_tutor=row.person_id == request.tutor_id)
        if not view.has_confirmed:
            found[row.id] = view
    return found


async def load_ratings(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, SideView]:
    requests = await _of_present_version(session, rows, now, lambda request: request.status == RequestStatus.DONE)
    return {row_id: SideView(request, for_tutor=False) for row_id, request in requests.items()}


async def _of_present_version(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, holds: Callable[[RequestView], bool]
) -> dict[int, RequestView]:
    requests = await _requests(session, rows, now)
    return {
        row.id: requests[row.subject_id]
        for row in rows
        if row.subject_id in requests
        and requests[row.subject_id].version == row.version
        and holds(requests[row.subject_id])
    }


async def _requests(session: AsyncSession, rows: Sequence[Any], now: datetime) -> dict[int, RequestView]:
    found = await queries.requests_by_id(session, {row.subject_id for row in rows})
    return {view.id: view for view in await views_of(session, found, now)}
