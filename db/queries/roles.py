"""Who holds which role where, now or once."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Row, and_, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Account,
    Person,
    RoleAssignment,
    Unit,
)
from db.vocabulary import Role


async def roles_around(
    session: AsyncSession, person_ids: Sequence[int], today: date
) -> Sequence[Row[RoleAssignment, str, str | None]]:
    """Roles held today, yesterday or tomorrow, for it may be another day there; with path and zone of their units."""
    day = timedelta(days=1)
    return (
        await session.execute(
            select(RoleAssignment, Unit.path, Unit.time_zone)
            .join(Unit, RoleAssignment.unit_id == Unit.id)
            .where(RoleAssignment.person_id.in_(person_ids), or_(_held(today - day), _held(today), _held(today + day)))
            .order_by(RoleAssignment.id)
        )
    ).all()


def _held(today: date) -> ColumnElement[bool]:
    return and_(
        RoleAssignment.since <= today,
        or_(RoleAssignment.until.is_(None), RoleAssignment.until >= today),
    )


async def heads(session: AsyncSession, role: Role, today: date) -> Sequence[int]:
    """Those who hold `role` over a whole tree and have an account: nobody else can act in all of it."""
    return (
        await session.scalars(
            select(RoleAssignment.person_id)
            .join(Unit, RoleAssignment.unit_id == Unit.id)
            .join(Account, Account.person_id == RoleAssignment.person_id)
            .where(RoleAssignment.role == role, Unit.parent_id.is_(None), _held(today))
            .distinct()
        )
    ).all()


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


async def role_in(session: AsyncSession, person_id: int, role: Role, unit_id: int) -> RoleAssignment | None:
    """Held now or once."""
    return await session.scalar(
        select(RoleAssignment).where(
            RoleAssignment.person_id == person_id, RoleAssignment.role == role, RoleAssignment.unit_id == unit_id
        )
    )


async def roles_by_id(session: AsyncSession, ids: Collection[int]) -> Sequence[Row[RoleAssignment, Unit]]:
    """Held now or once, with their units."""
    return (
        await session.execute(
            select(RoleAssignment, Unit).join(Unit, RoleAssignment.unit_id == Unit.id).where(RoleAssignment.id.in_(ids))
        )
    ).all()


async def held_roles(
    session: AsyncSession, person_id: int, role: Role, today: date
) -> Sequence[Row[RoleAssignment, str | None]]:
    """With the time zone of the unit, if it has one of its own."""
    return (
        await session.execute(
            select(RoleAssignment, Unit.time_zone)
            .join(Unit, RoleAssignment.unit_id == Unit.id)
            .where(RoleAssignment.person_id == person_id, RoleAssignment.role == role, _held(today))
        )
    ).all()


async def entered_holders(session: AsyncSession, role: Role, path: str, today: date) -> Sequence[int]:
    """Those who hold `role` at or above the unit with `path` and have an account: they can act."""
    held = await person_ids_holding(session, role, path, today)
    return (await session.scalars(select(Account.person_id).where(Account.person_id.in_(held)).distinct())).all()  # type: ignore[return-value]


async def delete_roles(session: AsyncSession, person_id: int) -> None:
    await session.execute(delete(RoleAssignment).where(RoleAssignment.person_id == person_id))


async def holders(session: AsyncSession, role: Role, today: date) -> int:
    """How many people hold `role` anywhere."""
    return (
        await session.scalar(
            select(func.count(RoleAssignment.person_id.distinct())).where(RoleAssignment.role == role, _held(today))
        )
    ) or 0


async def roles_ever(session: AsyncSession, person_id: int) -> Sequence[Row[RoleAssignment, str]]:
    """Roles held now or once, with the name of their unit."""
    return (
        await session.execute(
            select(RoleAssignment, Unit.name)
            .join(Unit, RoleAssignment.unit_id == Unit.id)
            .where(RoleAssignment.person_id == person_id)
            .order_by(RoleAssignment.id)
        )
    ).all()


async def lock_unit(session: AsyncSession, unit_id: int) -> None:
    """Whoever decides about the roles of a unit does so one after the other."""
    await session.scalar(select(Unit).where(Unit.id == unit_id).with_for_update(key_share=True))
