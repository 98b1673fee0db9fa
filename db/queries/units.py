from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Person, Unit
from db.vocabulary import UnitKind


async def unit(session: AsyncSession, unit_id: int) -> Unit | None:
    return await session.get(Unit, unit_id)


async def all_units(session: AsyncSession) -> Sequence[Unit]:
    return (await session.scalars(select(Unit).order_by(Unit.id))).all()


async def insert_units(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    """All in one statement, without giving back ids: SQLite would take a statement a row for that."""
    await session.execute(insert(Unit), rows, execution_options={"render_nulls": True})


async def municipalities(session: AsyncSession) -> Sequence[Unit]:
    return (await session.scalars(select(Unit).where(Unit.kind == UnitKind.MUNICIPALITY).order_by(Unit.name))).all()


async def schools_of(session: AsyncSession, municipality_id: int) -> Sequence[Unit]:
    """Some dozens, by name."""
    found = select(Unit).where(Unit.parent_id == municipality_id, Unit.kind == UnitKind.SCHOOL)
    return (await session.scalars(found.order_by(Unit.search_name))).all()


async def municipality_above(session: AsyncSession, path: str) -> Unit | None:
    ids = [int(part) for part in path.split("/") if part]
    return await session.scalar(select(Unit).where(Unit.id.in_(ids), Unit.kind == UnitKind.MUNICIPALITY))


async def zones_of(session: AsyncSession, person_ids: Collection[int]) -> dict[int, str | None]:
    """The time zone that each person's unit names."""
    rows = await session.execute(
        select(Person.id, Unit.time_zone).outerjoin(Unit, Person.unit_id == Unit.id).where(Person.id.in_(person_ids))
    )
    return {row.id: row.time_zone for row in rows}
