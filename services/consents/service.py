from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Consent
from db.queries import consents as queries
from db.vocabulary import Purpose
from services.audit.service import record
from services.consents.texts import ConsentText


async def give(session: AsyncSession, person_id: int, account_id: int, text: ConsentText, now: datetime) -> None:
    """Log the consent: purpose, version and hash of the very text shown, channel, moment. Twice is once."""
    if await queries.standing(session, person_id, text.purpose):
        return
    session.add(
        Consent(
            person_id=person_id,
            account_id=account_id,
            purpose=text.purpose,
            text_version=text.version,
            text_locale=text.locale,
            text_hash=text.digest,
            given_at=now,
        )
    )
    record(session, person_id, "consent_given", f"person:{person_id}", now, purpose=text.purpose)


async def withdraw(session: AsyncSession, person_id: int, purpose: Purpose, now: datetime) -> None:
    for consent in await queries.standing(session, person_id, purpose):
        consent.withdrawn_at = now
        record(session, person_id, "consent_withdrawn", f"person:{person_id}", now, purpose=purpose)
