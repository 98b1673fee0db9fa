"""What must be planned ahead: each planner writes due rows for the days to come, and writes none twice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from services.broadcasts.left_behind import stop_left_behind
from services.content import Content
from services.events.line import plan_places
from services.events.reminders import plan_missing_reminders, plan_news_for_the_line
from services.mentoring.ends import plan_ends
from services.mentoring.plan import plan_check_ins
from services.mentoring.replan import replan_check_ins
from services.requests.tend import tend_requests

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

Planner = Callable[["AsyncSession", datetime, ZoneInfo, Content], Awaitable[None]]

RARE_PLANNERS: list[Planner] = [
    replan_check_ins,
    plan_ends,
]
"""At every start and then hourly: what they look after changes with the day, or with the content at a start.

They come before the others, who plan anew what these have forgotten.
"""

PLANNERS: list[Planner] = [
    stop_left_behind,
    plan_check_ins,
    plan_missing_reminders,
    plan_places,
    plan_news_for_the_line,
    tend_requests,
]
