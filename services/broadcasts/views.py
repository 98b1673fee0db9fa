from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
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
    """What a recipient gets: who writes, and the author's message as it is. `html` is safe."""

    html: str
    attached: Attached | None
    author: str
    """Her full name, a methodist's; empty when she has erased herself."""


@dataclass(frozen=True)
class LeftBehind:
    """Stopped because its author may not speak to its readers any more."""

    id: int
    author: str


@dataclass(frozen=True)
class BroadcastView:
    """An announcement as its author and her colleagues see it."""

    id: int
    own: bool
    status: BroadcastStatus
    message: Announcement
    length: int
    segment: Segment
    audience_chosen: bool
    """Its author has said whom it is for, be it everyone."""
    send_at: datetime | None
    created_at: datetime

    @property
    def excess(self) -> int:
        return excess(self.length, self.message.attached is not None)

    @property
    def limit(self) -> int:
        return limit(self.message.attached is not None)


class End(StrEnum):
    """What an announcement came to for somebody: the fields of `Figures`."""

    SENT = "sent"
    WAITING = "waiting"
    BLOCKED = "blocked"
    FAILED = "failed"
    DROPPED = "dropped"
    NOT_CONNECTED = "not_connected"


@dataclass(frozen=True)
class Figures:
    """Where the rows of an announcement stand: everybody who was meant is in one of the fields.

    `dropped` were queued when it was stopped, `not_connected` could not be written to from the beginning.
    """

    sent: int = 0
    waiting: int = 0
    blocked: int = 0
    failed: int = 0
    dropped: int = 0
    not_connected: int = 0

    @property
    def total(self) -> int:
        """To how many it was sent or should have been."""
        return self.sent + self.waiting + self.blocked + self.failed + self.dropped

    @property
    def missed(self) -> int:
        return self.blocked + self.failed + self.not_connected


@dataclass(frozen=True)
class Audience:
    """How many will get it, and how many are meant but cannot be written to."""

    recipients: int
    blocked: int
    not_connected: int

    @property
    def meant(self) -> int:
        return self.recipients + self.blocked + self.not_connected


@dataclass(frozen=True)
class Named:
    """Somebody in a list of those who got it, or did not. `reason` is a failure code."""

    name: str
    school: str
    reason: str = ""


@dataclass(frozen=True)
class Confirmed:
    recipients: int
    goes_at: datetime
    """For a reader in the author's own zone."""


@dataclass(frozen=True)
class Card:
    """One announcement with its figures. `resendable`: not reached, and can be written to by now. `left`: a colleague's
    who may not speak to these readers any more; whoever goes on with it does so in her own name."""

    broadcast: BroadcastView
    figures: Figures
    resendable: int
    may_stop: bool
    left: bool = False
    may_throw_away: bool = False
    rest_at: datetime | None = None
    """When what is left goes, if the night has cut it off."""


@dataclass(frozen=True)
class Live:
    """The message in which the author watches, as it should look now."""

    id: int
    status: BroadcastStatus
    figures: Figures
    platform: Platform
    user_id: int
    readable: bool
    """The author's account can be written to."""
    locale: str
    zone: str | None
    message_id: int | None
    shown: str | None
    """A mark of what it shows, None before the first time."""
    authored: bool = True
    """The author may speak to its readers still."""
    rest_at: datetime | None = None

    @property
    def over(self) -> bool:
        """No row is queued or on its way."""
        return self.figures.waiting == 0

    @property
    def mark(self) -> str:
        """Changes whenever the message has to."""
        figures = self.figures
        counts = (figures.sent, figures.blocked, figures.failed, figures.dropped, figures.not_connected, figures.total)
        rest = f"@{int(self.rest_at.timestamp()) // 60}" if self.rest_at else ""
        return f"{self.status}:{'/'.join(map(str, counts))}{rest}"
