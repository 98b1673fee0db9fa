"""«Вопрос наставнику» at any time: typed, looked at once more, sent by the same route as the one of the week."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Pair, PairQuestion
from db.queries import pair_questions as queries
from db.queries import pairs as pair_queries
from db.queries.people import open_accounts
from db.vocabulary import CheckInSide, NoticeKind, PairStatus
from services.calendar.rules import humane
from services.content import Content
from services.errors import ConsentNeeded, NotAllowed, NotFound
from services.mentoring.errors import PairEnded
from services.mentoring.notices import ASK
from services.mentoring.rules import QUESTIONNAIRES
from services.mentoring.views import Name, QuestionDraft
from services.outbox.model import Due, Priority
from services.outbox.service import enqueue
from services.people.service import people
from services.people.views import PersonView
from services.people.zones import zones_of_readers
from services.questionnaires.answers import checked


async def question_draft(session: AsyncSession, actor: PersonView, pair_id: int, now: datetime) -> QuestionDraft:
    """What she has typed and not sent, and who would get it. Raises as `_asking` does."""
    pair = await _asking(session, actor, await pair_queries.pair_with_school(session, pair_id), None)
    draft = await queries.unsent(session, pair_id)
    mentor = (await people(session, [pair.mentor_id], now)).get(pair.mentor_id)
    return QuestionDraft(
        mentor=Name.of(mentor),
        text=draft.text if draft else "",
        connected=bool(await open_accounts(session, [pair.mentor_id])),
    )


async def keep_question(
    session: AsyncSession, actor: PersonView, pair_id: int, text: str, now: datetime, zone: ZoneInfo, content: Content
) -> None:
    """What was typed last stands. Raises as `_asking` does, and AnswerError for what is too long."""
    await _asking(session, actor, await pair_queries.lock_pair(session, pair_id), (now, zone))
    questionnaire = content.questionnaires.get(QUESTIONNAIRES[CheckInSide.MENTEE])
    fitting = str(checked(questionnaire, questionnaire.item(ASK), text))
    draft = await queries.unsent(session, pair_id)
    if draft is None:
        session.add(PairQuestion(pair_id=pair_id, person_id=actor.id, text=fitting, written_at=now))
    else:
        draft.text, draft.written_at = fitting, now


async def drop_question(session: AsyncSession, actor: PersonView, pair_id: int) -> None:
    """«Не отправлять». Raises as `_asking` does."""
    await _asking(session, actor, await pair_queries.lock_pair(session, pair_id), None)
    draft = await queries.unsent(session, pair_id)
    if draft is not None:
        await session.delete(draft)


async def send_question(
    session: AsyncSession,
    actor: PersonView,
    pair_id: int,
    now: datetime,
    zone: ZoneInfo,
    house_zone: ZoneInfo,
    content: Content,
) -> None:
    """To the mentor, at a moment that suits her. A second press changes nothing. Raises as `_asking` does."""
    pair = await _asking(session, actor, await pair_queries.lock_pair(session, pair_id), (now, zone))
    draft = await queries.unsent(session, pair_id)
    if draft is None:
        return
    draft.sent_at = now
    zones = await zones_of_readers(session, [pair.mentor_id], house_zone)
    due = Due(
        kind=NoticeKind.PAIR_QUESTION,
        person_id=pair.mentor_id,
        subject_id=draft.id,
        key=f"pair_question:{pair_id}:{actor.id}:{now.isoformat()}",
        due_at=humane(now, zones[pair.mentor_id], content.calendar),
        priority=Priority.PERSONAL,
    )
    await enqueue(session, [due])


async def _asking(
    session: AsyncSession, actor: PersonView, found: tuple[Pair, str] | None, at: tuple[datetime, ZoneInfo] | None
) -> Pair:
    """Raises NotFound, NotAllowed for anybody but the mentee; `at` some moment also ConsentNeeded, PairEnded."""
    if found is None:
        raise NotFound()
    pair = found[0]
    if pair.mentee_id != actor.id:
        raise NotAllowed()
    if at is not None:
        now, zone = at
        if not actor.consented:
            raise ConsentNeeded()
        if pair.status != PairStatus.ACTIVE or pair.ends_on < now.astimezone(zone).date():
            raise PairEnded()
    return pair
