"""What may become of a request, who is late, and which meeting times to offer. Pure."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.vocabulary import RequestStatus
from services.calendar.model import Calendar
from services.calendar.rules import at, is_silent_day, is_working_day, next_working_day

Status = RequestStatus

TRANSITIONS: dict[Status, frozenset[Status]] = {
    Status.NEW: frozenset({Status.ACCEPTED, Status.ASSIGNED, Status.DECLINED, Status.WITHDRAWN}),
    Status.ACCEPTED: frozenset({Status.ASSIGNED, Status.SCHEDULED, Status.DECLINED, Status.WITHDRAWN}),
    Status.ASSIGNED: frozenset({Status.SCHEDULED, Status.NEW, Status.WITHDRAWN}),
    Status.SCHEDULED: frozenset(
        {Status.SCHEDULED, Status.ASSIGNED, Status.DONE, Status.CLARIFY, Status.NEW, Status.WITHDRAWN}
    ),
    Status.DONE: frozenset({Status.CONFIRMED}),
    Status.CLARIFY: frozenset(
        {Status.ASSIGNED, Status.SCHEDULED, Status.DONE, Status.NEW, Status.DECLINED, Status.WITHDRAWN}
    ),
    Status.CONFIRMED: frozenset(),
    Status.DECLINED: frozenset(),
    Status.WITHDRAWN: frozenset(),
}
"""accepted: a tutor has answered with a time of her own; clarify: one says the meeting was held, the other not."""

WITHOUT_TUTOR = frozenset({Status.NEW, Status.ACCEPTED})
WITH_TUTOR = frozenset({Status.ASSIGNED, Status.SCHEDULED, Status.CLARIFY})
OPEN = WITHOUT_TUTOR | WITH_TUTOR

WHEN_CODES = ("afternoons", "mornings", "saturday", "any")
TIMES = {
    "afternoons": (time(14, 30), time(16, 0)),
    "mornings": (time(9, 0), time(11, 0)),
    "saturday": (time(10, 0), time(12, 0)),
    "any": (time(11, 0), time(15, 0)),
}
SUGGESTIONS = 6
MEETING_TAKES = timedelta(hours=1)
ASK_AFTER = timedelta(hours=1)
"""How long after its beginning both are asked whether the meeting was held."""

FARTHEST = timedelta(days=180)

SLA_WORKING_DAYS = 3
LONGEST_TOPIC = 200
LONGEST_NOTE = 500
LONGEST_REASON = 300
MAX_TUTEES = 12


def may_move(old: Status, new: Status) -> bool:
    return new in TRANSITIONS[old]


def suggest_times(
    when_code: str, now: datetime, zone: ZoneInfo, calendar: Calendar, busy: Collection[datetime] = (), skip: int = 0
) -> list[datetime]:
    """`SUGGESTIONS` meeting times from tomorrow on, in UTC, after the first `skip`; none when the tutor is busy."""
    times = TIMES.get(when_code, TIMES["any"])
    found: list[datetime] = []
    day = now.astimezone(zone).date()
    last = day + FARTHEST
    while len(found) < skip + SUGGESTIONS and day < last:
        day += timedelta(days=1)
        if _suits(day, when_code, calendar):
            moments = [at(day, clock, zone).astimezone(UTC) for clock in times]
            found += [moment for moment in moments if all(abs(moment - other) >= MEETING_TAKES for other in busy)]
    return found[skip : skip + SUGGESTIONS]


def _suits(day: date, when_code: str, calendar: Calendar) -> bool:
    if when_code == "saturday":
        return day.weekday() == 5 and not is_silent_day(day, calendar)
    return is_working_day(day, calendar)


def may_meet_at(moment: datetime, now: datetime) -> bool:
    """A meeting lies ahead, and not so far that nobody will remember it."""
    return now < moment <= now + FARTHEST


def last_day_to_answer(asked: date, calendar: Calendar) -> date:
    """A request asked on that day is answered by the end of this one: the third working day after it."""
    for _ in range(SLA_WORKING_DAYS):
        asked = next_working_day(asked, calendar)
    return asked


def overdue_before(now: datetime, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """Requests made before this moment and still without an answer are overdue (in UTC)."""
    today = now.astimezone(zone).date()
    asked = today
    while last_day_to_answer(asked, calendar) >= today:
        asked -= timedelta(days=1)
    return at(asked + timedelta(days=1), time(), zone).astimezone(UTC)


def is_overdue(status: Status, created_at: datetime, now: datetime, zone: ZoneInfo, calendar: Calendar) -> bool:
    """Shown, never stored: time alone makes a request overdue."""
    return status in WITHOUT_TUTOR and created_at < overdue_before(now, zone, calendar)


def close_to(moment: datetime, busy: Collection[datetime]) -> bool:
    """Whether a meeting at `moment` would run into another one."""
    return any(abs(moment - other) < MEETING_TAKES for other in busy)
