"""The planner: who is asked when, once, and in as many statements for a thousand pairs as for one."""

from collections.abc import AsyncIterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from db.database import Database
from db.models import CheckIn, OutboxRow, Pair, Person, Unit
from db.queries import check_in_plan as queries
from db.vocabulary import CheckInSide, CheckInState, DueState, NoticeKind, PairStatus
from services.content import Content
from services.mentoring import answer
from services.mentoring.replan import replan_check_ins
from tests.db.pair_school import (
    CONTENT,
    FRIDAY,
    ILYA,
    MARINA,
    MOSCOW,
    TATYANA,
    TUESDAY,
    add_person,
    check_ins,
    furnished,
    of,
    pair,
    plan,
    rows,
    who,
)
from tests.kit.statements import counting

NUDGED, COUNTED = datetime(2026, 10, 13, 12, tzinfo=UTC), datetime(2026, 10, 14, 12, tzinfo=UTC)
"""When the Monday after is a holiday."""


@pytest.fixture
async def school(database: Database) -> AsyncIterator[Database]:
    async for ready in furnished(database):
        yield ready


async def test_both_sides_are_asked_on_friday_and_nudged_on_monday(school: Database) -> None:
    await plan(school)
    planned = await check_ins(school)
    assert [(one.side, one.person_id, one.due_at) for one in planned] == [
        (CheckInSide.MENTEE, ILYA, FRIDAY),
        (CheckInSide.MENTOR, TATYANA, FRIDAY),
    ]
    monday, tuesday = datetime(2026, 10, 12, 12, tzinfo=UTC), datetime(2026, 10, 13, 12, tzinfo=UTC)
    assert [(row.kind, row.person_id, row.due_at) for row in await rows(school)] == [
        (NoticeKind.CHECK_IN, TATYANA, FRIDAY),
        (NoticeKind.CHECK_IN, ILYA, FRIDAY),
        (NoticeKind.CHECK_IN_NUDGE, TATYANA, monday),
        (NoticeKind.CHECK_IN_NUDGE, ILYA, monday),
        (NoticeKind.CHECK_IN_SILENT_PAIR, MARINA, tuesday),
    ]


async def test_planning_again_plans_nothing_twice(school: Database) -> None:
    """Every minute of a fortnight's Fridays, and after a restart."""
    for hours in range(0, 24 * 14, 7):
        await plan(school, TUESDAY + timedelta(hours=hours))
    assert [one.week for one in await check_ins(school)] == [
        date(2026, 10, 5),
        date(2026, 10, 5),
        date(2026, 10, 12),
        date(2026, 10, 12),
        date(2026, 10, 19),
        date(2026, 10, 19),
    ]
    spoken = await rows(school)
    assert len(spoken) == 2 * 5 + 2, "of the last week before the breaks nobody is reminded"
    assert len({row.dedupe_key for row in spoken}) == len(spoken)


@pytest.mark.parametrize(
    ("now", "weeks"),
    [
        (datetime(2026, 10, 26, 7, tzinfo=UTC), []),  # breaks: nothing on 30 October
        (datetime(2026, 11, 2, 7, tzinfo=UTC), [date(2026, 11, 2)]),  # 4 November is not a Friday
        (datetime(2026, 12, 28, 7, tzinfo=UTC), []),  # 1 January
        (datetime(2027, 1, 2, 7, tzinfo=UTC), []),  # 8 January
        (datetime(2027, 1, 8, 7, tzinfo=UTC), [date(2027, 1, 11)]),
    ],
)
async def test_holidays_and_breaks_are_left_out(school: Database, now: datetime, weeks: list[date]) -> None:
    await plan(school, now)
    assert sorted({one.week for one in await check_ins(school)}) == weeks


