"""What was planned ahead keeps to a calendar that has changed since."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import CheckIn
from db.queries import mentoring as queries
from db.vocabulary import CheckInSide, CheckInState
from services.content import Content
from services.mentoring import dues, rules
from services.mentoring.plan import Plan, to_methodists
from services.mentoring.rules import Moments
from services.outbox.model import Due
from services.outbox.service import enqueue

MOST = 2000
"""Check-ins changed in one go: their ids go into one statement. The rest follow a minute later."""


STILL_COUNTED = timedelta(weeks=rules.LONGEST_OPEN)
"""A silence that counts does so within this time after its week; one that never counts does not come up again."""


async def replan_check_ins(session: AsyncSession, now: datetime, zone: ZoneInfo, content: Content) -> None:
    """Comes before `plan_check_ins`, which plans anew whatever is forgotten here and is to be asked all the same.

    A check-in that nobody has been asked yet is forgotten, so that it is not counted as silence; of one that has been
    asked the reminder moves. One statement while the calendar stays as it was.
    """
    forgotten: list[CheckIn] = []
    moved: list[tuple[CheckIn, Plan]] = []
    as_planned: list[Plan] = []
    for check_in, own_zone, path in await queries.unsaid_check_ins(session, now, now + STILL_COUNTED):
        reader = ZoneInfo(own_zone) if own_zone else zone
        old = Moments(check_in.due_at, check_in.nudge_at, check_in.silent_at)
        put_off = check_in.version > 0
        new = rules.replanned(old, check_in.week, now, reader, content.calendar, put_off=put_off)
        changed = new != old and len(forgotten) + len(moved) < MOST
        if changed and old.due_at > now and check_in.state == CheckInState.PLANNED and not put_off:
            forgotten.append(check_in)
            continue
        key = check_in.pair_id, CheckInSide(check_in.side), check_in.week
        closes_at = rules.closes_at(check_in.week, reader, content.calendar)
        plan = Plan(key, check_in.person_id, new or old, closes_at, path)
        if changed and new is not None:
            moved.append((check_in, plan))
        as_planned.append(plan)
    if not forgotten and not moved:
        return
    both = [*forgotten, *(check_in for check_in, _ in moved)]
    weeks = {one.week for one in both}
    await queries.unsay(session, [one.id for one in both], weeks)
    await queries.forget_planned(session, [one.id for one in forgotten])
    rows = [due for check_in, plan in moved for due in _move(check_in, plan)]
    still = [plan for plan in as_planned if plan.key[2] in weeks]
    await enqueue(session, [*rows, *await to_methodists(session, still, now, zone, content.calendar)])


def _move(check_in: CheckIn, plan: Plan) -> list[Due]:
    moments = plan.moments
    check_in.due_at, check_in.nudge_at, check_in.silent_at = moments.due_at, moments.nudge_at, moments.silent_at
    return dues.of_check_in(check_in.id, plan.person_id, plan.key, moments, check_in.version, plan.closes_at)
