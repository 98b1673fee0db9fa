from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import Json
from db.vocabulary import AttemptState, Audience


class Attempt(Base):
    """One walk through a questionnaire. At most one of a person and questionnaire is in progress."""

    __tablename__ = "attempt"
    __table_args__ = (
        Index("ix_attempt_person_questionnaire", "person_id", "questionnaire_id"),
        Index(
            "uq_attempt_in_progress",
            "person_id",
            "questionnaire_id",
            unique=True,
            sqlite_where=text("state = 'in_progress'"),
            postgresql_where=text("state = 'in_progress'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    questionnaire_id: Mapped[str] = mapped_column(String(60))
    version: Mapped[str] = mapped_column(String(20), doc="of the questionnaire when it was begun")
    state: Mapped[AttemptState] = mapped_column(String(20), default=AttemptState.IN_PROGRESS)
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class Answer(Base):
    """What was answered to one item: a number, an option id, a list of ids, a text, or null for «не относится»."""

    __tablename__ = "answer"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    item_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[Any] = mapped_column(Json)
    answered_at: Mapped[datetime]


class AreaResult(Base):
    """The score of one area of a finished attempt, kept so that group figures need no re-scoring."""

    __tablename__ = "area_result"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    area_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    percent: Mapped[int | None]
    level_id: Mapped[str | None] = mapped_column(String(40))


class ResultShare(Base):
    """The owner of a result opened it to somebody; only she can."""

    __tablename__ = "result_share"
    __table_args__ = (UniqueConstraint("attempt_id", "audience"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    audience: Mapped[Audience] = mapped_column(String(20))
    shared_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
