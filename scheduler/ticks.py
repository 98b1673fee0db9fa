"""APScheduler only ticks: every second deliver what is due, every minute plan what comes, hourly look it over.

What is due lives in the database, so a missed tick costs nothing: the next one finds it.
"""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from dialogs.common.context import House
from scheduler.deliver import Delivery
from scheduler.plans import PLANNERS, RARE_PLANNERS
from scheduler.progress import EVERY_SECONDS, Progress

DELIVER_SECONDS = 1
PLAN_SECONDS = 60
RARELY = timedelta(hours=1)
DRAIN_SECONDS = 10
"""How long a stop waits for messages that are on their way; what was not recorded by then is sent twice."""


class Ticker:
    def __init__(self, house: House, delivery: Delivery, progress: Progress) -> None:
        self._house = house
        self._delivery = delivery
        self._progress = progress
        self._planning = asyncio.Lock()
        self._delivering = asyncio.Lock()
        self._looked_over: datetime | None = None
        self._scheduler = AsyncIOScheduler(
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 2}
        )
        self._scheduler.add_job(self._tick, "interval", seconds=DELIVER_SECONDS)
        self._scheduler.add_job(self.plan)  # at once, for what fell due while nobody planned
        self._scheduler.add_job(self.plan, "interval", seconds=PLAN_SECONDS)
        self._scheduler.add_job(self._progress.show, "interval", seconds=EVERY_SECONDS)

    def start(self) -> None:
        self._scheduler.start()

    async def stop(self) -> None:
        """Claim nothing more and let what is on its way arrive and be recorded."""
        self._delivery.stop()
        if self._scheduler.running:
            self._scheduler.pause()
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_SECONDS), self._delivering, self._planning:
                pass
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def plan(self) -> None:
        """Every planner in a transaction of its own: one that stumbles does not stop the others."""
        stumbled: Exception | None = None
        async with self._planning:
            now = self._house.clock.now()
            rarely = self._looked_over is None or abs(now - self._looked_over) >= RARELY
            for planner in (*RARE_PLANNERS, *PLANNERS) if rarely else PLANNERS:
                try:
                    async with self._house.transaction() as session:
                        await planner(session, self._house.clock.now(), self._house.zone, self._house.content)
                except Exception as problem:
                    stumbled = stumbled or problem
            if rarely and stumbled is None:
                self._looked_over = now
        if stumbled is not None:
            raise stumbled

    async def deliver(self) -> None:
        """Everything that is due at this moment."""
        async with self._delivering:
            some = False
            while await self._delivery.deliver_due():
                some = True
            if some:
                await self._progress.show()

    async def settle(self) -> None:
        """Plan and deliver until nothing is due now; for whoever turns the clock by hand."""
        await self.plan()
        await self.deliver()

    async def _tick(self) -> None:
        """A second ago may still be at work on a long announcement."""
        if not self._delivering.locked():
            await self.deliver()
