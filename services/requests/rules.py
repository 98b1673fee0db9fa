"""What may become of a request, who is late, and which meeting times to offer. Pure."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.vocabulary import WITHOUT_TUTOR, RequestForm, RequestStatus
from services.calendar.model import Calendar
from services.calendar.rules import at, is_silent_day, is_working_day, next_working_day

Status = RequestStatus

TRANSITIONS: dict[Status, frozenset[Status]] = {
    Status.NEW: frozenset({Status.ACCEPTED, Status.ASSIGNED, Status.DECLINED, Status.WITHDRAWN}),
    Status.ACCEPTED: frozenset({Status.NEW, Status.ASSIGNED, Status.SCHEDULED, Status.DECLINED, Status.WITHDRAWN}),
    Status.ASSIGNED: frozenset({Status.ASSIGNED, Status.SCHEDULED, Status.NEW, Status.DECLINED, Status.WITHDRAWN}),
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
"""accepted: a proposed time waits for the teacher; assigned again: a methodist gives it to another tutor;
clarify: one says the meeting was held, the other not."""

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

SOONEST_REMINDER = timedelta(hours=3)
"""A reminder that would follow sooner upon the choice of the time reminds nobody."""

SLA_WORKING_DAYS = 3
NUDGE_WORKING_DAYS = 2
"""After so many a tutor without a time is reminded, after as many again the methodists are called."""

UNCONFIRMED_WORKING_DAYS = 2
"""So long both sides may say whether they met, asked twice; then the methodists are called."""

RATING_MAY_CHANGE = timedelta(days=14)
"""So long after the first one: a slip of the thumb is noticed soon, and what stands in sums stays there."""

RATINGS = (0, 1, 2, 3)
"""«Был ли полезен?», from not at all to very."""

PSYCHOLOGISTS = "special"
"""The subject of psychologists, speech therapists and special teachers: a code of content/subjects.yaml."""

FEWEST_LETTERS = 3
LONGEST_TOPIC = 200
LONGEST_NOTE = 500
LONGEST_REASON = 300
MAX_TUTEES = 12


def is_worded(text: str) -> bool:
    """Words rather than signs: a topic or a reason that somebody else has to understand."""
    return sum(letter.isalpha() for letter in text) >= FEWEST_LETTERS


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


def working_days_after(day: date, count: int, calendar: Calendar) -> date:
    for _ in range(count):
        day = next_working_day(day, calendar)
    return day


def last_day_to_answer(asked: date, calendar: Calendar) -> date:
    """A request asked on that day is answered by the end of this one: the third working day after it."""
    return working_days_after(asked, SLA_WORKING_DAYS, calendar)


def asked_subject(subject: str, form: RequestForm) -> str:
    """Whose tutors are asked: a tutor of mathematics does no psychological consulting."""
    return PSYCHOLOGISTS if form == RequestForm.PSYCHOLOGY else subject


def may_rate(status: Status, rated_at: datetime | None, now: datetime) -> bool:
    """Whether the teacher may say how much it helped, for the first time or otherwise than before."""
    if status == Status.DONE:
        return True
    return status == Status.CONFIRMED and rated_at is not None and now < rated_at + RATING_MAY_CHANGE


def due_on(status: Status, today: date, meeting_on: date | None, calendar: Calendar) -> date:
    """The last day on which a request that has come into this state today may stay there by itself."""
    match status:
        case Status.ASSIGNED:
            return working_days_after(today, 2 * NUDGE_WORKING_DAYS, calendar)
        case Status.SCHEDULED:
            return working_days_after(max(today, meeting_on or today), UNCONFIRMED_WORKING_DAYS, calendar)
    return last_day_to_answer(today, calendar)


def is_overdue(status: Status, due_on: date, today: date) -> bool:
    """Shown, never stored: time alone makes a request overdue."""
    return status in WITHOUT_TUTOR and due_on < today


def reminder_at(meeting_at: datetime, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """The working day before the meeting, at its hour if that is one for messages (the caller makes it humane)."""
    local = meeting_at.astimezone(zone)
    day = local.date() - timedelta(days=1)
    while not is_working_day(day, calendar):
        day -= timedelta(days=1)
    latest = at(day, calendar.open_to, zone) - timedelta(hours=1)
    return min(at(day, local.time(), zone), latest).astimezone(UTC)


def needs_second_look(moment: datetime, zone: ZoneInfo, calendar: Calendar) -> bool:
    """A Sunday or a holiday may be meant, but is more often a slip."""
    return is_silent_day(moment.astimezone(zone).date(), calendar)


def close_to(moment: datetime, busy: Collection[datetime]) -> bool:
    """Whether a meeting at `moment` would run into another one."""
    return any(abs(moment - other) < MEETING_TAKES for other in busy)
