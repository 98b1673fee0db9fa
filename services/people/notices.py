"""What a notice about a role speaks of: the role as it is held when it is sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import roles as role_queries
from db.vocabulary import NoticeKind, Role
from services.content import Content
from services.outbox.model import Claimed
from services.people.days import day_there
from services.people.rules import held_on
from services.people.views import RoleNotice


async def load_roles(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, RoleNotice]:
    """Stale when the role has gone the other way since, or is no longer known at all."""
    found = {
        held.id: (held, unit)
        for held, unit in await role_queries.roles_by_id(session, [row.subject_id for row in rows])
    }
    views = {}
    for row in rows:
        if row.subject_id not in found:
            continue
        held, unit = found[row.subject_id]
        holds = held_on(day_there(session, unit.time_zone, now), held.since, held.until)
        if holds is (row.kind == NoticeKind.ROLE_GIVEN):
            views[row.id] = RoleNotice(Role(held.role), unit.name)
    return views
