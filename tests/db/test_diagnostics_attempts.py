"""Answers are kept one by one, whatever happens between them."""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from db.database import Database
from db.models import Answer, AreaResult, Attempt
from db.queries import attempts as queries
from db.vocabulary import AttemptState
from services.diagnostics.answering import begin, look_at, neighbour, save_answer
from services.diagnostics.errors import AttemptClosed, NoMoreAttempts, TooEarly
from services.diagnostics.listing import history, standings
from services.diagnostics.personal_data import erase, export
from services.errors import NotAllowed, NotFound
from services.people.views import PersonView
from services.questionnaires.answers import SKIP
from services.questionnaires.errors import AnswerError
from services.questionnaires.model import Questionnaire
from tests.kit.diagnostics_people import CONTENT, EXPRESS, NOW, TEST, add_person, take
from tests.kit.statements import counting

DAY = timedelta(days=1)


@pytest.fixture
async def anna(database: Database) -> PersonView:
    async with database.transaction() as session:
        return await add_person(session, 1)


def newer(questionnaire: Questionnaire, version: str, without: str) -> Questionnaire:
    items = tuple(item for item in questionnaire.items if item.id != without)
    return questionnaire.model_copy(update={"version": version, "items": items})


async def begun(database: Database, person: PersonView, questionnaire: Questionnaire = EXPRESS) -> int:
    async with database.transaction() as session:
        return (await begin(session, person, questionnaire, NOW)).attempt_id


async def answer(database: Database, person: PersonView, attempt_id: int, item_id: str, value: int) -> str | None:
    async with database.transaction() as session:
        return (await save_answer(session, person.id, attempt_id, EXPRESS, item_id, value, NOW)).item_id


async def kept(database: Database, attempt_id: int) -> dict[str, object]:
    async with database.reading() as session:
        return (await queries.answers_of(session, [attempt_id])).get(attempt_id, {})


async def test_a_tap_costs_the_same_few_statements_however_many_answers_there_are(
    database: Database, anna: PersonView
) -> None:
    attempt_id = await begun(database, anna)
    counts = []
    for item in EXPRESS.items[:-1]:
        with counting(database) as sent:
            await answer(database, anna, attempt_id, item.id, 2)
        counts.append(len(sent))
    assert set(counts) == {3}
    with counting(database) as last:
        await answer(database, anna, attempt_id, EXPRESS.items[-1].id, 2)
    assert len(last) <= 5


async def test_a_double_tap_neither_skips_nor_loses(database: Database, anna: PersonView) -> None:
    attempt_id = await begun(database, anna)
    steps = await asyncio.gather(*(answer(database, anna, attempt_id, "s1", 2) for _ in range(5)))
    assert set(steps) == {"s2"}
    assert await kept(database, attempt_id) == {"s1": 2}


async def test_two_phones_answer_at_once_and_both_are_kept(database: Database, anna: PersonView) -> None:
    attempts = set(await asyncio.gather(*(begun(database, anna) for _ in range(6))))
    assert len(attempts) == 1
    attempt_id = attempts.pop()
    await asyncio.gather(*(answer(database, anna, attempt_id, item.id, 1) for item in EXPRESS.items))
    assert len(await kept(database, attempt_id)) == len(EXPRESS.items)
    async with database.reading() as session:
        attempt = await session.get_one(Attempt, attempt_id)
        areas = (await session.scalars(select(AreaResult).where(AreaResult.attempt_id == attempt_id))).all()
    assert attempt.state == AttemptState.FINISHED
    assert [area.percent for area in areas] == [33] * 6


async def test_the_last_tap_twice_finishes_once(database: Database, anna: PersonView) -> None:
    step = await take(database, anna)
    again = await answer(database, anna, step.attempt_id, EXPRESS.items[-1].id, 0)
    assert again is None
    assert (await kept(database, step.attempt_id))[EXPRESS.items[-1].id] == 2


