from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Attempt


async def move_attempts(session: AsyncSession, from_person: int, to_person: int) -> None:
    """Give all attempts of one person to another, as when somebody anonymous becomes known."""
    await session.execute(update(Attempt).where(Attempt.person_id == from_person).values(person_id=to_person))
