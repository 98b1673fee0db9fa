"""What the bot called, what was wrong with it, and whether anything is under way."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType

from sandbox.shapes import Json

KEPT_CALLS = 5_000
KEPT_STEPS = 100
KEPT_ANSWERS = 500
LONGEST_ANSWER = 64 * 1024
QUIET_SECONDS = 0.08
QUIET_STEPS = 8
ANSWER = "answer: "
"""How lint begins that is about what the server itself answered."""

log = logging.getLogger(__name__)


@dataclass(slots=True, frozen=True)
class Step:
    """What somebody at the sandbox did, or a turn of the clock: the calls that follow came of it."""

    n: int
    act: str
    person_id: int | None
    words: str
    at: str
    """The moment of the play."""
    after: int
    """The number of the last call before it."""

    def card(self) -> Json:
        """As the control API shows it."""
        return asdict(self)


@dataclass(slots=True, frozen=True)
class Record:
    """One call. `params` is as it came, uploads left out; `files` are their names by part."""

    n: int
    method: str
    params: Json
    ok: bool
    description: str | None
    lint: list[str]
    ms: int = 0
    """Real milliseconds from the request to the answer."""
    step: int = 0
    files: Mapping[str, str] = field(default_factory=dict)

    def card(self) -> Json:
        """As the control API shows it."""
        return asdict(self)


Listener = Callable[[str, Step | Record], None]
"""Hears of each "step" and each "call"."""


@dataclass(slots=True)
class Journal:
    """The last calls; successful getUpdates are left out, they are noise. `linted`: the last with lint."""

    calls: deque[Record] = field(default_factory=lambda: deque(maxlen=KEPT_CALLS))
    linted: deque[Record] = field(default_factory=lambda: deque(maxlen=KEPT_CALLS))
    last_n: int = 0
    in_flight: int = 0
    begun: int = 0
    steps: deque[Step] = field(default_factory=lambda: deque(maxlen=KEPT_STEPS))
    answers: dict[int, bytes] = field(default_factory=dict)
    """Whole answers of the latest calls, by the number of the call."""
    listeners: list[Listener] = field(default_factory=list)

    def note(
        self,
        method: str,
        params: Json,
        *,
        ok: bool,
        description: str | None,
        lint: list[str],
        answer: bytes = b"",
        seconds: float = 0,
        files: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Record a finished call."""
        self.last_n += 1
        step = self.steps[-1].n if self.steps else 0
        ms = round(seconds * 1000)
        record = Record(self.last_n, method, params, ok, description, lint, ms, step, dict(files))
        self.calls.append(record)
        if lint:
            self.linted.append(record)
            for line in lint:
                if line.startswith(ANSWER):
                    log.warning("%s of our own is wrong: %s", method, line.removeprefix(ANSWER))
        if answer and len(answer) <= LONGEST_ANSWER:
            self.answers[record.n] = answer
        self.answers.pop(record.n - KEPT_ANSWERS, None)
        self._tell("call", record)

    def step(self, act: str, person_id: int | None, words: str, at: str) -> None:
        """Somebody does something: what is called from now on came of it."""
        number = self.steps[-1].n + 1 if self.steps else 1
        self.steps.append(Step(number, act, person_id, words, at, self.last_n))
        self._tell("step", self.steps[-1])

    def _tell(self, kind: str, about: Step | Record) -> None:
        for listener in self.listeners:
            listener(kind, about)

    def find(self, n: int) -> Record | None:
        """The call with this number, if it is still kept."""
        first = self.last_n - len(self.calls) + 1
        return self.calls[n - first] if first <= n <= self.last_n else None

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