async def test_every_side_has_its_own_three_o_clock(school: Database) -> None:
    """A mentor in Moscow, a mentee in Vladivostok."""
    async with school.transaction() as session:
        await add_person(session, 20, "Ли", "Артём", None, 3)
        session.add(pair(TATYANA, 20, unit=3))
    await plan(school)
    due = {one.person_id: one.due_at for one in await check_ins(school) if one.pair_id == 2}
    assert due == {TATYANA: FRIDAY, 20: datetime(2026, 10, 9, 5, tzinfo=UTC)}
    nudges = {row.person_id: row.due_at for row in await rows(school) if row.kind == NoticeKind.CHECK_IN_NUDGE}
    assert nudges[20] == datetime(2026, 10, 12, 5, tzinfo=UTC)


async def test_a_methodist_hears_when_the_last_of_her_pairs_may_be_silent(school: Database) -> None:
    async with school.transaction() as session:
        (await session.get_one(Unit, 3)).time_zone = "Europe/Kaliningrad"
        await add_person(session, 20, "Ли", "Артём", None, 3)
        session.add(pair(TATYANA, 20, unit=3))
    await plan(school)
    heard = [row for row in await rows(school) if row.kind == NoticeKind.CHECK_IN_SILENT_PAIR]
    assert [(row.person_id, row.due_at) for row in heard] == [(MARINA, datetime(2026, 10, 13, 13, tzinfo=UTC))]


@pytest.mark.parametrize(
    "fields",
    [
        {"starts_on": date(2026, 10, 10)},
        {"ends_on": date(2026, 10, 8)},
        {"status": PairStatus.STOPPED},
        {"status": PairStatus.FINISHED},
    ],
)
async def test_only_pairs_within_their_period_are_asked(school: Database, fields: dict[str, object]) -> None:
    async with school.transaction() as session:
        known = await session.get_one(Pair, 1)
        for name, value in fields.items():
            setattr(known, name, value)
    await plan(school)
    assert [one for one in await check_ins(school) if one.week == date(2026, 10, 5)] == []


async def test_the_last_friday_of_a_period_is_asked(school: Database) -> None:
    async with school.transaction() as session:
        (await session.get_one(Pair, 1)).ends_on = date(2026, 10, 9)
    await plan(school)
    assert len(await check_ins(school)) == 2


async def test_nobody_is_asked_about_somebody_erased(school: Database) -> None:
    async with school.transaction() as session:
        (await session.get_one(Person, ILYA)).erased_at = TUESDAY
    await plan(school)
    assert await check_ins(school) == []


async def test_a_friday_that_has_passed_is_not_made_up_for(school: Database) -> None:
    """A pair recorded on Friday evening begins next week."""
    await plan(school, FRIDAY + timedelta(hours=1))
    assert {one.week for one in await check_ins(school)} == {date(2026, 10, 12)}


def with_holidays(*days: date) -> Content:
    return replace(CONTENT, calendar=replace(CONTENT.calendar, holidays=CONTENT.calendar.holidays | set(days)))


async def test_a_new_holiday_leaves_nothing_of_its_friday(school: Database) -> None:
    await plan(school)
    await plan(school, content=with_holidays(date(2026, 10, 9)))
    assert await check_ins(school) == []
    assert await rows(school) == []


async def test_a_holiday_that_is_taken_back_is_planned_as_before(school: Database) -> None:
    await plan(school)
    planned = [(row.dedupe_key, row.due_at) for row in await rows(school)]
    await plan(school, content=with_holidays(date(2026, 10, 9)))
    await plan(school)
    assert [(row.dedupe_key, row.due_at) for row in await rows(school)] == planned


