from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, OutboxRow, Unit
from db.models.request import Request, RequestChange, RequestDraft, RequestOffer, TutorProfile
from db.vocabulary import (
    LIVE_OFFER,
    OPEN_REQUEST,
    WITH_TUTOR,
    WITHOUT_TUTOR,
    DueState,
    NoticeKind,
    OfferState,
    Reach,
    RequestStatus,
)


async def lock_request(session: AsyncSession, request_id: int) -> Request | None:
    """The request as it stands now, and nobody else changes it before we are done.

    PostgreSQL locks the row; SQLite has locked the whole file at BEGIN IMMEDIATE.
    """
    return await session.scalar(
        select(Request).where(Request.id == request_id).with_for_update().execution_options(populate_existing=True)
    )


async def request(session: AsyncSession, request_id: int) -> Request | None:
    return await session.get(Request, request_id)


async def unit_paths(session: AsyncSession, unit_ids: Collection[int]) -> dict[int, str]:
    rows = await session.execute(select(Unit.id, Unit.path).where(Unit.id.in_(unit_ids)))
    return dict(rows.all())


async def requests_by_id(session: AsyncSession, ids: Collection[int]) -> Sequence[Request]:
    return (await session.scalars(select(Request).where(Request.id.in_(ids)))).all()


async def open_topics(session: AsyncSession, requester_id: int, subject: str) -> dict[int, str]:
    """Topics of her open requests in a subject, by number."""
    rows = await session.execute(
        select(Request.id, Request.topic).where(
            Request.requester_id == requester_id, Request.subject == subject, Request.status.in_(OPEN_REQUEST)
        )
    )
    return dict(rows.all())


async def requests_of(
    session: AsyncSession, requester_id: int, limit: int, offset: int
) -> tuple[Sequence[Request], int]:
    """Those that are open or wait for a rating first, then the newest."""
    mine = select(Request).where(Request.requester_id == requester_id)
    over = Request.status.not_in(OPEN_REQUEST | {RequestStatus.DONE})
    return await page(session, mine, limit, offset, over, Request.id.desc())


async def all_requests_with(session: AsyncSession, person_id: int) -> Sequence[Request]:
    """Those she asked for and those she is or was the tutor of."""
    return (
        await session.scalars(
            select(Request)
            .where(or_(Request.requester_id == person_id, Request.tutor_id == person_id))
            .order_by(Request.id)
        )
    ).all()


async def tutees_of(session: AsyncSession, tutor_id: int, limit: int, offset: int) -> tuple[Sequence[Request], int]:
    """Requests that a tutor has open, the nearest meeting first and those without a time before all."""
    hers = select(Request).where(Request.tutor_id == tutor_id, Request.status.in_(WITH_TUTOR))
    return await page(session, hers, limit, offset, Request.meeting_at.is_not(None), Request.meeting_at, Request.id)


async def offered_to(session: AsyncSession, tutor_id: int, limit: int, offset: int) -> tuple[Sequence[Request], int]:
    """Requests that stand before a tutor and that she may still answer, the oldest first."""
    offered = (
        select(Request)
        .join(RequestOffer, RequestOffer.request_id == Request.id)
        .where(
            RequestOffer.tutor_id == tutor_id,
            RequestOffer.state.in_(LIVE_OFFER),
            Request.status.in_(WITHOUT_TUTOR),
        )
    )
    return await page(session, offered, limit, offset, Request.id)


async def busy_times(session: AsyncSession, tutor_id: int, but: int | None = None) -> list[datetime]:
    """When a tutor has a meeting, or has proposed one and waits for the answer; request `but` aside."""
    set_times = select(Request.meeting_at).where(
        Request.tutor_id == tutor_id,
        Request.status == RequestStatus.SCHEDULED,
        Request.meeting_at.is_not(None),
        Request.id != (but or 0),
    )
    proposed = select(RequestOffer.proposed_at).where(
        RequestOffer.tutor_id == tutor_id,
        RequestOffer.state == OfferState.PROPOSED,
        RequestOffer.proposed_at.is_not(None),
        RequestOffer.request_id != (but or 0),
    )
    both = [*await session.scalars(set_times), *await session.scalars(proposed)]
    return [moment for moment in both if moment is not None]


async def meetings_of(session: AsyncSession, tutor_id: int, but: int | None = None) -> Sequence[datetime]:
    return (
        await session.scalars(
            select(Request.meeting_at).where(
                Request.tutor_id == tutor_id,
                Request.status == RequestStatus.SCHEDULED,
                Request.meeting_at.is_not(None),
                Request.id != (but or 0),
            )
        )
    ).all()  # type: ignore[return-value]


