"""Work that the bot has not written down yet: its planners are asked what they will write, and nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from dialogs.common.context import House
from scheduler.plans import Planner
from services.events.reminders import AHEAD, plan_missing_reminders, plan_news_for_the_line
from services.mentoring.ends import PLANNED, plan_ends
from services.mentoring.plan import plan_check_ins
from services.mentoring.rules import HORIZON

LOOKS_AHEAD: Mapping[Planner, timedelta] = {
    plan_check_ins: HORIZON,
    plan_missing_reminders: AHEAD,
    plan_news_for_the_line: AHEAD,
    plan_ends: PLANNED,
}
"""Planners that write rows for days to come, and how many. The others act upon what has happened when they run."""

FARTHEST = timedelta(days=28)


async def write_ahead(session: AsyncSession, house: House) -> None:
    """Write what the planners will have written four weeks from now. The caller rolls it back."""
    now = house.clock.now()
    for planner, looks in LOOKS_AHEAD.items():
        for number in range(FARTHEST // looks + 1):
            await planner(session, now + number * looks, house.zone, house.content)
