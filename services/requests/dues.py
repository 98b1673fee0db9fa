"""What is said to whom when a request changes: rows for the outbox, no words."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Request, RequestOffer, Unit
from db.queries import people as people_queries
from db.queries import requests as queries
from db.vocabulary import NoticeKind, Role
from services.calendar.rules import at
from services.outbox.model import Due, Priority
from services.outbox.service import enqueue
from services.requests import rules
from services.requests.present import Present


def offer_key(request_id: int, offer: RequestOffer) -> str:
    return f"request:{request_id}:offer:{offer.tutor_id}:{offer.asked_version}"


async def offer_to_tutors(
    session: AsyncSession, request: Request, offers: Iterable[RequestOffer], present: Present
) -> None:
    await enqueue(
        session,
        [
            Due(
                NoticeKind.REQUEST_OFFER,
                offer.tutor_id,
                request.id,
                offer_key(request.id, offer),
                present.soon(),
                version=offer.asked_version,
                priority=Priority.PERSONAL,
            )
            for offer in offers
        ],
    )


async def change_offer_notices(
    session: AsyncSession, request: Request, offers: Iterable[RequestOffer], present: Present, but: int | None = None
) -> None:
    """Silently bring the messages of tutors up to date, but for hers who has pressed: her handler does it."""
    await enqueue(
        session,
        [
            Due(
                NoticeKind.REQUEST_OFFER_CLOSED,
                offer.tutor_id,
                request.id,
                f"{offer_key(request.id, offer)}:edit:{request.version}",
                present.now,
                version=request.version,
                edits_key=offer_key(request.id, offer),
            )
            for offer in offers
            if offer.tutor_id != but
        ],
    )


async def tell(
    session: AsyncSession,
    kind: NoticeKind,
    person_id: int | None,
    request: Request,
    present: Present,
    about: str = "",
    due_at: datetime | None = None,
    **data: object,
) -> None:
    """One notice to one side, about the present version of the request."""
    if person_id is None:
        return
    key = f"request:{request.id}:{kind}:{person_id}:{request.version}{about}"
    await enqueue(
        session,
        [
            Due(
                kind,
                person_id,
                request.id,
                key,
                due_at or present.soon(),
                version=request.version,
                priority=Priority.PERSONAL,
                data=data,
            )
        ],
    )


async def ask_whether_held(session: AsyncSession, request: Request, present: Present) -> None:
    """An hour after the meeting began, both sides; the row of an earlier time goes stale by the version."""
    assert request.meeting_at is not None, "a meeting has a time"
    due_at = present.humane(request.meeting_at + rules.ASK_AFTER)
    for person_id in (request.requester_id, request.tutor_id):
        await tell(session, NoticeKind.REQUEST_MEETING_CONFIRM, person_id, request, present, due_at=due_at)


async def call_methodists(session: AsyncSession, request: Request, present: Present) -> None:
    """Nobody is left to ask: it is the methodists' turn."""
    for person_id in await methodists_of(session, request, present):
        if person_id != request.requester_id:
            await tell(session, NoticeKind.REQUEST_NO_TUTOR, person_id, request, present)


async def call_methodists_if_silent(session: AsyncSession, request: Request, present: Present, until: date) -> None:
    """On the morning of the last day to answer, unless a tutor has answered by then."""
    morning = present.humane(at(until, time(), present.zone))
    for person_id in await methodists_of(session, request, present):
        if person_id != request.requester_id:
            kind = NoticeKind.REQUEST_NO_TUTOR
            await tell(session, kind, person_id, request, present, ":silent", due_at=morning, silent=True)


async def methodists_of(session: AsyncSession, request: Request, present: Present) -> Sequence[int]:
    unit = await session.get_one(Unit, request.unit_id)
    return await people_queries.person_ids_holding(
        session, Role.METHODIST, unit.path, present.now.astimezone(present.zone).date()
    )


async def nobody_left(session: AsyncSession, request: Request) -> bool:
    offers = await queries.offers_of(session, request.id)
    return all(offer.state not in queries.LIVE for offer in offers)
