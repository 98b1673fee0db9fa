"""Who is what in which unit. A role reaches the subtree of its unit; only an administrator of it gives or takes it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import RoleAssignment, TutorProfile, Unit
from db.queries import people as queries
from db.queries import roles as role_queries
from db.queries import tutors as tutor_queries
from db.queries import units as unit_queries
from db.vocabulary import NoticeKind, Role, UnitKind
from services.audit.service import record
from services.calendar.model import Calendar
from services.errors import NotAllowed, NotFound
from services.people.days import since_now, today
from services.people.errors import LastAdministrator, NotInASchool
from services.people.service import people
from services.people.tell import tell
from services.people.views import PersonView

GIVEN_BY_HAND = (Role.METHODIST, Role.TUTOR, Role.DEPUTY_HEAD, Role.ADMINISTRATOR)
"""The others follow from entering (teacher) and from an order (mentor, mentee)."""


async def assign(session: AsyncSession, person_id: int, role: Role, unit_id: int, now: datetime) -> RoleAssignment:
    """From today on; a role that she had there once is taken up again."""
    held = await role_queries.role_in(session, person_id, role, unit_id)
    unit = await unit_queries.unit(session, unit_id)
    since = since_now(session, unit.time_zone if unit else None, now)
    if held is None:
        held = RoleAssignment(person_id=person_id, role=role, unit_id=unit_id, since=since)
        session.add(held)
    elif held.until is not None:
        held.since, held.until = since, None
    await session.flush()
    return held


async def end_roles(session: AsyncSession, person_id: int, role: Role, now: datetime) -> list[RoleAssignment]:
    """Yesterday was the last day. Returns what has ended."""
    held = await role_queries.held_roles(session, person_id, role, today(session, now))
    for one, zone in held:
        one.until = since_now(session, zone, now) - timedelta(days=1)
    return [one for one, _ in held]


async def seat(session: AsyncSession, person: PersonView, role: Role) -> Unit:
    """The unit in which `person` holds `role`, or would: her school for a deputy head, else her municipality.

    Raises NotFound (nobody knows where she works), NotInASchool.
    """
    unit = await unit_queries.unit(session, person.unit_id) if person.unit_id is not None else None
    if unit is None:
        raise NotFound()
    if role == Role.DEPUTY_HEAD:
        if unit.kind != UnitKind.SCHOOL:
            raise NotInASchool()
        return unit
    return await unit_queries.municipality_above(session, unit.path) or unit


async def give(
    session: AsyncSession,
    actor: PersonView,
    person_id: int,
    role: Role,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> None:
    """She is told. Giving twice changes nothing. Raises NotFound, NotAllowed, NotInASchool."""
    await queries.lock_person(session, person_id)  # of two who give or take it at once the second finds it done
    person = await _theirs(session, actor, person_id, role, now)
    unit = await seat(session, person, role)
    if not unit.path.startswith(actor.scope(Role.ADMINISTRATOR)):
        raise NotAllowed()
    if person.has(role):
        return
    held = await assign(session, person_id, role, unit.id, now)
    if role == Role.TUTOR:
        await _open_for_tutees(session, person_id)
    await tell(session, actor, NoticeKind.ROLE_GIVEN, [held], now, zone, calendar)
    record(session, actor.id, "role_given", f"person:{person_id}", now, role=role, unit=unit.id)


async def take(
    session: AsyncSession,
    actor: PersonView,
    person_id: int,
    role: Role,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> None:
    """End the role wherever it is held in the actor's scope; she is told. Taking twice changes nothing.

    For a tutor the caller also lets her requests go (services/requests/tutors).
    Raises NotFound, NotAllowed, LastAdministrator.
    """
    await queries.lock_person(session, person_id)  # of two who give or take it at once the second finds it done
    person = await _theirs(session, actor, person_id, role, now)
    paths = actor.scope(Role.ADMINISTRATOR)
    held = [one for one in person.roles if one.role == role]
    if not held:
        return
    if not all(one.path.startswith(paths) for one in held):
        raise NotAllowed()
    if role == Role.ADMINISTRATOR:
        for one in held:
            await role_queries.lock_unit(session, one.unit_id)  # two who take it from each other would leave none
            if not set(await role_queries.entered_holders(session, role, one.path, today(session, now))) - {person_id}:
                raise LastAdministrator()
    ended = await end_roles(session, person_id, role, now)
    await tell(session, actor, NoticeKind.ROLE_TAKEN, ended, now, zone, calendar)
    record(session, actor.id, "role_taken", f"person:{person_id}", now, role=role)


async def _theirs(session: AsyncSession, actor: PersonView, person_id: int, role: Role, now: datetime) -> PersonView:
    if role not in GIVEN_BY_HAND:
        raise NotAllowed()
    person = (await people(session, [person_id], now)).get(person_id)
    if person is None or person.anonymous:
        raise NotFound()
    paths = actor.scope(Role.ADMINISTRATOR)
    if not paths or not person.unit_path.startswith(paths):
        raise NotAllowed()
    return person


async def _open_for_tutees(session: AsyncSession, person_id: int) -> None:
    profile = await tutor_queries.profile(session, person_id)
    if profile is None:
        session.add(TutorProfile(person_id=person_id, max_tutees=tutor_queries.DEFAULT_MAX_TUTEES, active=True))
    else:
        profile.active = True
