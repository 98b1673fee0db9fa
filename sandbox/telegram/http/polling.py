"""Long polling: one listener at a time, woken by updates, released when the server stops."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.errors import conflict
from sandbox.world import World


class Polling:
    """A newer getUpdates ends the one that waits (409), as does a webhook."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._waiting: asyncio.Future[None] | None = None
        self._closed = False
        self.webhook_changed: Callable[[], None] = lambda: None
        self.started = world.unix()

    def open(self) -> None:
        """The server starts; `started` is the second of the play in which it did."""
        self._closed = False
        self.started = self._world.unix()

    def close(self) -> None:
        """The server stops: nobody waits any more."""
        self._closed = True
        self.end(None)

    async def fetch(self, offset: int, limit: int, seconds: int) -> list[Json]:
        """The updates to give now; waits up to `seconds` real seconds when there are none."""
        if self._world.profile.webhook:
            raise conflict(errors.WEBHOOK_ACTIVE)
        self.end(errors.OTHER_POLL)
        updates = self._world.updates.take(offset, limit)
        if updates or seconds <= 0 or self._closed:
            return updates
        ended = self._waiting = asyncio.get_running_loop().create_future()
        deadline = asyncio.get_running_loop().time() + seconds
        try:
            while not updates:
                arrival = self._world.updates.arrival()
                left = deadline - asyncio.get_running_loop().time()
                await asyncio.wait({arrival, ended}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                if ended.done():
                    ended.result()
                    break
                if not arrival.done():
                    arrival.cancel()
                    break
                updates = self._world.updates.take(0, limit)
        finally:
            if self._waiting is ended:
                self._waiting = None
        return updates

    def end(self, reason: str | None) -> None:
        """End the waiting request: with a conflict, or quietly (None) when the server stops."""
        waiting, self._waiting = self._waiting, None
        if waiting is None or waiting.done():
            return
        if reason is None:
            waiting.set_result(None)
        else:
            waiting.set_exception(conflict(reason))
