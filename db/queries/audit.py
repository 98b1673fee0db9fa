from collections.abc import Sequence

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import AuditRecord

RESULT_OPENED = "result_opened"


async def records_about(session: AsyncSession, person_id: int) -> Sequence[AuditRecord]:
    """What somebody did, what was done to her row, and who opened her results; oldest first."""
    opened_hers = and_(AuditRecord.action == RESULT_OPENED, AuditRecord.details["owner"].as_integer() == person_id)
    return (
        await session.scalars(
            select(AuditRecord)
            .where(or_(AuditRecord.actor_id == person_id, AuditRecord.subject == f"person:{person_id}", opened_hers))
            .order_by(AuditRecord.id)
        )
    ).all()


async def last_openings(session: AsyncSession, attempt_id: int) -> Sequence[AuditRecord]:
    """Who has opened a result that is not hers, and when: oldest first."""
    return (
        await session.scalars(
            select(AuditRecord)
            .where(AuditRecord.action == RESULT_OPENED, AuditRecord.subject == f"attempt:{attempt_id}")
            .order_by(AuditRecord.id)
        )
    ).all()
