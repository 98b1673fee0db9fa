from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from services.calendar.model import Calendar
from services.calendar.rules import humane


@dataclass(frozen=True)
class Present:
    """The moment of a use case and the calendar it lives by."""

    now: datetime
    zone: ZoneInfo
    """Of whoever acts: her today, the hours of the meetings that she sets."""
    calendar: Calendar
    house: ZoneInfo
    """Of readers whose unit names none, wherever she is who acts."""

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def day_of(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def humane(self, moment: datetime, reader_zone: str | None = None) -> datetime:
        """The first moment from this one on that disturbs nobody where the reader lives."""
        return humane(moment, ZoneInfo(reader_zone) if reader_zone else self.house, self.calendar)
