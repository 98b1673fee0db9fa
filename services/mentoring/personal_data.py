"""What the pairs keep about a person: her pairs, her weeks, what she herself answered and asked."""

from collections import defaultdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.queries import mentoring as queries
from db.queries import pair_questions as question_queries
from db.queries import pairs as pair_queries
from db.vocabulary import NoticeKind
from services.calendar.model import Calendar
from services.calendar.rules import humane
from services.mentoring import dues
from services.outbox.service import enqueue
from services.people.zones import zones_of_readers

NOTE = "next"
"""The item of the mentor's questions that is answered in her own words."""
ABOUT_A_CHECK_IN = (
    NoticeKind.CHECK_IN,
    NoticeKind.CHECK_IN_NUDGE,
    NoticeKind.MENTEE_QUESTION,
    NoticeKind.MENTORING_HELP,
)


async def export(session: AsyncSession, person_id: int) -> dict[str, Any]:
    """Of the other side of a pair nothing is given out but that there is one."""
    check_ins = await queries.check_ins_of_person(session, person_id)
    answers: dict[int, dict[str, Any]] = defaultdict(dict)
    for check_in_id, item_id, value in await queries.own_answers(session, person_id, [one.id for one in check_ins]):
        answers[check_in_id][item_id] = value
    return {
        "pairs": [
            {
                "role": "mentor" if pair.mentor_id == person_id else "mentee",
                "order_number": pair.order_number,
                "order_date": pair.order_date.isoformat(),
                "starts_on": pair.starts_on.isoformat(),
                "ends_on": pair.ends_on.isoformat(),
                "status": str(pair.status),
            }
            for pair in await pair_queries.pairs_ever_of(session, person_id)
        ],
        "check_ins": [
            {
                "week": check_in.week.isoformat(),
                "questionnaire": check_in.questionnaire_id,
                "state": str(check_in.state),
                "answered_at": check_in.answered_at.isoformat() if check_in.answered_at else None,
                "answers": answers[check_in.id],
            }
            for check_in in check_ins
        ],
        "questions_to_mentor": [
            {
                "text": question.text,
                "written_at": question.written_at.isoformat(),
                "sent_at": question.sent_at.isoformat() if question.sent_at else None,
            }
            for question in await question_queries.of_person(session, person_id)
        ],
    }


async def erase(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo, calendar: Calendar) -> None:
    """Her pairs end, her check-ins, answers and questions go, what was still to be said about them is taken back.

    The other one of each pair is told that it has ended, not why.
    What her mentors wrote about her in their own words goes too; that they met, and on what, is theirs.
    The pair itself stays as the trace of an order; without her name nobody can be told from it.
    """
    await queries.take_back_notices(session, person_id, ABOUT_A_CHECK_IN)
    await _tell_partners(session, person_id, now, zone, calendar)
    await question_queries.take_back(session, {"person_id": person_id})
    await question_queries.forget(session, person_id)
    await pair_queries.stop_pairs_of(session, person_id, now.astimezone(zone).date())
    await queries.forget_notes_about(session, person_id, NOTE)
    await queries.forget_check_ins(session, person_id)


async def _tell_partners(
    session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo, calendar: Calendar
) -> None:
    """Of the pairs that still go on; each partner at a moment that suits her."""
    pairs = await pair_queries.active_pairs_of(session, person_id, now.astimezone(zone).date())
    partners = {pair.id: pair.mentee_id if pair.mentor_id == person_id else pair.mentor_id for pair in pairs}
    zones = await zones_of_readers(session, set(partners.values()), zone)
    await enqueue(
        session,
        [
            dues.of_pair(NoticeKind.PAIR_ENDED, pair_id, one, humane(now, zones[one], calendar), {})
            for pair_id, one in partners.items()
        ],
    )
