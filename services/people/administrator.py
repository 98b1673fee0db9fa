"""The first administrator enters by a code from the settings; later ones are appointed."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import roles as role_queries
from db.queries import units as unit_queries
from db.vocabulary import Role
from services.audit.service import record
from services.errors import NotFound
from services.people.days import today
from services.people.errors import AdministratorThere
from services.people.roles import assign
from services.units.rules import root_of


async def may_become_administrator(session: AsyncSession, now: datetime) -> bool:
    """Only while nobody looks after the whole tree: a code that leaks later opens nothing."""
    return not await role_queries.heads(session, Role.ADMINISTRATOR, today(session, now))


async def make_administrator(session: AsyncSession, person_id: int, unit_id: int, now: datetime) -> None:
    """Give the first administrator everything above `unit_id`: nobody else could appoint in another municipality.

    Raises AdministratorThere, NotFound.
    """
    unit = await unit_queries.unit(session, unit_id)
    if unit is None:
        raise NotFound()
    root = root_of(unit.path)
    await role_queries.lock_unit(session, root)  # of two who enter at once one is the first
    if not await may_become_administrator(session, now):
        raise AdministratorThere()
    for role in (Role.ADMINISTRATOR, Role.METHODIST):
        await assign(session, person_id, role, root, now)
    record(session, person_id, "became_administrator", f"unit:{unit_id}", now)
