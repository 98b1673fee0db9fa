"""Pairs, the people in them and around them. Of their check-ins only whether they were answered is read here."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Account, CheckIn, Pair, Person, RoleAssignment, Unit
from db.vocabulary import CheckInState, PairStatus, Reach, Role

OPEN = (CheckInState.PLANNED, CheckInState.ASKED)
DONE = (CheckInState.ANSWERED, CheckInState.SKIPPED)


async def pairs_between(
    session: AsyncSession, first: date, last: date
) -> Sequence[Row[Pair, str | None, str | None, str]]:
    """Active pairs with a day between `first` and `last`: pair, zones of mentor and mentee, path of the school."""
    rows = await session.execute(_with_zones().where(Pair.starts_on <= last, Pair.ends_on >= first))
    return rows.all()


async def pairs_ending(
    session: AsyncSession, first: date, last: date
) -> Sequence[Row[Pair, str | None, str | None, str]]:
    """As `pairs_between`: those whose last day lies between `first` and `last`."""
    rows = await session.execute(_with_zones().where(Pair.ends_on.between(first, last)))
    return rows.all()


def _with_zones() -> Select[Pair, str | None, str | None, str]:
    mentor, mentee, mentor_unit, mentee_unit = aliased(Person), aliased(Person), aliased(Unit), aliased(Unit)
    return (
        select(
            Pair,
            mentor_unit.time_zone.label("mentor_zone"),
            mentee_unit.time_zone.label("mentee_zone"),
            Unit.path,
        )
        .join(Unit, Pair.unit_id == Unit.id)
        .join(mentor, and_(Pair.mentor_id == mentor.id, mentor.erased_at.is_(None)))
        .join(mentee, and_(Pair.mentee_id == mentee.id, mentee.erased_at.is_(None)))
        .outerjoin(mentor_unit, mentor.unit_id == mentor_unit.id)
        .outerjoin(mentee_unit, mentee.unit_id == mentee_unit.id)
        .where(Pair.status == PairStatus.ACTIVE)
        .order_by(Pair.id)
    )


async def holders(session: AsyncSession, role: Role, today: date) -> Sequence[Row[int, str, str | None]]:
    """Person, path of the unit of her role, and her own time zone."""
    held, own = aliased(Unit), aliased(Unit)
    rows = await session.execute(
        select(RoleAssignment.person_id, held.path, own.time_zone)
        .join(held, RoleAssignment.unit_id == held.id)
        .join(Person, and_(RoleAssignment.person_id == Person.id, Person.erased_at.is_(None)))
        .outerjoin(own, Person.unit_id == own.id)
        .where(
            RoleAssignment.role == role,
            RoleAssignment.since <= today,
            or_(RoleAssignment.until.is_(None), RoleAssignment.until >= today),
        )
        .order_by(RoleAssignment.person_id)
    )
    return rows.all()


async def pair(session: AsyncSession, pair_id: int) -> Pair | None:
    return await session.get(Pair, pair_id)


async def pair_with_school(session: AsyncSession, pair_id: int) -> tuple[Pair, str] | None:
    """The pair and the path of its school."""
    rows = await session.execute(select(Pair, Unit.path).join(Unit, Pair.unit_id == Unit.id).where(Pair.id == pair_id))
    found = rows.one_or_none()
    return None if found is None else (found[0], found[1])


async def lock_pair(session: AsyncSession, pair_id: int) -> tuple[Pair, str] | None:
    rows = await session.execute(
        select(Pair, Unit.path).join(Unit, Pair.unit_id == Unit.id).where(Pair.id == pair_id).with_for_update(of=Pair)
    )
    found = rows.one_or_none()
    return None if found is None else (found[0], found[1])


async def active_pairs_of(session: AsyncSession, person_id: int, today: date) -> Sequence[Pair]:
    """Those in which she is mentor or mentee, not over by `today`."""
    return (
        await session.scalars(
            select(Pair)
            .where(
                or_(Pair.mentor_id == person_id, Pair.mentee_id == person_id),
                Pair.status == PairStatus.ACTIVE,
                Pair.ends_on >= today,
            )
            .order_by(Pair.id)
        )
    ).all()


async def pairs_ever_of(session: AsyncSession, person_id: int) -> Sequence[Pair]:
    return (
        await session.scalars(
            select(Pair).where(or_(Pair.mentor_id == person_id, Pair.mentee_id == person_id)).order_by(Pair.id)
        )
    ).all()


async def mentors_of(session: AsyncSession, mentee_id: int, today: date) -> Sequence[int]:
    """Ids of those who mentor her today."""
    return (
        await session.scalars(
            select(Pair.mentor_id).where(Pair.mentee_id == mentee_id, _lives(today)).order_by(Pair.id)
        )
    ).all()


async def active_pair(session: AsyncSession, mentor_id: int, mentee_id: int, today: date) -> Pair | None:
    return await session.scalar(
        select(Pair).where(Pair.mentor_id == mentor_id, Pair.mentee_id == mentee_id, _lives(today)).limit(1)
    )


def _unanswered(asked: type[CheckIn], now: datetime) -> ColumnElement[bool]:
    """One side let these questions pass, the reminder too, and has not answered or skipped any since.

    Only of whoever can be asked: a side that is not in the bot, or has stopped it, keeps no silence.
    """
    later = aliased(CheckIn)
    since = exists().where(
        later.pair_id == asked.pair_id,
        later.side == asked.side,
        later.week > asked.week,
        later.state.in_(DONE),
    )
    return and_(asked.state.in_(OPEN), asked.silent_at <= now, ~since, _has_account(asked.person_id, Reach.OPEN))


def _silent(now: datetime) -> ColumnElement[bool]:
    asked = aliased(CheckIn)
    return exists().where(asked.pair_id == Pair.id, _unanswered(asked, now))


def _has_account(person_id: Any, *reaches: Reach) -> ColumnElement[bool]:
    """Any account, or one that is in one of these states."""
    account = aliased(Account)
    there = exists().where(account.person_id == person_id)
    return there.where(account.reach.in_(reaches)) if reaches else there


def _contact() -> ColumnElement[str]:
    """Of the two the one who is harder to reach: `absent` from the bot, has `stopped` it, or both are `open`."""
    both = Pair.mentor_id, Pair.mentee_id
    return case(
        (or_(*(~_has_account(one) for one in both)), "absent"),
        (or_(*(~_has_account(one, Reach.OPEN) for one in both)), "stopped"),
        else_="open",
    )


def _lives(today: date) -> ColumnElement[bool]:
    return and_(Pair.status == PairStatus.ACTIVE, Pair.ends_on >= today)


def _within(paths: Collection[str]) -> ColumnElement[bool]:
    return or_(*(Unit.path.startswith(path, autoescape=True) for path in paths)) if paths else Unit.id.is_(None)


async def ending_in(session: AsyncSession, days: Collection[date]) -> Sequence[Row[Pair, str, str | None, str | None]]:
    """Active pairs with one of these last days: pair, path of the school, surnames of mentor and mentee."""
    mentor, mentee = aliased(Person), aliased(Person)
    rows = await session.execute(
        select(Pair, Unit.path, mentor.surname, mentee.surname)
        .join(Unit, Pair.unit_id == Unit.id)
        .join(mentor, Pair.mentor_id == mentor.id)
        .join(mentee, Pair.mentee_id == mentee.id)
        .where(Pair.status == PairStatus.ACTIVE, Pair.ends_on.in_(days))
        .order_by(mentee.surname, Pair.id)
    )
    return rows.all()


async def silent_pairs(
    session: AsyncSession, now: datetime
) -> Sequence[Row[int, str, date, str | None, str | None, int]]:
    """Of each silent side: its pair, the path of the school, the last day, both surnames, for how many weeks."""
    asked, mentor, mentee = aliased(CheckIn), aliased(Person), aliased(Person)
    what = Pair.id, Unit.path, Pair.ends_on, mentor.surname, mentee.surname
    rows = await session.execute(
        select(*what, func.count())
        .join(Unit, Pair.unit_id == Unit.id)
        .join(mentor, Pair.mentor_id == mentor.id)
        .join(mentee, Pair.mentee_id == mentee.id)
        .join(asked, asked.pair_id == Pair.id)
        .where(Pair.status == PairStatus.ACTIVE, _unanswered(asked, now))
        .group_by(*what, asked.side)
        .order_by(Pair.id)
    )
    return rows.all()


async def reaches(session: AsyncSession, person_ids: Collection[int]) -> Sequence[Row[int | None, Reach]]:
    """Person and state of each account."""
    rows = await session.execute(
        select(Account.person_id, Account.reach).where(Account.person_id.in_(person_ids)).order_by(Account.id)
    )
    return rows.all()


def _desk(paths: Collection[str], today: date) -> Select[Any]:
    return select(Pair).join(Unit, Pair.unit_id == Unit.id).where(_lives(today), _within(paths))


async def page_of_ended(
    session: AsyncSession, paths: Collection[str], today: date, limit: int, offset: int
) -> Sequence[Row[Pair, int]]:
    """Pairs under `paths` that are over, the latest first, each with the number of all."""
    rows = await session.execute(
        select(Pair, func.count().over())
        .join(Unit, Pair.unit_id == Unit.id)
        .where(~_lives(today), _within(paths))
        .order_by(Pair.ends_on.desc(), Pair.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return rows.all()


async def pairs_by_id(session: AsyncSession, ids: Collection[int]) -> Sequence[Pair]:
    return (await session.scalars(select(Pair).where(Pair.id.in_(ids)))).all()


async def with_several_pairs(session: AsyncSession, person_ids: Collection[int]) -> set[int]:
    """Those of the mentees who have more than one active pair."""
    rows = await session.scalars(
        select(Pair.mentee_id)
        .where(Pair.mentee_id.in_(person_ids), Pair.status == PairStatus.ACTIVE)
        .group_by(Pair.mentee_id)
        .having(func.count() > 1)
    )
    return set(rows.all())


async def count_pairs(
    session: AsyncSession, paths: Collection[str], now: datetime, today: date
) -> tuple[int, int, int]:
    """All pairs under `paths`, the silent ones, and those others of which one side cannot be reached."""
    silent, contact = _silent(now).label("silent"), _contact().label("contact")
    counted = _desk(paths, today).with_only_columns(silent, contact).subquery()
    away = and_(~counted.c.silent, counted.c.contact != "open")
    counts = select(func.count(), func.count(case((counted.c.silent, 1))), func.count(case((away, 1))))
    row = (await session.execute(counts.select_from(counted))).one()
    return row[0], row[1], row[2]


async def page_of_pairs(
    session: AsyncSession, paths: Collection[str], now: datetime, today: date, limit: int, offset: int
) -> Sequence[Row[Pair, bool, str]]:
    """Silent ones first, then those that cannot be reached, then by the mentee's surname."""
    mentee, silent, contact = aliased(Person), _silent(now).label("silent"), _contact().label("contact")
    rows = await session.execute(
        _desk(paths, today)
        .add_columns(silent, contact)
        .join(mentee, Pair.mentee_id == mentee.id)
        .order_by(silent.desc(), case((contact == "open", 1), else_=0), mentee.surname, Pair.id)
        .limit(limit)
        .offset(offset)
    )
    return rows.all()


async def roles_of_kind(session: AsyncSession, person_id: int, role: Role) -> Sequence[RoleAssignment]:
    return (
        await session.scalars(
            select(RoleAssignment).where(RoleAssignment.person_id == person_id, RoleAssignment.role == role)
        )
    ).all()


async def stop_pairs_of(session: AsyncSession, person_id: int, today: date) -> None:
    await session.execute(
        update(Pair)
        .where(or_(Pair.mentor_id == person_id, Pair.mentee_id == person_id), Pair.status == PairStatus.ACTIVE)
        .values(status=PairStatus.STOPPED, ends_on=case((Pair.ends_on > today, today), else_=Pair.ends_on))
    )
