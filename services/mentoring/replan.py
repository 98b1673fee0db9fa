"""What was planned ahead keeps to a calendar that has changed since."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import CheckIn
from db.queries import check_in_plan as queries
from db.vocabulary import CheckInSide, CheckInState
from services.content import Content
from services.mentoring import dues, rules
from services.mentoring.plan import Plan, to_methodists
from services.mentoring.rules import Moments
from services.outbox.model import Due
from services.outbox.service import enqueue

MOST = 2000
"""Check-ins in one statement: it names each by its id."""
STILL_COUNTED = timedelta(weeks=rules.LONGEST_OPEN)
"""A silence that counts does so within this time after its week; one that never counts does not come up again."""


@dataclass(frozen=True)
class Change:
    """What the new calendar means for a check-in that was seen in this version and state."""

    seen: tuple[int, str]
    plan: Plan
    forget: bool
    """Nobody has been asked yet: it goes, so that it is not counted as silence, and may be planned anew."""


async def replan_check_ins(session: AsyncSession, now: datetime, zone: ZoneInfo, content: Content) -> None:
    """Comes before `plan_check_ins`, which plans anew whatever is forgotten here and is to be asked all the same.

    A check-in that nobody has been asked yet is forgotten; of one that has been asked the reminder moves. One
    statement while the calendar stays as it was. Whoever has pressed in between is left to what she has pressed.
    """
    changes: dict[int, Change] = {}
    as_planned: list[Plan] = []
    for check_in, own_zone, path in await queries.unsaid_check_ins(session, now, now + STILL_COUNTED):
        reader = ZoneInfo(own_zone) if own_zone else zone
        old = Moments(check_in.due_at, check_in.nudge_at, check_in.silent_at)
        put_off = check_in.version > 0
        new = rules.replanned(old, check_in.week, now, reader, content.calendar, put_off=put_off)
        forget = new != old and old.due_at > now and check_in.state == CheckInState.PLANNED and not put_off
        key = check_in.pair_id, CheckInSide(check_in.side), check_in.week
        closes_at = rules.closes_at(check_in.week, reader, content.calendar)
        plan = Plan(key, check_in.person_id, new or old, closes_at, path)
        if forget or new not in (old, None):
            changes[check_in.id] = Change(_seen(check_in), plan, forget)
        if not forget:
            as_planned.append(plan)
    ids = list(changes)
    for first in range(0, len(ids), MOST):
        await _change(session, ids[first : first + MOST], changes)
    weeks = {change.plan.key[2] for change in changes.values()}
    if weeks:
        await queries.unsay_to_methodists(session, weeks)
        still = [plan for plan in as_planned if plan.key[2] in weeks]
        await enqueue(session, await to_methodists(session, still, now, zone, content.calendar))


async def _change(session: AsyncSession, ids: list[int], changes: dict[int, Change]) -> None:
    still = [one for one in await queries.lock_unsaid(session, ids) if _seen(one) == changes[one.id].seen]
    await queries.unsay(session, [one.id for one in still])
    await queries.forget_planned(session, [one.id for one in still if changes[one.id].forget])
    moved = [(one, changes[one.id].plan) for one in still if not changes[one.id].forget]
    await enqueue(session, [due for check_in, plan in moved for due in _move(check_in, plan)])


def _seen(check_in: CheckIn) -> tuple[int, str]:
    return check_in.version, check_in.state


def _move(check_in: CheckIn, plan: Plan) -> list[Due]:
    moments = plan.moments
    check_in.due_at, check_in.nudge_at, check_in.silent_at = moments.due_at, moments.nudge_at, moments.silent_at
    return dues.of_check_in(check_in.id, plan.person_id, plan.key, moments, check_in.version, plan.closes_at)
