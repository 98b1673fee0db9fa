"""A methodist's pairs: which are silent, one pair at a time, and how a pair ends."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Pair
from db.queries import mentoring as queries
from db.queries import pair_questions as question_queries
from db.queries import pairs as pair_queries
from db.vocabulary import CheckInSide, NoticeKind, PairStatus, Reach, Role
from services.audit.service import record
from services.calendar.model import Calendar
from services.calendar.rules import humane
from services.errors import NotAllowed, NotFound
from services.mentoring import dues, rules
from services.mentoring.errors import PairEnded
from services.mentoring.rules import WeekMark
from services.mentoring.views import Contact, Name, PairCard, PairList, PairRow, Week
from services.outbox.service import enqueue
from services.people.service import people
from services.people.views import PersonView
from services.people.zones import zones_of_readers
from services.visibility.rules import desk_scope


async def list_pairs(
    session: AsyncSession, actor: PersonView, now: datetime, zone: ZoneInfo, limit: int, offset: int = 0
) -> PairList:
    """A page of the active pairs in her scope, silent ones first. Five statements, however many pairs there are."""
    paths, today = desk_scope(actor), now.astimezone(zone).date()
    total, silent, away = await pair_queries.count_pairs(session, paths, now, today)
    page = await pair_queries.page_of_pairs(session, paths, now, today, limit, offset)
    names = await people(session, [one for pair, *_ in page for one in (pair.mentor_id, pair.mentee_id)], now)
    return PairList(
        rows=tuple(_row(pair, names, bool(is_silent), Contact(contact)) for pair, is_silent, contact in page),
        total=total,
        silent=silent,
        away=away,
    )


async def list_ended(
    session: AsyncSession, actor: PersonView, now: datetime, zone: ZoneInfo, limit: int, offset: int = 0
) -> PairList:
    """A page of the pairs in her scope that are over, the latest first."""
    page = await pair_queries.page_of_ended(session, desk_scope(actor), now.astimezone(zone).date(), limit, offset)
    names = await people(session, [one for pair, _ in page for one in (pair.mentor_id, pair.mentee_id)], now)
    return PairList(
        rows=tuple(_row(pair, names) for pair, _ in page),
        total=page[0][1] if page else 0,
        silent=0,
        away=0,
    )


def _row(pair: Pair, names: Mapping[int, PersonView], silent: bool = False, contact: Contact = Contact.OPEN) -> PairRow:
    return PairRow(pair.id, Name.of(names.get(pair.mentor_id)), Name.of(names.get(pair.mentee_id)), silent, contact)


async def pair_card(session: AsyncSession, actor: PersonView, pair_id: int, now: datetime, zone: ZoneInfo) -> PairCard:
    """Weeks as answered or missed; no answer is read. Raises NotFound, NotAllowed outside her scope."""
    found = await pair_queries.pair_with_school(session, pair_id)
    pair = _in_scope(actor, found)
    names = await people(session, [pair.mentor_id, pair.mentee_id], now)
    sides = {CheckInSide.MENTOR: pair.mentor_id, CheckInSide.MENTEE: pair.mentee_id}
    contacts = await _contacts(session, sides)
    marks: dict[tuple[str, date], WeekMark] = {}
    for side, week, state, silent_at in await queries.weeks_of(session, pair_id, now):
        away = contacts[CheckInSide(side)] is not Contact.OPEN
        marks[side, week] = rules.mark(state, silent_at, now, away=away)
    return PairCard(
        id=pair.id,
        status=PairStatus(pair.status),
        order_number=pair.order_number,
        order_date=pair.order_date,
        starts_on=pair.starts_on,
        ends_on=pair.ends_on,
        mentor=names.get(pair.mentor_id),
        mentee=names.get(pair.mentee_id),
        weeks=tuple(
            Week(week, *(marks.get((side, week), WeekMark.NONE) for side in sides))
            for week in rules.shown_weeks(week for _, week in marks)
        ),
        contacts=contacts,
        over=pair.status == PairStatus.ACTIVE and pair.ends_on < now.astimezone(zone).date(),
    )


async def _contacts(session: AsyncSession, sides: Mapping[CheckInSide, int]) -> dict[CheckInSide, Contact]:
    found: dict[int | None, set[Reach]] = defaultdict(set)
    for person_id, reach in await pair_queries.reaches(session, list(sides.values())):
        found[person_id].add(Reach(reach))
    return {
        side: Contact.ABSENT if not found[one] else Contact.OPEN if Reach.OPEN in found[one] else Contact.STOPPED
        for side, one in sides.items()
    }


async def end_pair(
    session: AsyncSession,
    actor: PersonView,
    pair_id: int,
    status: PairStatus,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
) -> None:
    """Finish or stop, today being the last day: nobody is asked any more, both are told, no waiting question is sent.

    Raises NotFound, NotAllowed, PairEnded.
    """
    pair = _in_scope(actor, await pair_queries.lock_pair(session, pair_id))
    if pair.status != PairStatus.ACTIVE:
        raise PairEnded()
    today = now.astimezone(zone).date()
    pair.status, pair.ends_on = status, min(pair.ends_on, today)
    for person_id, role in ((pair.mentor_id, Role.MENTOR), (pair.mentee_id, Role.MENTEE)):
        await session.flush()
        left = [
            other
            for other in await pair_queries.active_pairs_of(session, person_id, today)
            if person_id == (other.mentor_id if role is Role.MENTOR else other.mentee_id)
        ]
        if not left:
            for held in await pair_queries.roles_of_kind(session, person_id, role):
                await session.delete(held)
    unsent = await queries.take_back_questions(session, pair_id)
    unsent += await question_queries.take_back(session, {"pair_id": pair_id})
    await tell_both(session, actor, pair, NoticeKind.PAIR_ENDED, now, zone, calendar, unsent=unsent > 0)
    record(session, actor.id, f"pair_{status}", f"pair:{pair_id}", now)


async def tell_both(
    session: AsyncSession,
    actor: PersonView,
    pair: Pair,
    kind: NoticeKind,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar,
    **data: bool,
) -> None:
    """Mentor and mentee, but not whoever has just done it herself."""
    readers = [person_id for person_id in (pair.mentor_id, pair.mentee_id) if person_id != actor.id]
    zones = await zones_of_readers(session, readers, zone)
    await enqueue(
        session,
        [dues.of_pair(kind, pair.id, one, humane(now, zones[one], calendar), data) for one in readers],
    )


def _in_scope(actor: PersonView, found: tuple[Pair, str] | None) -> Pair:
    paths = desk_scope(actor)
    if found is None:
        raise NotFound()
    if not found[1].startswith(paths):
        raise NotAllowed()
    return found[0]
