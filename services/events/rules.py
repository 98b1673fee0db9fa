"""Who has a place, until when one may sign up, and when one is reminded. Moments are aware, in UTC."""

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zlib import crc32
from zoneinfo import ZoneInfo

from db.vocabulary import EventStatus, NoticeKind
from services.calendar.model import Calendar
from services.calendar.rules import at, humane, is_silent_day

ENOUGH = timedelta(hours=3)
"""News waits for an hour at which the bot may speak only if so much time is left before the start: people travel."""

AWAKE = (time(7, 0), time(22, 0))
"""Hours of the day in which news may be told that would be late otherwise."""

LAST_WORD = timedelta(hours=1)
"""News that would come later than this before the start cannot even wait for the morning: people set out."""

LAST_CALL = timedelta(hours=2)
"""A place freed later than this before the start stays free: those who wait have made other plans."""

SILENCE_AFTER_NEWS = timedelta(hours=3)
"""No reminder of what somebody has just been told."""

SHORTEST_NOTICE = timedelta(minutes=30)
"""A reminder later than this before the start helps nobody."""

FARTHEST_BACK = timedelta(days=3)
"""How much earlier a reminder may come for silent days between; over a long holiday it comes later instead."""

EVENING = time(18, 0)
"""Sign-up closes at this hour of the day before, unless told otherwise."""


class Closed(StrEnum):
    """Why nobody can sign up."""

    CANCELLED = "cancelled"
    OVER = "over"
    DEADLINE = "deadline"


def closed(status: EventStatus, starts_at: datetime, sign_up_until: datetime, now: datetime) -> Closed | None:
    if status == EventStatus.CANCELLED:
        return Closed.CANCELLED
    if status == EventStatus.HELD or now >= starts_at:
        return Closed.OVER
    return Closed.DEADLINE if now >= sign_up_until else None


def place_mark(venue: str | None, link: str | None) -> str:
    """Tells one place from another; short, for keys and buttons."""
    return f"{crc32(f'{venue} {link}'.encode()):08x}"


def last_call_over(starts_at: datetime, now: datetime) -> bool:
    return now > starts_at - LAST_CALL


def places_to_give(capacity: int | None, confirmed: int, waiting: int) -> int:
    """How many of the line get a place now: it is never longer than it must be, and nothing is overbooked."""
    if capacity is None:
        return waiting
    return min(waiting, max(0, capacity - confirmed))


def paths_above(path: str) -> list[str]:
    """/1/3/17/ → /1/, /1/3/, /1/3/17/: whose events somebody of that unit sees."""
    return [path[: index + 1] for index, letter in enumerate(path) if letter == "/" and index]


def reminder_times(
    starts_at: datetime, now: datetime, zone: ZoneInfo, calendar: Calendar, told_at: datetime | None = None
) -> list[tuple[NoticeKind, datetime]]:
    """A day and two hours before, each at a moment that disturbs nobody; those that have passed are left out.

    `told_at`: when the person hears news of the event; what would come right after it, or before it, is left out.

    The first comes earlier rather than later when the day before is silent: a Monday event is told of on Saturday.
    The second comes later rather than earlier, as long as it still helps.
    """
    day = _day_before(starts_at - timedelta(days=1), starts_at, zone, calendar)
    hours = humane(starts_at - timedelta(hours=2), zone, calendar)
    times = [(NoticeKind.EVENT_REMINDER_DAY, day)]
    if hours - day >= timedelta(hours=1):
        times.append((NoticeKind.EVENT_REMINDER_HOURS, hours))
    earliest = now if told_at is None else told_at + SILENCE_AFTER_NEWS
    return [(kind, moment) for kind, moment in times if earliest < moment <= starts_at - SHORTEST_NOTICE]


def no_place_time(starts_at: datetime, now: datetime, zone: ZoneInfo, calendar: Calendar) -> datetime | None:
    """When to tell who still waits that no place has come free; None when it is too late to be of use.

    In the evening before: sign-up has usually closed, and whoever has a place has answered the first reminder. Those
    who are in the line only since then hear it two hours before.
    """
    eve = at(starts_at.astimezone(zone).date() - timedelta(days=1), EVENING, zone)
    times = (_day_before(eve, starts_at, zone, calendar), humane(starts_at - timedelta(hours=2), zone, calendar))
    return next((moment for moment in times if now < moment <= starts_at - SHORTEST_NOTICE), None)


def _day_before(moment: datetime, starts_at: datetime, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """A moment of the day before, brought forward over silent days; put off if that would be too early."""
    earlier = _earlier(moment, zone, calendar)
    too_early = starts_at - earlier > timedelta(days=1) + FARTHEST_BACK
    return humane(moment, zone, calendar) if too_early else earlier


def _earlier(moment: datetime, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """The moment itself, or the same time on an earlier day, brought into the hours in which the bot speaks."""
    local = moment.astimezone(zone)
    while is_silent_day(local.date(), calendar):
        local = at(local.date() - timedelta(days=1), local.time(), zone)
    latest = at(local.date(), calendar.open_to, zone) - timedelta(hours=1)
    earliest = at(local.date(), calendar.open_from, zone)
    return min(max(local, earliest), latest).astimezone(UTC)


def tell_at(now: datetime, starts_at: datetime, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """When to tell news of an event that starts at `starts_at`. docs/operators.md promises this order.

    At an hour of a day on which the bot speaks; if that would be late, at such an hour of a silent day; if that would
    be late too, at once by day and evening, else early in the morning; and in the worst case in the night: a message
    is kinder than a journey to a closed door.
    """
    for moment in (humane(now, zone, calendar), _waking(now, zone, calendar.open_from, calendar.open_to)):
        if moment + ENOUGH <= starts_at:
            return moment
    early = _waking(now, zone, *AWAKE)
    return early if early == now or early + LAST_WORD <= starts_at else now


def _waking(now: datetime, zone: ZoneInfo, awake: time, asleep: time) -> datetime:
    """Now, or the next time people get up, on whatever day."""
    local = now.astimezone(zone)
    if awake <= local.time() < asleep:
        return now
    day = local.date() + timedelta(days=1 if local.time() >= asleep else 0)
    return at(day, awake, zone).astimezone(UTC)


def usual_deadline(starts_at: datetime, zone: ZoneInfo, now: datetime) -> datetime:
    """The evening before; for an event made later than that, the start itself."""
    evening = at(starts_at.astimezone(zone).date() - timedelta(days=1), EVENING, zone)
    return evening.astimezone(UTC) if evening > now else starts_at
