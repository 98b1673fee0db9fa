from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Unit
from db.queries import units as queries
from services.units.rules import fold


@dataclass(frozen=True)
class UnitView:
    id: int
    name: str
    path: str


async def municipalities(session: AsyncSession) -> list[UnitView]:
    return [_view(unit) for unit in await queries.municipalities(session)]


async def find_schools(
    session: AsyncSession, municipality_id: int, typed: str, limit: int, offset: int = 0
) -> tuple[list[UnitView], int]:
    """Schools of the municipality whose name holds what was typed, and how many there are in all."""
    units, total = await queries.schools_like(session, municipality_id, fold(typed), limit, offset)
    return [_view(unit) for unit in units], total


async def unit_name(session: AsyncSession, unit_id: int) -> str | None:
    unit = await queries.unit(session, unit_id)
    return unit.name if unit else None


def _view(unit: Unit) -> UnitView:
    return UnitView(unit.id, unit.name, unit.path)
