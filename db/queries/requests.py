from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, Person, PersonSubject, RoleAssignment, Unit
from db.models.request import Request, RequestChange, RequestOffer, TutorProfile
from db.vocabulary import OfferState, Reach, RequestStatus, Role

LIVE = (OfferState.ASKED, OfferState.PROPOSED)
"""Offers that a tutor may still answer, or that wait for the teacher."""

DEFAULT_MAX_TUTEES = 3
WITHOUT_TUTOR = (RequestStatus.NEW, RequestStatus.ACCEPTED)
WITH_TUTOR = (RequestStatus.ASSIGNED, RequestStatus.SCHEDULED, RequestStatus.CLARIFY)
OPEN = (*WITHOUT_TUTOR, *WITH_TUTOR)


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


async def same_open_request(session: AsyncSession, requester_id: int, subject: str, topic: str) -> Request | None:
    return await session.scalar(
        select(Request)
        .where(
            Request.requester_id == requester_id,
            Request.subject == subject,
            Request.topic == topic,
            Request.status.in_(OPEN),
        )
        .limit(1)
    )


async def requests_of(
    session: AsyncSession, requester_id: int, limit: int, offset: int
) -> tuple[Sequence[Request], int]:
    """Open ones first, then the newest."""
    mine = select(Request).where(Request.requester_id == requester_id)
    return await _page(session, mine, limit, offset, Request.status.not_in(OPEN), Request.id.desc())


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
    return await _page(session, hers, limit, offset, Request.meeting_at.is_not(None), Request.meeting_at, Request.id)


async def offered_to(session: AsyncSession, tutor_id: int, limit: int, offset: int) -> tuple[Sequence[Request], int]:
    """Requests that stand before a tutor and that she may still answer, the oldest first."""
    offered = (
        select(Request)
        .join(RequestOffer, RequestOffer.request_id == Request.id)
        .where(
            RequestOffer.tutor_id == tutor_id,
            RequestOffer.state.in_(LIVE),
            Request.status.in_(WITHOUT_TUTOR),
        )
    )
    return await _page(session, offered, limit, offset, Request.id)


async def meetings_of(session: AsyncSession, tutor_id: int) -> Sequence[datetime]:
    return (
        await session.scalars(
            select(Request.meeting_at).where(
                Request.tutor_id == tutor_id,
                Request.status == RequestStatus.SCHEDULED,
                Request.meeting_at.is_not(None),
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


async def changes_of_many(session: AsyncSession, request_ids: Collection[int]) -> Sequence[RequestChange]:
    return (
        await session.scalars(
            select(RequestChange).where(RequestChange.request_id.in_(request_ids)).order_by(RequestChange.id)
        )
    ).all()


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


async def offers_to(session: AsyncSession, tutor_id: int) -> Sequence[RequestOffer]:
    return (await session.scalars(select(RequestOffer).where(RequestOffer.tutor_id == tutor_id))).all()


async def forget_tutor(session: AsyncSession, tutor_id: int) -> None:
    await session.execute(delete(RequestOffer).where(RequestOffer.tutor_id == tutor_id))
    await session.execute(delete(TutorProfile).where(TutorProfile.person_id == tutor_id))


async def profile(session: AsyncSession, tutor_id: int) -> TutorProfile | None:
    return await session.get(TutorProfile, tutor_id)


async def tutors_of(
    session: AsyncSession, subject: str, path: str, today: date
) -> list[tuple[Person, Unit | None, int, int, bool, bool]]:
    """Tutors of a subject whose role stands at or above `path`: person, unit, open requests, most, active, connected.

    In an order that gives the least burdened first.
    """
    above = [path[: index + 1] for index, letter in enumerate(path) if letter == "/" and index]
    burden = (
        select(Request.tutor_id, func.count().label("open"))
        .where(Request.status.in_(WITH_TUTOR))
        .group_by(Request.tutor_id)
        .subquery()
    )
    open_count = func.coalesce(burden.c.open, 0)
    home = Unit.__table__.alias("home")
    tutors = (
        select(RoleAssignment.person_id)
        .join(home, home.c.id == RoleAssignment.unit_id)
        .where(
            RoleAssignment.role == Role.TUTOR,
            home.c.path.in_(above),
            RoleAssignment.since <= today,
            or_(RoleAssignment.until.is_(None), RoleAssignment.until >= today),
        )
    )
    rows = await session.execute(
        select(
            Person,
            Unit,
            open_count,
            func.coalesce(TutorProfile.max_tutees, DEFAULT_MAX_TUTEES),
            func.coalesce(TutorProfile.active, True),
            _connected(),
        )
        .join(PersonSubject, and_(PersonSubject.person_id == Person.id, PersonSubject.subject == subject))
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .outerjoin(TutorProfile, TutorProfile.person_id == Person.id)
        .outerjoin(burden, burden.c.tutor_id == Person.id)
        .where(Person.id.in_(tutors), Person.erased_at.is_(None))
        .order_by(open_count, Person.surname, Person.id)
    )
    return [tuple(row) for row in rows]


def _connected() -> ColumnElement[bool]:
    return exists().where(Account.person_id == Person.id, Account.reach == Reach.OPEN)


async def in_queue(
    session: AsyncSession, paths: Sequence[str], which: str, overdue_before: datetime, limit: int, offset: int
) -> tuple[Sequence[Request], int]:
    """Requests of these subtrees under one filter of the methodist, the oldest first."""
    return await _page(session, select(Request).where(_filter(which, paths, overdue_before)), limit, offset, Request.id)


async def queue_counts(session: AsyncSession, paths: Sequence[str], overdue_before: datetime) -> dict[str, int]:
    row = (
        await session.execute(
            select(
                *(
                    func.count().filter(_filter(which, paths, overdue_before)).label(which)
                    for which in ("new", "waiting", "overdue", "running")
                )
            ).select_from(Request)
        )
    ).one()
    return dict(row._mapping)


def _filter(which: str, paths: Sequence[str], overdue_before: datetime) -> ColumnElement[bool]:
    """new: tutors are asked; waiting: nobody is left to ask; overdue: nobody's for too long; running: has a tutor."""
    alone = Request.status.in_(WITHOUT_TUTOR)
    live = exists().where(RequestOffer.request_id == Request.id, RequestOffer.state.in_(LIVE))
    state = {
        "new": and_(alone, live),
        "waiting": or_(and_(alone, ~live), Request.status == RequestStatus.CLARIFY),
        "overdue": and_(alone, Request.created_at < overdue_before),
        "running": Request.status.in_((RequestStatus.ASSIGNED, RequestStatus.SCHEDULED, RequestStatus.DONE)),
    }[which]
    scope = select(Unit.id).where(or_(*(Unit.path.startswith(path, autoescape=True) for path in paths)))
    return and_(Request.unit_id.in_(scope), state) if paths else and_(state, Request.id < 0)


async def _page(
    session: AsyncSession, found: Select[Request], limit: int, offset: int, *order: Any
) -> tuple[Sequence[Request], int]:
    total = await session.scalar(select(func.count()).select_from(found.subquery()))
    return (await session.scalars(found.order_by(*order).limit(limit).offset(offset))).all(), total or 0
