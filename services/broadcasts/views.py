from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from db.vocabulary import BroadcastStatus, Platform
from services.broadcasts.rules import excess, limit
from services.broadcasts.segment import Segment

AttachmentKind = Literal["photo", "document"]


@dataclass(frozen=True)
class Attached:
    """A picture or file by the id that the author's messenger gave it."""

    kind: AttachmentKind
    remote_id: str
    name: str


@dataclass(frozen=True)
class Announcement:
    """What a recipient gets: the author's message as it is. `html` is safe."""

    html: str
    attached: Attached | None


@dataclass(frozen=True)
class BroadcastView:
    """An announcement as its author sees it."""

    id: int
    status: BroadcastStatus
    message: Announcement
    length: int
    segment: Segment
    send_at: datetime | None
    created_at: datetime
    not_connected: int

    @property
    def excess(self) -> int:
        return excess(self.length, self.message.attached is not None)

    @property
    def limit(self) -> int:
        return limit(self.message.attached is not None)


@dataclass(frozen=True)
class Figures:
    """Where the rows of an announcement stand. `dropped` were queued when it was stopped."""

    sent: int = 0
    waiting: int = 0
    blocked: int = 0
    failed: int = 0
    dropped: int = 0

    @property
    def total(self) -> int:
        return self.sent + self.waiting + self.blocked + self.failed + self.dropped

    @property
    def not_reached(self) -> int:
        return self.blocked + self.failed


@dataclass(frozen=True)
class Audience:
    """How many will get it, and how many are meant but cannot be written to."""

    recipients: int
    not_connected: int


@dataclass(frozen=True)
class Missed:
    """Somebody who did not get it, or will not. `reason` is a failure code; None: not connected."""

    name: str
    school: str
    reason: str | None = None


@dataclass(frozen=True)
class Confirmed:
    recipients: int
    goes_at: datetime
    """For a reader in the author's own zone."""


@dataclass(frozen=True)
class Card:
    """One announcement with its figures. `resendable`: not reached, and can be written to by now."""

    broadcast: BroadcastView
    figures: Figures
    resendable: int


@dataclass(frozen=True)
class Live:
    """The message in which the author watches, as it should look now."""

    id: int
    status: BroadcastStatus
    figures: Figures
    not_connected: int
    platform: Platform
    user_id: int
    readable: bool
    """The author's account can be written to."""
    locale: str
    zone: str | None
    message_id: int | None
    shown: str | None
    """A mark of what it shows, None before the first time."""

    @property
    def over(self) -> bool:
        """No row is queued or on its way."""
        return self.figures.waiting == 0

    @property
    def mark(self) -> str:
        """Changes whenever the message has to."""
        figures = self.figures
        return f"{self.status}:{figures.sent}/{figures.blocked}/{figures.failed}/{figures.dropped}/{figures.total}"
