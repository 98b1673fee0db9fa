"""Weekly check-ins. What was answered is read by `own_answers`, `journal` and `sent_question`, and nowhere else."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Update, case, delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import CheckIn, CheckInAnswer, OutboxRow, Pair, Person
from db.vocabulary import CheckInSide, CheckInState, DueState, NoticeKind, PairStatus

OPEN = (CheckInState.PLANNED, CheckInState.ASKED)
DONE = (CheckInState.ANSWERED, CheckInState.SKIPPED)


async def check_ins_with_pairs(session: AsyncSession, ids: Collection[int]) -> list[tuple[CheckIn, Pair, Person]]:
    """With the pair and the person on its other side."""
    other = case((CheckIn.side == CheckInSide.MENTOR, Pair.mentee_id), else_=Pair.mentor_id)
    rows = await session.execute(
        select(CheckIn, Pair, Person)
        .join(Pair, CheckIn.pair_id == Pair.id)
        .join(Person, Person.id == other)
        .where(CheckIn.id.in_(ids))
    )
    return [(check_in, pair, other) for check_in, pair, other in rows]


async def lock_check_in(session: AsyncSession, check_in_id: int) -> tuple[CheckIn, Pair] | None:
    """For a change: on PostgreSQL two phones of one person wait for each other."""
    row = await session.execute(
        select(CheckIn, Pair)
        .join(Pair, CheckIn.pair_id == Pair.id)
        .where(CheckIn.id == check_in_id)
        .with_for_update(of=CheckIn)
    )
    found = row.one_or_none()
    return None if found is None else (found[0], found[1])


async def open_check_ins(session: AsyncSession, person_id: int, pair_ids: Collection[int]) -> Sequence[CheckIn]:
    """Her unanswered ones, the latest week last."""
    return (
        await session.scalars(
            select(CheckIn)
            .where(CheckIn.person_id == person_id, CheckIn.pair_id.in_(pair_ids), CheckIn.state.in_(OPEN))
            .order_by(CheckIn.week)
        )
    ).all()


async def check_ins_of_person(session: AsyncSession, person_id: int) -> Sequence[CheckIn]:
    return (await session.scalars(select(CheckIn).where(CheckIn.person_id == person_id).order_by(CheckIn.week))).all()


async def weeks_of(
    session: AsyncSession, pair_id: int, now: datetime
) -> Sequence[Row[CheckInSide, date, CheckInState, datetime]]:
    """Side, week, state and moment of silence of what has been asked so far. Never an answer."""
    rows = await session.execute(
        select(CheckIn.side, CheckIn.week, CheckIn.state, CheckIn.silent_at)
        .where(CheckIn.pair_id == pair_id, or_(CheckIn.due_at <= now, CheckIn.state.in_(DONE)))
        .order_by(CheckIn.week)
    )
    return rows.all()


async def put_answer(session: AsyncSession, check_in_id: int, item_id: str, value: Any, now: datetime) -> None:
    """The last answer to an item stands."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = insert(CheckInAnswer).values(check_in_id=check_in_id, item_id=item_id, value=value, answered_at=now)
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["check_in_id", "item_id"],
            set_={"value": statement.excluded.value, "answered_at": statement.excluded.answered_at},
        )
    )


async def forget_answer(session: AsyncSession, check_in_id: int, item_id: str) -> None:
    await session.execute(
        delete(CheckInAnswer).where(CheckInAnswer.check_in_id == check_in_id, CheckInAnswer.item_id == item_id)
    )


async def own_answers(
    session: AsyncSession, person_id: int, check_in_ids: Collection[int]
) -> Sequence[Row[int, str, Any]]:
    """Check-in, item and value, of check-ins that are this very person's: what she said, for her eyes."""
    rows = await session.execute(
        select(CheckInAnswer.check_in_id, CheckInAnswer.item_id, CheckInAnswer.value)
        .join(CheckIn, CheckInAnswer.check_in_id == CheckIn.id)
        .where(CheckIn.person_id == person_id, CheckIn.id.in_(check_in_ids))
    )
    return rows.all()


async def earlier_check_ins(session: AsyncSession, check_in: CheckIn, limit: int) -> Sequence[Row[int, CheckInState]]:
    """Id and state of the same side's check-ins before this one, newest first."""
    return (
        await session.execute(
            select(CheckIn.id, CheckIn.state)
            .where(
                CheckIn.pair_id == check_in.pair_id,
                CheckIn.side == check_in.side,
                CheckIn.person_id == check_in.person_id,
                CheckIn.week < check_in.week,
            )
            .order_by(CheckIn.week.desc())
            .limit(limit)
        )
    ).all()


