from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Consent
from db.vocabulary import Purpose


async def standing(session: AsyncSession, person_id: int, purpose: Purpose) -> Sequence[Consent]:
    """Consents given and not withdrawn."""
    return (
        await session.scalars(
            select(Consent).where(
                Consent.person_id == person_id, Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
            )
        )
    ).all()


async def ever_given(session: AsyncSession, person_id: int) -> Sequence[Consent]:
    return (await session.scalars(select(Consent).where(Consent.person_id == person_id).order_by(Consent.id))).all()
