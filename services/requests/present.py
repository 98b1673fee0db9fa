from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from services.calendar.model import Calendar
from services.calendar.rules import humane


@dataclass(frozen=True)
class Present:
    """The moment of a use case and the calendar it lives by."""

    now: datetime
    zone: ZoneInfo
    calendar: Calendar

    @staticmethod
    def at_once(now: datetime) -> "Present":
        """For whoever knows no zone: nothing waits for the morning."""
        none: frozenset[int] = frozenset()
        always = Calendar(time.min, time.max, none, none, frozenset(), frozenset(), 0, time.min, time.min)
        return Present(now, ZoneInfo("UTC"), always)

    def soon(self) -> datetime:
        """When a consequence of somebody's tap may be told: at once by day, in the morning by night."""
        return humane(self.now, self.zone, self.calendar)

    def humane(self, moment: datetime) -> datetime:
        return humane(moment, self.zone, self.calendar)
