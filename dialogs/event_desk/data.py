from dataclasses import dataclass
from datetime import datetime

from db.vocabulary import EventKind


@dataclass(frozen=True)
class DeskList:
    page: int = 0


@dataclass(frozen=True)
class DeskEvent:
    """The event on the desk, and what is about to be done with it."""

    event_id: int
    page: int = 0
    """Of the list of people."""
    starts_at: datetime | None = None
    reason: str | None = None
    told: int | None = None
    """How many were told of what has just been done; None when nothing was."""


@dataclass(frozen=True)
class NewEventData:
    """What has been said of a new event so far."""

    kind: EventKind = EventKind.SEMINAR
    title: str = ""
    subject: str | None = None
    starts_at: datetime | None = None
    minutes: int = 90
    venue: str | None = None
    link: str | None = None
    capacity: int | None = None
