"""Whoever is given a role, or loses one, is told."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import RoleAssignment
from db.queries import people as queries
from db.vocabulary import NoticeKind
from services.calendar.model import Calendar
from services.calendar.rules import humane
from services.outbox import service as outbox
from services.outbox.model import Due, Priority
from services.people.views import PersonView
from services.people.zones import zones_of_readers

OPPOSITE = {NoticeKind.ROLE_GIVEN: NoticeKind.ROLE_TAKEN, NoticeKind.ROLE_TAKEN: NoticeKind.ROLE_GIVEN}
NEWS = timedelta(days=7)
"""Later it is no news: the menu has shown it long since."""


async def tell(
    session: AsyncSession,
    actor: PersonView,
    kind: NoticeKind,
    roles: Sequence[RoleAssignment],
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> None:
    """Her whose `roles` they all are, unless she did it herself or is not in the bot.

    What is undone before it was said is not said at all. `zone` is that of people whose unit names none.
    """
    others = [held for held in roles if held.person_id != actor.id]
    if not others or not await queries.has_account(session, others[0].person_id):
        return
    person_id = others[0].person_id
    zones = await zones_of_readers(session, [person_id], zone)
    due_at = humane(now, zones[person_id], calendar)
    undone = await outbox.cancel_each(session, OPPOSITE[kind], [held.id for held in others])
    dues = [
        Due(
            kind=kind,
            person_id=person_id,
            subject_id=held.id,
            key=f"{kind}:{held.id}:{now.isoformat()}",
            due_at=due_at,
            expires_at=due_at + NEWS,
            priority=Priority.PERSONAL,
        )
        for held in others
        if held.id not in undone
    ]
    await outbox.enqueue(session, dues)
