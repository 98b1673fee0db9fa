from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any

from db.vocabulary import NoticeKind, Platform, Reach

NOT_CONNECTED = "not_connected"
"""The failure of a row whose reader has no account."""


class Priority(IntEnum):
    """A tutor's answer overtakes an announcement to a thousand people."""

    BULK = 0
    NORMAL = 10
    PERSONAL = 20


@dataclass(frozen=True)
class Due:
    """Something to be said: written in the transaction of the change that causes it.

    `key` is unique for ever: enqueuing the same key twice says it once. `due_at` should be humane already
    (services/calendar). With `edits_key` nothing new is sent: the message of that earlier row is changed.
    """

    kind: NoticeKind
    person_id: int
    subject_id: int
    key: str
    due_at: datetime
    version: int = 0
    expires_at: datetime | None = None
    priority: Priority = Priority.NORMAL
    edits_key: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    failure: str | None = None
    """Why it cannot arrive, when that is known beforehand: the row is kept for the record, and may go later."""


@dataclass(frozen=True)
class Claimed:
    """A due row under a lease, with where it goes. `account_id` is None when there is no account to write to."""

    id: int
    kind: NoticeKind
    person_id: int
    subject_id: int
    version: int
    data: Mapping[str, Any]
    attempts: int
    due_at: datetime
    expires_at: datetime | None
    leased_until: datetime
    account_id: int | None
    platform: Platform | None
    user_id: int | None
    locale: str
    zone: str | None
    edits: bool
    edits_message_id: int | None
    reach: Reach | None = None
    """Of the newest account; None when there never was one."""
