"""The period of an order runs out: both are told when it has, and the methodists some days before."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Pair
from db.queries import pairs as pair_queries
from db.vocabulary import Role
from services.calendar.model import Calendar
from services.calendar.rules import at, humane
from services.content import Content
from services.mentoring import dues
from services.outbox.model import Due
from services.outbox.service import enqueue

BEFORE = timedelta(days=7)
"""How long before the last day a methodist hears of it: time enough for another order."""
PLANNED = timedelta(days=2)
"""How far ahead the rows are written, and how long after the day they are made up for."""


async def plan_ends(session: AsyncSession, now: datetime, zone: ZoneInfo, content: Content) -> None:
    """A planner. A pair that is prolonged or ended meanwhile makes its rows stale: they name the last day."""
    today, calendar = now.astimezone(zone).date(), content.calendar
    ending = await pair_queries.pairs_ending(session, today - PLANNED, today + BEFORE + PLANNED)
    if not ending:
        return
    rows = [
        due
        for pair, mentor_zone, mentee_zone, _ in ending
        if pair.ends_on <= today + PLANNED
        for due in _to_both(pair, mentor_zone, mentee_zone, zone, calendar)
    ]
    to_come: dict[date, list[str]] = defaultdict(list)
    for pair, _, _, path in ending:
        if pair.ends_on >= today:
            to_come[pair.ends_on].append(path)
    for person_id, scope, own_zone in await pair_queries.holders(session, Role.METHODIST, today):
        reader = ZoneInfo(own_zone) if own_zone else zone
        for ends_on, paths in to_come.items():
            if any(path.startswith(scope) for path in paths):
                week_before = at(ends_on - BEFORE, calendar.check_in_time, reader)
                rows.append(dues.of_ends(person_id, ends_on, humane(max(week_before, now), reader, calendar)))
    await enqueue(session, rows)


def _to_both(
    pair: Pair, mentor_zone: str | None, mentee_zone: str | None, zone: ZoneInfo, calendar: Calendar
) -> Iterator[Due]:
    """On the morning after the last day, each by her own clock."""
    for person_id, own_zone in ((pair.mentor_id, mentor_zone), (pair.mentee_id, mentee_zone)):
        reader = ZoneInfo(own_zone) if own_zone else zone
        morning = at(pair.ends_on + timedelta(days=1), calendar.open_from, reader)
        yield dues.of_term(pair.id, person_id, pair.ends_on, humane(morning, reader, calendar))
