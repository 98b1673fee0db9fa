"""What the bot called, what was wrong with it, and whether anything is under way."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from dataclasses import asdict, dataclass, field

from sandbox.shapes import Json

KEPT_CALLS = 5_000
QUIET_SECONDS = 0.08
QUIET_STEPS = 8
ANSWER = "answer: "
"""How lint begins that is about what the server itself answered."""

log = logging.getLogger(__name__)


@dataclass(slots=True, frozen=True)
class Record:
    """One call. `params` is as it came, uploads left out."""

    n: int
    method: str
    params: Json
    ok: bool
    description: str | None
    lint: list[str]

    def card(self) -> Json:
        """As the control API shows it."""
        return asdict(self)


@dataclass(slots=True)
class Journal:
    """The last calls; successful getUpdates are left out, they are noise. `linted`: the last with lint."""

    calls: deque[Record] = field(default_factory=lambda: deque(maxlen=KEPT_CALLS))
    linted: deque[Record] = field(default_factory=lambda: deque(maxlen=KEPT_CALLS))
    last_n: int = 0
    in_flight: int = 0
    begun: int = 0

    def note(self, method: str, params: Json, *, ok: bool, description: str | None, lint: list[str]) -> None:
        """Record a finished call."""
        self.last_n += 1
        record = Record(self.last_n, method, params, ok, description, lint)
        self.calls.append(record)
        if lint:
            self.linted.append(record)
            for line in lint:
                if line.startswith(ANSWER):
                    log.warning("%s of our own is wrong: %s", method, line.removeprefix(ANSWER))

    def since(self, n: int) -> list[Record]:
        """The calls after number `n`, oldest first."""
        found: list[Record] = []
        for record in reversed(self.calls):
            if record.n <= n:
                break
            found.append(record)
        return found[::-1]

    def begin(self) -> None:
        """A call other than getUpdates begins."""
        self.in_flight += 1
        self.begun += 1

    def end(self) -> None:
        """It ended."""
        self.in_flight -= 1

    async def quiet(self) -> None:
        """Wait until, counted from now, no call is under way and none began for a moment.

        The moment is counted in short steps, so that a busy event loop does not pass for silence.
        """
        steps = 0
        begun = self.begun
        while steps < QUIET_STEPS:
            await asyncio.sleep(QUIET_SECONDS / QUIET_STEPS)
            steps = 0 if self.in_flight or self.begun != begun else steps + 1
            begun = self.begun
