"""What a methodist's change writes down: who is told what, when, and which reminders live."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from db.database import Database
from db.models import Event, Unit
from db.vocabulary import EventKind, EventStatus, NoticeKind, SignUpState
from services.errors import NotAllowed, NotFound
from services.events.desk import (
    NewEvent,
    cancel_event,
    change_capacity,
    change_subjects,
    create_event,
    reschedule,
)
from services.events.errors import EventClosed, EventInThePast, FewerThanConfirmed
from services.events.overview import own_event, own_events, participants
from services.events.rules import usual_deadline
from services.events.sign_up import cancel, sign_up, will_come
from services.events.views import Told
from services.people.service import people
from services.people.views import PersonView
from tests.db.event_town import (
    CALENDAR,
    DISTRICT,
    FAR_SCHOOL,
    MOSCOW,
    NOW,
    add_event,
    add_people,
    in_state,
    queued,
    settle_village,
)

START = NOW + timedelta(days=10, hours=5)
"""Friday 16 October, 15:00 in Moscow."""

REMINDERS = (NoticeKind.EVENT_REMINDER_DAY, NoticeKind.EVENT_REMINDER_HOURS)


async def join(database: Database, people_: list[PersonView], event_id: int) -> None:
    for person in people_:
        async with database.transaction() as session:
            await sign_up(session, person, event_id, MOSCOW, CALENDAR, NOW)


async def move(database: Database, person: PersonView, event_id: int, starts_at: datetime, now: datetime = NOW) -> Told:
    async with database.transaction() as session:
        return await reschedule(session, person, event_id, starts_at, MOSCOW, CALENDAR, now)


async def test_a_moved_event_has_new_reminders_and_tells_everyone(database: Database) -> None:
    anna, ilya, olga, marina = await settle_village(database, 4)
    event_id = await add_event(database, capacity=2, starts_at=START)
    await join(database, [anna, ilya, olga], event_id)
    async with database.transaction() as session:
        assert await will_come(session, anna.id, event_id, NOW)

    later = START + timedelta(days=4)
    assert (await move(database, marina, event_id, later)).people == 3

    rows = await queued(database)
    reminders = [row for row in rows if row.kind in REMINDERS]
    assert {(row.person_id, row.version) for row in reminders} == {(anna.id, 2), (ilya.id, 2)}
    assert {row.due_at for row in reminders} == {later - timedelta(days=1), later - timedelta(hours=2)}
    told = [row for row in rows if row.kind == NoticeKind.EVENT_MOVED]
    assert {row.person_id for row in told} == {anna.id, ilya.id, olga.id}
    assert {row.data["from"] for row in told} == {START.isoformat()}
    assert {row.due_at for row in told} == {NOW}
    assert all(place.will_come is None for place in await in_state(database, event_id, SignUpState.CONFIRMED))
    async with database.reading() as session:
        event = await session.get_one(Event, event_id)
    assert (event.starts_at, event.ends_at) == (later, later + timedelta(minutes=90))
    assert event.sign_up_until == usual_deadline(later, MOSCOW, NOW)


async def test_moved_twice_in_the_evening_is_told_once_in_the_morning(database: Database) -> None:
    anna, marina = await settle_village(database, 2)
    event_id = await add_event(database, starts_at=START)
    await join(database, [anna], event_id)
    evening = datetime(2026, 10, 6, 18, tzinfo=UTC)

    await move(database, marina, event_id, START + timedelta(days=3), evening)
    await move(database, marina, event_id, START + timedelta(days=4), evening)

    told = await queued(database, NoticeKind.EVENT_MOVED)
    assert [(row.version, row.data["from"]) for row in told] == [(3, START.isoformat())]
    assert told[0].due_at == datetime(2026, 10, 7, 5, tzinfo=UTC)

    assert await move(database, marina, event_id, START, evening) == Told(0, None)
    assert await queued(database, NoticeKind.EVENT_MOVED) == []


async def test_reminders_follow_the_zone_of_the_school(database: Database) -> None:
    await settle_village(database, 2)
    async with database.transaction() as session:
        region = Unit(id=9, kind="region", name="Край", search_name="край", path="/9/")
        session.add(region)
        await session.flush()
        unit = await session.get_one(Unit, FAR_SCHOOL)
        unit.path = "/9/3/4/"
        await add_people(session, [50], FAR_SCHOOL)
    async with database.reading() as session:
        vera = (await people(session, [50], NOW))[50]
    start = datetime(2026, 10, 16, 3, tzinfo=UTC)  # 13:00 in Vladivostok, 06:00 in Moscow
    event_id = await add_event(database, starts_at=start, unit_id=9)
    await join(database, [vera], event_id)
    zone = ZoneInfo("Asia/Vladivostok")
    assert [row.due_at.astimezone(zone).strftime("%d %H:%M") for row in await queued(database)] == [
        "15 13:00",
        "16 11:00",
    ]


async def test_a_cancelled_event_tells_everyone_and_nothing_else_is_said(database: Database) -> None:
    anna, ilya, marina = await settle_village(database, 3)
    event_id = await add_event(database, capacity=1, starts_at=START)
    await join(database, [anna, ilya], event_id)
    await move(database, marina, event_id, START + timedelta(days=4))
    async with database.transaction() as session:
        told = await cancel_event(session, marina, event_id, "Ведущий болен", MOSCOW, CALENDAR, NOW)
        assert told == Told(2, NOW)

    rows = await queued(database)
    assert {(row.kind, row.person_id) for row in rows} == {
        (NoticeKind.EVENT_CANCELLED, anna.id),
        (NoticeKind.EVENT_CANCELLED, ilya.id),
    }
    async with database.transaction() as session:
        with pytest.raises(EventClosed):
            await sign_up(session, marina, event_id, MOSCOW, CALENDAR, NOW)
        with pytest.raises(EventClosed):
            await reschedule(session, marina, event_id, START, MOSCOW, CALENDAR, NOW)


async def test_more_places_go_to_the_line_and_fewer_are_refused(database: Database) -> None:
    teachers = await settle_village(database, 6)
    marina = teachers[-1]
    event_id = await add_event(database, capacity=2)
    await join(database, teachers[:5], event_id)
    async with database.transaction() as session:
        assert await change_capacity(session, marina, event_id, 4, MOSCOW, CALENDAR, NOW) == Told(2, NOW)
    freed = await queued(database, NoticeKind.EVENT_PLACE_FREED)
    assert [row.person_id for row in freed] == [teachers[2].id, teachers[3].id]
    with pytest.raises(FewerThanConfirmed) as refusal:
        async with database.transaction() as session:
            await change_capacity(session, marina, event_id, 3, MOSCOW, CALENDAR, NOW)
    assert refusal.value.fields == {"confirmed": 4}
    async with database.transaction() as session:
        assert await change_capacity(session, marina, event_id, None, MOSCOW, CALENDAR, NOW) == Told(1, NOW)


async def test_nobody_touches_what_is_not_hers(database: Database) -> None:
    anna, marina = await settle_village(database, 2)
    here, there = await add_event(database), await add_event(database, unit_id=FAR_SCHOOL)
    async with database.transaction() as session:
        for person, event_id in ((anna, here), (marina, there)):
            with pytest.raises(NotAllowed):
                await reschedule(session, person, event_id, START, MOSCOW, CALENDAR, NOW)
            with pytest.raises(NotAllowed):
                await change_capacity(session, person, event_id, 5, MOSCOW, CALENDAR, NOW)
            with pytest.raises(NotAllowed):
                await cancel_event(session, person, event_id, None, MOSCOW, CALENDAR, NOW)
            with pytest.raises(NotAllowed):
                await participants(session, person, event_id, 10, 0)
        with pytest.raises(NotAllowed):
            await own_events(session, anna, NOW, False, 10, 0)
        with pytest.raises(NotFound):
            await cancel_event(session, marina, 999, None, MOSCOW, CALENDAR, NOW)
        with pytest.raises(EventInThePast):
            await reschedule(session, marina, here, NOW, MOSCOW, CALENDAR, NOW)
        assert [event.id for event in (await own_events(session, marina, NOW, False, 10, 0)).events] == [here]


async def test_scopes_are_whole_numbers(database: Database) -> None:
    """The methodist of /1/ has no say in /12/."""
    *_, marina = await settle_village(database, 2)
    async with database.transaction() as session:
        session.add(Unit(id=12, kind="municipality", name="Другой", search_name="другой", path="/12/"))
    other = await add_event(database, unit_id=12)
    async with database.transaction() as session:
        with pytest.raises(NotAllowed):
            await cancel_event(session, marina, other, None, MOSCOW, CALENDAR, NOW)
        assert (await own_events(session, marina, NOW, False, 10, 0)).total == 0


async def test_a_new_event_belongs_to_the_methodists_unit(database: Database) -> None:
    anna, marina = await settle_village(database, 2)
    new = NewEvent(EventKind.SEMINAR, "Семинар", ("mathematics", "physics"), START, 90, "Школа № 1", None, 20)
    async with database.transaction() as session:
        with pytest.raises(NotAllowed):
            await create_event(session, anna, new, MOSCOW, NOW)
        event_id = await create_event(session, marina, new, MOSCOW, NOW)
    async with database.reading() as session:
        event = await session.get_one(Event, event_id)
        assert (await own_event(session, marina, event_id)).subjects == ("mathematics", "physics")
    assert (event.unit_id, event.status, event.organiser_id) == (DISTRICT, EventStatus.PUBLISHED, marina.id)
    assert event.ends_at - event.starts_at == timedelta(minutes=90)
    assert event.sign_up_until == datetime(2026, 10, 15, 15, tzinfo=UTC)


async def test_for_whom_it_is_can_be_put_right(database: Database) -> None:
    anna, marina = await settle_village(database, 2, ["physics"])
    event_id = await add_event(database, subjects=["mathematics", "history"])
    for subjects in (("history", "physics"), ("history", "physics"), ()):
        async with database.transaction() as session:
            with pytest.raises(NotAllowed):
                await change_subjects(session, anna, event_id, subjects, NOW)
            await change_subjects(session, marina, event_id, subjects, NOW)
        async with database.reading() as session:
            assert (await own_event(session, marina, event_id)).subjects == subjects


async def test_who_is_signed_up(database: Database) -> None:
    anna, ilya, olga, vera, marina = await settle_village(database, 5)
    event_id = await add_event(database, capacity=2)
    await join(database, [ilya, anna, olga, vera], event_id)
    async with database.transaction() as session:
        await cancel(session, olga.id, event_id, MOSCOW, CALENDAR, NOW)
        await will_come(session, anna.id, event_id, NOW)
    async with database.reading() as session:
        _, found, total = await participants(session, marina, event_id, 10, 0)
        _, second, _ = await participants(session, marina, event_id, 2, 2)
    assert total == 4
    assert [(somebody.person_id, somebody.state, somebody.position, somebody.will_come) for somebody in found] == [
        (anna.id, SignUpState.CONFIRMED, 0, True),
        (ilya.id, SignUpState.CONFIRMED, 0, None),
        (vera.id, SignUpState.WAITING, 1, None),
        (olga.id, SignUpState.CANCELLED, 0, None),
    ]
    assert second == found[2:]
    assert found[0].school == "Сосновская ООШ"
