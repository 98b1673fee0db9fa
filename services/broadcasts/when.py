"""A time as people type it: «завтра в 9», «пт 15:30», «7 октября 10.00», «07.10 в 14», «tomorrow at 9 am»."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import get_day_names, get_month_names

from services.broadcasts.rules import MORNING
from services.calendar.rules import at

FURTHEST = timedelta(days=366)
STEM = 3
"""Letters by which a month or a weekday is known in any of its forms: октября, пятницу."""

_TWELVE_HOURS = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b\.?")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})\b")
_DATE = re.compile(r"\b(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\b")
_POINTED_CLOCK = re.compile(r"\b(\d{1,2})[.-](\d{2})\b")
_NUMBER = re.compile(r"\b(\d+)\b")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class _Day:
    first: date
    instead: date | None = None
    """The day meant when the time is over on `first`: a week later for a weekday, a year later for a date."""


class _Reader:
    """Takes out of the text what it understands; a number that is left over was not understood."""

    def __init__(self, text: str, today: date, locale: str, near_days: Mapping[str, int]) -> None:
        self.text = text
        self.today = today
        self.locale = locale
        self.near_days = near_days

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.search(self.text)
        if found:
            self.text = f"{self.text[: found.start()]} {self.text[found.end() :]}"
        return found

    def clear_clock(self) -> time | None:
        """What can be nothing but a time: 15:30, 9 am."""
        if found := self.take(_TWELVE_HOURS):
            return time(int(found[1]) % 12 + (12 if found[3] == "p" else 0), int(found[2] or 0))
        if found := self.take(_CLOCK):
            return time(int(found[1]), int(found[2]))
        return None

    def worded_day(self) -> _Day | None:
        """Tomorrow, Friday, 7 October."""
        months = {name.casefold()[:STEM]: month for month, name in get_month_names("wide", locale=self.locale).items()}
        whole = get_day_names("wide", locale=self.locale)
        short = get_day_names("abbreviated", locale=self.locale)
        weekdays = {name.casefold()[:STEM]: day for names in (whole, short) for day, name in names.items()}
        for words in sorted(self.near_days, key=len, reverse=True):  # «послезавтра» before «завтра» in it
            if words in self.text:
                return _Day(self.today + timedelta(days=self.near_days[words]))
        for word in _WORD.findall(self.text):
            month = months.get(word[:STEM])
            if month is not None and (found := self.take(_NUMBER)):
                return self.dated(int(found[1]), month)
            weekday = weekdays.get(word[:STEM])
            if weekday is not None:
                ahead = timedelta(days=(weekday - self.today.weekday()) % 7)
                return _Day(self.today + ahead, self.today + ahead + timedelta(days=7))
        return None

    def dotted_day(self) -> _Day | None:
        """07.10, 7/10/2026."""
        found = self.take(_DATE)
        if not found:
            return None
        if not found[3]:
            return self.dated(int(found[1]), int(found[2]))
        year = int(found[3])
        return _Day(date(year if year >= 100 else 2000 + year, int(found[2]), int(found[1])))

    def dated(self, day: int, month: int) -> _Day:
        this_year = date(self.today.year, month, day)
        return _Day(this_year, date(self.today.year + 1, month, day) if (month, day) != (2, 29) else None)

    def loose_clock(self) -> time | None:
        """15.30, 15-30, or an hour alone."""
        if found := self.take(_POINTED_CLOCK):
            return time(int(found[1]), int(found[2]))
        if found := self.take(_NUMBER):
            return time(int(found[1]))
        return None


def read_when(typed: str, now: datetime, zone: ZoneInfo, locale: str, near_days: Mapping[str, int]) -> datetime | None:
    """The moment meant, aware; None when it is not clear or is over. A day without a time means the morning.

    `near_days`: words such as «завтра» or “day after tomorrow”, with how many days they are away.
    """
    today = now.astimezone(zone).date()
    reader = _Reader(typed.casefold().replace("ё", "е"), today, locale, near_days)
    try:
        clock = reader.clear_clock()
        day = reader.worded_day()
        if day is None and (clock or len(_NUMBER.findall(reader.text)) > 2):
            day = reader.dotted_day()  # with two numbers alone, 10.30 is rather a time than a date
        if clock is None:
            clock = reader.loose_clock()
    except ValueError:  # the 31st of June, 25 o'clock
        return None
    if (day is None and clock is None) or _NUMBER.search(reader.text):
        return None
    clock = clock or MORNING
    day = day or _Day(today, today + timedelta(days=1))
    moment = at(day.first, clock, zone)
    if moment <= now and day.instead is not None:
        moment = at(day.instead, clock, zone)
    return moment if now < moment <= now + FURTHEST else None
