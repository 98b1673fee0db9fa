from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import BigId
from db.vocabulary import DueState, NoticeKind


class OutboxRow(Base):
    """Something to be said to one person at one time. Written in the transaction of the change that causes it."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_due", "state", "due_at"),
        Index("ix_outbox_subject", "kind", "subject_id"),
        Index("ix_outbox_person", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    dedupe_key: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[NoticeKind] = mapped_column(String(30))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    subject_id: Mapped[int] = mapped_column(doc="the event, request, check-in, … that it speaks of")
    version: Mapped[int] = mapped_column(default=0, doc="of the subject; its loader skips a row that is behind")
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime | None] = mapped_column(doc="not sent from this moment on")
    priority: Mapped[int] = mapped_column(default=0, doc="higher goes first among what is due")
    edits_id: Mapped[int | None] = mapped_column(
        ForeignKey("outbox.id"), doc="do not send: change the message of that row"
    )
    state: Mapped[DueState] = mapped_column(String(10), default=DueState.QUEUED)
    attempts: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime | None]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), doc="where it went")
    message_id: Mapped[int | None] = mapped_column(BigId)
    failure: Mapped[str | None] = mapped_column(String(40), doc="a code: blocked, gone, not_connected, refused, …")
    done_at: Mapped[datetime | None]
