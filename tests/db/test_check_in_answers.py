"""Answering, putting off, skipping: two phones, late presses, rules of attention, erasure."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, update

from db.database import Database
from db.models import CheckIn, Pair, RoleAssignment
from db.vocabulary import CheckInSide, CheckInState, DueState, NoticeKind, PairStatus, Role
from services.errors import ConsentNeeded, NotAllowed, NotFound
from services.mentoring import answer, desk, mine, personal_data
from services.mentoring.answer import Saved
from services.mentoring.errors import CheckInDone, CheckInOver, PairEnded, TooLateToPutOff
from services.mentoring.notices import load_check_ins, load_pairs, load_questions
from services.questionnaires.answers import SKIP, Answer
from services.questionnaires.errors import AnswerError
from tests.db.pair_school import (
    CONTENT,
    FRIDAY,
    ILYA,
    MARINA,
    MOSCOW,
    TATYANA,
    check_ins,
    claimed,
    furnished,
    of,
    pair,
    plan,
    rows,
    who,
)
from tests.kit.statements import counting

MENTOR_SAYS: dict[str, Answer] = {"met": "talk", "topic": "plan", "how": 2, "next": SKIP}


@pytest.fixture
async def school(database: Database) -> AsyncIterator[Database]:
    async for ready in furnished(database):
        await plan(ready)
        yield ready


async def say(
    school: Database, person_id: int, check_in: int, item: str, value: Answer, now: datetime = FRIDAY
) -> Saved:
    person = await who(school, person_id)
    async with school.transaction() as session:
        return await answer.save_answer(session, person, check_in, item, value, now, MOSCOW, MOSCOW, CONTENT)


async def say_all(
    school: Database, person_id: int, check_in: int, answers: dict[str, Answer], now: datetime = FRIDAY
) -> None:
    for item, value in answers.items():
        saved = await say(school, person_id, check_in, item, value, now)
    assert saved.done


async def state_of(school: Database, check_in: int) -> CheckInState:
    return next(CheckInState(one.state) for one in await check_ins(school) if one.id == check_in)


async def test_the_fourth_tap_ends_it(school: Database) -> None:
    check_in = await of(school, CheckInSide.MENTOR)
    for number, (item, value) in enumerate(MENTOR_SAYS.items(), start=1):
        saved = await say(school, TATYANA, check_in, item, value)
        assert saved.done is (number == 4)
    assert await state_of(school, check_in) == CheckInState.ANSWERED


async def test_no_meeting_has_no_topic(school: Database) -> None:
    check_in = await of(school, CheckInSide.MENTOR)
    await say_all(school, TATYANA, check_in, {"met": "none", "how": 2, "next": SKIP})


async def test_a_tap_costs_the_same_however_much_was_said_before(school: Database) -> None:
    check_in = await of(school, CheckInSide.MENTOR)
    tatyana = await who(school, TATYANA)
    costs = []
    for item, value in list(MENTOR_SAYS.items())[:3]:
        with counting(school) as sent:
            async with school.transaction() as session:
                await answer.save_answer(session, tatyana, check_in, item, value, FRIDAY, MOSCOW, MOSCOW, CONTENT)
        costs.append(len(sent))
    assert max(costs) <= 7


async def test_two_phones_at_once_lose_nothing(school: Database) -> None:
    check_in = await of(school, CheckInSide.MENTEE)
    await asyncio.gather(*(say(school, ILYA, check_in, "week", mood) for mood in (0, 1, 2, 3)))
    saved = await asyncio.gather(say(school, ILYA, check_in, "win", "урок"), say(school, ILYA, check_in, "ask", "Как?"))
    assert [one.done for one in saved].count(True) == 1
    assert sum(row.kind == NoticeKind.MENTEE_QUESTION for row in await rows(school)) == 1


@pytest.mark.parametrize(("item", "value"), [("how", 4), ("how", "2"), ("met", "dinner"), ("next", "x" * 201)])
async def test_a_forged_answer_is_refused(school: Database, item: str, value: Answer) -> None:
    with pytest.raises(AnswerError):
        await say(school, TATYANA, await of(school, CheckInSide.MENTOR), item, value)


async def test_an_unknown_item_is_refused(school: Database) -> None:
    with pytest.raises(NotFound):
        await say(school, TATYANA, await of(school, CheckInSide.MENTOR), "week", 1)


async def test_closed_weeks_are_not_answered(school: Database) -> None:
    check_in = await of(school, CheckInSide.MENTOR)
    next_friday = FRIDAY + timedelta(days=7)
    await say(school, TATYANA, check_in, "met", "talk", next_friday - timedelta(seconds=1))
    with pytest.raises(CheckInOver):
        await say(school, TATYANA, check_in, "topic", "plan", next_friday)


async def test_an_answered_week_is_not_answered_again(school: Database) -> None:
    check_in = await of(school, CheckInSide.MENTOR)
    await say_all(school, TATYANA, check_in, MENTOR_SAYS)
    with pytest.raises(CheckInDone):
        await say(school, TATYANA, check_in, "how", 0)


async def test_a_pair_that_has_ended_asks_nothing(school: Database) -> None:
    async with school.transaction() as session:
        (await session.get_one(Pair, 1)).status = PairStatus.STOPPED
    with pytest.raises(PairEnded):
        await say(school, TATYANA, await of(school, CheckInSide.MENTOR), "how", 0)
    async with school.reading() as session:
        spoken = [claimed(row) for row in await rows(school) if row.kind == NoticeKind.CHECK_IN]
        assert await load_check_ins(session, spoken, FRIDAY, CONTENT) == {}


async def test_without_consent_nothing_is_kept(school: Database) -> None:
    person = replace(await who(school, ILYA), consented=False)
    check_in = await of(school, CheckInSide.MENTEE)
    async with school.transaction() as session:
        with pytest.raises(ConsentNeeded):
            await answer.save_answer(session, person, check_in, "week", 0, FRIDAY, MOSCOW, MOSCOW, CONTENT)


async def test_tomorrow_moves_the_question_and_the_nudge(school: Database) -> None:
    check_in, ilya = await of(school, CheckInSide.MENTEE), await who(school, ILYA)
    for _ in range(2):  # a double tap
        async with school.transaction() as session:
            due_at = await answer.put_off(session, ilya, check_in, FRIDAY, MOSCOW, CONTENT)
    assert due_at == FRIDAY + timedelta(days=1)
    async with school.reading() as session:
        spoken = [claimed(row) for row in await rows(school) if row.person_id == ILYA]
        live = await load_check_ins(session, spoken, FRIDAY, CONTENT)
    due = {row.id: row.due_at for row in await rows(school)}
    monday = datetime(2026, 10, 12, 12, tzinfo=UTC)
    assert sorted(due[row_id] for row_id in live) == [FRIDAY + timedelta(days=1), monday]


async def test_putting_off_ends_with_the_week(school: Database) -> None:
    check_in, ilya = await of(school, CheckInSide.MENTEE), await who(school, ILYA)
    thursday = FRIDAY + timedelta(days=6)
    async with school.transaction() as session:
        with pytest.raises(TooLateToPutOff):
            await answer.put_off(session, ilya, check_in, thursday, MOSCOW, CONTENT)


async def test_a_skipped_week_is_recorded_and_silences_its_notices(school: Database) -> None:
    check_in, ilya = await of(school, CheckInSide.MENTEE), await who(school, ILYA)
    for _ in range(2):
        async with school.transaction() as session:
            await answer.skip_week(session, ilya, check_in, FRIDAY, MOSCOW, CONTENT)
    assert await state_of(school, check_in) == CheckInState.SKIPPED
    async with school.reading() as session:
        spoken = [claimed(row) for row in await rows(school) if row.subject_id == check_in]
        assert await load_check_ins(session, spoken, FRIDAY, CONTENT) == {}


async def weeks(school: Database, side: CheckInSide, person_id: int, answers: dict[str, Answer], many: int) -> int:
    """The same answers in so many weeks running; returns the last check-in."""
    for number in range(many):
        friday = FRIDAY + timedelta(weeks=number)
        await plan(school, friday - timedelta(days=1))
        last = await of(school, side, date(2026, 10, 5) + timedelta(weeks=number))
        await say_all(school, person_id, last, answers, friday)
    return last


@pytest.mark.parametrize(
    ("side", "person_id", "answers", "many", "actions"),
    [
        (CheckInSide.MENTOR, TATYANA, {**MENTOR_SAYS, "how": 0}, 1, {"offer_consultation"}),
        (CheckInSide.MENTOR, TATYANA, {"met": "none", "how": 2, "next": SKIP}, 2, set()),
        (CheckInSide.MENTOR, TATYANA, {"met": "none", "how": 2, "next": SKIP}, 3, {"suggest_time_slot"}),
        (CheckInSide.MENTEE, ILYA, {"week": 0, "win": SKIP, "ask": SKIP}, 1, set()),
        (CheckInSide.MENTEE, ILYA, {"week": 0, "win": SKIP, "ask": SKIP}, 2, {"offer_private_contact"}),
    ],
)  # fmt: skip
async def test_attention(
    school: Database, side: CheckInSide, person_id: int, answers: dict[str, Answer], many: int, actions: set[str]
) -> None:
    last = await weeks(school, side, person_id, answers, many)
    person = await who(school, person_id)
    async with school.transaction() as session:
        assert await answer.attention(session, person, last, CONTENT) == actions
    helps = [row for row in await rows(school) if row.kind == NoticeKind.MENTORING_HELP]
    assert helps == [], "nobody is told without a press"


@pytest.mark.parametrize(
    ("between", "actions"),
    [
        ({"state": CheckInState.SKIPPED}, set()),
        ({"state": CheckInState.PLANNED}, set()),
        (None, {"offer_private_contact"}),  # in a week without questions nothing was asked
    ],
)
async def test_in_a_row_means_no_asked_week_without_an_answer_between(
    school: Database, between: dict[str, Any] | None, actions: set[str]
) -> None:
    hard: dict[str, Answer] = {"week": 0, "win": SKIP, "ask": SKIP}
    last = await weeks(school, CheckInSide.MENTEE, ILYA, hard, 3)
    middle = CheckIn.person_id == ILYA, CheckIn.week == date(2026, 10, 12)
    async with school.transaction() as session:
        if between is None:
            await session.execute(delete(CheckIn).where(*middle))
        else:
            await session.execute(update(CheckIn).where(*middle).values(**between))
        assert await answer.attention(session, await who(school, ILYA), last, CONTENT) == actions


async def test_help_is_asked_for_once_and_only_when_offered(school: Database) -> None:
    ilya, first = await who(school, ILYA), await of(school, CheckInSide.MENTEE)
    async with school.transaction() as session:
        with pytest.raises(NotAllowed):
            await answer.ask_for_help(session, ilya, first, FRIDAY, MOSCOW, CONTENT)
    last = await weeks(school, CheckInSide.MENTEE, ILYA, {"week": 0, "win": SKIP, "ask": SKIP}, 2)
    evening = FRIDAY + timedelta(days=7, hours=8)
    for _ in range(2):
        async with school.transaction() as session:
            told = await answer.ask_for_help(session, ilya, last, evening, MOSCOW, CONTENT)
    assert [person.id for person in told] == [MARINA]
    helps = [row for row in await rows(school) if row.kind == NoticeKind.MENTORING_HELP]
    assert [(row.person_id, row.due_at) for row in helps] == [(MARINA, datetime(2026, 10, 17, 5, tzinfo=UTC))]


async def test_erasure_ends_the_pair_and_leaves_no_answer(school: Database) -> None:
    check_in = await of(school, CheckInSide.MENTEE)
    await say(school, ILYA, check_in, "week", 0)
    async with school.transaction() as session:
        await personal_data.erase(session, ILYA, FRIDAY, MOSCOW, CONTENT.calendar)
    async with school.reading() as session:
        exported = await personal_data.export(session, ILYA)
    assert exported["check_ins"] == []
    assert exported["pairs"][0]["status"] == PairStatus.STOPPED
    assert {one.person_id for one in await check_ins(school)} == {TATYANA}
    await plan(school, FRIDAY)
    assert len(await check_ins(school)) == 1


async def test_her_mentor_is_not_asked_to_help_in_private(school: Database) -> None:
    async with school.transaction() as session:
        session.add(RoleAssignment(person_id=TATYANA, role=Role.METHODIST, unit_id=1, since=date(2026, 9, 1)))
    ilya, last = (
        await who(school, ILYA),
        await weeks(school, CheckInSide.MENTEE, ILYA, {"week": 0, "win": SKIP, "ask": SKIP}, 2),
    )
    later = FRIDAY + timedelta(days=7)
    async with school.transaction() as session:
        told = await answer.ask_for_help(session, ilya, last, later, MOSCOW, CONTENT)
    assert [person.id for person in told] == [MARINA]
    assert [row.person_id for row in await rows(school) if row.kind == NoticeKind.MENTORING_HELP] == [MARINA]
    async with school.transaction() as session:
        session.add(pair(MARINA, ILYA))
    async with school.reading() as session:
        assert await answer.who_would_help(session, last, later, MOSCOW) == [], "every methodist is her mentor"


async def test_a_waiting_question_of_a_stopped_pair_is_not_sent_and_the_mentee_is_told(school: Database) -> None:
    marina, check_in = await who(school, MARINA), await of(school, CheckInSide.MENTEE)
    evening = FRIDAY + timedelta(hours=7)
    await say_all(school, ILYA, check_in, {"week": 2, "win": SKIP, "ask": "Как быть?"}, evening)
    waiting = [claimed(row) for row in await rows(school) if row.kind == NoticeKind.MENTEE_QUESTION]
    async with school.transaction() as session:
        await desk.end_pair(session, marina, 1, PairStatus.STOPPED, evening, MOSCOW, CONTENT.calendar)
    assert [row.state for row in await rows(school) if row.kind == NoticeKind.MENTEE_QUESTION] == [DueState.CANCELLED]
    async with school.reading() as session:
        assert await load_questions(session, waiting, evening, CONTENT) == {}, "one that was being sent goes stale"
        ended = [claimed(row) for row in await rows(school) if row.kind == NoticeKind.PAIR_ENDED]
        told = await load_pairs(session, ended, evening, CONTENT)
    assert {view.side: view.question_unsent for view in told.values()} == {
        CheckInSide.MENTOR: False,
        CheckInSide.MENTEE: True,
    }


async def test_questions_wait_for_the_next_meeting(school: Database) -> None:
    tatyana = await who(school, TATYANA)
    await say_all(school, ILYA, await of(school, CheckInSide.MENTEE), {"week": 2, "win": SKIP, "ask": "Как быть?"})
    await say_all(school, TATYANA, await of(school, CheckInSide.MENTOR), MENTOR_SAYS)
    async with school.reading() as session:
        assert [one.text for one in await mine.open_questions(session, tatyana, 1, MOSCOW)] == ["Как быть?"]
    await plan(school, FRIDAY + timedelta(days=6))
    check_in = await of(school, CheckInSide.MENTOR, date(2026, 10, 12))
    await say_all(school, TATYANA, check_in, MENTOR_SAYS, FRIDAY + timedelta(days=7))
    async with school.reading() as session:
        assert await mine.open_questions(session, tatyana, 1, MOSCOW) == []


async def test_the_journal_outlives_the_pair_for_both(school: Database) -> None:
    await say_all(school, TATYANA, await of(school, CheckInSide.MENTOR), MENTOR_SAYS)
    async with school.transaction() as session:
        await desk.end_pair(
            session, await who(school, MARINA), 1, PairStatus.FINISHED, FRIDAY, MOSCOW, CONTENT.calendar
        )
    for person_id in (TATYANA, ILYA):
        person = await who(school, person_id)
        async with school.reading() as session:
            (view,) = await mine.my_pairs(session, person, FRIDAY, MOSCOW, CONTENT)
            assert (view.over, view.due_at) == (True, None)
            assert [entry.week for entry in await mine.journal(session, person, 1)] == [date(2026, 10, 5)]
            assert len(await mine.my_sides(session, person)) == 1


async def test_erasure_takes_what_the_mentor_wrote_about_her(school: Database) -> None:
    await say_all(school, TATYANA, await of(school, CheckInSide.MENTOR), {**MENTOR_SAYS, "next": "Илья робеет"})
    async with school.transaction() as session:
        await personal_data.erase(session, ILYA, FRIDAY, MOSCOW, CONTENT.calendar)
    async with school.reading() as session:
        kept = (await personal_data.export(session, TATYANA))["check_ins"][0]["answers"]
    assert kept == {"met": "talk", "topic": "plan", "how": 2}


async def test_erasure_costs_the_same_however_many_weeks_there_were(school: Database) -> None:
    await weeks(school, CheckInSide.MENTEE, ILYA, {"week": 2, "win": SKIP, "ask": SKIP}, 3)
    with counting(school) as sent:
        async with school.transaction() as session:
            await personal_data.erase(session, ILYA, FRIDAY, MOSCOW, CONTENT.calendar)
    assert len(sent) <= 10
    left = [row for row in await rows(school) if row.person_id == ILYA and row.state == DueState.QUEUED]
    assert left == []
