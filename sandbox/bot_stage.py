"""Our own bot as the sandbox sees it: its clock can be turned, its silence waited for, its plans read."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.app import App
from sandbox.clock import TurnableClock
from sandbox.foresight.ahead import heard
from sandbox.foresight.outbox import listed
from sandbox.foresight.plans import write_ahead
from sandbox.shapes import Json
from sandbox.stage import Due
from scheduler.notices import all_notices

STEP = timedelta(milliseconds=1)
LONGEST_STEP = timedelta(days=1)
"""Planners look some days ahead, and what they have not planned cannot fall due: the clock jumps over none of it."""


class BotStage:
    """Turning the clock goes through every moment at which something is due, so that nothing is jumped over."""

    def __init__(self, app: App, clock: TurnableClock) -> None:
        self._app = app
        self._clock = clock
        self._notices = all_notices()
        self._reading = asyncio.Lock()
        self._left = False

    async def leave(self) -> None:
        """The bot is about to close its database: nothing is read there any more when this returns."""
        async with self._reading:
            self._left = True

    async def turn(self, to: datetime) -> None:
        await self._app.ticker.settle()
        while (stop := await self._next_stop()) < to:
            self._clock.turn_to(max(stop, self._clock.now() + STEP))
            await self._app.ticker.settle()
        self._clock.turn_to(max(to, self._clock.now()))
        await self._app.ticker.settle()

    async def _next_stop(self) -> datetime:
        due, farthest = await self._app.next_due(), self._clock.now() + LONGEST_STEP
        return farthest if due is None else min(due, farthest)

    async def next_due(self) -> Due | None:
        async with self._reading:
            near = await self._near() or await self._far(1)
        return near[0] if near else None

    async def timeline(self, most: int) -> Sequence[Due]:
        async with self._reading:
            return await self._far(most)

    async def _near(self) -> list[Due]:
        """The next moment, if it is written down already."""
        if self._left:
            return []
        async with self._app.house.reading() as session:
            return await heard(session, self._app.house, self._notices, 1)

    async def _far(self, most: int) -> list[Due]:
        """Planned in a transaction that is rolled back: what planners will write is read, and stays unwritten."""
        if self._left:
            return []
        async with self._app.house.transaction() as session:
            await write_ahead(session, self._app.house)
            near = await heard(session, self._app.house, self._notices, most)
            await session.rollback()
        return near

    async def outbox(self, person_id: int | None, *, finished: bool, after: str | None, limit: int) -> Json:
        async with self._reading:
            if self._left:
                return {"rows": [], "more": None, "waiting": 0, "finished": 0}
            async with self._app.house.reading() as session:
                return await listed(session, person_id, finished=finished, after=after, limit=limit)

    async def settle(self) -> None:
        """Handlers have ended and what they made due at once has gone out."""
        await self._app.polling.idle()
        await self._app.ticker.deliver()
