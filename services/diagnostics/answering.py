"""Walking through a questionnaire: begin or go on, answer, look at one question.

Each answer is one short transaction with the same few statements, however many answers there are. The attempt's
row is locked first, so that two taps, or two phones, come one after the other and neither is lost.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import AreaResult, Attempt
from db.queries import attempts as queries
from db.vocabulary import AttemptState
from services.diagnostics import rules
from services.diagnostics.errors import AttemptClosed, NoMoreAttempts, TooEarly
from services.diagnostics.views import AskedItem, Step
from services.errors import NotAllowed, NotFound
from services.people.views import PersonView
from services.questionnaires import rules as scoring
from services.questionnaires.answers import Answer, checked, to_stored
from services.questionnaires.items import AnyItem, ChoiceItem, MultiItem, SingleItem
from services.questionnaires.model import Questionnaire

NOT_BEGUN = 0
"""Stands for an attempt of which nothing is kept yet: the first answer begins it."""


async def enter(session: AsyncSession, person: PersonView, questionnaire: Questionnaire, now: datetime) -> Step:
    """Where to go on; for a new attempt the first question, and nothing is kept until it is answered.

    Raises NotAllowed (not in the audience), NoMoreAttempts, TooEarly.
    """
    attempts = await queries.attempts_of(session, person.id, questionnaire.id)
    running = next((one for one in attempts if one.state == AttemptState.IN_PROGRESS), None)
    if running is not None and rules.same_major(questionnaire, running.version):
        return await _go_on(session, running, questionnaire, now)
    _refuse(person, questionnaire, attempts, now)
    first = scoring.next_item(questionnaire, {})
    return Step(NOT_BEGUN, first.id if first else None)


def _refuse(person: PersonView, questionnaire: Questionnaire, attempts: Sequence[Attempt], now: datetime) -> None:
    if not rules.is_for(questionnaire, person, now):
        raise NotAllowed()
    verdict = rules.may_begin(questionnaire, [one.finished_at for one in attempts if one.finished_at], now)
    if verdict.most is not None:
        raise NoMoreAttempts(most=verdict.most)
    if verdict.on is not None:
        raise TooEarly(on=verdict.on)


async def begin(session: AsyncSession, person: PersonView, questionnaire: Questionnaire, now: datetime) -> Step:
    """A new attempt, or the one in progress at its first open question. An attempt of another major version is
    given up. Raises NotAllowed (not in the audience), NoMoreAttempts, TooEarly."""
    attempts = await queries.attempts_of(session, person.id, questionnaire.id)
    running = next((one for one in attempts if one.state == AttemptState.IN_PROGRESS), None)
    abandoned = False
    if running is not None and not rules.same_major(questionnaire, running.version):
        running.state, running, abandoned = AttemptState.ABANDONED, None, True
        await session.flush()
    if running is not None:
        return await _go_on(session, running, questionnaire, now)
    _refuse(person, questionnaire, attempts, now)
    await queries.begin_or_ignore(session, person.id, questionnaire.id, questionnaire.version, now)
    begun = await queries.in_progress(session, person.id, questionnaire.id)
    assert begun is not None, "an attempt was begun and is not there"
    first = scoring.next_item(questionnaire, {})
    return Step(begun.id, first.id if first else None, abandoned=abandoned)


async def _go_on(session: AsyncSession, attempt: Attempt, questionnaire: Questionnaire, now: datetime) -> Step:
    """A minor version may have taken away the last open questions: then the attempt ends here."""
    answers = await _answers(session, attempt.id, questionnaire)
    following = scoring.next_item(questionnaire, answers)
    if following is None:
        await _finish(session, attempt, questionnaire, answers, now)
        return Step(attempt.id, None)
    return Step(attempt.id, following.id, resumed=bool(answers))


async def save_answer(
    session: AsyncSession,
    person_id: int,
    attempt_id: int,
    questionnaire: Questionnaire,
    item_id: str,
    answer: Answer,
    now: datetime,
) -> Step:
    """Keep the answer; the step names the first question that is still open, and the last answer finishes.

    Saving twice is saving once. A tap that arrives after the end changes nothing. Raises NotFound, NotAllowed,
    AttemptClosed, AnswerError.
    """
    attempt = await _own(session, person_id, attempt_id, questionnaire, lock=True)
    if attempt.state == AttemptState.FINISHED:
        return Step(attempt_id, None)
    answers = await _answers(session, attempt_id, questionnaire)
    item = next((one for one in scoring.visible_items(questionnaire, answers) if one.id == item_id), None)
    if item is not None:
        answers[item_id] = checked(questionnaire, item, answer)
        await queries.keep_answer(session, attempt_id, item_id, to_stored(answers[item_id]), now)
    following = scoring.next_item(questionnaire, answers)
    if following is None:
        await _finish(session, attempt, questionnaire, answers, now)
    return Step(attempt_id, following.id if following else None)


async def look_at(
    session: AsyncSession, person_id: int, attempt_id: int, questionnaire: Questionnaire, item_id: str | None
) -> AskedItem | None:
    """The question for its owner's screen, or the first open one when it is no longer asked; None at the end."""
    answers = await _answers_so_far(session, person_id, attempt_id, questionnaire)
    shown = scoring.visible_items(questionnaire, answers)
    item = next((one for one in shown if one.id == item_id), None) or scoring.next_item(questionnaire, answers)
    if item is None:
        return None
    order = order_of(questionnaire, item, attempt_id)
    return AskedItem(item, shown.index(item) + 1, len(shown), answers.get(item.id), order)


