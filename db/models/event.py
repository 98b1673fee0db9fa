from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.vocabulary import EventKind, EventStatus, SignUpState


class Event(Base):
    """A seminar, practicum, … `version` grows when it is moved or called off, so that queued reminders go stale."""

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_status_starts", "status", "starts_at"),
        CheckConstraint("capacity IS NULL OR capacity >= 0", name="capacity"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True, doc="whose event it is and who sees it")
    organiser_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[EventKind] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(200))
    description: Mapped[str | None] = mapped_column(Text)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    venue: Mapped[str | None] = mapped_column(String(200))
    link: Mapped[str | None] = mapped_column(String(300))
    capacity: Mapped[int | None] = mapped_column(doc="None: no limit")
    sign_up_until: Mapped[datetime]
    status: Mapped[EventStatus] = mapped_column(String(20), default=EventStatus.PUBLISHED)
    cancel_reason: Mapped[str | None] = mapped_column(String(300), doc="a CancelReason, or what was typed")
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]


class EventSubject(Base):
    """A subject an event is for; an event without any is for everyone."""

    __tablename__ = "event_subject"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    subject: Mapped[str] = mapped_column(String(40), primary_key=True, index=True)


class EventDraft(Base):
    """An event that its methodist has begun and not published; one at a time."""

    __tablename__ = "event_draft"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    answers: Mapped[dict[str, Any]] = mapped_column(doc="as services/events/drafts.py reads them")


class SignUp(Base):
    """One person and one event; `turn` is the order of the waiting list."""

    __tablename__ = "sign_up"
    __table_args__ = (
        UniqueConstraint("event_id", "person_id"),
        Index("ix_sign_up_line", "event_id", "state", "turn"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[SignUpState] = mapped_column(String(20))
    turn: Mapped[int] = mapped_column(doc="grows by one with each sign-up to the event: the order of the line")
    will_come: Mapped[bool | None] = mapped_column(doc="the answer to a reminder")
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
