from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Unit
from db.queries import units as queries
from services.units.rules import find_by_words


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
    """Schools of the municipality that what was typed may mean, by name, and how many there are in all."""
    schools = await queries.schools_of(session, municipality_id)
    found = find_by_words([school.search_name for school in schools], typed)
    return [_view(schools[index]) for index in found[offset : offset + limit]], len(found)


async def unit_name(session: AsyncSession, unit_id: int) -> str | None:
    unit = await queries.unit(session, unit_id)
    return unit.name if unit else None


def _view(unit: Unit) -> UnitView:
    return UnitView(unit.id, unit.name, unit.path)
