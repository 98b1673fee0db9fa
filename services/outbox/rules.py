from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from db.vocabulary import NoticeKind
from services.calendar.model import Calendar
from services.calendar.rules import humane

LEASE = timedelta(minutes=2)
"""How long a claimed row is left alone; after a crash it is due again when the lease has run out."""

LONGEST_PAUSE = timedelta(minutes=10)

MAX_ATTEMPTS = 150
"""About a day of trying: a line that is down overnight must not cost anybody a message."""

MAX_ATTEMPTS_OF_ONE = 12
"""About an hour: one reader whom the messenger cannot serve must not keep what many get open for a day."""

MAX_ACCIDENTS = 6
"""A row over which we stumble ourselves is not worth a day of trying, and must not hold up the others."""


NO_LINE = "network"
"""The failure that lies between us and the messenger, and befalls everybody."""


def most_attempts(kind: NoticeKind, failure: str) -> int:
    """An announcement can be sent again to whom it has not reached; nobody does that with other notices."""
    return MAX_ATTEMPTS_OF_ONE if kind == NoticeKind.BROADCAST and failure != NO_LINE else MAX_ATTEMPTS


def next_attempt(attempts: int, now: datetime, limit: int = MAX_ATTEMPTS) -> datetime | None:
    """When to try again after the `attempts`-th failure: 5 s, 10 s, 20 s, … 10 min; None to give up."""
    if attempts >= limit:
        return None
    return now + min(timedelta(seconds=5 * 2 ** min(attempts - 1, 10)), LONGEST_PAUSE)


def not_before(
    moment: datetime, due_at: datetime, expires_at: datetime | None, zone: ZoneInfo, calendar: Calendar
) -> datetime:
    """When a row that could go at `moment` may go: a late one, too, disturbs nobody at night.

    At `moment` all the same if the row was meant for such an hour (it is urgent), or would expire while it waits.
    """
    later = humane(moment, zone, calendar)
    urgent = humane(due_at, zone, calendar) != due_at
    return moment if urgent or (expires_at is not None and later >= expires_at) else later
