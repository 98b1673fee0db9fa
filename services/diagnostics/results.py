"""Reading a result: by its owner, or by somebody to whom it was opened."""

from dataclasses import replace
from datetime import datetime
from typing import NoReturn

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Attempt
from db.queries import attempts as queries
from db.queries import audit as audit_queries
from db.vocabulary import AttemptState, Audience, Role
from services.audit.service import record
from services.content import Content
from services.diagnostics import rules
from services.diagnostics.errors import ResultClosed
from services.diagnostics.views import Earlier, Opening, ResultView, SharedResult
from services.errors import NotAllowed, NotFound
from services.people import service as people
from services.people.views import PersonView
from services.questionnaires import rules as scoring
from services.questionnaires.errors import UnknownQuestionnaireError
from services.questionnaires.model import Questionnaire
from services.visibility.rules import may_see_result


async def own_result(
    session: AsyncSession, person: PersonView, attempt_id: int, content: Content, locale: str
) -> ResultView:
    """Raises NotFound (no such attempt, not finished, or its questionnaire has changed in substance), NotAllowed."""
    attempt = await _own(session, person, attempt_id)
    shares = {share.audience: share.shared_at for share in await queries.shares_of(session, attempt.id)}
    return replace(await _view(session, attempt, person, content, locale), shares=shares)


async def check_may_open(session: AsyncSession, person: PersonView, attempt_id: int, content: Content) -> None:
    """Before the window changes to a result of hers. One statement, nothing is scored. Raises as `own_result`."""
    _questionnaire(content, await _own(session, person, attempt_id), person.locale)


async def shared_result(
    session: AsyncSession, viewer: PersonView, attempt_id: int, content: Content, locale: str, now: datetime
) -> ResultView:
    """Somebody else's result: areas, and nothing from which an answer could be read. What stands beside it for
    comparison is the last earlier one that is open to the viewer too.

    Raises NotFound, NotAllowed (never opened), ResultClosed (taken back)."""
    attempt, owner = await _opened_to(session, viewer, attempt_id, now)
    view = await _view(session, attempt, owner, content, locale, shared=viewer.id != owner.id)
    told = replace(view.result, critical=(), wrong=(), flags=(), attention=())
    return ResultView(view.attempt_id, owner, view.questionnaire, view.at, told, view.earlier)


async def _opened_to(
    session: AsyncSession, viewer: PersonView, attempt_id: int, now: datetime
) -> tuple[Attempt, PersonView]:
    attempt = await _finished(session, attempt_id)
    owner = (await people.people(session, [attempt.person_id], now)).get(attempt.person_id)
    if owner is None:
        raise NotFound()
    shares = [share.audience for share in await queries.shares_of(session, attempt_id)]
    if not may_see_result(viewer, owner, shares):
        await _refuse(session, viewer, owner, attempt_id)
    return attempt, owner


async def _refuse(session: AsyncSession, viewer: PersonView, owner: PersonView, attempt_id: int) -> NoReturn:
    """The owner is named only to somebody who could read her result while it was open."""
    before = await queries.share_ever(session, attempt_id, Audience.METHODIST)
    if before is not None and may_see_result(viewer, owner, (Audience.METHODIST,)):
        raise ResultClosed(owner=owner.full_name)
    raise NotAllowed()


async def open_shared(
    session: AsyncSession, viewer: PersonView, attempt_id: int, content: Content, now: datetime
) -> None:
    """Before the window changes to somebody else's result: check that she may, and keep that she did, every time.
    Nothing is scored. Raises as `shared_result`."""
    attempt, _ = await _opened_to(session, viewer, attempt_id, now)
    _questionnaire(content, attempt, viewer.locale)
    record(session, viewer.id, audit_queries.RESULT_OPENED, f"attempt:{attempt_id}", now, owner=attempt.person_id)


