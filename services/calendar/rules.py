"""When the bot may speak by itself. All rules take the reader's zone; results are aware moments in UTC."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.calendar.model import Calendar


def is_silent_day(day: date, calendar: Calendar) -> bool:
    return day.weekday() in calendar.silent_weekdays or day in calendar.holidays


def is_working_day(day: date, calendar: Calendar) -> bool:
    return day.weekday() in calendar.working_weekdays and day not in calendar.holidays


def humane(moment: datetime, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """The first moment from `moment` on that disturbs nobody: not at night, not on Sundays or holidays."""
    local = moment.astimezone(zone)
    if local.time() >= calendar.open_to:
        local = at(local.date() + timedelta(days=1), calendar.open_from, zone)
    elif local.time() < calendar.open_from:
        local = at(local.date(), calendar.open_from, zone)
    while is_silent_day(local.date(), calendar):
        local = at(local.date() + timedelta(days=1), calendar.open_from, zone)
    return local.astimezone(UTC)


def next_working_day(day: date, calendar: Calendar) -> date:
    """The first working day after `day`."""
    following = day + timedelta(days=1)
    while not is_working_day(following, calendar):
        following += timedelta(days=1)
    return following


def is_school_day(day: date, calendar: Calendar) -> bool:
    return is_working_day(day, calendar) and day not in calendar.breaks


def next_school_day(day: date, calendar: Calendar) -> date:
    """The first working day after `day` outside the school breaks."""
    following = day + timedelta(days=1)
    while not is_school_day(following, calendar):
        following += timedelta(days=1)
    return following


def at(day: date, clock_time: time, zone: ZoneInfo) -> datetime:
    """That wall-clock time in that zone, aware in the zone."""
    return datetime.combine(day, clock_time, tzinfo=zone)
