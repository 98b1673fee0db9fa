"""Whoever is given a role, or loses one, is told: the row speaks of the role as it is held when it is sent."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import RoleAssignment
from db.queries import people as queries
from db.queries.events import zones_of
from db.vocabulary import NoticeKind, Role
from services.calendar.model import Calendar
from services.calendar.rules import humane
from services.content import Content
from services.outbox import service as outbox
from services.outbox.model import Claimed, Due, Priority
from services.people.days import day_there
from services.people.rules import held_on
from services.people.views import PersonView, RoleNotice

OPPOSITE = {NoticeKind.ROLE_GIVEN: NoticeKind.ROLE_TAKEN, NoticeKind.ROLE_TAKEN: NoticeKind.ROLE_GIVEN}


async def tell(
    session: AsyncSession,
    actor: PersonView,
    kind: NoticeKind,
    held: RoleAssignment,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> None:
    """Her, unless she did it herself or is not in the bot. What is undone before it was said is not said at all."""
    if held.person_id == actor.id or not await queries.has_account(session, held.person_id):
        return
    if await outbox.cancel(session, [OPPOSITE[kind]], held.id, held.person_id):
        return
    hers = (await zones_of(session, [held.person_id])).get(held.person_id)
    due = Due(
        kind=kind,
        person_id=held.person_id,
        subject_id=held.id,
        key=f"{kind}:{held.id}:{now.isoformat()}",
        due_at=humane(now, ZoneInfo(hers) if hers else zone, calendar),
        priority=Priority.PERSONAL,
    )
    await outbox.enqueue(session, [due])


async def load_roles(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, RoleNotice]:
    """Stale when the role has gone the other way since, or is no longer known at all."""
    found = {
        held.id: (held, unit) for held, unit in await queries.roles_by_id(session, [row.subject_id for row in rows])
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