async def last_answered(session: AsyncSession, pair_id: int, person_id: int, side: CheckInSide) -> int | None:
    """Id of the last check-in that this person has answered for the pair."""
    return await session.scalar(
        select(CheckIn.id)
        .where(
            CheckIn.pair_id == pair_id,
            CheckIn.person_id == person_id,
            CheckIn.side == side,
            CheckIn.state == CheckInState.ANSWERED,
        )
        .order_by(CheckIn.week.desc())
        .limit(1)
    )


async def journal(
    session: AsyncSession, pair_id: int, items: Collection[str], limit: int
) -> Sequence[Row[date, str, Any]]:
    """Week, item and value of the mentor's last finished check-ins, newest first."""
    last = (
        select(CheckIn.id, CheckIn.week)
        .where(
            CheckIn.pair_id == pair_id,
            CheckIn.side == CheckInSide.MENTOR,
            CheckIn.state == CheckInState.ANSWERED,
        )
        .order_by(CheckIn.week.desc())
        .limit(limit)
        .subquery()
    )
    rows = await session.execute(
        select(last.c.week, CheckInAnswer.item_id, CheckInAnswer.value)
        .join(last, CheckInAnswer.check_in_id == last.c.id)
        .where(CheckInAnswer.item_id.in_(items))
        .order_by(last.c.week.desc())
    )
    return rows.all()


async def questions_to_mentor(
    session: AsyncSession, pair_id: int, item_id: str, limit: int
) -> Sequence[Row[date, Any]]:
    """Week and text of what the mentee of a pair has sent, newest first."""
    rows = await session.execute(
        select(CheckIn.week, CheckInAnswer.value)
        .join(CheckIn, CheckInAnswer.check_in_id == CheckIn.id)
        .where(
            CheckIn.pair_id == pair_id,
            CheckIn.side == CheckInSide.MENTEE,
            CheckIn.state == CheckInState.ANSWERED,
            CheckInAnswer.item_id == item_id,
        )
        .order_by(CheckIn.week.desc())
        .limit(limit)
    )
    return rows.all()


async def sent_question(
    session: AsyncSession, check_in_ids: Collection[int], item_id: str
) -> Sequence[Row[int, int, Any]]:
    """Check-in, mentee and the one item that she has sent to her mentor; of active pairs."""
    rows = await session.execute(
        select(CheckIn.id, CheckIn.person_id, CheckInAnswer.value)
        .join(CheckIn, CheckInAnswer.check_in_id == CheckIn.id)
        .join(Pair, CheckIn.pair_id == Pair.id)
        .where(
            Pair.status == PairStatus.ACTIVE,
            CheckIn.id.in_(check_in_ids),
            CheckIn.side == CheckInSide.MENTEE,
            CheckIn.state == CheckInState.ANSWERED,
            CheckInAnswer.item_id == item_id,
        )
    )
    return rows.all()


async def take_back_notices(session: AsyncSession, person_id: int, kinds: Collection[NoticeKind]) -> None:
    """What waits to be said to anybody about this person's check-ins."""
    hers = select(CheckIn.id).where(CheckIn.person_id == person_id)
    await session.execute(_queued(kinds, OutboxRow.subject_id.in_(hers)))


async def take_back_questions(session: AsyncSession, pair_id: int) -> int:
    """Questions of the mentee that have not been sent yet. Returns how many."""
    of_pair = select(CheckIn.id).where(CheckIn.pair_id == pair_id)
    taken = await session.execute(_queued([NoticeKind.MENTEE_QUESTION], OutboxRow.subject_id.in_(of_pair)))
    return int(taken.rowcount)  # type: ignore[attr-defined]


def _queued(kinds: Collection[NoticeKind], about: ColumnElement[bool]) -> Update:
    return (
        update(OutboxRow)
        .where(OutboxRow.kind.in_(kinds), about, OutboxRow.state == DueState.QUEUED)
        .values(state=DueState.CANCELLED)
    )


async def forget_notes_about(session: AsyncSession, mentee_id: int, item_id: str) -> None:
    """What mentors wrote about a mentee in their own words."""
    about = (
        select(CheckIn.id)
        .join(Pair, CheckIn.pair_id == Pair.id)
        .where(Pair.mentee_id == mentee_id, CheckIn.side == CheckInSide.MENTOR)
    )
    await session.execute(
        delete(CheckInAnswer).where(CheckInAnswer.check_in_id.in_(about), CheckInAnswer.item_id == item_id)
    )


async def forget_check_ins(session: AsyncSession, person_id: int) -> None:
    """Delete a person's check-ins with their answers."""
    ids = select(CheckIn.id).where(CheckIn.person_id == person_id)
    await session.execute(delete(CheckInAnswer).where(CheckInAnswer.check_in_id.in_(ids)))
    await session.execute(delete(CheckIn).where(CheckIn.person_id == person_id))
