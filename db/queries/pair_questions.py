"""What a mentee writes to her mentor between the weekly questions. One that is not sent is hers alone."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import OutboxRow, Pair, PairQuestion
from db.vocabulary import DueState, NoticeKind, PairStatus


async def unsent(session: AsyncSession, pair_id: int) -> PairQuestion | None:
    return await session.scalar(
        select(PairQuestion)
        .where(PairQuestion.pair_id == pair_id, PairQuestion.sent_at.is_(None))
        .order_by(PairQuestion.id)
        .limit(1)
    )


async def sent(session: AsyncSession, pair_id: int, limit: int) -> Sequence[PairQuestion]:
    """The newest first."""
    return (
        await session.scalars(
            select(PairQuestion)
            .where(PairQuestion.pair_id == pair_id, PairQuestion.sent_at.is_not(None))
            .order_by(PairQuestion.sent_at.desc(), PairQuestion.id.desc())
            .limit(limit)
        )
    ).all()


async def sent_by_id(session: AsyncSession, ids: Collection[int]) -> Sequence[Row[int, int, str]]:
    """Id, mentee and text, of active pairs."""
    rows = await session.execute(
        select(PairQuestion.id, PairQuestion.person_id, PairQuestion.text)
        .join(Pair, PairQuestion.pair_id == Pair.id)
        .where(PairQuestion.id.in_(ids), PairQuestion.sent_at.is_not(None), Pair.status == PairStatus.ACTIVE)
    )
    return rows.all()


async def of_person(session: AsyncSession, person_id: int) -> Sequence[PairQuestion]:
    return (
        await session.scalars(select(PairQuestion).where(PairQuestion.person_id == person_id).order_by(PairQuestion.id))
    ).all()


async def take_back(session: AsyncSession, of: dict[str, Any]) -> int:
    """Those of a pair or of a person that wait to be told to the mentor. Returns how many."""
    ids = select(PairQuestion.id).filter_by(**of)
    taken = await session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.kind == NoticeKind.PAIR_QUESTION,
            OutboxRow.subject_id.in_(ids),
            OutboxRow.state == DueState.QUEUED,
        )
        .values(state=DueState.CANCELLED)
    )
    return int(taken.rowcount)  # type: ignore[attr-defined]


async def forget(session: AsyncSession, person_id: int) -> None:
    await session.execute(delete(PairQuestion).where(PairQuestion.person_id == person_id))
