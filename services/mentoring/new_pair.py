"""How a pair comes to be: two people, an order, a period. The bot records the order, it appoints nobody."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Pair, RoleAssignment
from db.queries import pairs as queries
from db.queries.people import lock_person
from db.queries.roles import role_in
from db.vocabulary import NoticeKind, PairStatus, Role
from services.audit.service import record
from services.calendar.model import Calendar
from services.errors import NotAllowed, NotFound
from services.mentoring.desk import tell_both
from services.mentoring.errors import OnePerson, PairExists
from services.people.search import search
from services.people.service import people
from services.people.views import PersonView
from services.visibility.rules import desk_scope

FOUND_AT_MOST = 7


@dataclass(frozen=True)
class Order:
    """An order (приказ) and the period for which it joins two people; `ends_on` is the last day."""

    number: str
    day: date
    ends_on: date


async def find_people(session: AsyncSession, actor: PersonView, typed: str, now: datetime) -> list[PersonView]:
    """People of her scope by their names, at most FOUND_AT_MOST; nobody before something is typed."""
    paths = desk_scope(actor)
    if not typed.strip():
        return []
    found, _ = await search(session, paths, typed, FOUND_AT_MOST, 0, now)
    return found


@dataclass(frozen=True)
class Doubts:
    """What a methodist should look at again before a pair is recorded. The order decides, not the bot."""

    mentors: tuple[str, ...]
    """Who mentors the same person today."""
    less_experienced: bool
    """The mentor began to teach after the mentee."""


async def doubts(
    session: AsyncSession, mentor: PersonView, mentee: PersonView, now: datetime, zone: ZoneInfo
) -> Doubts:
    others = await queries.mentors_of(session, mentee.id, now.astimezone(zone).date())
    names = await people(session, [one for one in others if one != mentor.id], now)
    began = mentor.experience_from, mentee.experience_from
    return Doubts(
        mentors=tuple(person.full_name for person in names.values()),
        less_experienced=began[0] is not None and began[1] is not None and began[0] > began[1],
    )


async def two(
    session: AsyncSession, actor: PersonView, mentor_id: int, mentee_id: int, now: datetime
) -> tuple[PersonView, PersonView]:
    """Mentor and mentee of a pair to be. Raises NotFound, NotAllowed outside her scope, OnePerson."""
    if mentor_id == mentee_id:
        raise OnePerson()
    found = await people(session, [mentor_id, mentee_id], now)
    if mentor_id not in found or mentee_id not in found:
        raise NotFound()
    mentor, mentee = found[mentor_id], found[mentee_id]
    paths = desk_scope(actor)
    if not (mentor.unit_path.startswith(paths) and mentee.unit_path.startswith(paths)):
        raise NotAllowed()
    return mentor, mentee


async def refuse_known(session: AsyncSession, mentor_id: int, mentee_id: int, today: date) -> None:
    """Raises PairExists."""
    known = await queries.active_pair(session, mentor_id, mentee_id, today)
    if known is not None:
        raise PairExists(number=known.order_number)


async def make_pair(
    session: AsyncSession,
    actor: PersonView,
    mentor_id: int,
    mentee_id: int,
    order: Order,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> int:
    """Record a pair from its order and tell both; returns its id. Raises as `two` does, and PairExists.

    Both people are locked first, always in one order, so that of two methodists who press at once one is refused.
    """
    for person_id in sorted({mentor_id, mentee_id}):
        await lock_person(session, person_id)
    mentor, mentee = await two(session, actor, mentor_id, mentee_id, now)
    today = now.astimezone(zone).date()
    await refuse_known(session, mentor_id, mentee_id, today)
    assert mentee.unit_id is not None, "whoever is in a scope has a unit"
    pair = Pair(
        mentor_id=mentor_id,
        mentee_id=mentee_id,
        unit_id=mentee.unit_id,
        order_number=order.number,
        order_date=order.day,
        starts_on=order.day,
        ends_on=order.ends_on,
        status=PairStatus.ACTIVE,
    )
    session.add(pair)
    for person, role in ((mentor, Role.MENTOR), (mentee, Role.MENTEE)):
        await _grant(session, person, role, order, today)
    await session.flush()
    await tell_both(session, actor, pair, NoticeKind.PAIR_MADE, now, zone, calendar)
    record(session, actor.id, "pair_made", f"pair:{pair.id}", now)
    return pair.id


async def _grant(session: AsyncSession, person: PersonView, role: Role, order: Order, today: date) -> None:
    """The role lasts at least as long as the pair."""
    assert person.unit_id is not None, "whoever is in a scope has a unit"
    held = await role_in(session, person.id, role, person.unit_id)
    if held is None:
        session.add(
            RoleAssignment(
                person_id=person.id, role=role, unit_id=person.unit_id, since=min(order.day, today), until=order.ends_on
            )
        )
    elif held.until is not None:
        held.until = max(held.until, order.ends_on)
