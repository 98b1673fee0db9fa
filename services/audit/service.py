from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import AuditRecord


def record(
    session: AsyncSession, actor_id: int | None, action: str, subject: str, now: datetime, **details: Any
) -> None:
    """Keep who did what. `details` are ids and codes, never personal data."""
    session.add(AuditRecord(at=now, actor_id=actor_id, action=action, subject=subject, details=details))
