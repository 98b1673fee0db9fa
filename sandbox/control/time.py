"""Turning the clock, and waiting for the bot to fall silent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sandbox.clock import TurnableClock
from sandbox.control.acts import CannotAct
from sandbox.shapes import Json
from sandbox.stage import Due, Stage
from sandbox.telegram.http.journal import Journal
from sandbox.world import World

PATIENCE_SECONDS = 15.0
NEVER = datetime(2200, 1, 1, tzinfo=UTC)
"""No play goes on so far: dates beyond it would break in what computes with them."""
LONGEST_TURN = timedelta(days=366)
"""A bot beside the sandbox lives through every day of a turn, and nobody can stop it: a wrong year would take hours."""


class Time:
    """The clock as the control API turns it: through the stage when there is one."""

    def __init__(self, clock: TurnableClock, world: World, journal: Journal, stage: Callable[[], Stage | None]) -> None:
        self._clock = clock
        self._world = world
        self._journal = journal
        self.stage = stage
        self._turning = asyncio.Lock()

    def now(self) -> str:
        """What the clock shows."""
        return self._clock.now().isoformat()

    async def face(self) -> Json:
        """{"now": …, "next": …, "parts": […]}: what the clock shows, when something falls due and what it is."""
        due = await self.next_due()
        card = due.card() if due else {"at": None, "parts": []}
        return {"now": self.now(), "next": card["at"], "parts": card["parts"]}

    async def next_due(self) -> Due | None:
        """When the bot has something to do, as far as the stage knows."""
        stage = self.stage()
        return await stage.next_due() if stage else None

    async def turn(self, body: Json) -> None:
        """{"advance": seconds} | {"to": "next"} | {"at": iso}."""
        async with self._turning:
            try:
                to = await self._wanted(body)
            except OverflowError:
                to = NEVER
            if to >= NEVER:
                raise CannotAct(400, f"the clock ends before {NEVER.year}")
            stage = self.stage()
            if to < self._clock.now():
                raise CannotAct(409, "the clock does not go back")
            if stage and to - self._clock.now() > LONGEST_TURN:
                raise CannotAct(409, f"the clock goes at most {LONGEST_TURN.days} days at one time")
            self._journal.step("clock", None, to.isoformat(), self.now())
            try:
                if stage:
                    await stage.turn(to)
                else:
                    self._clock.turn_to(to)
            except ValueError as problem:  # a running clock has passed the moment meanwhile
                raise CannotAct(409, str(problem)) from None
            self._world.touch("clock", "")

    async def _wanted(self, body: Json) -> datetime:
        advance = body.get("advance")
        if isinstance(advance, int | float) and not isinstance(advance, bool) and 0 <= advance <= 10**9:
            return self._clock.now() + timedelta(seconds=advance)
        if body.get("to") == "next":
            due = await self.next_due()
            if due is None:
                raise CannotAct(409, "nothing is due")
            return max(due.at, self._clock.now() + timedelta(seconds=1))
        at = body.get("at")
        if isinstance(at, str):
            try:
                moment = datetime.fromisoformat(at)
            except ValueError:
                raise CannotAct(400, "at: an ISO moment is needed") from None
            if moment.tzinfo is None:
                raise CannotAct(400, "at: a moment with a time zone is needed")
            return moment.astimezone(UTC)
        raise CannotAct(400, 'one of {"advance": seconds}, {"to": "next"}, {"at": moment} is needed')

    async def silence(self, update_id: int | None) -> bool:
        """Wait until the bot confirmed the update and went quiet; False when patience ran out."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                if update_id is not None:
                    await self._world.updates.confirmed(update_id)
                stage = self.stage()
                await (stage.settle() if stage else self._journal.quiet())
        except TimeoutError:
            return False
        return True
