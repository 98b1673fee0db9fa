from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from db.vocabulary import EventKind

Just = Literal["", "signed_up", "waiting", "left", "left_line"]
"""What the person has done a moment ago: the card says so for a while."""


@dataclass(frozen=True)
class CatalogueData:
    """By what the list is narrowed, its order and its page."""

    only_mine: bool = False
    month: str | None = None
    kind: EventKind | None = None
    only_free: bool = False
    by_date: bool = False
    page: int = 0


@dataclass(frozen=True)
class EventCard:
    event_id: int
    just: Just = ""
    at: datetime | None = None
    """When she did it."""


@dataclass(frozen=True)
class MineData:
    past: bool = False
    page: int = 0
