"""What due rows speak of, read when they are about to be sent; rows left out have gone stale."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Pair
from db.queries import mentoring as queries
from db.queries import pair_questions as question_queries
from db.queries import pairs as pair_queries
from db.vocabulary import CheckInSide, NoticeKind, PairStatus, Role
from services.content import Content
from services.mentoring.rules import OPEN
from services.mentoring.views import (
    CheckInNotice,
    EndsNotice,
    HelpNotice,
    Name,
    PairNotice,
    QuestionNotice,
    SilentNotice,
    SilentPair,
)
from services.outbox.model import Claimed
from services.people.days import today
from services.people.service import people

ASK = "ask"
"""The item of the mentee's questions that goes to the mentor."""
NAMED = 8
"""Pairs that a message to a methodist names; the list has them all."""
DRAFT = "ask_draft"
"""Her words for it while she has not pressed «Отправить»: kept beside the answers, and nobody else's to read."""


async def load_check_ins(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, CheckInNotice]:
    """Stale when answered, skipped, put off since, or when the pair has ended; a reminder also when its period has."""
    day = today(session, now)
    found = {
        check_in.id: (check_in, pair, other)
        for check_in, pair, other in await queries.check_ins_with_pairs(session, [row.subject_id for row in rows])
    }
    many = await pair_queries.with_several_pairs(session, [row.person_id for row in rows])
    views = {}
    for row in rows:
        if row.subject_id not in found:
            continue
        check_in, pair, other = found[row.subject_id]
        if check_in.version != row.version or check_in.state not in OPEN or check_in.person_id != row.person_id:
            continue
        if pair.status != PairStatus.ACTIVE or other.erased_at is not None:
            continue
        nudge = row.kind == NoticeKind.CHECK_IN_NUDGE
        if nudge and pair.ends_on < day:
            continue
        views[row.id] = CheckInNotice(
            check_in_id=check_in.id,
            side=CheckInSide(check_in.side),
            partner=Name.of(other),
            week=check_in.week,
            nudge=nudge,
            put_off=row.version > 0,
            several=row.person_id in many,
        )
    return views


async def load_questions(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, QuestionNotice]:
    """The one item that the mentee has sent, while they are a pair; nothing else of what she answered is read here."""
    sent = {
        check_in_id: (mentee_id, text)
        for check_in_id, mentee_id, text in await queries.sent_question(session, [row.subject_id for row in rows], ASK)
        if isinstance(text, str)
    }
    names = await people(session, [mentee_id for mentee_id, _ in sent.values()], now)
    views = {}
    for row in rows:
        mentee_id, text = sent.get(row.subject_id, (0, ""))
        if mentee_id in names:
            views[row.id] = QuestionNotice(Name.of(names[mentee_id]), text)
    return views


async def load_pair_questions(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, QuestionNotice]:
    """What a mentee has sent between the weekly questions, while they are a pair."""
    found = {
        question_id: (mentee_id, text)
        for question_id, mentee_id, text in await question_queries.sent_by_id(session, [one.subject_id for one in rows])
    }
    names = await people(session, [mentee_id for mentee_id, _ in found.values()], now)
    views = {}
    for row in rows:
        mentee_id, text = found.get(row.subject_id, (0, ""))
        if mentee_id in names:
            views[row.id] = QuestionNotice(Name.of(names[mentee_id]), text)
    return views


async def load_help(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, HelpNotice]:
    """Whom a methodist is asked to speak with. Why is told by the person herself."""
    found = await queries.check_ins_with_pairs(session, [row.subject_id for row in rows])
    names = await people(session, [one for _, pair, _ in found for one in (pair.mentor_id, pair.mentee_id)], now)
    known = {check_in.id: (check_in, pair) for check_in, pair, _ in found}
    views = {}
    for row in rows:
        if row.subject_id not in known:
            continue
        check_in, pair = known[row.subject_id]
        mentor, mentee = names.get(pair.mentor_id), names.get(pair.mentee_id)
        if mentor is None or mentee is None:
            continue
        side = CheckInSide(check_in.side)
        asker = mentor if side is CheckInSide.MENTOR else mentee
        views[row.id] = HelpNotice(side, mentor.full_name, mentee.full_name, asker.unit_name or "")
    return views


