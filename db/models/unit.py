from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.vocabulary import UnitKind


class Unit(Base):
    """An organisation in the one tree: region → centre → municipality → school."""

    __tablename__ = "unit"
    __table_args__ = (Index("ix_unit_parent_kind", "parent_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    kind: Mapped[UnitKind] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    search_name: Mapped[str] = mapped_column(String(200), doc="case-folded, ё as е: SQLite folds only ASCII")
    path: Mapped[str] = mapped_column(
        String(100), index=True, doc="ids from the root, as /1/3/17/: a scope is a prefix"
    )
    time_zone: Mapped[str | None] = mapped_column(String(40), doc="IANA name; None takes the setting")
