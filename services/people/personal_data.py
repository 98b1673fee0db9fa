"""The person herself: her name, school, subjects, roles, accounts and consents."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Person
from db.queries import codes
from db.queries import consents as consent_queries
from db.queries import people as queries
from db.queries import roles as role_queries
from db.queries import units as unit_queries
from services.calendar.model import Calendar


async def export(session: AsyncSession, person_id: int) -> dict[str, Any]:
    person = await session.get_one(Person, person_id)
    unit = await unit_queries.unit(session, person.unit_id) if person.unit_id is not None else None
    return {
        "surname": person.surname,
        "given_name": person.given_name,
        "patronymic": person.patronymic,
        "school": unit.name if unit else None,
        "subjects": [subject for _, subject in await queries.subjects_of(session, [person_id])],
        "teaching_since": person.experience_from,
        "language": person.locale,
        "anonymous": person.anonymous,
        "known_since": person.created_at.isoformat(),
        "roles": [
            {
                "role": str(role.role),
                "organisation": name,
                "since": role.since.isoformat(),
                "until": role.until.isoformat() if role.until else None,
            }
            for role, name in await role_queries.roles_ever(session, person_id)
        ],
        "accounts": [
            {"messenger": str(account.platform), "number": account.user_id, "since": account.created_at.isoformat()}
            for account in await queries.accounts_of(session, person_id)
        ],
        "consents": [
            {
                "purpose": str(consent.purpose),
                "text_version": consent.text_version,
                "text_language": consent.text_locale,
                "text_sha256": consent.text_hash,
                "given_at": consent.given_at.isoformat(),
                "withdrawn_at": consent.withdrawn_at.isoformat() if consent.withdrawn_at else None,
            }
            for consent in await consent_queries.ever_given(session, person_id)
        ],
    }


async def erase(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo, calendar: Calendar) -> None:
    await blank(session, person_id, now)


async def blank(session: AsyncSession, person_id: int, now: datetime) -> None:
    """Blank her row and take away all that leads to it. The row stays for the log of consents and the sums.

    Roles are deleted, not ended: «завуч школы» with dates would name her. The account stays as the channel through
    which consent was given and withdrawn, but belongs to nobody.
    """
    person = await session.get_one(Person, person_id)
    person.surname = person.given_name = person.patronymic = None
    person.unit_id = person.experience_from = None
    person.anonymous = True
    person.erased_at = now
    await queries.set_subjects(session, person_id, ())
    await role_queries.delete_roles(session, person_id)
    await codes.use_up_codes(session, person_id, now)
    await queries.unlink_accounts(session, person_id)
    await queries.forget_notices(session, person_id)
