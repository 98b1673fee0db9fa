from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.vocabulary import Purpose


class Consent(Base):
    """Who agreed to what text and when. A row is never changed but for `withdrawn_at`, and outlives erasure."""

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_person_purpose", "person_id", "purpose"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), doc="the channel through which it was given")
    purpose: Mapped[Purpose] = mapped_column(String(20))
    text_version: Mapped[str] = mapped_column(String(20))
    text_locale: Mapped[str] = mapped_column(String(5))
    text_hash: Mapped[str] = mapped_column(String(64), doc="SHA-256 of the text that was shown, hexadecimal")
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class AuditRecord(Base):
    """Who did what to whose data: ids and codes only, never the data."""

    __tablename__ = "audit_record"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(40), doc="what it was done to, as request:17")
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
