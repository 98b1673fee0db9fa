"""What a methodist types for a place or a number of places, read in a forgiving way; and the days to offer her."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.calendar.model import Calendar
from services.calendar.rules import at, is_working_day

LARGEST = 5000
AFTER_LESSONS = time(15, 0)
_LINK = re.compile(r"https?://[^\s<>\"«»]+")
_AFTER_A_LINK = ".,;:!?)]}'"
_AND = re.compile(r"\s(?:и|and)$")
"""Between an address and a link it joins nothing once they are apart."""
_AROUND = " ,;·—-"


def read_capacity(typed: str) -> int | None:
    """A number of places from 1 on, wherever it stands in the text; None if there is none that makes sense."""
    numbers = re.findall(r"-?\d+", typed)
    if len(numbers) != 1 or len(numbers[0]) > 6:
        return None
    return int(numbers[0]) if 1 <= int(numbers[0]) <= LARGEST else None


def read_place(typed: str) -> tuple[str | None, str | None]:
    """Venue and link: a link may stand alone or anywhere among the words. With several, all but the first stay words.

    The comma or full stop after a link is not of it.
    """
    text = " ".join(typed.split())
    found = _LINK.search(text)
    if found is None:
        return text or None, None
    link = found[0].rstrip(_AFTER_A_LINK)
    before = _AND.sub("", text[: found.start()].rstrip(_AROUND + "("))
    after = text[found.start() + len(link) :].lstrip(_AROUND + ".)")
    return ", ".join(filter(None, (before, after))) or None, link


def other_days(starts_at: datetime, now: datetime, zone: ZoneInfo, calendar: Calendar) -> list[datetime]:
    """Where an event could be moved to: the same time on the next two working days, a week and two weeks later."""
    local = starts_at.astimezone(zone)
    first = max(local.date(), now.astimezone(zone).date())
    near = _working_days(first + timedelta(days=1), calendar)
    days = {next(near), next(near)}
    days |= {next(_working_days(local.date() + timedelta(weeks=weeks), calendar)) for weeks in (1, 2)}
    moments = sorted(at(day, local.time(), zone).astimezone(UTC) for day in days)
    return [moment for moment in moments if moment > now]


def _working_days(day: date, calendar: Calendar) -> Iterator[date]:
    while True:
        if is_working_day(day, calendar):
            yield day
        day += timedelta(days=1)


def usual_days(now: datetime, zone: ZoneInfo, calendar: Calendar) -> list[datetime]:
    """When a new event could be: after lessons on the next working days from a week on."""
    days = _working_days(now.astimezone(zone).date() + timedelta(weeks=1), calendar)
    return [at(next(days), AFTER_LESSONS, zone).astimezone(UTC) for _ in range(4)]
