"""What is there for a person to answer, and what she has answered before."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Attempt
from db.queries import attempts as queries
from db.vocabulary import AttemptState
from services.content import Content
from services.diagnostics import rules
from services.diagnostics.views import Past, Standing
from services.people.views import PersonView
from services.questionnaires import rules as scoring
from services.questionnaires.answers import Answer
from services.questionnaires.model import Questionnaire


async def standings(
    session: AsyncSession, person: PersonView, content: Content, locale: str, now: datetime
) -> list[Standing]:
    """Every questionnaire for this person, in the order of the content. Two statements."""
    attempts = await queries.attempts_of(session, person.id)
    begun = {one.questionnaire_id for one in attempts if one.state == AttemptState.IN_PROGRESS}
    wanted = [
        one
        for one in content.questionnaires.all(locale)
        if one.kind in rules.KINDS and (one.id in begun or rules.is_for(one, person, now))
    ]
    return await _standings(session, attempts, wanted, now)


async def standing(session: AsyncSession, person: PersonView, questionnaire: Questionnaire, now: datetime) -> Standing:
    attempts = await queries.attempts_of(session, person.id, questionnaire.id)
    return (await _standings(session, attempts, [questionnaire], now))[0]


async def _standings(
    session: AsyncSession, attempts: Sequence[Attempt], wanted: Sequence[Questionnaire], now: datetime
) -> list[Standing]:
    running = {one.questionnaire_id: one for one in attempts if one.state == AttemptState.IN_PROGRESS}
    finished: dict[str, list[Attempt]] = {}
    for one in sorted((one for one in attempts if one.finished_at), key=_ended, reverse=True):
        finished.setdefault(one.questionnaire_id, []).append(one)
    needed = [one.id for one in running.values()] + [ones[0].id for ones in finished.values()]
    stored = await queries.answers_of(session, needed)
    found: list[Standing] = []
    for questionnaire in wanted:
        own = finished.get(questionnaire.id, [])
        begun = running.get(questionnaire.id)
        fresh = begun is not None and rules.same_major(questionnaire, begun.version)
        resume_at = None
        if begun is not None and fresh:
            resume_at = _open_number(questionnaire, rules.usable(questionnaire, stored.get(begun.id, {})))
        last = own[0] if own else None
        scored = None
        if last is not None and rules.same_major(questionnaire, last.version):
            scored = scoring.score(questionnaire, rules.usable(questionnaire, stored.get(last.id, {})))
        found.append(
            Standing(
                questionnaire=questionnaire,
                verdict=rules.may_begin(questionnaire, [_ended(one) for one in own], now),
                resume_at=resume_at,
                outdated=begun is not None and not fresh,
                last_id=last.id if last else None,
                last_at=last.finished_at if last else None,
                last=scored,
            )
        )
    return found


async def history(
    session: AsyncSession, person_id: int, content: Content, locale: str, limit: int, offset: int
) -> tuple[list[Past], int]:
    """A page of finished attempts, newest first, and how many there are. Three statements.

    An attempt whose questionnaire has left the content is not shown."""
    page, total = await queries.finished_page(session, person_id, limit, offset)
    stored = await queries.answers_of(session, [one.id for one in page])
    known = {one.id: one for one in content.questionnaires.all(locale)}
    found: list[Past] = []
    for one in page:
        questionnaire = known.get(one.questionnaire_id)
        if questionnaire is None:
            continue
        result = None
        if rules.same_major(questionnaire, one.version):
            result = scoring.score(questionnaire, rules.usable(questionnaire, stored.get(one.id, {})))
        found.append(Past(one.id, questionnaire, _ended(one), result))
    return found, total


def _ended(attempt: Attempt) -> datetime:
    assert attempt.finished_at is not None, "a finished attempt has no end"
    return attempt.finished_at


def _open_number(questionnaire: Questionnaire, answers: dict[str, Answer]) -> int:
    following = scoring.next_item(questionnaire, answers)
    place = scoring.position(questionnaire, answers, following.id) if following else None
    return place or scoring.progress(questionnaire, answers).total
