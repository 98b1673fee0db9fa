"""Reading a date and time that somebody typed. Pure; the names of months are those of the reader's language."""

import re
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import get_month_names

from services.calendar.rules import at

_NUMBERS = re.compile(
    r"^\D*(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2}))?\D+?(\d{1,2})(?:\s*[:.\-]\s*(\d{2}))?\D*$"
)


def read_moment(typed: str, now: datetime, zone: ZoneInfo, locale: str) -> datetime | None:
    """«18.10 15:00», «18.10.2026 в 15-00», «18 октября 15» → a moment in UTC; None when it cannot be read.

    Without a year it is the next such day from today on.
    """
    found = _NUMBERS.match(_months_as_numbers(typed.casefold(), locale)) if len(typed) <= 100 else None
    if found is None:
        return None
    day, month, year, hour, minute = found.groups()
    today = now.astimezone(zone).date()
    try:
        written = datetime(_year(year, today.year), int(month), int(day), int(hour), int(minute or 0), tzinfo=UTC)
        if year is None and written.date() < today:
            written = written.replace(year=today.year + 1)
    except ValueError:
        return None
    return at(written.date(), time(written.hour, written.minute), zone).astimezone(UTC)


def _year(written: str | None, present: int) -> int:
    if written is None:
        return present
    return int(written) if len(written) == 4 else 2000 + int(written)


def _months_as_numbers(typed: str, locale: str) -> str:
    for number, name in get_month_names("wide", locale=locale).items():
        typed = re.sub(rf"(\d)\s+{re.escape(name.casefold())}\b", rf"\1.{number}", typed)
    return typed
