"""Finding people: who stands behind an account, and many people at once for lists."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, Person, Unit
from db.queries import people as queries
from db.queries import roles as role_queries
from db.vocabulary import Platform, Reach, UnitKind
from services.people.days import day_there, today
from services.people.rules import held_on
from services.people.views import PersonView, RoleView, Visitor


async def visitor(session: AsyncSession, platform: Platform, user_id: int, now: datetime) -> Visitor | None:
    """Who writes from this account; None for an account never seen. Three statements, whatever the data."""
    found = await queries.account_with_person(session, platform, user_id)
    if found is None:
        return None
    account, person, unit, consented = found
    if person is None or person.erased_at is not None:
        return Visitor(account.id, account.locale, None, None, account.reach == Reach.OPEN)
    view = (await _views(session, [(person, unit, consented)], now))[person.id]
    zone = unit.time_zone if unit else None
    return Visitor(account.id, person.locale, view, zone, account.reach == Reach.OPEN)


async def people(session: AsyncSession, person_ids: Iterable[int], now: datetime) -> dict[int, PersonView]:
    """Views of many people in three statements. Erased people are left out."""
    ids = sorted(set(person_ids))
    return await _views(session, await queries.people_with_units(session, ids), now)


async def person(session: AsyncSession, person_id: int, now: datetime) -> PersonView:
    """Raises KeyError for somebody unknown or erased."""
    return (await people(session, [person_id], now))[person_id]


async def open_account(session: AsyncSession, platform: Platform, user_id: int, locale: str, now: datetime) -> Visitor:
    """The account of somebody who writes for the first time."""
    account = Account(platform=platform, user_id=user_id, locale=locale, created_at=now)
    session.add(account)
    await session.flush()
    return Visitor(account.id, locale, None, None)


async def set_locale(session: AsyncSession, account_id: int, locale: str) -> None:
    account = await queries.account_of(session, account_id)
    account.locale = locale
    if account.person_id is not None:
        (await session.get_one(Person, account.person_id)).locale = locale


async def set_reach(session: AsyncSession, platform: Platform, user_id: int, reach: Reach) -> None:
    """Record that the person stopped the bot, deleted the account, or came back."""
    account = await queries.account_by_user(session, platform, user_id)
    if account is not None:
        account.reach = reach


async def _views(
    session: AsyncSession, rows: list[tuple[Person, Unit | None, bool]], now: datetime
) -> dict[int, PersonView]:
    ids = [person.id for person, _, _ in rows]
    roles: dict[int, list[RoleView]] = defaultdict(list)
    for held, path, zone in await role_queries.roles_around(session, ids, today(session, now)):
        if held_on(day_there(session, zone, now), held.since, held.until):
            roles[held.person_id].append(RoleView(held.role, held.unit_id, path))
    subjects: dict[int, list[str]] = defaultdict(list)
    for person_id, subject in await queries.subjects_of(session, ids):
        subjects[person_id].append(subject)
    return {
        person.id: PersonView(
            id=person.id,
            surname=person.surname,
            given_name=person.given_name,
            patronymic=person.patronymic,
            unit_id=person.unit_id,
            unit_name=unit.name if unit else None,
            unit_path=unit.path if unit else "",
            municipality_id=_municipality(unit),
            experience_from=person.experience_from,
            locale=person.locale,
            anonymous=person.anonymous,
            consented=consented,
            subjects=tuple(subjects[person.id]),
            roles=tuple(roles[person.id]),
            experience_exact=person.experience_exact,
        )
        for person, unit, consented in rows
    }


def _municipality(unit: Unit | None) -> int | None:
    if unit is None:
        return None
    return unit.parent_id if unit.kind == UnitKind.SCHOOL else unit.id
