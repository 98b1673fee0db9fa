"""«Мой наставник», «Мои подопечные»: a pair in the eyes of one of the two, also after its end."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import CheckIn, Pair
from db.queries import mentoring as queries
from db.queries import pair_questions as question_queries
from db.queries import pairs as pair_queries
from db.vocabulary import CheckInSide, PairStatus, Role
from services.content import Content
from services.errors import NotAllowed, NotFound
from services.mentoring import rules
from services.mentoring.notices import ASK
from services.mentoring.views import JournalEntry, MyPair, Name, OpenQuestion
from services.people.service import people
from services.people.views import PersonView

SHARED = ("met", "topic")
"""What of the mentor's weekly answers the mentee may see: that they met, and on what."""

PRIVATE = ("how", "next")
JOURNAL_LENGTH = 8
QUESTIONS_LENGTH = 3
NOT_MET = "none"


async def my_sides(session: AsyncSession, actor: PersonView) -> frozenset[CheckInSide]:
    """What she is, or has once been, in pairs: their journals stay hers."""
    sides = {
        CheckInSide.MENTOR if pair.mentor_id == actor.id else CheckInSide.MENTEE
        for pair in await pair_queries.pairs_ever_of(session, actor.id)
    }
    roles = {Role.MENTOR: CheckInSide.MENTOR, Role.MENTEE: CheckInSide.MENTEE}
    return frozenset(sides | {side for role, side in roles.items() if actor.has(role)})


async def my_pairs(
    session: AsyncSession, actor: PersonView, now: datetime, zone: ZoneInfo, content: Content
) -> list[MyPair]:
    """Her pairs, as mentor first, those that have ended last. Five statements, however many they are.

    A pair that has ended with somebody who had her data erased is left out.
    """
    today = now.astimezone(zone).date()
    pairs = await pair_queries.pairs_ever_of(session, actor.id)
    alive = [pair.id for pair in pairs if not _over(pair, today)]
    partners = await people(session, [_partner(pair, actor) for pair in pairs], now)
    waiting = _current(await queries.open_check_ins(session, actor.id, alive), now, zone, content)
    views = []
    for pair in pairs:
        partner = partners.get(_partner(pair, actor))
        over, check_in = _over(pair, today), waiting.get(pair.id)
        if over and partner is None:
            continue
        views.append(
            MyPair(
                id=pair.id,
                side=CheckInSide.MENTOR if pair.mentor_id == actor.id else CheckInSide.MENTEE,
                partner=Name.of(partner),
                partner_school=(partner.unit_name if partner else None) or "",
                order_number=pair.order_number,
                order_date=pair.order_date,
                ends_on=pair.ends_on,
                due_at=check_in.due_at if check_in else None,
                check_in_id=check_in.id if check_in else None,
                week=check_in.week if check_in else None,
                over=over,
            )
        )
    return sorted(views, key=lambda view: (view.side is CheckInSide.MENTEE, view.over))


def _over(pair: Pair, today: date) -> bool:
    return pair.status != PairStatus.ACTIVE or pair.ends_on < today


def _partner(pair: Pair, actor: PersonView) -> int:
    return pair.mentee_id if pair.mentor_id == actor.id else pair.mentor_id


def _current(check_ins: Sequence[CheckIn], now: datetime, zone: ZoneInfo, content: Content) -> dict[int, CheckIn]:
    """Of each pair the first check-in that is not over: it waits for an answer, or is the next to come."""
    found: dict[int, CheckIn] = {}
    for check_in in check_ins:
        if now < rules.closes_at(check_in.week, zone, content.calendar):
            found.setdefault(check_in.pair_id, check_in)
    return found


async def journal(session: AsyncSession, actor: PersonView, pair_id: int) -> list[JournalEntry]:
    """Weeks with a meeting, newest first. The mentor reads her own notes; the mentee the week and the topic.

    Raises NotFound; NotAllowed for anybody outside the pair.
    """
    pair = await _of_two(session, actor, pair_id)
    items = (*SHARED, *PRIVATE) if actor.id == pair.mentor_id else SHARED
    weeks: dict[date, dict[str, Any]] = defaultdict(dict)
    for week, item_id, value in await queries.journal(session, pair_id, items, JOURNAL_LENGTH):
        weeks[week][item_id] = value
    return [
        JournalEntry(
            week=week,
            met=answers["met"],
            topic=answers.get("topic"),
            state=answers.get("how"),
            next=answers.get("next"),
        )
        for week, answers in weeks.items()
        if answers.get("met") not in (None, NOT_MET)
    ]


async def open_questions(session: AsyncSession, actor: PersonView, pair_id: int, zone: ZoneInfo) -> list[OpenQuestion]:
    """What the mentee has sent and the two have not met about: no later week has a meeting. For the mentor alone.

    Raises NotFound, NotAllowed.
    """
    pair = await _of_two(session, actor, pair_id)
    if actor.id != pair.mentor_id:
        raise NotAllowed()
    met = max((entry.week for entry in await journal(session, actor, pair_id)), default=date.min)
    weekly = [
        OpenQuestion(week, text)
        for week, text in await queries.questions_to_mentor(session, pair_id, ASK, QUESTIONS_LENGTH)
        if isinstance(text, str)
    ]
    between = [
        OpenQuestion(rules.monday(question.written_at.astimezone(zone).date()), question.text)
        for question in await question_queries.sent(session, pair_id, QUESTIONS_LENGTH)
    ]
    asked = sorted((*between, *weekly), key=lambda one: one.week, reverse=True)
    return [question for question in asked if question.week >= met][:QUESTIONS_LENGTH]


async def _of_two(session: AsyncSession, actor: PersonView, pair_id: int) -> Pair:
    pair = await pair_queries.pair(session, pair_id)
    if pair is None:
        raise NotFound()
    if actor.id not in (pair.mentor_id, pair.mentee_id):
        raise NotAllowed()
    return pair