async def test_a_skip_is_kept_as_nothing_and_counts_as_answered(database: Database, anna: PersonView) -> None:
    attempt_id = await begun(database, anna)
    async with database.transaction() as session:
        step = await save_answer(session, anna.id, attempt_id, EXPRESS, "s1", SKIP, NOW)
    assert step.item_id == "s2"
    assert await kept(database, attempt_id) == {"s1": None}
    async with database.reading() as session:
        seen = await look_at(session, anna.id, attempt_id, EXPRESS, "s1")
    assert seen is not None
    assert seen.answer is SKIP


async def test_back_shows_the_old_answer_and_a_new_one_replaces_it(database: Database, anna: PersonView) -> None:
    attempt_id = await begun(database, anna)
    await answer(database, anna, attempt_id, "s1", 2)
    await answer(database, anna, attempt_id, "s2", 3)
    async with database.reading() as session:
        assert await neighbour(session, anna.id, attempt_id, EXPRESS, "s3", -1) == "s2"
        assert await neighbour(session, anna.id, attempt_id, EXPRESS, "s1", -1) is None
        seen = await look_at(session, anna.id, attempt_id, EXPRESS, "s2")
    assert seen is not None
    assert (seen.number, seen.total, seen.answer) == (2, 36, 3)
    assert await answer(database, anna, attempt_id, "s2", 0) == "s3"
    assert await kept(database, attempt_id) == {"s1": 2, "s2": 0}


async def test_she_goes_on_next_day_where_she_stopped(database: Database, anna: PersonView) -> None:
    attempt_id = await begun(database, anna)
    await answer(database, anna, attempt_id, "s1", 2)
    async with database.transaction() as session:
        step = await begin(session, anna, EXPRESS, NOW + DAY)
    assert (step.attempt_id, step.item_id, step.resumed) == (attempt_id, "s2", True)
    async with database.reading() as session:
        found = await standings(session, anna, CONTENT, "ru", NOW + DAY)
    assert {one.questionnaire.id: one.resume_at for one in found}[EXPRESS.id] == 2


async def test_a_minor_version_keeps_the_answers_that_fit(database: Database, anna: PersonView) -> None:
    attempt_id = await begun(database, anna)
    await answer(database, anna, attempt_id, "s1", 2)
    await answer(database, anna, attempt_id, "s2", 2)
    minor = newer(EXPRESS, "1.1", without="s1")
    async with database.transaction() as session:
        step = await begin(session, anna, minor, NOW + DAY)
        seen = await look_at(session, anna.id, attempt_id, minor, "s1")
    assert (step.attempt_id, step.item_id, step.abandoned) == (attempt_id, "s3", False)
    assert seen is not None
    assert (seen.item.id, seen.number, seen.total) == ("s3", 2, 35)


async def test_a_minor_version_without_the_last_open_question_ends_the_attempt(
    database: Database, anna: PersonView
) -> None:
    attempt_id = await begun(database, anna)
    for item in EXPRESS.items[:-1]:
        await answer(database, anna, attempt_id, item.id, 2)
    async with database.transaction() as session:
        step = await begin(session, anna, newer(EXPRESS, "1.1", without=EXPRESS.items[-1].id), NOW)
    assert (step.attempt_id, step.item_id) == (attempt_id, None)


async def test_a_major_version_begins_anew_and_closes_the_old_attempt(database: Database, anna: PersonView) -> None:
    attempt_id = await begun(database, anna)
    await answer(database, anna, attempt_id, "s1", 2)
    major = newer(EXPRESS, "2.0", without="s2")
    with pytest.raises(AttemptClosed):
        async with database.transaction() as session:
            await save_answer(session, anna.id, attempt_id, major, "s3", 2, NOW)
    async with database.transaction() as session:
        step = await begin(session, anna, major, NOW)
    assert step.attempt_id != attempt_id
    assert (step.item_id, step.abandoned) == ("s1", True)
    with pytest.raises(AttemptClosed):
        async with database.transaction() as session:
            await save_answer(session, anna.id, attempt_id, major, "s3", 2, NOW)