async def openings_of(session: AsyncSession, attempt_id: int, now: datetime) -> list[Opening]:
    """For the owner: who has looked at her result and when last. Somebody erased since has no name to tell."""
    last = {one.actor_id: one.at for one in await audit_queries.last_openings(session, attempt_id)}
    viewers = await people.people(session, [one for one in last if one is not None], now)
    return [Opening(viewer.full_name, last[viewer.id]) for viewer in viewers.values()]


async def shared_with(
    session: AsyncSession, viewer: PersonView, content: Content, locale: str, limit: int, offset: int, now: datetime
) -> tuple[list[SharedResult], int]:
    """«Открытые мне результаты» of a methodist, and how many there are."""
    paths = viewer.scope(Role.METHODIST)
    page, total = await queries.opened_to_methodist(session, paths, viewer.id, limit, offset)
    owners = await people.people(session, [one.person_id for one in page], now)
    known = {one.id: one for one in content.questionnaires.all(locale)}
    found = [
        SharedResult(one.id, owners[one.person_id], known[one.questionnaire_id], one.finished_at)
        for one in page
        if one.finished_at is not None
        and one.person_id in owners
        and one.questionnaire_id in known
        and may_see_result(viewer, owners[one.person_id], (Audience.METHODIST,))
    ]
    return found, total


async def _own(session: AsyncSession, person: PersonView, attempt_id: int) -> Attempt:
    attempt = await _finished(session, attempt_id)
    if attempt.person_id != person.id:
        raise NotAllowed()
    return attempt


async def _finished(session: AsyncSession, attempt_id: int) -> Attempt:
    attempt = await queries.attempt(session, attempt_id)
    if attempt is None or attempt.state != AttemptState.FINISHED or attempt.finished_at is None:
        raise NotFound()
    return attempt


async def _view(
    session: AsyncSession, attempt: Attempt, owner: PersonView, content: Content, locale: str, *, shared: bool = False
) -> ResultView:
    """Three statements at most: attempts of the questionnaire, which of them are open, answers of two.

    `shared`: an earlier attempt counts only while it is open to the methodists as well.
    """
    questionnaire = _questionnaire(content, attempt, locale)
    before = await _before(session, attempt, questionnaire, shared=shared)
    stored = await queries.answers_of(session, [one.id for one in (attempt, before) if one is not None])
    answers = rules.usable(questionnaire, stored.get(attempt.id, {}))
    result = scoring.score(questionnaire, answers)
    earlier = None
    if before is not None and before.finished_at is not None:
        old = scoring.score(questionnaire, rules.usable(questionnaire, stored.get(before.id, {})))
        earlier = Earlier(before.finished_at, old, scoring.compare(questionnaire, old, result) or ())
    assert attempt.finished_at is not None
    return ResultView(attempt.id, owner, questionnaire, attempt.finished_at, result, earlier, answers)


def _questionnaire(content: Content, attempt: Attempt, locale: str) -> Questionnaire:
    try:
        questionnaire = content.questionnaires.get(attempt.questionnaire_id, locale)
    except UnknownQuestionnaireError as error:
        raise NotFound() from error
    if not rules.same_major(questionnaire, attempt.version):
        raise NotFound()
    return questionnaire


async def _before(
    session: AsyncSession, attempt: Attempt, questionnaire: Questionnaire, *, shared: bool
) -> Attempt | None:
    """The finished attempt just before this one that can be compared with it."""
    assert attempt.finished_at is not None
    others = await queries.attempts_of(session, attempt.person_id, attempt.questionnaire_id)
    earlier = [
        one
        for one in others
        if one.finished_at is not None
        and (one.finished_at, one.id) < (attempt.finished_at, attempt.id)
        and rules.same_major(questionnaire, one.version)
    ]
    if shared:
        opened = await queries.opened_of(session, [one.id for one in earlier], Audience.METHODIST)
        earlier = [one for one in earlier if one.id in opened]
    return max(earlier, key=lambda one: (one.finished_at, one.id), default=None)
