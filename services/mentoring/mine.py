"""«Мой наставник», «Мои подопечные»: a pair in the eyes of one of the two."""

from collections import defaultdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import CheckIn
from db.queries import mentoring as queries
from db.queries import pairs as pair_queries
from db.vocabulary import CheckInSide, PairStatus
from services.content import Content
from services.errors import NotAllowed, NotFound
from services.mentoring import rules
from services.mentoring.views import JournalEntry, MyPair, Name
from services.people.service import people
from services.people.views import PersonView

SHARED = ("met", "topic")
"""What of the mentor's weekly answers the mentee may see: that they met, and on what."""

PRIVATE = ("how", "next")
JOURNAL_LENGTH = 8
NOT_MET = "none"


async def my_pairs(
    session: AsyncSession, actor: PersonView, now: datetime, zone: ZoneInfo, content: Content
) -> list[MyPair]:
    """Her active pairs, as mentor first. Five statements, however many they are."""
    pairs = await pair_queries.active_pairs_of(session, actor.id, now.astimezone(zone).date())
    partners = await people(
        session, [pair.mentee_id if pair.mentor_id == actor.id else pair.mentor_id for pair in pairs], now
    )
    waiting = _current(await queries.open_check_ins(session, actor.id, [pair.id for pair in pairs]), now, zone, content)
    views = []
    for pair in pairs:
        side = CheckInSide.MENTOR if pair.mentor_id == actor.id else CheckInSide.MENTEE
        partner = partners.get(pair.mentee_id if side is CheckInSide.MENTOR else pair.mentor_id)
        check_in = waiting.get(pair.id)
        views.append(
            MyPair(
                id=pair.id,
                side=side,
                partner=_name(partner),
                partner_school=(partner.unit_name if partner else None) or "",
                order_number=pair.order_number,
                order_date=pair.order_date,
                ends_on=pair.ends_on,
                due_at=check_in.due_at if check_in else None,
                check_in_id=check_in.id if check_in else None,
            )
        )
    return sorted(views, key=lambda view: view.side is CheckInSide.MENTEE)


def _current(check_ins: Any, now: datetime, zone: ZoneInfo, content: Content) -> dict[int, CheckIn]:
    """Of each pair the first check-in that is not over: it waits for an answer, or is the next to come."""
    found: dict[int, CheckIn] = {}
    for check_in in check_ins:
        if now < rules.closes_at(check_in.week, zone, content.calendar):
            found.setdefault(check_in.pair_id, check_in)
    return found


async def journal(session: AsyncSession, actor: PersonView, pair_id: int) -> list[JournalEntry]:
    """Meetings, newest first. The mentor reads her own notes; the mentee the date and the topic, nothing else.

    Raises NotFound; NotAllowed for anybody outside the pair.
    """
    pair = await pair_queries.pair(session, pair_id)
    if pair is None:
        raise NotFound()
    if actor.id not in (pair.mentor_id, pair.mentee_id) or pair.status != PairStatus.ACTIVE:
        raise NotAllowed()
    items = (*SHARED, *PRIVATE) if actor.id == pair.mentor_id else SHARED
    weeks: dict[datetime, dict[str, Any]] = defaultdict(dict)
    for answered_at, item_id, value in await queries.journal(session, pair_id, items, JOURNAL_LENGTH):
        weeks[answered_at][item_id] = value
    return [
        JournalEntry(
            day=answered_at,
            met=answers["met"],
            topic=answers.get("topic"),
            state=answers.get("how"),
            next=answers.get("next"),
        )
        for answered_at, answers in weeks.items()
        if answers.get("met") not in (None, NOT_MET)
    ]


def _name(person: PersonView | None) -> Name:
    if person is None:
        return Name("", "", "")
    return Name(person.given_name or "", person.patronymic or "", person.surname or "")
