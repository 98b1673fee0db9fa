from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Row, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import OutboxRow, Unit
from db.models.request import Request, RequestOffer
from db.queries.requests import page
from db.vocabulary import LIVE_OFFER, WITHOUT_TUTOR, DueState, NoticeKind, RequestStatus


async def in_queue(
    session: AsyncSession, paths: Sequence[str], which: str, today: date, limit: int, offset: int
) -> tuple[Sequence[Request], int]:
    """Requests of these subtrees under one filter of the methodist, the oldest first."""
    return await page(session, select(Request).where(_filter(which, paths, today)), limit, offset, Request.id)


async def queue_counts(session: AsyncSession, paths: Sequence[str], today: date) -> dict[str, int]:
    row = (
        await session.execute(
            select(
                *(
                    func.count().filter(_filter(which, paths, today)).label(which)
                    for which in ("new", "waiting", "overdue", "running")
                )
            ).select_from(Request)
        )
    ).one()
    return dict(row._mapping)


def _filter(which: str, paths: Sequence[str], today: date) -> ColumnElement[bool]:
    """Each request stands under one of these: overdue (nobody's for too long), new (tutors are asked), waiting

    (nobody is left to ask, a dispute, no time or no word about the meeting for too long), running (has a tutor).
    """
    alone, late = Request.status.in_(WITHOUT_TUTOR), Request.due_on < today
    live = exists().where(RequestOffer.request_id == Request.id, RequestOffer.state.in_(LIVE_OFFER))
    led = Request.status.in_((RequestStatus.ASSIGNED, RequestStatus.SCHEDULED))
    state = {
        "new": and_(alone, live, ~late),
        "waiting": or_(and_(alone, ~live, ~late), Request.status == RequestStatus.CLARIFY, and_(led, late)),
        "overdue": and_(alone, late),
        "running": or_(and_(led, ~late), Request.status == RequestStatus.DONE),
    }[which]
    scope = select(Unit.id).where(or_(*(Unit.path.startswith(path, autoescape=True) for path in paths)))
    return and_(Request.unit_id.in_(scope), state) if paths else and_(state, Request.id < 0)


async def calls_sent(session: AsyncSession, request_id: int) -> Sequence[Row[int, str]]:
    """Methodist and key of every notice by which one was called to a request."""
    return (
        await session.execute(
            select(OutboxRow.person_id, OutboxRow.dedupe_key).where(
                OutboxRow.kind == NoticeKind.REQUEST_NO_TUTOR,
                OutboxRow.subject_id == request_id,
                OutboxRow.state == DueState.SENT,
                OutboxRow.edits_id.is_(None),
            )
        )
    ).all()


async def reminders_of(session: AsyncSession, request_id: int, tutor_id: int) -> Sequence[datetime]:
    """When this tutor was reminded, or is going to be, that a time is awaited."""
    return (
        await session.scalars(
            select(OutboxRow.due_at).where(
                OutboxRow.kind == NoticeKind.REQUEST_TIME_WANTED,
                OutboxRow.subject_id == request_id,
                OutboxRow.person_id == tutor_id,
                OutboxRow.state.in_((DueState.QUEUED, DueState.LEASED, DueState.SENT)),
            )
        )
    ).all()
