"""Who is told of what a change brings: reminders that were missing, who cannot be reached, and by when."""

from datetime import timedelta

from sqlalchemy import update

from db.database import Database
from db.models import OutboxRow, SignUp, Unit
from db.vocabulary import DueState, NoticeKind, Reach, SignUpState
from services.content import Content
from services.events.desk import (
    change_capacity,
    change_place,
)
from services.events.line import plan_places
from services.events.overview import would_tell
from services.events.reminders import plan_missing_reminders, plan_reminders
from services.events.sign_up import cancel
from services.events.views import Told
from services.people.service import people
from tests.db.event_town import (
    CALENDAR,
    FAR_SCHOOL,
    MOSCOW,
    NOW,
    add_event,
    add_people,
    in_state,
    queued,
    set_reach,
    settle_village,
)
from tests.db.test_event_desk import REMINDERS, START, join, move


async def test_reminders_of_places_that_came_without_them(database: Database) -> None:
    """Imported sign-ups are planned, once, and again for nobody who has given the place up."""
    anna, ilya, *_ = await settle_village(database, 3)
    event_id = await add_event(database, starts_at=START)
    async with database.transaction() as session:
        session.add_all(
            SignUp(
                event_id=event_id,
                person_id=person.id,
                state=SignUpState.CONFIRMED,
                turn=person.id,
                created_at=NOW,
                changed_at=NOW,
            )
            for person in (anna, ilya)
        )
    for _ in range(2):
        async with database.transaction() as session:
            await plan_reminders(session, [event_id], MOSCOW, CALENDAR, NOW)
    assert len(await queued(database)) == 4
    async with database.transaction() as session:
        await cancel(session, anna.id, event_id, MOSCOW, CALENDAR, NOW)
        content = Content(CALENDAR, None, None, None)  # type: ignore[arg-type]
        await plan_missing_reminders(session, NOW + timedelta(days=5), MOSCOW, content)
    assert {row.person_id for row in await queued(database)} == {ilya.id}


async def test_signing_up_again_brings_the_reminders_back(database: Database) -> None:
    anna, *_ = await settle_village(database, 2)
    event_id = await add_event(database)
    for _ in range(3):
        await join(database, [anna], event_id)
        assert [row.kind for row in await queued(database)] == list(REMINDERS)
        async with database.transaction() as session:
            assert await cancel(session, anna.id, event_id, MOSCOW, CALENDAR, NOW)
        assert await queued(database) == []


async def test_a_place_goes_past_who_has_stopped_the_bot_and_comes_when_she_is_back(database: Database) -> None:
    anna, ilya, olga, marina = await settle_village(database, 4)
    event_id = await add_event(database, capacity=1)
    await join(database, [anna, ilya, olga], event_id)
    await set_reach(database, ilya.id, Reach.BLOCKED)
    async with database.transaction() as session:
        await cancel(session, anna.id, event_id, MOSCOW, CALENDAR, NOW)
    assert [one.person_id for one in await in_state(database, event_id, SignUpState.CONFIRMED)] == [olga.id]
    async with database.transaction() as session:
        assert (await change_capacity(session, marina, event_id, 2, MOSCOW, CALENDAR, NOW)) == Told(0, None)
    await set_reach(database, ilya.id, Reach.OPEN)
    async with database.transaction() as session:
        await plan_places(session, NOW, MOSCOW, Content(CALENDAR, *[None] * 3))  # type: ignore[arg-type]
    confirmed = await in_state(database, event_id, SignUpState.CONFIRMED)
    assert {one.person_id for one in confirmed} == {olga.id, ilya.id}
    assert {row.person_id for row in await queued(database, NoticeKind.EVENT_PLACE_FREED)} == {olga.id, ilya.id}


async def test_a_new_place_is_told_once_to_everyone_who_can_be_told(database: Database) -> None:
    anna, ilya, marina = await settle_village(database, 3)
    event_id = await add_event(database, capacity=1)
    await join(database, [anna, ilya], event_id)
    await set_reach(database, ilya.id, Reach.BLOCKED)
    told = []
    for venue in ("Школа № 2", "Школа № 2", "Школа № 3"):
        async with database.transaction() as session:
            told.append(await change_place(session, marina, event_id, venue, None, MOSCOW, CALENDAR, NOW))
    assert told == [Told(1, NOW), Told(0, None), Told(1, NOW)]
    rows = await queued(database, NoticeKind.EVENT_PLACE)
    assert [row.person_id for row in rows].count(anna.id) == 1


async def test_what_is_promised_before_is_what_comes(database: Database) -> None:
    """In the evening in Moscow it is night in Vladivostok: the last of the readers counts, for window and change."""
    anna, _, marina = await settle_village(database, 3)
    async with database.transaction() as session:
        (await session.get_one(Unit, FAR_SCHOOL)).path = "/1/4/"
        await add_people(session, [50], FAR_SCHOOL)
    async with database.reading() as session:
        vera = (await people(session, [50], NOW))[50]
    event_id = await add_event(database, starts_at=START)
    await join(database, [anna, vera], event_id)
    evening = NOW + timedelta(hours=5)
    for starts_at in (START + timedelta(days=3), START - timedelta(days=8, hours=-3)):
        async with database.reading() as session:
            _, promised = await would_tell(session, marina, event_id, MOSCOW, CALENDAR, evening, starts_at)
        assert promised == await move(database, marina, event_id, starts_at, evening)
        assert promised.people == 2
        async with database.transaction() as session:
            await session.execute(update(OutboxRow).values(state=DueState.SENT))