def order_of(questionnaire: Questionnaire, item: AnyItem, attempt_id: int) -> tuple[str, ...]:
    """Ids of the item's options as they stand in this attempt; () where it has none."""
    if not isinstance(item, ChoiceItem | MultiItem | SingleItem):
        return ()
    return tuple(option.id for option in scoring.options_in_order(questionnaire, item, attempt_id))


async def neighbour(
    session: AsyncSession, person_id: int, attempt_id: int, questionnaire: Questionnaire, item_id: str, step: int
) -> str | None:
    """The question before (`step` −1) or after (+1) in the order of the file; None at the edge."""
    answers = await _answers_so_far(session, person_id, attempt_id, questionnaire)
    move = scoring.previous_item if step < 0 else scoring.item_after
    found = move(questionnaire, answers, item_id)
    return found.id if found else None


async def _answers_so_far(
    session: AsyncSession, person_id: int, attempt_id: int, questionnaire: Questionnaire
) -> dict[str, Answer]:
    if attempt_id == NOT_BEGUN:
        return {}
    await _own(session, person_id, attempt_id, questionnaire)
    return await _answers(session, attempt_id, questionnaire)


async def _own(
    session: AsyncSession, person_id: int, attempt_id: int, questionnaire: Questionnaire, *, lock: bool = False
) -> Attempt:
    attempt = await queries.attempt(session, attempt_id, lock=lock)
    if attempt is None:
        raise NotFound()
    if attempt.person_id != person_id or attempt.questionnaire_id != questionnaire.id:
        raise NotAllowed()
    outdated = attempt.state == AttemptState.IN_PROGRESS and not rules.same_major(questionnaire, attempt.version)
    if attempt.state == AttemptState.ABANDONED or outdated:
        raise AttemptClosed()
    return attempt


async def _answers(session: AsyncSession, attempt_id: int, questionnaire: Questionnaire) -> dict[str, Answer]:
    stored = await queries.answers_of(session, [attempt_id])
    return rules.usable(questionnaire, stored.get(attempt_id, {}))


async def _finish(
    session: AsyncSession, attempt: Attempt, questionnaire: Questionnaire, answers: dict[str, Answer], now: datetime
) -> None:
    """The scores are kept beside the answers, so that group figures need no scoring."""
    attempt.state, attempt.finished_at = AttemptState.FINISHED, now
    session.add_all(
        AreaResult(attempt_id=attempt.id, area_id=area.area_id, percent=area.percent, level_id=area.level_id)
        for area in scoring.score(questionnaire, answers).areas
    )
    await session.flush()
