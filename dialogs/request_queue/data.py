from dataclasses import dataclass


@dataclass(frozen=True)
class QueueList:
    which: str = ""
    """One of services.requests.queue.FILTERS; empty until chosen: the first that holds something urgent."""
    page: int = 0


@dataclass(frozen=True)
class QueuePlace:
    request_id: int = 0


@dataclass(frozen=True)
class TutorPage:
    page: int = 0


@dataclass(frozen=True)
class QueueChoice:
    """What she is about to do, before she has said yes."""

    tutor_id: int = 0
    reason: str = ""
