from dataclasses import dataclass
from datetime import datetime

from services.events.views import Draft


@dataclass(frozen=True)
class DeskList:
    past: bool = False
    page: int = 0


@dataclass(frozen=True)
class DeskEvent:
    """The event on the desk, and what is about to be done with it."""

    event_id: int
    page: int = 0
    """Of the list of people."""
    starts_at: datetime | None = None
    capacity: int | None = None
    reason: str | None = None
    venue: str | None = None
    link: str | None = None
    done: bool = False
    """Something was done a moment ago: the card says so once."""
    told: int = 0
    """How many people are told of it,"""
    by: datetime | None = None
    """and when the last of them is."""


@dataclass(frozen=True)
class NewEventData(Draft):
    correcting: bool = False
    """One answer is put right: it leads back to the review, and «Назад» to «Что поправить?»."""