async def tutor_counts(session: AsyncSession, tutor_id: int) -> tuple[int, int, int]:
    """How many requests she has open, how many meetings were held, how many of these were rated."""
    row = (
        await session.execute(
            select(
                func.count().filter(Request.status.in_(WITH_TUTOR)),
                func.count().filter(Request.status.in_((RequestStatus.DONE, RequestStatus.CONFIRMED))),
                func.count().filter(Request.rating.is_not(None)),
            ).where(Request.tutor_id == tutor_id)
        )
    ).one()
    return row[0], row[1], row[2]


async def changes_of(session: AsyncSession, request_id: int) -> Sequence[RequestChange]:
    return (
        await session.scalars(
            select(RequestChange).where(RequestChange.request_id == request_id).order_by(RequestChange.id)
        )
    ).all()


async def agreed_meetings(session: AsyncSession, request_ids: Collection[int]) -> set[tuple[int, datetime | None]]:
    """Request and time of every meeting that its teacher has said suits, or has chosen from what was proposed."""
    rows = await session.execute(
        select(RequestChange.request_id, RequestChange.meeting_at)
        .join(Request, Request.id == RequestChange.request_id)
        .where(
            RequestChange.request_id.in_(request_ids),
            RequestChange.meeting_at.is_not(None),
            RequestChange.actor_id == Request.requester_id,
            or_(RequestChange.note == "suits", RequestChange.to_status == RequestStatus.SCHEDULED),
        )
    )
    return {(row.request_id, row.meeting_at) for row in rows}


async def offers_of(session: AsyncSession, request_id: int) -> Sequence[RequestOffer]:
    return (
        await session.scalars(
            select(RequestOffer).where(RequestOffer.request_id == request_id).order_by(RequestOffer.id)
        )
    ).all()


async def offers_of_many(session: AsyncSession, request_ids: Collection[int]) -> Sequence[RequestOffer]:
    return (await session.scalars(select(RequestOffer).where(RequestOffer.request_id.in_(request_ids)))).all()


async def offer(session: AsyncSession, request_id: int, tutor_id: int) -> RequestOffer | None:
    return await session.scalar(
        select(RequestOffer)
        .where(RequestOffer.request_id == request_id, RequestOffer.tutor_id == tutor_id)
        .execution_options(populate_existing=True)
    )


async def expired_proposals(session: AsyncSession, now: datetime) -> Sequence[Row[int, int]]:
    """Request and tutor of every proposed time that has come without an answer, in the order of locking."""
    return (
        await session.execute(
            select(RequestOffer.request_id, RequestOffer.tutor_id)
            .join(Request, Request.id == RequestOffer.request_id)
            .where(
                RequestOffer.state == OfferState.PROPOSED,
                RequestOffer.proposed_at <= now,
                Request.status.in_(WITHOUT_TUTOR),
            )
            .order_by(RequestOffer.request_id, RequestOffer.tutor_id)
        )
    ).all()


async def undelivered_times(session: AsyncSession, now: datetime) -> Sequence[Row[Request, int, bool]]:
    """Scheduled requests whose teacher never got the time: request, row of the notice, whether she is back."""
    back = exists().where(Account.person_id == Request.requester_id, Account.reach == Reach.OPEN)
    return (
        await session.execute(
            select(Request, OutboxRow.id, back)
            .join(OutboxRow, OutboxRow.subject_id == Request.id)
            .where(
                OutboxRow.kind == NoticeKind.REQUEST_TIME_PROPOSED,
                OutboxRow.state == DueState.DEAD,
                OutboxRow.edits_id.is_(None),
                OutboxRow.version == Request.version,
                OutboxRow.person_id == Request.requester_id,
                Request.status == RequestStatus.SCHEDULED,
                Request.meeting_at > now,
            )
            .order_by(Request.id)
        )
    ).all()


async def offers_to(session: AsyncSession, tutor_id: int) -> Sequence[RequestOffer]:
    return (await session.scalars(select(RequestOffer).where(RequestOffer.tutor_id == tutor_id))).all()


async def forget_tutor(session: AsyncSession, tutor_id: int) -> None:
    await session.execute(delete(RequestOffer).where(RequestOffer.tutor_id == tutor_id))
    await session.execute(delete(TutorProfile).where(TutorProfile.person_id == tutor_id))


async def delete_draft(session: AsyncSession, person_id: int) -> None:
    """In one statement: two phones may throw it away at once."""
    await session.execute(delete(RequestDraft).where(RequestDraft.person_id == person_id))


async def page(
    session: AsyncSession, found: Select[Request], limit: int, offset: int, *order: Any
) -> tuple[Sequence[Request], int]:
    total = await session.scalar(select(func.count()).select_from(found.subquery()))
    return (await session.scalars(found.order_by(*order).limit(limit).offset(offset))).all(), total or 0
