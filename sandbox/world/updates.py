"""The queue of updates: what has happened and the bot has not confirmed yet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice, takewhile

from sandbox.clock import TurnableClock
from sandbox.shapes import Json, Touch

KEPT_SECONDS = 24 * 60 * 60
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True, frozen=True)
class Pending:
    """An update and the second, by the clock of the play, in which it was made."""

    body: Json
    made: int


class UpdateQueue:
    """Confirmed means: asked for with an offset greater than the id. Kept for 24 hours of the play.

    `made` is told of every new update.
    """

    def __init__(self, clock: TurnableClock, touch: Touch) -> None:
        self._clock = clock
        self._touch = touch
        self.last_id = 300_000_000
        self.allowed: frozenset[str] | None = None
        self.pending: dict[int, Pending] = {}
        self.made: Callable[[Json], None] = lambda update: None
        self._arrivals: list[asyncio.Future[None]] = []
        self._leavings: dict[int, asyncio.Future[None]] = {}

    def add(self, kind: str, payload: Json) -> int | None:
        """Queue an update; None when the bot does not want this kind (the rule holds when it is made)."""
        if not self.wants(kind):
            return None
        self.last_id += 1
        update_id = self.last_id
        self.pending[update_id] = Pending({"update_id": update_id, kind: payload}, self._now())
        self.made(self.pending[update_id].body)
        self._touch("update", str(update_id))
        self._touch("counters", "")
        arrivals, self._arrivals = self._arrivals, []
        for arrival in arrivals:
            if not arrival.done():
                arrival.set_result(None)
        return update_id

    def wants(self, kind: str) -> bool:
        """Whether an update of this kind is made at all."""
        return kind in self.allowed if self.allowed is not None else kind not in NOT_BY_DEFAULT

    def allow(self, kinds: Iterable[str]) -> None:
        """Set `allowed_updates`; an empty list means the default."""
        self.allowed = frozenset(kinds) or None
        self._touch("counters", "")

    def take(self, offset: int, limit: int) -> list[Json]:
        """Confirm what `offset` confirms and return up to `limit` of the rest.

        A negative offset keeps the last `-offset` updates and forgets all before them.
        """
        self.expire()
        if offset > 0:
            self._drop(list(takewhile(lambda update_id: update_id < offset, self.pending)))
        elif offset < 0:
            self._drop(list(self.pending)[:offset])
        return [pending.body for pending in islice(self.pending.values(), limit)]

    def expire(self) -> None:
        """Forget updates that nobody fetched for 24 hours."""
        oldest = self._now() - KEPT_SECONDS
        late = []
        for update_id, pending in self.pending.items():
            if pending.made > oldest:
                break
            late.append(update_id)
        self._drop(late)

    def clear(self) -> None:
        """Forget all (`drop_pending_updates`)."""
        self._drop(list(self.pending))

    def arrival(self) -> asyncio.Future[None]:
        """Done when the next update is added."""
        arrival: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._arrivals.append(arrival)
        return arrival

    async def confirmed(self, update_id: int) -> None:
        """Wait until the bot has confirmed this update (or it is gone)."""
        if update_id not in self.pending:
            return
        if update_id not in self._leavings:
            self._leavings[update_id] = asyncio.get_running_loop().create_future()
        await asyncio.shield(self._leavings[update_id])

    def confirm(self, update_id: int) -> None:
        """Confirm one update: a webhook took it."""
        if update_id in self.pending:
            self._drop([update_id])

    def _drop(self, update_ids: list[int]) -> None:
        for update_id in update_ids:
            del self.pending[update_id]
            self._touch("update", str(update_id))
            leaving = self._leavings.pop(update_id, None)
            if leaving is not None:
                leaving.set_result(None)

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
