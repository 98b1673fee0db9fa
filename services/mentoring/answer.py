"""A person and her questions of the week: open, answer, put off, skip, ask for help."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import CheckIn, Pair
from db.queries import mentoring as queries
from db.queries import pairs as pair_queries
from db.queries.people import open_accounts
from db.queries.roles import person_ids_holding
from db.vocabulary import CheckInSide, CheckInState, NoticeKind, PairStatus, Role
from services.audit.service import record
from services.calendar.rules import humane
from services.content import Content
from services.errors import ConsentNeeded, NotAllowed, NotFound
from services.mentoring import dues, rules
from services.mentoring.errors import CheckInDone, CheckInOver, PairEnded, TooLateToPutOff
from services.mentoring.notices import ASK, DRAFT
from services.mentoring.views import CheckInView, Name
from services.outbox.model import Due, Priority
from services.outbox.service import enqueue
from services.people.service import people
from services.people.views import PersonView
from services.people.zones import zones_of_readers
from services.questionnaires.answers import SKIP, Answer, checked, from_stored, to_stored
from services.questionnaires.model import Questionnaire
from services.questionnaires.rules import next_item, score

HELP_ACTIONS = {CheckInSide.MENTOR: "offer_consultation", CheckInSide.MENTEE: "offer_private_contact"}
"""The attention rule after which each side is offered help."""

MOST_HISTORY = 11
"""Earlier check-ins that a rule with `in_a_row` may look at."""


@dataclass(frozen=True)
class Saved:
    """What a tap has come to. `done`: that was the last question."""

    answers: dict[str, Answer]
    done: bool


async def open_check_in(
    session: AsyncSession, actor: PersonView, check_in_id: int, now: datetime, zone: ZoneInfo, content: Content
) -> None:
    """Remember that the questions have been looked at. Raises as `_mine` does, CheckInDone too."""
    check_in, _ = await _mine_open(session, actor, check_in_id, now, zone, content)
    check_in.state = CheckInState.ASKED


async def view_check_in(session: AsyncSession, actor: PersonView, check_in_id: int) -> CheckInView:
    """With her own answers. Raises NotFound, or NotAllowed for anybody but its owner."""
    found = await queries.check_ins_with_pairs(session, [check_in_id])
    if not found:
        raise NotFound()
    check_in, _, other = found[0]
    if check_in.person_id != actor.id:
        raise NotAllowed()
    answers = (await _answers(session, actor.id, [check_in_id]))[check_in_id]
    draft = answers.pop(DRAFT, "")
    return CheckInView(
        id=check_in.id,
        side=CheckInSide(check_in.side),
        questionnaire_id=check_in.questionnaire_id,
        week=check_in.week,
        partner=Name.of(other),
        answers=answers,
        draft=draft if isinstance(draft, str) else "",
        answered=check_in.state == CheckInState.ANSWERED,
        partner_connected=bool(await open_accounts(session, [other.id])),
    )


async def save_answer(
    session: AsyncSession,
    actor: PersonView,
    check_in_id: int,
    item_id: str,
    answer: Answer,
    now: datetime,
    zone: ZoneInfo,
    house_zone: ZoneInfo,
    content: Content,
) -> Saved:
    """Keep one answer; with the last one the check-in is done, and a question of the mentee goes to the mentor.

    Raises AnswerError for what does not fit the item, and what `_mine_open` raises.
    """
    check_in, pair = await _mine_open(session, actor, check_in_id, now, zone, content)
    questionnaire = content.questionnaires.get(check_in.questionnaire_id)
    fitting = _fitting(questionnaire, item_id, answer)
    await queries.put_answer(session, check_in.id, item_id, to_stored(fitting), now)
    if item_id == ASK:
        await queries.forget_answer(session, check_in.id, DRAFT)
    answers = (await _answers(session, actor.id, [check_in.id]))[check_in.id]
    answers[item_id] = fitting
    check_in.state = CheckInState.ASKED
    if next_item(questionnaire, answers) is not None:
        return Saved(answers, done=False)
    check_in.state = CheckInState.ANSWERED
    check_in.answered_at = now
    if check_in.side == CheckInSide.MENTEE and isinstance(answers.get(ASK), str):
        zones = await zones_of_readers(session, [pair.mentor_id], house_zone)
        await enqueue(
            session,
            [
                Due(
                    kind=NoticeKind.MENTEE_QUESTION,
                    person_id=pair.mentor_id,
                    subject_id=check_in.id,
                    key=f"mentee_question:{pair.id}:{check_in.week}",
                    due_at=humane(now, zones[pair.mentor_id], content.calendar),
                    priority=Priority.PERSONAL,
                )
            ],
        )
    return Saved(answers, done=True)


async def keep_draft(
    session: AsyncSession,
    actor: PersonView,
    check_in_id: int,
    text: str,
    now: datetime,
    zone: ZoneInfo,
    content: Content,
) -> None:
    """What she has typed for her mentor, until she sends it or decides not to. Raises as `save_answer` does."""
    check_in, _ = await _mine_open(session, actor, check_in_id, now, zone, content)
    fitting = _fitting(content.questionnaires.get(check_in.questionnaire_id), ASK, text)
    await queries.put_answer(session, check_in.id, DRAFT, to_stored(fitting), now)
    check_in.state = CheckInState.ASKED


def _fitting(questionnaire: Questionnaire, item_id: str, answer: Answer) -> Answer:
    try:
        item = questionnaire.item(item_id)
    except KeyError as problem:
        raise NotFound() from problem
    return checked(questionnaire, item, answer)


async def put_off(
    session: AsyncSession, actor: PersonView, check_in_id: int, now: datetime, zone: ZoneInfo, content: Content
) -> datetime:
    """«Завтра»: returns when the questions will come again. A second press of the same day changes nothing."""
    check_in, pair = await _mine_open(session, actor, check_in_id, now, zone, content)
    before = rules.Moments(check_in.due_at, check_in.nudge_at, check_in.silent_at)
    moments = rules.put_off(now, zone, content.calendar, before)
    closes_at = rules.closes_at(check_in.week, zone, content.calendar)
    if moments.due_at >= closes_at:
        days = closes_at.astimezone(zone).date() - now.astimezone(zone).date()
        raise TooLateToPutOff(coming=closes_at, tomorrow=days.days == 1)
    if moments.due_at == check_in.due_at:
        return check_in.due_at
    check_in.version += 1
    check_in.due_at, check_in.nudge_at, check_in.silent_at = moments.due_at, moments.nudge_at, moments.silent_at
    place = pair.id, CheckInSide(check_in.side), check_in.week
    await enqueue(session, dues.of_check_in(check_in.id, actor.id, place, moments, check_in.version, closes_at))
    return moments.due_at


async def skip_week(
    session: AsyncSession, actor: PersonView, check_in_id: int, now: datetime, zone: ZoneInfo, content: Content
) -> datetime | None:
    """«Пропустить неделю»: kept as such, which is not silence. A second press changes nothing.

    Returns when she is asked next; None when that is not near, or the pair has ended by then.
    """
    check_in, pair = await _mine(session, actor, check_in_id)
    if check_in.state != CheckInState.SKIPPED:
        check_in, pair = await _mine_open(session, actor, check_in_id, now, zone, content)
        check_in.state = CheckInState.SKIPPED
        check_in.answered_at = now
    coming = rules.next_asked(check_in.week, zone, content.calendar)
    return coming if coming is not None and coming.astimezone(zone).date() <= pair.ends_on else None


async def attention(session: AsyncSession, actor: PersonView, check_in_id: int, content: Content) -> frozenset[str]:
    """Actions of the rules that this check-in fires, with her own earlier ones before it. For her eyes only.

    «In a row» ends where she was asked and did not answer; a week without questions breaks nothing.
    """
    check_in, _ = await _mine(session, actor, check_in_id)
    before = await queries.earlier_check_ins(session, check_in, MOST_HISTORY)
    earlier = [one for one, _ in takewhile(lambda row: row[1] == CheckInState.ANSWERED, before)]
    answers = await _answers(session, actor.id, [check_in_id, *earlier])
    questionnaire = content.questionnaires.get(check_in.questionnaire_id)
    result = score(questionnaire, answers[check_in_id], [answers[one] for one in earlier])
    return frozenset(fired.action for fired in result.attention)


async def worrying_check_in(session: AsyncSession, actor: PersonView, pair_id: int, content: Content) -> int | None:
    """The mentor's last answers about a pair, when help was offered after them; None when it was not."""
    last = await queries.last_answered(session, pair_id, actor.id, CheckInSide.MENTOR)
    if last is None:
        return None
    return last if HELP_ACTIONS[CheckInSide.MENTOR] in await attention(session, actor, last, content) else None


