from dataclasses import dataclass
from datetime import datetime

from db.vocabulary import EventKind, EventStatus, SignUpState
from services.events.rules import last_call_over


@dataclass(frozen=True)
class Confirmed:
    """There is a place, and it is hers."""


@dataclass(frozen=True)
class Waiting:
    position: int
    """In the waiting list, from 1."""


Placed = Confirmed | Waiting


@dataclass(frozen=True)
class EventView:
    """An event as one person sees it."""

    id: int
    kind: EventKind
    title: str
    description: str | None
    starts_at: datetime
    ends_at: datetime
    venue: str | None
    link: str | None
    capacity: int | None
    confirmed: int
    waiting: int
    sign_up_until: datetime
    status: EventStatus
    cancel_reason: str | None
    version: int
    created_at: datetime
    subjects: tuple[str, ...]
    """Empty: for everyone."""
    my_state: SignUpState | None
    my_position: int
    """In the waiting list; 0 for whoever does not wait."""
    will_come: bool | None
    organiser: str = ""
    """Her full name; empty when nobody is known."""

    @property
    def free(self) -> int | None:
        """Places nobody has; None for an event without a limit."""
        return None if self.capacity is None else max(0, self.capacity - self.confirmed)

    def goes_on(self, now: datetime) -> bool:
        """Whether a place that is given up goes to somebody who waits."""
        return self.waiting > 0 and self.capacity is not None and not last_call_over(self.starts_at, now)


@dataclass(frozen=True)
class Page:
    events: tuple[EventView, ...]
    total: int


@dataclass(frozen=True)
class WhatsOn:
    """By what the catalogue can be narrowed: only what would find something is offered."""

    months: tuple[str, ...]
    """As 2026-10, in order, in the reader's zone."""
    kinds: tuple[EventKind, ...]


@dataclass(frozen=True)
class Participant:
    person_id: int
    full_name: str
    school: str | None
    state: SignUpState
    position: int
    """In the waiting list; 0 for whoever has a place."""
    will_come: bool | None


@dataclass(frozen=True)
class EventNotice:
    """What a notice about an event needs; `now` is the moment of delivery."""

    event: EventView
    now: datetime
    moved_from: datetime | None = None


@dataclass(frozen=True)
class Draft:
    """What has been said of a new event so far."""

    kind: EventKind = EventKind.SEMINAR
    title: str = ""
    subjects: tuple[str, ...] = ()
    """Empty: for everyone."""
    starts_at: datetime | None = None
    minutes: int = 90
    venue: str | None = None
    link: str | None = None
    capacity: int | None = None
    description: str | None = None
    reached: str = "kind"
    """The farthest question she has come to; those before it are answered, even if with «нет»."""


@dataclass(frozen=True)
class Told:
    """How many people will be told of a change, and when the last of them is; those who stopped the bot never are."""

    people: int
    by: datetime | None


NOBODY = Told(0, None)
