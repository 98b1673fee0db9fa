"""How somebody becomes a known person: by a code from a paper sheet, or by telling who she is."""

from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import EntryCode, Person, RoleAssignment
from db.queries import attempts as attempt_queries
from db.queries import people as queries
from db.queries import units as unit_queries
from db.vocabulary import Role
from services.audit.service import record
from services.errors import NotFound
from services.people import rules
from services.people.administrator import may_become_administrator
from services.people.errors import AlreadyEntered, TooManyCodes, WrongCode
from services.people.personal_data import blank
from services.people.service import person as person_view
from services.people.views import PersonView


@dataclass(frozen=True)
class Newcomer:
    """What somebody without a code has told about herself. An anonymous person gives no name."""

    unit_id: int | None
    subjects: tuple[str, ...]
    experience_years: int | None
    """The lower end of the chosen band."""
    name: str | None = None


class FirstAdministrator:
    """What was typed is the administrator's code of the settings, and there is no administrator yet."""


async def look_up_code(
    session: AsyncSession, account_id: int, typed: str, now: datetime, admin_code: str = ""
) -> PersonView | FirstAdministrator:
    """Whom a code would let in; nothing is joined yet.

    Raises TooManyCodes, or WrongCode having counted the miss: commit even then.
    """
    account = await queries.account_of(session, account_id)
    left = rules.tries_left(account.wrong_codes, account.wrong_codes_from, now)
    if left == 0:
        assert account.wrong_codes_from is not None
        raise TooManyCodes(until=account.wrong_codes_from + rules.CODE_PAUSE)
    is_admin_code = bool(admin_code) and compare_digest(typed.strip().encode(), admin_code.encode())
    if is_admin_code and await may_become_administrator(session, now):
        return FirstAdministrator()
    found = await _valid_code(session, typed, now)
    if found is not None:
        return await person_view(session, found.person_id, now)
    if left == rules.CODE_TRIES:
        account.wrong_codes, account.wrong_codes_from = 0, now
    account.wrong_codes += 1
    raise WrongCode(left=left - 1)


async def enter_by_code(session: AsyncSession, account_id: int, typed: str, now: datetime) -> int:
    """Join the account to the prepared person and use the code up. Returns the person's id.

    Whatever the account did anonymously before goes with it. Raises WrongCode, AlreadyEntered.
    """
    found = await _valid_code(session, typed, now, lock=True)
    if found is None:
        raise WrongCode(left=rules.CODE_TRIES)
    account = await queries.account_of(session, account_id)
    if account.person_id is not None and account.person_id != found.person_id:
        before = await session.get_one(Person, account.person_id)
        if not before.anonymous:
            raise AlreadyEntered()
        await attempt_queries.move_attempts(session, before.id, found.person_id)
        account.person_id = None
        await session.flush()
        await blank(session, before.id, now)
    account.person_id = found.person_id
    (await session.get_one(Person, found.person_id)).locale = account.locale
    found.used_at = now
    record(session, found.person_id, "entered_by_code", f"person:{found.person_id}", now)
    return found.person_id


async def register(session: AsyncSession, account_id: int, newcomer: Newcomer, now: datetime) -> int:
    """Make the account's owner a known person, or an anonymous one when no name is given.

    Somebody anonymous keeps her row, and with it her answers. Raises AlreadyEntered, NotFound (no such unit).
    """
    account = await queries.account_of(session, account_id)
    person = await session.get(Person, account.person_id) if account.person_id else None
    if person is not None and not person.anonymous:
        raise AlreadyEntered()
    if person is None:
        person = Person(created_at=now, locale=account.locale, anonymous=True)
        session.add(person)
    split = rules.split_name(newcomer.name) if newcomer.name else None
    if split is not None:
        person.surname, person.given_name, person.patronymic = split
        person.anonymous = False
        person.unit_id = newcomer.unit_id
    if newcomer.experience_years is not None:
        person.experience_from = rules.began_from_band(newcomer.experience_years, now)
    await session.flush()
    account.person_id = person.id
    if newcomer.subjects:
        await queries.set_subjects(session, person.id, newcomer.subjects)
    if split is not None and newcomer.unit_id is not None:
        if await unit_queries.unit(session, newcomer.unit_id) is None:
            raise NotFound()
        session.add(RoleAssignment(person_id=person.id, role=Role.TEACHER, unit_id=newcomer.unit_id, since=now.date()))
    record(session, person.id, "registered", f"person:{person.id}", now)
    return person.id


async def _valid_code(session: AsyncSession, typed: str, now: datetime, *, lock: bool = False) -> EntryCode | None:
    if not rules.looks_like_code(typed):
        return None
    found = await queries.code_for_entry(session, rules.digits_of(typed), lock=lock)
    if found is None or found.used_at is not None or found.expires_at <= now:
        return None
    return found