async def test_strangers_and_forged_answers_are_refused(database: Database, anna: PersonView) -> None:
    attempt_id = await begun(database, anna)
    async with database.transaction() as session:
        ilya = await add_person(session, 2, "Воронов", subjects=("history",))
    with pytest.raises(NotAllowed):
        await answer(database, ilya, attempt_id, "s1", 2)
    with pytest.raises(NotFound):
        await answer(database, anna, attempt_id + 100, "s1", 2)
    with pytest.raises(AnswerError):
        await answer(database, anna, attempt_id, "s1", 7)
    with pytest.raises(NotAllowed):
        await begun(database, ilya, TEST)
    assert await kept(database, attempt_id) == {}


async def test_a_test_is_taken_twice_with_a_month_between(database: Database, anna: PersonView) -> None:
    await take(database, anna, TEST, SKIP)
    with pytest.raises(TooEarly) as early:
        await take(database, anna, TEST, SKIP, NOW + 29 * DAY)
    assert early.value.fields == {"on": NOW + 30 * DAY}
    await take(database, anna, TEST, SKIP, NOW + 31 * DAY)
    with pytest.raises(NoMoreAttempts):
        await take(database, anna, TEST, SKIP, NOW + 400 * DAY)


async def test_options_of_a_task_stay_in_their_order_for_one_attempt(database: Database, anna: PersonView) -> None:
    attempt_id = await begun(database, anna, TEST)
    async with database.reading() as session:
        orders = {
            seen.order
            for _ in range(3)
            if (seen := await look_at(session, anna.id, attempt_id, TEST, "p2")) is not None
        }
    assert len(orders) == 1
    assert sorted(orders.pop()) == ["a", "b", "c", "d"]


async def test_lists_cost_the_same_whether_there_are_few_attempts_or_many(database: Database, anna: PersonView) -> None:
    counts = []
    for round_ in range(3):
        await take(database, anna, now=NOW + round_ * DAY)
        async with database.reading() as session:
            with counting(database) as sent:
                await standings(session, anna, CONTENT, "ru", NOW)
                await history(session, anna.id, CONTENT, "ru", 6, 0)
        counts.append(len(sent))
    assert len(set(counts)) == 1


async def test_what_was_answered_without_a_name_goes_with_the_person(database: Database, anna: PersonView) -> None:
    async with database.transaction() as session:
        nameless = await add_person(session, 9, roles=(), unit_id=None, anonymous=True)
    finished = await take(database, nameless)
    both = await begun(database, nameless), await begun(database, anna)
    hers = await begun(database, nameless, TEST)
    async with database.transaction() as session:
        await queries.move_attempts(session, nameless.id, anna.id)
    async with database.reading() as session:
        states = {one.id: one.state for one in await queries.every_attempt_of(session, anna.id)}
    assert states == {
        finished.attempt_id: AttemptState.FINISHED,
        both[0]: AttemptState.ABANDONED,
        both[1]: AttemptState.IN_PROGRESS,
        hers: AttemptState.IN_PROGRESS,
    }


async def test_her_data_is_handed_out_whole_and_erased_whole(database: Database, anna: PersonView) -> None:
    step = await take(database, anna, answers={"s1": 0})
    async with database.transaction() as session:
        ilya = await add_person(session, 2, "Воронов")
    others = await take(database, ilya)
    async with database.reading() as session:
        (attempt,) = (await export(session, anna.id))["attempts"]
    assert attempt["answers"]["s1"] == 0
    assert len(attempt["answers"]) == 36
    assert attempt["areas"]["method"] == {"percent": 67, "level": "enough"}
    async with database.transaction() as session:
        await erase(session, anna.id, NOW, ZoneInfo("Europe/Moscow"), CONTENT.calendar)
    async with database.reading() as session:
        assert (await export(session, anna.id))["attempts"] == []
        left = (await session.scalars(select(Answer.attempt_id).distinct())).all()
    assert left == [others.attempt_id] != [step.attempt_id]