async def who_would_help(session: AsyncSession, check_in_id: int, now: datetime, zone: ZoneInfo) -> list[PersonView]:
    """Methodists of the pair's school: those who are told when she asks for it.

    Not she herself, and of a mentee none of her mentors: she asks in private.
    """
    found = await queries.check_ins_with_pairs(session, [check_in_id])
    if not found:
        raise NotFound()
    check_in, pair, _ = found[0]
    school = await pair_queries.pair_with_school(session, pair.id)
    assert school is not None, "a check-in has a pair"
    today = now.astimezone(zone).date()
    left_out = {check_in.person_id}
    if check_in.side == CheckInSide.MENTEE:
        hers = await pair_queries.active_pairs_of(session, check_in.person_id, today)
        left_out |= {pair.mentor_id, *(one.mentor_id for one in hers)}
    ids = [one for one in await person_ids_holding(session, Role.METHODIST, school[1], today) if one not in left_out]
    views = await people(session, ids, now)
    return [views[one] for one in ids if one in views]


async def ask_for_help(
    session: AsyncSession, actor: PersonView, check_in_id: int, now: datetime, house_zone: ZoneInfo, content: Content
) -> list[PersonView]:
    """She pressed for it: methodists of the school learn that she asks for a talk, and nothing of her answers."""
    check_in, pair = await _mine(session, actor, check_in_id)
    if HELP_ACTIONS[CheckInSide(check_in.side)] not in await attention(session, actor, check_in_id, content):
        raise NotAllowed()
    told = await who_would_help(session, check_in_id, now, house_zone)
    zones = await zones_of_readers(session, [methodist.id for methodist in told], house_zone)
    await enqueue(
        session,
        [
            Due(
                kind=NoticeKind.MENTORING_HELP,
                person_id=methodist.id,
                subject_id=check_in.id,
                key=f"mentoring_help:{pair.id}:{check_in.side}:{check_in.week}:{methodist.id}",
                due_at=humane(now, zones[methodist.id], content.calendar),
                priority=Priority.PERSONAL,
            )
            for methodist in told
        ],
    )
    record(session, actor.id, "asked_for_help", f"pair:{pair.id}", now)
    return told


