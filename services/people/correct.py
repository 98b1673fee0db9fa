"""She corrects what is kept about her: «Мои данные» → «Исправить». The windows call these for their own reader only.

`by` is whoever corrects in her place, before she has entered (services/people/prepared.py).
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Person, Unit
from db.queries import attempts as attempt_queries
from db.queries import people as queries
from db.queries import units as unit_queries
from db.vocabulary import Role
from services.audit.service import record
from services.errors import ConsentNeeded, NotFound
from services.people import rules
from services.people.names import read_name
from services.people.roles import assign, end_roles


async def rename(session: AsyncSession, person_id: int, typed: str, now: datetime, *, by: int | None = None) -> None:
    """Raises NameUnclear, ConsentNeeded (an anonymous person has no name to correct)."""
    person = await _named(session, person_id)
    name = read_name(typed)
    person.surname, person.given_name, person.patronymic = name.surname, name.given_name, name.patronymic
    _record(session, person_id, "name", now, by)


async def move_to(session: AsyncSession, person_id: int, unit_id: int, now: datetime, *, by: int | None = None) -> int:
    """Another school: she is a teacher there from today. What else she is stays where it was given.

    Results that she opened to the methodists of one municipality are closed when she goes to another; returns how
    many. Raises NotFound, ConsentNeeded.
    """
    person = await _named(session, person_id)
    unit = await unit_queries.unit(session, unit_id)
    if unit is None:
        raise NotFound()
    if person.unit_id == unit_id:
        return 0
    before = await unit_queries.unit(session, person.unit_id) if person.unit_id is not None else None
    closed = 0
    if before is None or await _municipality(session, before) != await _municipality(session, unit):
        closed = await attempt_queries.take_back_all(session, person_id, now)
    person.unit_id = unit_id
    ended = await end_roles(session, person_id, Role.TEACHER, now)
    if ended:
        await assign(session, person_id, Role.TEACHER, unit_id, now)
    _record(session, person_id, "school", now, by)
    return closed


async def set_subjects(
    session: AsyncSession, person_id: int, subjects: Collection[str], now: datetime, *, by: int | None = None
) -> None:
    await _present(session, person_id)
    await queries.set_subjects(session, person_id, subjects)
    _record(session, person_id, "subjects", now, by)


async def set_experience(session: AsyncSession, person_id: int, years: int, now: datetime, *, exact: bool) -> None:
    """`years`: as typed (`exact`), or the lower end of the chosen band.

    A band in which the known year lies says nothing new, and the year is kept.
    """
    person = await _present(session, person_id)
    known = rules.experience_years(person.experience_from, now)
    if not exact and known is not None and rules.band_of(known) == years:
        return
    person.experience_from, person.experience_exact = rules.began_in(years, now), exact or years == 0
    _record(session, person_id, "experience", now)


async def _municipality(session: AsyncSession, unit: Unit) -> int:
    return (await unit_queries.municipality_above(session, unit.path) or unit).id


async def _present(session: AsyncSession, person_id: int) -> Person:
    person = await queries.lock_person(session, person_id)
    if person is None or person.erased_at is not None:
        raise NotFound()
    return person


async def _named(session: AsyncSession, person_id: int) -> Person:
    person = await _present(session, person_id)
    if person.anonymous:
        raise ConsentNeeded()
    return person


def _record(session: AsyncSession, person_id: int, what: str, now: datetime, by: int | None = None) -> None:
    record(session, by or person_id, "data_corrected", f"person:{person_id}", now, what=what)