async def load_silence(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, SilentNotice]:
    """Which pairs are silent in each methodist's scope now, the longest first; stale when none is."""
    silent = await _silent_pairs(session, now)
    readers = await people(session, [row.person_id for row in rows], now)
    views = {}
    for row in rows:
        scope = readers[row.person_id].scope(Role.METHODIST) if row.person_id in readers else ()
        day = now.astimezone(ZoneInfo(str(row.data["zone"]))).date()
        hers = [pair for path, ends_on, pair in silent if scope and path.startswith(scope) and ends_on >= day]
        if hers:
            views[row.id] = SilentNotice(
                count=len(hers),
                new=sum(pair.weeks == 1 for pair in hers),
                pairs=tuple(hers[:NAMED]),
                more=max(0, len(hers) - NAMED),
            )
    return views


async def _silent_pairs(session: AsyncSession, now: datetime) -> list[tuple[str, date, SilentPair]]:
    """Path of the school and last day of each, the longest silence first."""
    found: dict[int, tuple[str, date, SilentPair]] = {}
    for pair_id, path, ends_on, mentor, mentee, weeks in await pair_queries.silent_pairs(session, now):
        longest = max(weeks, found[pair_id][2].weeks if pair_id in found else 0)
        found[pair_id] = path, ends_on, SilentPair(mentor or "", mentee or "", longest)
    return sorted(found.values(), key=lambda one: (-one[2].weeks, one[2].mentee))


async def load_ends(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, EndsNotice]:
    """Which pairs of each methodist's scope run out on that day as things stand now; stale when none does."""
    days = {row.id: date.fromisoformat(str(row.data["ends_on"])) for row in rows}
    ending = await pair_queries.ending_in(session, set(days.values()))
    readers = await people(session, [row.person_id for row in rows], now)
    views = {}
    for row in rows:
        scope = readers[row.person_id].scope(Role.METHODIST) if row.person_id in readers else ()
        hers = [one for one in ending if one[0].ends_on == days[row.id] and scope and one[1].startswith(scope)]
        if hers:
            views[row.id] = EndsNotice(
                ends_on=days[row.id],
                pairs=tuple((mentor or "", mentee or "") for _, _, mentor, mentee in hers[:NAMED]),
                more=max(0, len(hers) - NAMED),
                pair_id=hers[0][0].id if len(hers) == 1 else None,
            )
    return views


def _still_so(row: Claimed, pair: Pair) -> bool:
    """That it began holds while it lives; that its period is over, while nobody has prolonged or ended it."""
    alive = pair.status == PairStatus.ACTIVE
    if "ends_on" in row.data:
        return alive and pair.ends_on.isoformat() == row.data["ends_on"]
    return alive == (row.kind == NoticeKind.PAIR_MADE)


async def load_pairs(
    session: AsyncSession, rows: Sequence[Claimed], now: datetime, content: Content
) -> dict[int, PairNotice]:
    """That a pair began, stale when it has ended since; or how it ended.

    A partner who has had her data erased has no name any more: that such a pair has ended is told all the same.
    """
    pairs = {pair.id: pair for pair in await pair_queries.pairs_by_id(session, [row.subject_id for row in rows])}
    names = await people(session, [one for pair in pairs.values() for one in (pair.mentor_id, pair.mentee_id)], now)
    views = {}
    for row in rows:
        pair = pairs.get(row.subject_id)
        if pair is None or not _still_so(row, pair):
            continue
        side = CheckInSide.MENTOR if row.person_id == pair.mentor_id else CheckInSide.MENTEE
        partner = names.get(pair.mentee_id if side is CheckInSide.MENTOR else pair.mentor_id)
        if partner is None and row.kind == NoticeKind.PAIR_MADE:
            continue
        views[row.id] = PairNotice(
            pair_id=pair.id,
            side=side,
            partner=partner.full_name if partner else "",
            status=PairStatus.STOPPED if pair.status == PairStatus.STOPPED else PairStatus.FINISHED,
            order_number=pair.order_number,
            order_date=pair.order_date,
            question_unsent=bool(row.data.get("unsent")) and side is CheckInSide.MENTEE,
        )
    return views
