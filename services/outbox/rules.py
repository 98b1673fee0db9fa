from datetime import datetime, timedelta

LEASE = timedelta(minutes=2)
"""How long a claimed row is left alone; after a crash it is due again when the lease has run out."""

LONGEST_PAUSE = timedelta(minutes=10)

MAX_ATTEMPTS = 150
"""About a day of trying: a line that is down overnight must not cost anybody a message."""

MAX_ACCIDENTS = 6
"""A row over which we stumble ourselves is not worth a day of trying, and must not hold up the others."""


def next_attempt(attempts: int, now: datetime, limit: int = MAX_ATTEMPTS) -> datetime | None:
    """When to try again after the `attempts`-th failure: 5 s, 10 s, 20 s, … 10 min; None to give up."""
    if attempts >= limit:
        return None
    return now + min(timedelta(seconds=5 * 2 ** min(attempts - 1, 10)), LONGEST_PAUSE)