async def test_what_has_been_asked_is_reminded_of_after_a_new_holiday(school: Database) -> None:
    await plan(school)
    async with school.transaction() as session:
        await session.execute(
            update(OutboxRow).where(OutboxRow.kind == NoticeKind.CHECK_IN).values(state=DueState.SENT)
        )
    holiday = with_holidays(date(2026, 10, 12))
    for hours in (1, 2):
        await plan(school, FRIDAY + timedelta(hours=hours), holiday)
    this_week = [one for one in await check_ins(school) if one.week == date(2026, 10, 5)]
    assert {(one.due_at, one.nudge_at, one.silent_at) for one in this_week} == {(FRIDAY, NUDGED, COUNTED)}
    spoken = [row for row in await rows(school) if row.due_at <= COUNTED]
    assert [(row.kind, row.state, row.due_at) for row in spoken] == [
        (NoticeKind.CHECK_IN, DueState.SENT, FRIDAY),
        (NoticeKind.CHECK_IN, DueState.SENT, FRIDAY),
        (NoticeKind.CHECK_IN_NUDGE, DueState.QUEUED, NUDGED),
        (NoticeKind.CHECK_IN_NUDGE, DueState.QUEUED, NUDGED),
        (NoticeKind.CHECK_IN_SILENT_PAIR, DueState.QUEUED, COUNTED),
    ]


async def test_an_answer_is_never_forgotten_with_a_calendar(school: Database) -> None:
    await plan(school)
    async with school.transaction() as session:
        await session.execute(update(CheckIn).values(state=CheckInState.ASKED))
    await plan(school, content=with_holidays(date(2026, 10, 9)))
    assert len(await check_ins(school)) == 2


@pytest.mark.parametrize("asked", [False, True])
async def test_a_press_in_the_midst_of_replanning_stands(
    school: Database, monkeypatch: pytest.MonkeyPatch, asked: bool
) -> None:
    """On PostgreSQL «Завтра» may come between what the planner reads and what it writes; on SQLite writers wait."""
    await plan(school)
    read, ilya = queries.unsaid_check_ins, await who(school, ILYA)
    check_in, now = await of(school, CheckInSide.MENTEE), FRIDAY + timedelta(hours=1 if asked else -1)

    async def pressed(session: AsyncSession, *given: Any) -> Any:
        found = await read(session, *given)
        async with nullcontext(session) if school.is_sqlite else school.transaction() as other:
            await answer.put_off(other, ilya, check_in, now, MOSCOW, CONTENT)
            await other.flush()
        return found

    monkeypatch.setattr("db.queries.check_in_plan.unsaid_check_ins", pressed)
    day = date(2026, 10, 12) if asked else date(2026, 10, 9)
    async with school.transaction() as session:
        await replan_check_ins(session, now, MOSCOW, with_holidays(day))
    put_off = next(one for one in await check_ins(school) if one.id == check_in)
    assert (put_off.version, put_off.due_at) == (1, FRIDAY + timedelta(days=1))
    waiting = [row for row in await rows(school) if row.subject_id == check_in and row.version == 1]
    assert [row.kind for row in waiting] == [NoticeKind.CHECK_IN, NoticeKind.CHECK_IN_NUDGE]


async def test_all_that_has_changed_is_changed_in_one_go(school: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.mentoring.replan.MOST", 1)
    await plan(school)
    async with school.transaction() as session:
        await replan_check_ins(session, TUESDAY, MOSCOW, with_holidays(date(2026, 10, 9)))
    assert await check_ins(school) == []
    assert await rows(school) == []


async def test_statements_do_not_grow_with_the_pairs(school: Database) -> None:
    with counting(school) as one_pair:
        await plan(school)
    async with school.transaction() as session:
        for number in range(100, 300, 2):
            session.add(Person(id=number, surname=f"А{number}", given_name="Б", unit_id=2, created_at=TUESDAY))
            session.add(Person(id=number + 1, surname=f"В{number}", given_name="Г", unit_id=3, created_at=TUESDAY))
        await session.flush()
        session.add_all(pair(number, number + 1) for number in range(100, 300, 2))
    with counting(school) as hundred_pairs:
        await plan(school)
    assert len(hundred_pairs) == len(one_pair) <= 7
    with counting(school) as nothing_new:
        await plan(school)
    assert len(nothing_new) <= 3
    assert len(await check_ins(school)) == 202
    assert {one.state for one in await check_ins(school)} == {CheckInState.PLANNED}
