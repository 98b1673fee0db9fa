"""The clock of the play: the sandbox, the bot and the tests read this one."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class TurnableClock:
    """Runs on with real time from `start`, or stands still until turned (`frozen`, for tests).

    `turned` is called after every turn: something may have fallen due.
    """

    def __init__(self, start: datetime, *, frozen: bool = False) -> None:
        self._start = _in_utc(start)
        self._frozen = frozen
        self._since = time.monotonic()
        self.turned: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """The moment of the play, aware, in UTC."""
        if self._frozen:
            return self._start
        return self._start + timedelta(seconds=time.monotonic() - self._since)

    def turn_to(self, moment: datetime) -> None:
        """Move on to `moment`. Time never runs backwards: raises ValueError for an earlier moment."""
        moment = _in_utc(moment)
        if moment < self.now():
            raise ValueError(f"the clock shows {self.now().isoformat()}, it cannot go back to {moment.isoformat()}")
        self._start = moment
        self._since = time.monotonic()
        for listener in self.turned:
            listener()


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC)
