"""Who may help with what, and may be asked now."""

from datetime import date

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, Person, PersonSubject, RoleAssignment, Unit
from db.models.request import Request, TutorProfile
from db.vocabulary import (
    WITH_TUTOR,
    Reach,
    Role,
)

DEFAULT_MAX_TUTEES = 3


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


async def is_tutor(session: AsyncSession, person_id: int, today: date) -> bool:
    held = exists().where(
        RoleAssignment.person_id == person_id,
        RoleAssignment.role == Role.TUTOR,
        RoleAssignment.since <= today,
        or_(RoleAssignment.until.is_(None), RoleAssignment.until >= today),
    )
    return bool(await session.scalar(select(held)))


async def is_connected(session: AsyncSession, person_id: int) -> bool:
    """Whether a message would reach her."""
    return bool(
        await session.scalar(select(exists().where(Account.person_id == person_id, Account.reach == Reach.OPEN)))
    )


def _connected() -> ColumnElement[bool]:
    return exists().where(Account.person_id == Person.id, Account.reach == Reach.OPEN)
