"""What a methodist types for a time, a place or a number of places, read in a forgiving way."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import get_month_names

from services.calendar.model import Calendar
from services.calendar.rules import at, is_working_day

LARGEST = 5000
FARTHEST = timedelta(days=400)
AFTER_LESSONS = time(15, 0)
_TIME = r"(\d{1,2})(?:[:.\-](\d{2}))?\s*\D*$"
_NUMBERS = re.compile(r"^\D*(\d{1,2})[./\-](\d{1,2})(?:[./\-](\d{4}|\d{2}))?(?:[\s,]\D*" + _TIME + r")?\s*$")
_NAMED = re.compile(r"^\D*?(\d{1,2})\s+([^\W\d_]{3,})\.?(?:\s+(\d{4}))?(?:\s*\D*?\s" + _TIME + r")?\D*$")


class WhenProblem(StrEnum):
    """Why a typed moment cannot be taken."""

    UNCLEAR = "unclear"
    NO_TIME = "no_time"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_TIME = "no_such_time"
    PAST = "past"
    FAR = "far"


def read_when(typed: str, zone: ZoneInfo, now: datetime) -> datetime | WhenProblem:
    """«18.10 15:00», «18.10.2026 в 15», «18 октября, 15-30», “18 October 15:00” → a moment in UTC.

    Without a year the nearest such day from today on is meant. A date more than a year ahead is taken for a slip.
    """
    text = typed.strip().casefold()
    if (match := _NUMBERS.match(text)) is not None:
        day, month = int(match[1]), int(match[2])
    elif (match := _NAMED.match(text)) is not None and (named := _month(match[2])) is not None:
        day, month = int(match[1]), named
    else:
        return WhenProblem.UNCLEAR
    today = now.astimezone(zone).date()
    found = _date(day, month, match[3], today)
    if found is None:
        return WhenProblem.NO_SUCH_DAY
    if match[4] is None:
        return WhenProblem.NO_TIME
    hour, minute = int(match[4]), int(match[5] or 0)
    if hour > 23 or minute > 59:
        return WhenProblem.NO_SUCH_TIME
    moment = at(found, time(hour, minute), zone).astimezone(UTC)
    if moment <= now:
        return WhenProblem.PAST
    return WhenProblem.FAR if moment > now + FARTHEST else moment


def _date(day: int, month: int, year: str | None, today: date) -> date | None:
    try:
        if year is not None:
            return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)
    except ValueError:
        return None


def _month(word: str) -> int | None:
    return _months().get(word[:3])


@cache
def _months() -> dict[str, int]:
    """By the first three letters, in each language and both cases: «октября», «мая», «май», “october”."""
    return {
        name.casefold()[:3]: number
        for locale in ("ru", "en")
        for context in ("format", "stand-alone")
        for number, name in get_month_names("wide", context=context, locale=locale).items()
    }


def read_capacity(typed: str) -> int | None:
    """A number of places from 1 on, wherever it stands in the text; None if there is none that makes sense."""
    numbers = re.findall(r"\d+", typed)
    if len(numbers) != 1 or len(numbers[0]) > 6:
        return None
    return int(numbers[0]) if 1 <= int(numbers[0]) <= LARGEST else None


def read_place(typed: str) -> tuple[str | None, str | None]:
    """Venue and link: a link may stand alone or anywhere among the words."""
    links = re.findall(r"https?://\S+", typed)
    venue = re.sub(r"https?://\S+", "", typed).strip(" \t\n,;·—-")
    return " ".join(venue.split()) or None, links[0] if links else None


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
