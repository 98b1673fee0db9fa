"""Whoever still waits shortly before an event is told once that no place has come free."""

from datetime import datetime, timedelta

from sqlalchemy import update

from db.database import Database
from db.models import Event, OutboxRow
from db.vocabulary import DueState, NoticeKind, Reach, SignUpState
from services.content import Content
from services.events import notices
from services.events.desk import cancel_event, change_capacity, reschedule
from services.events.line import plan_places
from services.events.reminders import plan_news_for_the_line
from services.events.sign_up import cancel, sign_up
from services.events.views import Confirmed
from services.people.views import PersonView
from tests.db.event_town import CALENDAR, MOSCOW, NOW, add_event, in_state, queued, set_reach, settle_village
from tests.db.test_event_notices import claimed, load
from tests.kit.statements import counting

START = NOW + timedelta(days=10, hours=5)
"""Friday 16 October, 15:00 in Moscow."""

EVE = datetime(2026, 10, 15, 18, tzinfo=MOSCOW)
NEAR = START - timedelta(days=3)
CONTENT = Content(CALENDAR, None, None, None)  # type: ignore[arg-type]


async def join(database: Database, person: PersonView, event_id: int) -> None:
    async with database.transaction() as session:
        await sign_up(session, person, event_id, MOSCOW, CALENDAR, NOW)


async def leave(database: Database, person: PersonView, event_id: int) -> None:
    async with database.transaction() as session:
        await cancel(session, person.id, event_id, MOSCOW, CALENDAR, NOW)


async def planned(database: Database, now: datetime = NEAR) -> list[OutboxRow]:
    """What is queued after the planner has gone by, twice."""
    for _ in range(2):
        async with database.transaction() as session:
            await plan_news_for_the_line(session, now, MOSCOW, CONTENT)
    return await queued(database, NoticeKind.EVENT_NO_PLACE)


async def test_the_line_and_nobody_else(database: Database) -> None:
    anna, ilya, olga, *_ = await settle_village(database, 4)
    event_id = await add_event(database, capacity=1, starts_at=START)
    for person in (anna, ilya, olga):
        await join(database, person, event_id)
    assert await planned(database, NOW) == []  # ten days before a place may well come free
    rows = await planned(database)
    assert [(row.person_id, row.due_at, row.expires_at) for row in rows] == [
        (ilya.id, EVE, START),
        (olga.id, EVE, START),
    ]


async def test_it_follows_a_move_and_a_new_turn_in_the_line(database: Database) -> None:
    anna, ilya, marina = await settle_village(database, 3)
    event_id = await add_event(database, capacity=1, starts_at=START)
    await join(database, anna, event_id)
    await join(database, ilya, event_id)
    await planned(database)
    await leave(database, ilya, event_id)
    assert await planned(database) == []
    await join(database, ilya, event_id)
    assert [row.due_at for row in await planned(database)] == [EVE]
    day = timedelta(days=1)
    async with database.transaction() as session:
        await reschedule(session, marina, event_id, START - day, MOSCOW, CALENDAR, NOW)
    assert [(row.version, row.due_at) for row in await planned(database)] == [(2, EVE - day)]
    async with database.transaction() as session:
        await cancel_event(session, marina, event_id, None, MOSCOW, CALENDAR, NOW)
    assert await planned(database) == []


async def test_it_is_said_only_while_it_holds(database: Database) -> None:
    anna, ilya, marina = await settle_village(database, 3)
    event_id = await add_event(database, capacity=1, starts_at=START)
    await join(database, anna, event_id)
    await join(database, ilya, event_id)
    row = claimed(ilya.id, event_id, kind=NoticeKind.EVENT_NO_PLACE)
    assert [view.event.my_position for view in (await load(database, notices.load_no_place, [row])).values()] == [1]
    other_version = claimed(ilya.id, event_id, version=2, kind=NoticeKind.EVENT_NO_PLACE)
    assert await load(database, notices.load_no_place, [other_version]) == {}
    assert await load(database, notices.load_no_place, [row], START) == {}
    async with database.transaction() as session:
        await change_capacity(session, marina, event_id, 2, MOSCOW, CALENDAR, NOW)
    assert await load(database, notices.load_no_place, [row]) == {}


async def test_not_while_a_place_is_on_its_way(database: Database) -> None:
    """Илья had stopped the bot, so a free place is kept from nobody but him: the next planner gives it to him."""
    anna, ilya, *_ = await settle_village(database, 3)
    event_id = await add_event(database, capacity=1, starts_at=START)
    await join(database, anna, event_id)
    await join(database, ilya, event_id)
    await set_reach(database, ilya.id, Reach.BLOCKED)
    await leave(database, anna, event_id)
    await set_reach(database, ilya.id, Reach.OPEN)
    row = claimed(ilya.id, event_id, kind=NoticeKind.EVENT_NO_PLACE)
    assert await load(database, notices.load_no_place, [row]) == {}


async def test_a_long_line_costs_no_more_statements(database: Database) -> None:
    teachers = await settle_village(database, 40)
    counts = []
    for length in (2, 30):
        event_id = await add_event(database, capacity=1, starts_at=START)
        for teacher in teachers[:length]:
            await join(database, teacher, event_id)
        with counting(database) as seen:
            async with database.transaction() as session:
                await plan_news_for_the_line(session, NEAR, MOSCOW, CONTENT)
        counts.append(len(seen))
    assert counts[0] == counts[1]


async def test_a_place_freed_just_before_the_start_stays_free(database: Database) -> None:
    """Илья was told that there is no need to come; Ольга stands at the door; a methodist may still give places."""
    anna, ilya, olga, marina = await settle_village(database, 4)
    event_id = await add_event(database, capacity=1, starts_at=START)
    await join(database, anna, event_id)
    await join(database, ilya, event_id)
    late = START - timedelta(minutes=30)
    async with database.transaction() as session:
        (await session.get_one(Event, event_id)).sign_up_until = START
    async with database.transaction() as session:
        await cancel(session, anna.id, event_id, MOSCOW, CALENDAR, late)
        await plan_places(session, late, MOSCOW, CONTENT)
    assert await in_state(database, event_id, SignUpState.CONFIRMED) == []
    row = claimed(ilya.id, event_id, kind=NoticeKind.EVENT_NO_PLACE)
    assert len(await load(database, notices.load_no_place, [row], late)) == 1
    async with database.transaction() as session:
        assert await sign_up(session, olga, event_id, MOSCOW, CALENDAR, late) == Confirmed()
    async with database.transaction() as session:
        assert (await change_capacity(session, marina, event_id, 2, MOSCOW, CALENDAR, late)).people == 1
    assert {one.person_id for one in await in_state(database, event_id, SignUpState.CONFIRMED)} == {olga.id, ilya.id}


async def test_what_went_stale_in_the_evening_is_said_before_the_start(database: Database) -> None:
    """At six a place was on its way to Илья; it went to nobody, and he has heard nothing."""
    anna, ilya, *_ = await settle_village(database, 3)
    event_id = await add_event(database, capacity=1, starts_at=START)
    await join(database, anna, event_id)
    await join(database, ilya, event_id)
    await planned(database)
    async with database.transaction() as session:
        await session.execute(
            update(OutboxRow).where(OutboxRow.kind == NoticeKind.EVENT_NO_PLACE).values(state=DueState.STALE)
        )
    rows = await planned(database, EVE + timedelta(minutes=5))
    assert [(row.person_id, row.due_at) for row in rows] == [(ilya.id, START - timedelta(hours=2))]
