"""Writes the weekly check-ins of the days to come, with everything that will be said about them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Pair
from db.queries import check_in_plan as queries
from db.queries import pairs as pair_queries
from db.vocabulary import CheckInSide, CheckInState, Role
from services.calendar.model import Calendar
from services.calendar.rules import humane
from services.content import Content
from services.mentoring import dues, rules
from services.mentoring.rules import Moments
from services.outbox.model import Due
from services.outbox.service import enqueue

Key = tuple[int, CheckInSide, date]
"""Pair, side and week: what a check-in is known by."""


@dataclass(frozen=True)
class Plan:
    """One check-in: whose it is, when it speaks, until when it may be answered."""

    key: Key
    person_id: int
    moments: Moments
    closes_at: datetime
    path: str
    """Of the school of the pair."""


async def plan_check_ins(session: AsyncSession, now: datetime, zone: ZoneInfo, content: Content) -> None:
    """One check-in a side for every active pair and week ahead, each in its reader's own zone.

    Two statements when nothing is new, six when something is, however many pairs there are.
    """
    calendar = content.calendar
    weeks = rules.weeks_ahead(now, zone)
    known = set(await _ids(session, weeks))
    wanted = [
        plan
        for pair, mentor_zone, mentee_zone, path in await pair_queries.pairs_between(
            session, weeks[0], weeks[-1] + timedelta(days=6)
        )
        for side, own_zone in ((CheckInSide.MENTOR, mentor_zone), (CheckInSide.MENTEE, mentee_zone))
        for plan in _plans(pair, side, ZoneInfo(own_zone) if own_zone else zone, path, weeks, calendar)
        if rules.is_ahead(plan.moments.due_at, now) and plan.key not in known
    ]
    if not wanted:
        return
    await queries.add_check_ins(session, [_row(plan) for plan in wanted])
    ids = await _ids(session, weeks)
    rows = [
        due
        for plan in wanted
        for due in dues.of_check_in(ids[plan.key], plan.person_id, plan.key, plan.moments, 0, plan.closes_at)
    ]
    await enqueue(session, [*rows, *await to_methodists(session, wanted, now, zone, calendar)])


async def _ids(session: AsyncSession, weeks: Sequence[date]) -> dict[Key, int]:
    return {
        (pair_id, side, week): check_in_id
        for check_in_id, pair_id, side, week in await queries.check_ins_in(session, weeks)
    }


def _plans(
    pair: Pair, side: CheckInSide, zone: ZoneInfo, path: str, weeks: Sequence[date], calendar: Calendar
) -> Iterator[Plan]:
    person_id = pair.mentor_id if side is CheckInSide.MENTOR else pair.mentee_id
    for week in weeks:
        moments = rules.moments(week, zone, calendar)
        if moments is None:
            continue
        if pair.starts_on <= moments.due_at.astimezone(zone).date() <= pair.ends_on:
            closes_at = rules.closes_at(week, zone, calendar)
            yield Plan((pair.id, side, week), person_id, moments, closes_at, path)


def _row(plan: Plan) -> dict[str, object]:
    pair_id, side, week = plan.key
    return {
        "pair_id": pair_id,
        "person_id": plan.person_id,
        "side": side,
        "week": week,
        "questionnaire_id": rules.QUESTIONNAIRES[side],
        "state": CheckInState.PLANNED,
        "due_at": plan.moments.due_at,
        "nudge_at": plan.moments.nudge_at,
        "silent_at": plan.moments.silent_at,
        "version": 0,
    }


async def to_methodists(
    session: AsyncSession, plans: Sequence[Plan], now: datetime, zone: ZoneInfo, calendar: Calendar
) -> list[Due]:
    """A row for each methodist and week, due when the last pair in her scope may have gone silent."""
    latest: dict[tuple[int, date], datetime] = defaultdict(lambda: now)
    zones: dict[int, ZoneInfo] = {}
    for person_id, scope, own_zone in await pair_queries.holders(session, Role.METHODIST, now.astimezone(zone).date()):
        zones[person_id] = ZoneInfo(own_zone) if own_zone else zone
        for plan in plans:
            if plan.moments.counts and plan.path.startswith(scope):
                key = person_id, plan.key[2]
                latest[key] = max(latest[key], plan.moments.silent_at)
    rows = []
    for (person_id, week), silent_at in latest.items():
        due_at = humane(silent_at, zones[person_id], calendar)
        rows.append(dues.of_silence(person_id, week, due_at, due_at + timedelta(days=2), zones[person_id]))
    return rows
