from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Row, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, Consent, EntryCode, Person, PersonSubject, RoleAssignment, Unit
from db.vocabulary import Platform, Purpose, Reach, Role


async def account_with_person(
    session: AsyncSession, platform: Platform, user_id: int
) -> tuple[Account, Person | None, Unit | None, bool] | None:
    """The account, its person, the person's unit and whether the person's consent stands."""
    row = (
        await session.execute(
            select(Account, Person, Unit, _consented())
            .outerjoin(Person, Account.person_id == Person.id)
            .outerjoin(Unit, Person.unit_id == Unit.id)
            .where(Account.platform == platform, Account.user_id == user_id)
        )
    ).one_or_none()
    if row is None:
        return None
    account, person, unit, consented = row
    return account, person, unit, consented


async def people_with_units(session: AsyncSession, person_ids: Sequence[int]) -> list[tuple[Person, Unit | None, bool]]:
    rows = await session.execute(
        select(Person, Unit, _consented())
        .outerjoin(Unit, Person.unit_id == Unit.id)
        .where(Person.id.in_(person_ids), Person.erased_at.is_(None))
    )
    return [(person, unit, consented) for person, unit, consented in rows]


def _consented() -> ColumnElement[bool]:
    return exists().where(
        Consent.person_id == Person.id, Consent.purpose == Purpose.ACCOUNT, Consent.withdrawn_at.is_(None)
    )


async def roles_of(session: AsyncSession, person_ids: Sequence[int], today: date) -> Sequence[Row[int, Role, int, str]]:
    """Person, role, unit and the unit's path, for roles held today."""
    return (
        await session.execute(
            select(RoleAssignment.person_id, RoleAssignment.role, RoleAssignment.unit_id, Unit.path)
            .join(Unit, RoleAssignment.unit_id == Unit.id)
            .where(RoleAssignment.person_id.in_(person_ids), _held(today))
            .order_by(RoleAssignment.id)
        )
    ).all()


def _held(today: date) -> ColumnElement[bool]:
    return and_(
        RoleAssignment.since <= today,
        or_(RoleAssignment.until.is_(None), RoleAssignment.until >= today),
    )


async def subjects_of(session: AsyncSession, person_ids: Sequence[int]) -> Sequence[Row[int, str]]:
    return (
        await session.execute(
            select(PersonSubject.person_id, PersonSubject.subject)
            .where(PersonSubject.person_id.in_(person_ids))
            .order_by(PersonSubject.subject)
        )
    ).all()


async def account_of(session: AsyncSession, account_id: int) -> Account:
    return await session.get_one(Account, account_id)


async def account_by_user(session: AsyncSession, platform: Platform, user_id: int) -> Account | None:
    return await session.scalar(select(Account).where(Account.platform == platform, Account.user_id == user_id))


async def open_accounts(session: AsyncSession, person_ids: Sequence[int]) -> Sequence[Account]:
    """Accounts that can be written to; of several of one person the newest comes last."""
    return (
        await session.scalars(
            select(Account).where(Account.person_id.in_(person_ids), Account.reach == Reach.OPEN).order_by(Account.id)
        )
    ).all()


async def code_for_entry(session: AsyncSession, code: str) -> EntryCode | None:
    return await session.get(EntryCode, code)


async def anybody_holds(session: AsyncSession, role: Role, today: date) -> bool:
    return bool(
        await session.scalar(
            select(func.count()).select_from(RoleAssignment).where(RoleAssignment.role == role, _held(today))
        )
    )


async def person_ids_holding(session: AsyncSession, role: Role, path: str, today: date) -> Sequence[int]:
    """Everyone who holds `role` in a unit at or above the one with `path` (/1/3/17/ lies under /1/3/)."""
    above = [path[: index + 1] for index, letter in enumerate(path) if letter == "/" and index]
    return (
        await session.scalars(
            select(RoleAssignment.person_id)
            .join(Unit, RoleAssignment.unit_id == Unit.id)
            .join(Person, RoleAssignment.person_id == Person.id)
            .where(RoleAssignment.role == role, Unit.path.in_(above), _held(today), Person.erased_at.is_(None))
            .order_by(RoleAssignment.person_id)
            .distinct()
        )
    ).all()