async def _mine(session: AsyncSession, actor: PersonView, check_in_id: int) -> tuple[CheckIn, Pair]:
    """Raises NotFound, or NotAllowed for somebody else's check-in."""
    found = await queries.lock_check_in(session, check_in_id)
    if found is None:
        raise NotFound()
    if found[0].person_id != actor.id:
        raise NotAllowed()
    return found


async def _mine_open(
    session: AsyncSession, actor: PersonView, check_in_id: int, now: datetime, zone: ZoneInfo, content: Content
) -> tuple[CheckIn, Pair]:
    """Raises what `_mine` raises, and ConsentNeeded, PairEnded, CheckInDone, CheckInOver."""
    check_in, pair = await _mine(session, actor, check_in_id)
    if not actor.consented:
        raise ConsentNeeded()
    if pair.status != PairStatus.ACTIVE:
        raise PairEnded()
    if check_in.state in rules.DONE:
        raise CheckInDone()
    if now >= rules.closes_at(check_in.week, zone, content.calendar):
        raise PairEnded() if pair.ends_on < now.astimezone(zone).date() else CheckInOver()
    return check_in, pair


async def _answers(session: AsyncSession, person_id: int, check_in_ids: Sequence[int]) -> dict[int, dict[str, Answer]]:
    found: dict[int, dict[str, Answer]] = defaultdict(dict)
    for check_in_id, item_id, value in await queries.own_answers(session, person_id, check_in_ids):
        found[check_in_id][item_id] = SKIP if value is None else from_stored(value)
    return found
