from datetime import datetime, timedelta

LEASE = timedelta(minutes=2)
"""How long a claimed row is left alone; after a crash it is due again when the lease has run out."""

MAX_ATTEMPTS = 8


def next_attempt(attempts: int, now: datetime) -> datetime | None:
    """When to try again after the `attempts`-th failure: 5 s, 10 s, 20 s, … 10 min; None to give up."""
    if attempts >= MAX_ATTEMPTS:
        return None
    return now + min(timedelta(seconds=5 * 2 ** (attempts - 1)), timedelta(minutes=10))
