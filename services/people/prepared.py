"""Somebody written down ahead: she comes by a code, and until then her administrator corrects what is written."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Person, PersonSubject, Unit
from db.queries import people as queries
from db.queries import units as unit_queries
from db.vocabulary import Role
from services.audit.service import record
from services.errors import NotAllowed, NotFound
from services.people.correct import move_to, rename, set_subjects
from services.people.errors import CorrectsHerself
from services.people.names import read_name
from services.people.roles import assign
from services.people.staff import in_scope, may_let_in, new_code
from services.people.views import PersonView
from services.visibility import rules as visibility


@dataclass(frozen=True)
class Prepared:
    """Somebody who is to come by a code."""

    name: str
    unit_id: int
    subjects: tuple[str, ...] = ()


async def prepare(session: AsyncSession, actor: PersonView, new: Prepared, now: datetime) -> int:
    """Write somebody down as a teacher of a school and make her code. Returns the person's id.

    Raises NameUnclear, NotFound (no such unit), NotAllowed (not of her scope).
    """
    name = read_name(new.name)
    unit = await _their_unit(session, actor, new.unit_id)
    person = Person(
        surname=name.surname,
        given_name=name.given_name,
        patronymic=name.patronymic,
        unit_id=unit.id,
        locale="ru",
        created_at=now,
    )
    session.add(person)
    await session.flush()
    session.add_all(PersonSubject(person_id=person.id, subject=subject) for subject in new.subjects)
    await assign(session, person.id, Role.TEACHER, unit.id, now)
    record(session, actor.id, "person_prepared", f"person:{person.id}", now)
    await new_code(session, actor.id, person.id, now)
    return person.id


async def correct_prepared(
    session: AsyncSession, actor: PersonView, person_id: int, better: Prepared, now: datetime
) -> None:
    """What stands on the sheet, while nobody has entered by it; its code stays.

    Raises NameUnclear, NotFound, NotAllowed, CorrectsHerself.
    """
    person = await in_scope(session, actor, person_id, now)
    if not may_let_in(actor, person):
        raise NotAllowed()
    await _their_unit(session, actor, better.unit_id)
    await queries.lock_person(session, person_id)
    if person.consented or await queries.has_account(session, person_id):
        raise CorrectsHerself()
    if read_name(better.name).full != person.full_name:
        await rename(session, person_id, better.name, now, by=actor.id)
    await move_to(session, person_id, better.unit_id, now, by=actor.id)
    if set(better.subjects) != set(person.subjects):
        await set_subjects(session, person_id, better.subjects, now, by=actor.id)


async def _their_unit(session: AsyncSession, actor: PersonView, unit_id: int) -> Unit:
    if not actor.has(Role.ADMINISTRATOR):
        raise NotAllowed()
    unit = await unit_queries.unit(session, unit_id)
    if unit is None:
        raise NotFound()
    if not visibility.in_scope(actor, unit.path, Role.ADMINISTRATOR):
        raise NotAllowed()
    return unit
