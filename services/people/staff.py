"""What an administrator does with people of her scope: finds them, prints their codes, shuts a lost way in."""

import secrets
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import EntryCode
from db.queries import codes
from db.queries import people as queries
from db.vocabulary import Platform, Role
from services.audit.service import record
from services.errors import NotAllowed, NotFound
from services.people import rules
from services.people.errors import AlreadyConnected
from services.people.search import search
from services.people.service import people
from services.people.views import CodeView, OldDoor, PersonView, StaffCard
from services.visibility import rules as visibility

CANDIDATES = 20
"""Codes tried at once: of 900,000 hardly any is taken."""


async def find(
    session: AsyncSession, actor: PersonView, typed: str, limit: int, offset: int, now: datetime
) -> tuple[list[PersonView], int]:
    """People of her scope by a part of the name, and how many there are in all. Raises NotAllowed."""
    return await search(session, _scope(actor), typed, limit, offset, now)


async def card(session: AsyncSession, actor: PersonView, person_id: int, now: datetime) -> StaffCard:
    """The code of somebody whom the actor may not let in is not his to read. Raises NotFound, NotAllowed."""
    person = await in_scope(session, actor, person_id, now)
    mine = may_let_in(actor, person)
    code = await codes.code_of(session, person_id, now) if mine else None
    return StaffCard(
        person=person,
        connected=await queries.has_account(session, person_id),
        may_let_in=mine,
        code=CodeView(code.code, code.expires_at) if code else None,
    )


async def disconnect(session: AsyncSession, actor: PersonView, person_id: int, now: datetime) -> list[OldDoor]:
    """Shut the ways in that she has and make a code for a new one; she and everything of hers stays.

    Returns what was shut, so that it can be told there. Twice is once. Raises NotFound, NotAllowed (also for oneself:
    whoever is inside has lost nothing).
    """
    person = await in_scope(session, actor, person_id, now)
    if person_id == actor.id or not may_let_in(actor, person):
        raise NotAllowed()
    await queries.lock_person(session, person_id)
    accounts = await queries.unlink_accounts(session, person_id)
    if not accounts:
        return []
    record(session, actor.id, "account_disconnected", f"person:{person_id}", now)
    await new_code(session, actor.id, person_id, now)
    return [OldDoor(Platform(one.platform), one.user_id, person.locale) for one in accounts]


async def issue_code(session: AsyncSession, actor: PersonView, person_id: int, now: datetime) -> None:
    """A new code; an older sheet no longer works. Raises NotFound, NotAllowed, AlreadyConnected."""
    if not may_let_in(actor, await in_scope(session, actor, person_id, now)):
        raise NotAllowed()
    await queries.lock_person(session, person_id)
    if await queries.has_account(session, person_id):
        raise AlreadyConnected()
    await new_code(session, actor.id, person_id, now)


async def in_scope(session: AsyncSession, actor: PersonView, person_id: int, now: datetime) -> PersonView:
    """Somebody named whom the administrator may look after. Raises NotFound, NotAllowed."""
    _scope(actor)
    person = (await people(session, [person_id], now)).get(person_id)
    if person is None or person.anonymous:
        raise NotFound()
    if not visibility.in_scope(actor, person.unit_path, Role.ADMINISTRATOR):
        raise NotAllowed()
    return person


def may_let_in(actor: PersonView, person: PersonView) -> bool:
    """A sheet gives all that its person may: nobody makes one for somebody who looks after more than he does."""
    return all(path.startswith(_scope(actor)) for path in person.scope(Role.ADMINISTRATOR, Role.METHODIST))


def _scope(actor: PersonView) -> tuple[str, ...]:
    paths = actor.scope(Role.ADMINISTRATOR)
    if not paths:
        raise NotAllowed()
    return paths


async def new_code(session: AsyncSession, actor_id: int, person_id: int, now: datetime) -> None:
    """The caller has looked whether the actor may."""
    await codes.use_up_codes(session, person_id, now)
    candidates = [f"{100_000 + secrets.randbelow(900_000)}" for _ in range(CANDIDATES)]
    taken = await codes.codes_taken(session, candidates)
    code = next(one for one in candidates if one != rules.EXAMPLE_CODE and one not in taken)
    session.add(EntryCode(code=code, person_id=person_id, expires_at=now + rules.CODE_LASTS))
    record(session, actor_id, "code_issued", f"person:{person_id}", now)
