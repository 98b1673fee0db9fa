from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Answer, AreaResult, Attempt, Person, ResultShare, Unit
from db.vocabulary import AttemptState, Audience


async def move_attempts(session: AsyncSession, from_person: int, to_person: int) -> None:
    """Give all attempts of one person to another, as when somebody anonymous becomes known.

    Where both have begun the same questionnaire, the one that is moved is given up: one may be in progress.
    """
    begun = select(Attempt.questionnaire_id).where(
        Attempt.person_id == to_person, Attempt.state == AttemptState.IN_PROGRESS
    )
    await session.execute(
        update(Attempt)
        .where(
            Attempt.person_id == from_person,
            Attempt.state == AttemptState.IN_PROGRESS,
            Attempt.questionnaire_id.in_(begun.scalar_subquery()),
        )
        .values(state=AttemptState.ABANDONED),
        execution_options={"synchronize_session": False},
    )
    await session.execute(update(Attempt).where(Attempt.person_id == from_person).values(person_id=to_person))


async def attempt(session: AsyncSession, attempt_id: int, *, lock: bool = False) -> Attempt | None:
    """`lock` makes answers from two phones come one after the other (SQLite has one writer anyway)."""
    wanted = select(Attempt).where(Attempt.id == attempt_id)
    return await session.scalar(wanted.with_for_update() if lock else wanted)


async def attempts_of(session: AsyncSession, person_id: int, questionnaire_id: str | None = None) -> Sequence[Attempt]:
    """Newest first, given-up ones left out."""
    wanted = select(Attempt).where(Attempt.person_id == person_id, Attempt.state != AttemptState.ABANDONED)
    if questionnaire_id is not None:
        wanted = wanted.where(Attempt.questionnaire_id == questionnaire_id)
    return (await session.scalars(wanted.order_by(Attempt.started_at.desc(), Attempt.id.desc()))).all()


async def finished_page(
    session: AsyncSession, person_id: int, limit: int, offset: int
) -> tuple[Sequence[Attempt], int]:
    """Finished attempts, newest first, and how many there are in all."""
    wanted = select(Attempt).where(Attempt.person_id == person_id, Attempt.state == AttemptState.FINISHED)
    total = await session.scalar(select(func.count()).select_from(wanted.subquery()))
    page = wanted.order_by(Attempt.finished_at.desc(), Attempt.id.desc()).limit(limit).offset(offset)
    return (await session.scalars(page)).all(), total or 0


async def newest_finished(session: AsyncSession, person_id: int) -> Sequence[Attempt]:
    """The last finished attempt of each questionnaire."""
    later = aliased(Attempt)
    newer = (
        select(later.id)
        .where(
            later.person_id == Attempt.person_id,
            later.questionnaire_id == Attempt.questionnaire_id,
            later.state == AttemptState.FINISHED,
            or_(
                later.finished_at > Attempt.finished_at,
                (later.finished_at == Attempt.finished_at) & (later.id > Attempt.id),
            ),
        )
        .exists()
    )
    return (
        await session.scalars(
            select(Attempt)
            .where(Attempt.person_id == person_id, Attempt.state == AttemptState.FINISHED, ~newer)
            .order_by(Attempt.id)
        )
    ).all()


async def begin_or_ignore(
    session: AsyncSession, person_id: int, questionnaire_id: str, version: str, now: datetime
) -> None:
    """A new attempt, unless another phone has just begun one."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    await session.execute(
        insert(Attempt)
        .values(
            person_id=person_id,
            questionnaire_id=questionnaire_id,
            version=version,
            state=AttemptState.IN_PROGRESS,
            started_at=now,
        )
        .on_conflict_do_nothing()
    )


async def in_progress(session: AsyncSession, person_id: int, questionnaire_id: str) -> Attempt | None:
    return await session.scalar(
        select(Attempt)
        .where(
            Attempt.person_id == person_id,
            Attempt.questionnaire_id == questionnaire_id,
            Attempt.state == AttemptState.IN_PROGRESS,
        )
        .with_for_update()
    )


async def answers_of(session: AsyncSession, attempt_ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Attempt → item → kept value."""
    if not attempt_ids:
        return {}
    rows = await session.execute(
        select(Answer.attempt_id, Answer.item_id, Answer.value).where(Answer.attempt_id.in_(attempt_ids))
    )
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for attempt_id, item_id, value in rows:
        found[attempt_id][item_id] = value
    return found


