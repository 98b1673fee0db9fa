from datetime import date, datetime

from sqlalchemy import Boolean, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import BigId
from db.vocabulary import Platform, Reach, Role


class Person(Base):
    """Somebody the service knows. An anonymous person has no name and no school, only answers."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    surname: Mapped[str | None] = mapped_column(String(80))
    given_name: Mapped[str | None] = mapped_column(String(80))
    patronymic: Mapped[str | None] = mapped_column(String(80))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    experience_from: Mapped[int | None] = mapped_column(doc="the year in which teaching began")
    experience_exact: Mapped[bool] = mapped_column(Boolean, default=True, doc="False: in that year or earlier")
    locale: Mapped[str] = mapped_column(String(5), default="ru")
    anonymous: Mapped[bool] = mapped_column(Boolean, default=False)
    created_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]


class PersonSubject(Base):
    """A subject that a person teaches; the codes are those of content/subjects.yaml."""

    __tablename__ = "person_subject"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    subject: Mapped[str] = mapped_column(String(40), primary_key=True, index=True)


class Account(Base):
    """A person in one messenger. Names and nicknames of the messenger are not kept: we do not need them."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("platform", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[Platform] = mapped_column(String(10))
    user_id: Mapped[int] = mapped_column(BigId)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    locale: Mapped[str] = mapped_column(String(5), default="ru", doc="until a person is known")
    reach: Mapped[Reach] = mapped_column(String(10), default=Reach.OPEN)
    wrong_codes: Mapped[int] = mapped_column(default=0, doc="entry codes missed since wrong_codes_from")
    wrong_codes_from: Mapped[datetime | None]
    created_at: Mapped[datetime]


class RoleAssignment(Base):
    __tablename__ = "role_assignment"
    __table_args__ = (
        UniqueConstraint("person_id", "role", "unit_id"),
        Index("ix_role_assignment_role_unit", "role", "unit_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    role: Mapped[Role] = mapped_column(String(20))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    since: Mapped[date]
    until: Mapped[date | None] = mapped_column(doc="the last day, inclusive")


class EntryCode(Base):
    """Six digits on a paper sheet that lead a prepared person in. Used once."""

    __tablename__ = "entry_code"

    code: Mapped[str] = mapped_column(String(6), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
