from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """The one clock of a process; it is passed in, so that tests freeze it and the sandbox turns it."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)
