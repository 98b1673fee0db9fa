"""How somebody becomes a known person: by a code from a paper sheet, or by telling who she is."""

from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import EntryCode, Person
from db.queries import attempts as attempt_queries
from db.queries import codes
from db.queries import people as queries
from db.queries import units as unit_queries
from db.vocabulary import Role
from services.audit.service import record
from services.errors import NotFound
from services.people import rules
from services.people.administrator import may_become_administrator
from services.people.errors import AlreadyEntered, CodeUsed, NotSixDigits, TooManyCodes, WrongCode
from services.people.names import read_name
from services.people.personal_data import blank
from services.people.roles import assign
from services.people.service import person as person_view
from services.people.views import PersonView


@dataclass(frozen=True)
class Newcomer:
    """What somebody without a code has told about herself. An anonymous person gives no name."""

    unit_id: int | None
    subjects: tuple[str, ...]
    experience_years: int | None
    """As typed, or the lower end of the chosen band."""
    experience_exact: bool = True
    name: str | None = None


class FirstAdministrator:
    """What was typed is the administrator's code of the settings, and there is no administrator yet."""


async def look_up_code(
    session: AsyncSession, account_id: int, typed: str, now: datetime, admin_code: str = ""
) -> PersonView | FirstAdministrator:
    """Whom a code would let in; nothing is joined yet.

    Raises NotSixDigits, TooManyCodes, or WrongCode having counted the miss: commit even then. While the
    administrator's code would open the house, any text may be a guess at it and is counted.
    """
    account = await queries.account_of(session, account_id)
    left = rules.tries_left(account.wrong_codes, account.wrong_codes_from, now)
    if left == 0:
        assert account.wrong_codes_from is not None
        raise TooManyCodes(until=account.wrong_codes_from + rules.CODE_PAUSE)
    administrator_wanted = bool(admin_code) and await may_become_administrator(session, now)
    if administrator_wanted and compare_digest(typed.strip().encode(), admin_code.encode()):
        return FirstAdministrator()
    if not administrator_wanted and not rules.looks_like_code(typed):
        raise NotSixDigits()
    person = await whose_code(session, typed, now)
    if person is not None:
        return person
    if left == rules.CODE_TRIES:
        account.wrong_codes, account.wrong_codes_from = 0, now
    account.wrong_codes += 1
    raise WrongCode(left=left - 1)


async def whose_code(session: AsyncSession, typed: str, now: datetime) -> PersonView | None:
    """Whom the code would let in at this moment; None when it lets in nobody. Nothing is counted."""
    found = await _valid_code(session, typed, now)
    return await person_view(session, found.person_id, now) if found is not None else None


async def locked_until(session: AsyncSession, account_id: int, now: datetime) -> datetime | None:
    """From when the account may try codes again; None while it may."""
    account = await queries.account_of(session, account_id)
    if account.wrong_codes_from is None or rules.tries_left(account.wrong_codes, account.wrong_codes_from, now):
        return None
    return account.wrong_codes_from + rules.CODE_PAUSE


async def enter_by_code(session: AsyncSession, account_id: int, typed: str, now: datetime) -> int:
    """Join the account to the prepared person and use the code up. Returns the person's id.

    Whatever the account did anonymously before goes with it. Raises CodeUsed, AlreadyEntered.
    """
    found = await _valid_code(session, typed, now)
    if found is not None:
        await queries.lock_person(session, found.person_id)  # codes are made and used up one after the other
        found = await _valid_code(session, typed, now)
    if found is None:
        raise CodeUsed()
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

    Somebody anonymous keeps her row, and with it her answers.

    Raises AlreadyEntered, NameUnclear, NotFound (no such unit).
    """
    name = read_name(newcomer.name) if newcomer.name else None
    unit_id = newcomer.unit_id if name is not None else None
    if unit_id is not None and await unit_queries.unit(session, unit_id) is None:
        raise NotFound()
    account = await queries.account_of(session, account_id)
    person = await session.get(Person, account.person_id) if account.person_id else None
    if person is not None and not person.anonymous:
        raise AlreadyEntered()
    if person is None:
        person = Person(created_at=now, locale=account.locale, anonymous=True)
        session.add(person)
    if name is not None:
        person.surname, person.given_name, person.patronymic = name.surname, name.given_name, name.patronymic
        person.anonymous = False
        person.unit_id = unit_id
    if newcomer.experience_years is not None:
        person.experience_from = rules.began_in(newcomer.experience_years, now)
        person.experience_exact = newcomer.experience_exact or newcomer.experience_years == 0
    await session.flush()
    account.person_id = person.id
    if newcomer.subjects:
        await queries.set_subjects(session, person.id, newcomer.subjects)
    if unit_id is not None:
        await assign(session, person.id, Role.TEACHER, unit_id, now)
    record(session, person.id, "registered", f"person:{person.id}", now)
    return person.id


async def _valid_code(session: AsyncSession, typed: str, now: datetime) -> EntryCode | None:
    if not rules.looks_like_code(typed):
        return None
    found = await codes.code_for_entry(session, rules.digits_of(typed))
    if found is None or found.used_at is not None or found.expires_at <= now:
        return None
    return found
