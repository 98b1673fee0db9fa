from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.vocabulary import OfferState, RequestForm, RequestStatus


class Request(Base):
    """A teacher asks for a tutor (заявка). Its id is its number."""

    __tablename__ = "request"
    __table_args__ = (Index("ix_request_status_created", "status", "created_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    requester_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    tutor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), doc="the municipality whose queue it stands in")
    subject: Mapped[str] = mapped_column(String(40))
    topic: Mapped[str] = mapped_column(String(200), doc="in the words that the teacher saw")
    questionnaire_id: Mapped[str | None] = mapped_column(String(60), doc="where the topic comes from a deficit")
    area_id: Mapped[str | None] = mapped_column(String(40))
    form: Mapped[RequestForm] = mapped_column(String(20))
    when_code: Mapped[str] = mapped_column(String(20), doc="which time suits, as a code of services/requests/rules")
    note: Mapped[str | None] = mapped_column(Text)
    status: Mapped[RequestStatus] = mapped_column(String(20), default=RequestStatus.NEW)
    meeting_at: Mapped[datetime | None]
    decline_reason: Mapped[str | None] = mapped_column(String(300))
    tutor_says_held: Mapped[bool | None] = mapped_column(doc="of the meeting at meeting_at; None: not answered")
    requester_says_held: Mapped[bool | None]
    rating: Mapped[int | None] = mapped_column(doc="0–3, by the requester")
    version: Mapped[int] = mapped_column(default=1)
    due_on: Mapped[date] = mapped_column(doc="after this day its present state is nobody's but the methodists'")
    created_at: Mapped[datetime]


class RequestDraft(Base):
    """A request that its teacher has begun and not sent; one at a time. What she has not answered yet is empty."""

    __tablename__ = "request_draft"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    subject: Mapped[str] = mapped_column(String(40))
    topic: Mapped[str] = mapped_column(String(200))
    questionnaire_id: Mapped[str | None] = mapped_column(String(60))
    area_id: Mapped[str | None] = mapped_column(String(40))
    form: Mapped[str] = mapped_column(String(20))
    when_code: Mapped[str] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(Text)


class RequestChange(Base):
    """Every change of a request, with who and when."""

    __tablename__ = "request_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), doc="None: the clock")
    from_status: Mapped[RequestStatus | None] = mapped_column(String(20))
    to_status: Mapped[RequestStatus] = mapped_column(String(20))
    note: Mapped[str | None] = mapped_column(String(20), doc="a code of services/requests/history")
    meeting_at: Mapped[datetime | None] = mapped_column(doc="the time that was proposed, set, accepted or refused")


class RequestOffer(Base):
    """A request as it stands before one tutor."""

    __tablename__ = "request_offer"
    __table_args__ = (UniqueConstraint("request_id", "tutor_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id", ondelete="CASCADE"))
    tutor_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[OfferState] = mapped_column(String(20), default=OfferState.ASKED)
    asked_version: Mapped[int] = mapped_column(default=1, doc="of the request when the tutor was last asked")
    proposed_at: Mapped[datetime | None] = mapped_column(doc="the meeting time that she proposed or set last")
    proposed_version: Mapped[int | None] = mapped_column(doc="of the request when she did: names its notice")
    answered_at: Mapped[datetime | None]


class TutorProfile(Base):
    """How much a tutor takes on."""

    __tablename__ = "tutor_profile"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    max_tutees: Mapped[int] = mapped_column(default=3, doc="open requests at once")
    active: Mapped[bool] = mapped_column(default=True)