async def keep_answer(session: AsyncSession, attempt_id: int, item_id: str, value: Any, now: datetime) -> None:
    """The answer to one item; an earlier one is replaced."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    kept = insert(Answer).values(attempt_id=attempt_id, item_id=item_id, value=value, answered_at=now)
    await session.execute(
        kept.on_conflict_do_update(
            index_elements=["attempt_id", "item_id"],
            set_={"value": kept.excluded.value, "answered_at": kept.excluded.answered_at},
        )
    )


async def shares_of(session: AsyncSession, attempt_id: int) -> Sequence[ResultShare]:
    """To whom the result is open now."""
    return (
        await session.scalars(
            select(ResultShare)
            .where(ResultShare.attempt_id == attempt_id, ResultShare.revoked_at.is_(None))
            .order_by(ResultShare.id)
        )
    ).all()


async def share_ever(session: AsyncSession, attempt_id: int, audience: Audience) -> ResultShare | None:
    """The share with this audience, open or taken back."""
    return await session.scalar(
        select(ResultShare).where(ResultShare.attempt_id == attempt_id, ResultShare.audience == audience)
    )


async def opened_to_methodist(
    session: AsyncSession, paths: Sequence[str], reader_id: int, limit: int, offset: int
) -> tuple[Sequence[Attempt], int]:
    """Attempts whose owners work under one of `paths` and have opened them to the methodist, newest share first."""
    if not paths:
        return [], 0
    wanted = (
        select(Attempt)
        .join(ResultShare, ResultShare.attempt_id == Attempt.id)
        .join(Person, Attempt.person_id == Person.id)
        .join(Unit, Person.unit_id == Unit.id)
        .where(
            ResultShare.audience == Audience.METHODIST,
            ResultShare.revoked_at.is_(None),
            Attempt.state == AttemptState.FINISHED,
            Person.erased_at.is_(None),
            Person.id != reader_id,
            or_(*(Unit.path.startswith(path, autoescape=True) for path in paths)),
        )
    )
    total = await session.scalar(select(func.count()).select_from(wanted.subquery()))
    page = wanted.order_by(ResultShare.shared_at.desc(), ResultShare.id.desc()).limit(limit).offset(offset)
    return (await session.scalars(page)).all(), total or 0


async def opened_of(session: AsyncSession, attempt_ids: Sequence[int], audience: Audience) -> set[int]:
    """Those of the attempts that are open to the audience now."""
    wanted = select(ResultShare.attempt_id).where(
        ResultShare.attempt_id.in_(attempt_ids), ResultShare.audience == audience, ResultShare.revoked_at.is_(None)
    )
    return set((await session.scalars(wanted)).all())


async def take_back_all(session: AsyncSession, person_id: int, now: datetime) -> int:
    """Close every result that the person has opened to anybody. Returns how many were open."""
    hers = select(Attempt.id).where(Attempt.person_id == person_id).scalar_subquery()
    open_ones = select(ResultShare).where(ResultShare.attempt_id.in_(hers), ResultShare.revoked_at.is_(None))
    found = (await session.scalars(open_ones)).all()
    for share in found:
        share.revoked_at = now
    return len(found)


async def area_results_of(session: AsyncSession, attempt_ids: Sequence[int]) -> Sequence[AreaResult]:
    return (await session.scalars(select(AreaResult).where(AreaResult.attempt_id.in_(attempt_ids)))).all()


async def every_attempt_of(session: AsyncSession, person_id: int) -> Sequence[Attempt]:
    """Given-up ones too: for the owner's own copy of her data."""
    return (await session.scalars(select(Attempt).where(Attempt.person_id == person_id).order_by(Attempt.id))).all()


async def delete_attempts(session: AsyncSession, person_id: int) -> None:
    """With all answers, scores and shares (ON DELETE CASCADE)."""
    await session.execute(delete(Attempt).where(Attempt.person_id == person_id))


async def every_share_of(session: AsyncSession, attempt_ids: Sequence[int]) -> Sequence[ResultShare]:
    """Those taken back too."""
    wanted = select(ResultShare).where(ResultShare.attempt_id.in_(attempt_ids)).order_by(ResultShare.id)
    return (await session.scalars(wanted)).all()
