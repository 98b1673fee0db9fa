from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import BigId
from db.vocabulary import BroadcastStatus, Role


class Broadcast(Base):
    """An announcement. Whom it is for is in the due rows that point at it: one for everybody who was meant, also for
    those who could not be written to. That is the ledger."""

    __tablename__ = "broadcast"

    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    author_role: Mapped[Role] = mapped_column(
        String(20), default=Role.METHODIST, doc="always a methodist: nobody else announces. Read by nobody"
    )
    under: Mapped[str] = mapped_column(
        String(200), default="", doc="path of the unit in which all its readers are; whoever heads that may stop it"
    )
    html: Mapped[str] = mapped_column(Text, default="", doc="with the author's formatting, safe to send")
    length: Mapped[int] = mapped_column(default=0, doc="of what is read, in UTF-16 units, as messengers count")
    attachment_kind: Mapped[str | None] = mapped_column(String(10), doc="photo or document")
    attachment_id: Mapped[str | None] = mapped_column(String(200), doc="as the messenger of the author names it")
    attachment_name: Mapped[str | None] = mapped_column(String(200))
    segment: Mapped[dict[str, Any]] = mapped_column(doc="whom it is for, as services/broadcasts/segment.py reads it")
    status: Mapped[BroadcastStatus] = mapped_column(String(20), default=BroadcastStatus.DRAFT)
    send_at: Mapped[datetime | None] = mapped_column(doc="as the author wished; each row is due when it is humane")
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    progress_account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    progress_message_id: Mapped[int | None] = mapped_column(BigId, doc="the message in which the author watches")
    progress_shown: Mapped[str | None] = mapped_column(String(60), doc="the figures last shown there")
