from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import Json
from db.vocabulary import CheckInSide, CheckInState, PairStatus


class Pair(Base):
    """A mentor and a mentee joined by an order (приказ). The bot records the order, it appoints nobody."""

    __tablename__ = "pair"
    __table_args__ = (CheckConstraint("mentor_id <> mentee_id", name="two_people"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mentor_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    mentee_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True, doc="the school of the mentee")
    order_number: Mapped[str] = mapped_column(String(40))
    order_date: Mapped[date]
    starts_on: Mapped[date]
    ends_on: Mapped[date] = mapped_column(doc="the last day, inclusive")
    status: Mapped[PairStatus] = mapped_column(String(20), default=PairStatus.ACTIVE)


class CheckIn(Base):
    """The weekly questions to one side of a pair. The state is `asked` from when the questions have been opened."""

    __tablename__ = "check_in"
    __table_args__ = (
        UniqueConstraint("pair_id", "side", "week"),
        Index("ix_check_in_person_state", "person_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    pair_id: Mapped[int] = mapped_column(ForeignKey("pair.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    side: Mapped[CheckInSide] = mapped_column(String(10))
    week: Mapped[date] = mapped_column(doc="the Monday of the week asked about")
    questionnaire_id: Mapped[str] = mapped_column(String(60))
    state: Mapped[CheckInState] = mapped_column(String(10), default=CheckInState.PLANNED)
    due_at: Mapped[datetime]
    nudge_at: Mapped[datetime]
    silent_at: Mapped[datetime] = mapped_column(doc="unanswered from here on, the pair stands among the silent")
    version: Mapped[int] = mapped_column(default=0, doc="counts the times it was put off; older notices are stale")
    answered_at: Mapped[datetime | None]


class CheckInAnswer(Base):
    """Kept apart from the check-in: what a mentee answers about the mood is read by nobody else."""

    __tablename__ = "check_in_answer"

    check_in_id: Mapped[int] = mapped_column(ForeignKey("check_in.id", ondelete="CASCADE"), primary_key=True)
    item_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[Any] = mapped_column(Json)
    answered_at: Mapped[datetime]


class PairQuestion(Base):
    """What a mentee writes to her mentor between the weekly questions; her draft until it is sent."""

    __tablename__ = "pair_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    pair_id: Mapped[int] = mapped_column(ForeignKey("pair.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True, doc="the mentee")
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
