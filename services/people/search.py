"""Somebody looked for by name: one search for every list of people."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import people as queries
from locales.names import name_patterns
from services.people.service import people
from services.people.views import PersonView


async def search(
    session: AsyncSession, paths: Collection[str], typed: str, limit: int, offset: int, now: datetime
) -> tuple[list[PersonView], int]:
    """Named people of the units under `paths`, in the order of a list, and how many there are in all.

    By names as typed: «орл», «Орлова Т. С.», «Т. Орлова»; letter case and ё do not matter. Nothing typed: everyone.
    """
    patterns = name_patterns(typed)
    if typed.strip() and not patterns:
        return [], 0
    ids, total = await queries.people_named(session, paths, patterns, limit, offset)
    found = await people(session, ids, now)
    return [found[one] for one in ids if one in found], total
