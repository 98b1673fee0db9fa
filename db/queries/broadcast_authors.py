"""Announcements by whether their authors may speak to their readers still."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Row, exists, func, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Broadcast, Person, RoleAssignment, Unit
from db.vocabulary import BroadcastStatus, Role

UNDER_WAY = (BroadcastStatus.SCHEDULED, BroadcastStatus.SENDING)
NOT_GOING = (BroadcastStatus.DRAFT, BroadcastStatus.STOPPED)


def authored(today: date) -> ColumnElement[bool]:
    """Its author is a methodist of its readers still."""
    held = aliased(Unit)
    return exists().where(
        RoleAssignment.person_id == Broadcast.author_id,
        RoleAssignment.role == Role.METHODIST,
        RoleAssignment.since <= today,
        or_(RoleAssignment.until.is_(None), RoleAssignment.until >= today),
        RoleAssignment.unit_id == held.id,
        or_(Broadcast.under.startswith(held.path), held.path.startswith(Broadcast.under)),
    )


async def has_author(session: AsyncSession, broadcast_id: int, today: date) -> bool:
    """Whether its author may speak to its readers still."""
    found = select(func.count()).select_from(Broadcast).where(Broadcast.id == broadcast_id, authored(today))
    return bool(await session.scalar(found))


async def going(session: AsyncSession, ids: Collection[int], today: date) -> Sequence[Row[Broadcast, Person]]:
    """Those that may go out, with their authors: not stopped, and in the name of somebody who may speak still."""
    found = (
        select(Broadcast, Person)
        .join(Person, Broadcast.author_id == Person.id)
        .where(Broadcast.id.in_(ids), Broadcast.status.not_in(NOT_GOING), authored(today))
    )
    return (await session.execute(found)).all()


async def left_behind(session: AsyncSession, today: date) -> Sequence[Broadcast]:
    """Under way, and their authors may not speak to those readers any more. Locked."""
    found = select(Broadcast).where(Broadcast.status.in_(UNDER_WAY), not_(authored(today))).order_by(Broadcast.id)
    return (await session.scalars(found.with_for_update())).all()
