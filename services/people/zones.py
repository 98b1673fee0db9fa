"""By whose clock somebody is written to."""

from collections.abc import Collection
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import units as queries


async def zones_of_readers(
    session: AsyncSession, person_ids: Collection[int], service_zone: ZoneInfo
) -> dict[int, ZoneInfo]:
    """Of everybody asked for. Where a unit names no zone it is that of the service, never of whoever has acted."""
    own = await queries.zones_of(session, person_ids) if person_ids else {}
    return {one: ZoneInfo(zone) if (zone := own.get(one)) else service_zone for one in person_ids}
