"""Check-ins as they are planned ahead, and planned anew. No answer is read here."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import CheckIn, OutboxRow, Pair, Person, Unit
from db.vocabulary import CheckInSide, CheckInState, DueState, NoticeKind, PairStatus

OPEN = (CheckInState.PLANNED, CheckInState.ASKED)


async def check_ins_in(session: AsyncSession, weeks: Collection[date]) -> Sequence[Row[int, int, CheckInSide, date]]:
    """Id, pair, side and week of every check-in of these weeks."""
    rows = await session.execute(
        select(CheckIn.id, CheckIn.pair_id, CheckIn.side, CheckIn.week).where(CheckIn.week.in_(weeks))
    )
    return rows.all()


async def add_check_ins(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    """In one statement; those that are there already stay as they are."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    await session.execute(insert(CheckIn).on_conflict_do_nothing(index_elements=["pair_id", "side", "week"]), rows)


async def unsaid_check_ins(
    session: AsyncSession, now: datetime, latest: datetime
) -> Sequence[Row[CheckIn, str | None, str]]:
    """Of active pairs, those not answered about which something is still to be said, or counted by `latest`.

    Each with its reader's time zone and the path of the pair's school.
    """
    own = aliased(Unit)
    rows = await session.execute(
        select(CheckIn, own.time_zone, Unit.path)
        .join(Pair, and_(CheckIn.pair_id == Pair.id, Pair.status == PairStatus.ACTIVE))
        .join(Unit, Pair.unit_id == Unit.id)
        .join(Person, CheckIn.person_id == Person.id)
        .outerjoin(own, Person.unit_id == own.id)
        .where(CheckIn.state.in_(OPEN), or_(CheckIn.due_at > now, CheckIn.silent_at.between(now, latest)))
        .order_by(CheckIn.id)
    )
    return rows.all()


async def lock_unsaid(session: AsyncSession, check_in_ids: Collection[int]) -> Sequence[CheckIn]:
    """As they stand now, those of them that are still unanswered; whoever presses meanwhile waits."""
    rows = await session.scalars(
        select(CheckIn)
        .where(CheckIn.id.in_(check_in_ids), CheckIn.state.in_(OPEN))
        .order_by(CheckIn.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return rows.all()


async def unsay(session: AsyncSession, check_in_ids: Collection[int]) -> None:
    """What waits to be said about these check-ins leaves no row behind.

    A row that is only cancelled would keep its key, and the same could not be said on another day.
    """
    about = and_(
        OutboxRow.kind.in_((NoticeKind.CHECK_IN, NoticeKind.CHECK_IN_NUDGE)), OutboxRow.subject_id.in_(check_in_ids)
    )
    await session.execute(delete(OutboxRow).where(OutboxRow.state == DueState.QUEUED, about))


async def unsay_to_methodists(session: AsyncSession, weeks: Collection[date]) -> None:
    """Nor does what waits to be said to methodists about the silence of these weeks."""
    about = and_(
        OutboxRow.kind == NoticeKind.CHECK_IN_SILENT_PAIR,
        or_(*(OutboxRow.dedupe_key.endswith(f":{week}") for week in weeks)),
    )
    await session.execute(delete(OutboxRow).where(OutboxRow.state == DueState.QUEUED, about))


async def forget_planned(session: AsyncSession, check_in_ids: Collection[int]) -> None:
    await session.execute(delete(CheckIn).where(CheckIn.id.in_(check_in_ids), CheckIn.state == CheckInState.PLANNED))
