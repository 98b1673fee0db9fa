"""Codes of paper sheets. Whoever makes one or uses one up holds its person's lock."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import EntryCode


async def code_for_entry(session: AsyncSession, code: str) -> EntryCode | None:
    """As it stands now: whoever has waited for its person reads it once more."""
    return await session.get(EntryCode, code, populate_existing=True)


async def code_of(session: AsyncSession, person_id: int, now: datetime) -> EntryCode | None:
    """The one that would still let her in."""
    return await session.scalar(
        select(EntryCode)
        .where(EntryCode.person_id == person_id, EntryCode.used_at.is_(None), EntryCode.expires_at > now)
        .order_by(EntryCode.expires_at.desc())
        .limit(1)
    )


async def codes_taken(session: AsyncSession, codes: Collection[str]) -> set[str]:
    return set((await session.scalars(select(EntryCode.code).where(EntryCode.code.in_(codes)))).all())


async def use_up_codes(session: AsyncSession, person_id: int, now: datetime) -> None:
    await session.execute(
        update(EntryCode).where(EntryCode.person_id == person_id, EntryCode.used_at.is_(None)).values(used_at=now)
    )
