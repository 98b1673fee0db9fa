from math import inf

from scheduler.pacing import Pace


def unpaced() -> Pace:
    """A pace without limits: no test waits for a messenger's seconds."""
    return Pace(inf, inf)
