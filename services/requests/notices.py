"""What due rows about requests speak of now; rows that have been overtaken are left out.

A row that changes an earlier message is never stale: it says how things stand. A handful of statements a batch.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import RequestOffer
from db.queries import requests as queries
from db.vocabulary import LIVE_OFFER, WITH_TUTOR, WITHOUT_TUTOR, NoticeKind, OfferState, RequestStatus
from services.content import Content
from services.errors import NotAllowed, NotFound
from services.outbox.model import Claimed
from services.people.service import people
from services.requests.read import views_of
from services.requests.views import AnswerView, OfferView, ProposalView, QueueView, RequestView, SideView, TakenView


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
        view = OfferView(
            request,
            row.person_id,
            OfferState(offer.state),
            offer.proposed_at,
            offer.asked_version,
            superseded=row.edits and row.data.get("copy") != offer.asked_version,
        )
        waits = offer.asked_version == row.version and (
            (offer.state == OfferState.ASKED and request.status in WITHOUT_TUTOR) or view.standing == "given"
        )
        if row.edits or waits:
            found[row.id] = view
    return found


async def load_taken(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, TakenView]:
    """The teacher hears who has taken it; when the time is set by then, the notice of the time names the tutor.

    That a meeting is off is told in any case.
    """
    requests = await _requests(session, rows, now)
    found: dict[int, TakenView] = {}
    for row in rows:
        request, off = requests.get(row.subject_id), row.data.get("off")
        if request is None:
            continue
        news = request.version == row.version and request.status == RequestStatus.ASSIGNED
        still_off = off is not None and request.tutor_id == row.data["tutor_id"] and request.status in WITH_TUTOR
        if news or still_off:
            moment = datetime.fromtimestamp(off, UTC) if off is not None else None
            found[row.id] = TakenView(request, bool(row.data.get("assigned")), moment)
    return found


async def load_proposals(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, ProposalView]:
    """A time that still waits for her; an earlier message says that it does no longer."""
    requests = await _requests(session, rows, now)
    asked = {(row.subject_id, row.data["tutor_id"], row.data["at"]) for row in rows}
    proposals = await proposals_of(session, requests, asked, now)
    found: dict[int, ProposalView] = {}
    for row in rows:
        view = proposals.get((row.subject_id, row.data["tutor_id"], row.data["at"]))
        if view is not None and (view.open or row.edits):
            stage = row.data["stage"] if view.stage != "proposed" else "proposed"
            found[row.id] = replace(view, stage=stage, open=view.open and not row.edits)
    return found


async def proposals_of(
    session: AsyncSession, requests: Mapping[int, RequestView], asked: set[tuple[int, int, int]], now: datetime
) -> dict[tuple[int, int, int], ProposalView]:
    """By request, tutor and moment (Unix time): how each time stands now. Only tutors who were asked are named."""
    offers = {(one.request_id, one.tutor_id): one for one in await queries.offers_of_many(session, list(requests))}
    names = await people(session, {tutor_id for _, tutor_id, _ in asked}, now)
    found: dict[tuple[int, int, int], ProposalView] = {}
    for request_id, tutor_id, seconds in asked:
        request, offer = requests.get(request_id), offers.get((request_id, tutor_id))
        if request is None or offer is None or tutor_id not in names:
            continue
        moment = datetime.fromtimestamp(seconds, UTC)
        hers = request.tutor_id == tutor_id
        waits = request.status == RequestStatus.ACCEPTED and offer.state == OfferState.PROPOSED
        is_set = hers and request.status == RequestStatus.SCHEDULED
        found[request_id, tutor_id, seconds] = ProposalView(
            request,
            tutor_id,
            names[tutor_id].full_name,
            moment,
            open=moment > now and offer.proposed_at == moment and (waits or is_set),
            stage="set" if hers else "proposed",
        )
    return found


async def proposal_now(
    session: AsyncSession, requester_id: int, request_id: int, tutor_id: int, seconds: int, now: datetime
) -> ProposalView:
    """One time that she has just answered. Raises NotFound, NotAllowed."""
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
    """To either side: what the other one said about the time or the meeting, if she still says so."""
    requests = await _requests(session, rows, now)
    offers = {(one.request_id, one.tutor_id): one for one in await queries.offers_of_many(session, list(requests))}
    found: dict[int, AnswerView] = {}
    for row in rows:
        request, offer = requests.get(row.subject_id), offers.get((row.subject_id, row.person_id))
        if request is not None and _still_says(request, offer, row):
            found[row.id] = AnswerView(request, str(row.data["answer"]), row.person_id)
    return found


def _still_says(request: RequestView, offer: RequestOffer | None, row: Claimed) -> bool:
    """Of several proposals each is answered by itself: what befalls the others makes no answer old."""
    match row.data["answer"]:
        case "no_tutor" | "ruled_held":
            return True
        case "proposal_refused" | "expired":
            return request.status in WITHOUT_TUTOR and offer is not None and offer.state == OfferState.ASKED
        case "not_held":
            denied = SideView(request, row.person_id == request.tutor_id).theirs is False
            return denied and request.version == row.version
    return request.version == row.version


async def load_time_wanted(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, AnswerView]:
    """To a tutor who has had a request for days and has set no time, or whom a methodist reminds."""
    found = await _of_present_version(session, rows, now, lambda request: request.status == RequestStatus.ASSIGNED)
    return {
        row.id: AnswerView(found[row.id], str(row.data.get("answer", "time_wanted")), row.person_id)
        for row in rows
        if row.id in found
    }


async def load_overdue(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, RequestView]:
    """To the teacher, when the promised day has passed without an answer."""
    requests = await _requests(session, rows, now)
    return {
        row.id: requests[row.subject_id]
        for row in rows
        if row.subject_id in requests and _is_late(requests[row.subject_id], row)
    }


async def load_for_methodists(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, QueueView]:
    """Only while it still waits for a methodist; an earlier call says that it does no longer."""
    requests = await _requests(session, rows, now)
    live = {
        one.request_id
        for one in await queries.offers_of_many(session, list(requests))
        if OfferState(one.state) in LIVE_OFFER
    }
    found: dict[int, QueueView] = {}
    for row in rows:
        request = requests.get(row.subject_id)
        if request is not None and (row.edits or _calls(request, row, request.id in live)):
            found[row.id] = QueueView(request, str(row.data["why"]), request.due_on)
    return found


def _calls(request: RequestView, row: Claimed, live: bool) -> bool:
    """Whether what a methodist was to be called for still holds."""
    match row.data["why"]:
        case "nobody":
            return request.status in WITHOUT_TUTOR and not live
        case "silent":
            return request.status == RequestStatus.NEW and live and _is_late(request, row)
        case "overdue":
            return _is_late(request, row)
        case "disputed":
            return request.status == RequestStatus.CLARIFY
        case "no_time":
            return request.status == RequestStatus.ASSIGNED and request.version == row.version
    return request.status == RequestStatus.SCHEDULED and request.version == row.version


def _is_late(request: RequestView, row: Claimed) -> bool:
    """Still nobody's since the row was written; a request that was handed back has a new last day."""
    return request.status in WITHOUT_TUTOR and request.due_on.isoformat() == row.data["due_on"]


async def load_ended(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, RequestView]:
    """Declined, or taken away from her tutor: true for ever once said."""
    requests = await _requests(session, rows, now)
    return {row.id: requests[row.subject_id] for row in rows if row.subject_id in requests}


async def load_meetings(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, SideView]:
    """A meeting ahead, to both; a meeting of before, to whoever has not said yet whether this very one was held.

    Whoever was told that the other one denies it has been asked with these words.
    """
    requests = await _requests(session, rows, now)
    agreed = await queries.agreed_meetings(session, list(requests))
    found: dict[int, SideView] = {}
    for row in rows:
        request = requests.get(row.subject_id)
        if request is None or request.version != row.version or request.status != RequestStatus.SCHEDULED:
            continue
        view = SideView(
            request,
            for_tutor=row.person_id == request.tutor_id,
            superseded=row.edits,
            agreed=(request.id, request.meeting_at) in agreed,
            again=bool(row.data.get("again")),
        )
        ahead = row.kind == NoticeKind.REQUEST_MEETING_SOON
        asks = view.says_held is None and (view.theirs is False) == row.edits
        if ahead != request.met and (ahead or asks):
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
