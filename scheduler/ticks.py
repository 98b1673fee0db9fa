"""APScheduler only ticks: every second deliver what is due, every minute plan what comes.

What is due lives in the database, so a missed tick costs nothing: the next one finds it.
"""

import asyncio

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from dialogs.common.context import House
from scheduler.deliver import Delivery
from scheduler.plans import PLANNERS

DELIVER_SECONDS = 1
PLAN_SECONDS = 60


class Ticker:
    def __init__(self, house: House, delivery: Delivery) -> None:
        self._house = house
        self._delivery = delivery
        self._lock = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._scheduler.add_job(self.deliver, "interval", seconds=DELIVER_SECONDS)
        self._scheduler.add_job(self.plan, "interval", seconds=PLAN_SECONDS)

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def plan(self) -> None:
        async with self._lock:
            for planner in PLANNERS:
                async with self._house.transaction() as session:
                    await planner(session, self._house.clock.now(), self._house.zone, self._house.content)

    async def deliver(self) -> None:
        """Everything that is due at this moment."""
        async with self._lock:
            while await self._delivery.deliver_due():
                pass

    async def settle(self) -> None:
        """Plan and deliver until nothing is due now; for whoever turns the clock by hand."""
        await self.plan()
        await self.deliver()
