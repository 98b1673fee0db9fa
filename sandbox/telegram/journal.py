"""What the bot called, whether anything is under way, and faults that were ordered for a test."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import asdict, dataclass, field

from sandbox.shapes import Json
from sandbox.telegram.errors import Refusal

KEPT_CALLS = 5_000
QUIET_SECONDS = 0.08
QUIET_STEPS = 8


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
    """The last calls; successful getUpdates are left out, they are noise."""

    calls: deque[Record] = field(default_factory=lambda: deque(maxlen=KEPT_CALLS))
    last_n: int = 0
    in_flight: int = 0
    begun: int = 0

    def note(self, method: str, params: Json, *, ok: bool, description: str | None, lint: list[str]) -> None:
        """Record a finished call."""
        self.last_n += 1
        self.calls.append(Record(self.last_n, method, params, ok, description, lint))

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


@dataclass(slots=True)
class Fault:
    """An ordered failure, or slowness, of `method` ("*": any but getUpdates).

    `when`: "before" the method acts or "after" it (done, but the answer is lost).
    `status` 0 cuts the connection. `delay` real seconds pass first. `times` counts down.
    A `delay` beside which no error is named is a slow success.
    """

    method: str
    status: int | None = None
    description: str | None = None
    retry_after: int | None = None
    times: int = 1
    when: str = "before"
    person_id: int | None = None
    delay: float = 0.0

    def __post_init__(self) -> None:
        if self.when not in ("before", "after"):
            raise ValueError("when: before or after")

    def refusal(self) -> Refusal | None:
        """What the bot gets instead of the answer; None: its answer, late."""
        if self.retry_after is not None:
            text = self.description or f"Too Many Requests: retry after {self.retry_after}"
            return Refusal(429 if self.status is None else self.status, text, {"retry_after": self.retry_after})
        if self.delay and self.status is None and self.description is None:
            return None
        return Refusal(500 if self.status is None else self.status, self.description or "Internal Server Error")


@dataclass(slots=True)
class Faults:
    """Ordered faults, in the order they were given."""

    ordered: list[Fault] = field(default_factory=list)

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault that strikes this call, counted down."""
        for fault in self.ordered:
            named = fault.method.lower() == method.lower() or (fault.method == "*" and method != "getUpdates")
            if named and fault.person_id in (None, chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self.ordered.remove(fault)
                return fault
        return None
