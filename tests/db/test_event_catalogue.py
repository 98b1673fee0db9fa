"""What a reader finds, in which order, and that a bigger season costs no more statements."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from db.database import Database
from db.vocabulary import EventKind, EventStatus, NoticeKind, SignUpState
from services.content import Content
from services.errors import ConsentNeeded, NotFound
from services.events.catalogue import Narrowing, card, mine, upcoming, whats_on
from services.events.errors import EventClosed, EventElsewhere
from services.events.personal_data import erase, export
from services.events.reminders import plan_missing_reminders
from services.events.sign_up import cancel, sign_up
from services.events.views import Confirmed, Page
from services.people.views import PersonView
from tests.db.event_town import (
    CALENDAR,
    FAR_DISTRICT,
    MOSCOW,
    NOW,
    SCHOOL,
    add_event,
    in_state,
    queued,
    settle_village,
)
from tests.kit.statements import counting


async def found(database: Database, person: PersonView, wanted: Narrowing | None = None) -> Page:
    async with database.reading() as session:
        return await upcoming(session, person, wanted or Narrowing(), MOSCOW, NOW, 50, 0)


async def join(database: Database, person: PersonView, event_id: int) -> Any:
    async with database.transaction() as session:
        return await sign_up(session, person, event_id, MOSCOW, CALENDAR, NOW)


async def test_her_subject_first_then_everyones_then_the_rest(database: Database) -> None:
    anna, *_ = await settle_village(database, 2, ["mathematics"])
    day = timedelta(days=1)
    history = await add_event(database, starts_at=NOW + day, subjects=["history"])
    everyone_later = await add_event(database, starts_at=NOW + 5 * day)
    everyone = await add_event(database, starts_at=NOW + 2 * day)
    hers = await add_event(database, starts_at=NOW + 30 * day, subjects=["mathematics", "physics"], unit_id=SCHOOL)
    for hidden in (
        {"unit_id": FAR_DISTRICT},
        {"starts_at": NOW - day},
        {"status": EventStatus.CANCELLED},
        {"status": EventStatus.DRAFT},
    ):
        await add_event(database, **hidden)

    page = await found(database, anna)

    assert [event.id for event in page.events] == [hers, everyone, everyone_later, history]
    assert page.total == 4
    async with database.reading() as session:
        page = await upcoming(session, anna, Narrowing(), MOSCOW, NOW, 50, 0, by_date=True)
    assert [event.id for event in page.events] == [history, everyone, everyone_later, hers]
    assert page.events[-1].subjects == ("mathematics", "physics")


async def test_filters(database: Database) -> None:
    anna, ilya, *_ = await settle_village(database, 3, ["mathematics"])
    october = datetime(2026, 10, 31, 20, 30, tzinfo=UTC)  # 23:30 in Moscow
    november = datetime(2026, 10, 31, 21, tzinfo=UTC)  # midnight in Moscow
    first = await add_event(database, starts_at=october, capacity=1, kind=EventKind.SEMINAR)
    second = await add_event(database, starts_at=november, capacity=None, subjects=["history"])
    await join(database, ilya, first)

    async def ids(wanted: Narrowing) -> list[int]:
        page = await found(database, anna, wanted)
        assert page.total == len(page.events)
        return [event.id for event in page.events]

    assert await ids(Narrowing(month="2026-10")) == [first]
    assert await ids(Narrowing(month="2026-11")) == [second]
    assert await ids(Narrowing(month="2026-12")) == []
    assert await ids(Narrowing(kind=EventKind.SEMINAR)) == [first]
    assert await ids(Narrowing(only_free=True)) == [second]
    assert await ids(Narrowing(only_mine=True)) == [first]
    async with database.reading() as session:
        on = await whats_on(session, anna, MOSCOW, NOW)
    assert on.months == ("2026-10", "2026-11")
    assert on.kinds == (EventKind.SEMINAR, EventKind.PRACTICUM)


async def test_statements_do_not_grow_with_the_season(database: Database) -> None:
    anna, ilya, *_ = await settle_village(database, 3, ["mathematics"])
    counts = []
    for season in (20, 480):
        for number in range(season):
            await add_event(database, starts_at=NOW + timedelta(days=1 + number % 90), subjects=["mathematics"])
        event_id = await add_event(database, capacity=1)
        with counting(database) as seen:
            page = await found(database, anna)
            async with database.reading() as session:
                await whats_on(session, anna, MOSCOW, NOW)
                await card(session, anna, event_id)
                await mine(session, anna.id, NOW, False, 6, 0)
            await join(database, anna, event_id)
            await join(database, ilya, event_id)
            async with database.transaction() as session:
                await cancel(session, anna.id, event_id, MOSCOW, CALENDAR, NOW)
        assert page.total >= season
        counts.append(len(seen))
    assert counts[0] == counts[1]


async def test_events_elsewhere(database: Database) -> None:
    anna, *_ = await settle_village(database, 2)
    there = await add_event(database, unit_id=FAR_DISTRICT)
    draft = await add_event(database, status=EventStatus.DRAFT)
    async with database.transaction() as session:
        with pytest.raises(EventElsewhere):
            await card(session, anna, there)
        with pytest.raises(EventElsewhere):
            await sign_up(session, anna, there, MOSCOW, CALENDAR, NOW)
        for missing in (draft, 999):
            with pytest.raises(NotFound):
                await card(session, anna, missing)
            with pytest.raises(NotFound):
                await sign_up(session, anna, missing, MOSCOW, CALENDAR, NOW)


async def test_who_has_not_agreed_is_not_written_down(database: Database) -> None:
    anna, *_ = await settle_village(database, 2)
    event_id = await add_event(database)
    for person in (replace(anna, consented=False), replace(anna, anonymous=True)):
        with pytest.raises(ConsentNeeded):
            await join(database, person, event_id)
    assert await in_state(database, event_id, SignUpState.CONFIRMED) == []


async def test_sign_up_ends_and_leaving_does_not_until_the_start(database: Database) -> None:
    anna, ilya, *_ = await settle_village(database, 3)
    event_id = await add_event(database, starts_at=NOW + timedelta(hours=30))
    await join(database, anna, event_id)
    late, begun = NOW + timedelta(hours=13), NOW + timedelta(hours=30)
    async with database.transaction() as session:
        with pytest.raises(EventClosed) as deadline:
            await sign_up(session, ilya, event_id, MOSCOW, CALENDAR, late)
        with pytest.raises(EventClosed) as over:
            await cancel(session, anna.id, event_id, MOSCOW, CALENDAR, begun)
        assert await cancel(session, anna.id, event_id, MOSCOW, CALENDAR, late)
        assert not await cancel(session, anna.id, event_id, MOSCOW, CALENDAR, late)
    assert (deadline.value.fields["reason"], over.value.fields["reason"]) == ("deadline", "over")


async def test_mine_to_come_and_past(database: Database) -> None:
    anna, ilya, *_ = await settle_village(database, 3)
    soon = await add_event(database, starts_at=NOW + timedelta(days=2), capacity=1)
    later = await add_event(database, starts_at=NOW + timedelta(days=4))
    left = await add_event(database, starts_at=NOW + timedelta(days=3))
    await join(database, ilya, soon)
    for event_id in (later, soon, left):
        await join(database, anna, event_id)
    async with database.transaction() as session:
        await cancel(session, anna.id, left, MOSCOW, CALENDAR, NOW)
    async with database.reading() as session:
        ahead = await mine(session, anna.id, NOW, False, 6, 0)
        past = await mine(session, anna.id, NOW + timedelta(days=30), True, 6, 0)
    assert [(event.id, event.my_state, event.my_position) for event in ahead.events] == [
        (soon, SignUpState.WAITING, 1),
        (later, SignUpState.CONFIRMED, 0),
    ]
    assert [event.id for event in past.events] == [later]  # nobody was where she only waited


async def test_an_erasure_at_night_wakes_nobody(database: Database) -> None:
    anna, ilya, *_ = await settle_village(database, 3)
    event_id = await add_event(database, capacity=1)
    await join(database, anna, event_id)
    await join(database, ilya, event_id)
    night = datetime(2026, 10, 6, 23, 30, tzinfo=MOSCOW)
    async with database.transaction() as session:
        await erase(session, anna.id, night, MOSCOW, CALENDAR)
    freed = [row for row in await queued(database) if row.kind == NoticeKind.EVENT_PLACE_FREED]
    assert [row.due_at.astimezone(MOSCOW) for row in freed] == [datetime(2026, 10, 7, 8, tzinfo=MOSCOW)]


async def test_erasing_frees_the_place_and_leaves_no_trace(database: Database) -> None:
    anna, ilya, *_ = await settle_village(database, 3)
    event_id = await add_event(database, capacity=1)
    assert await join(database, anna, event_id) == Confirmed()
    await join(database, ilya, event_id)
    async with database.reading() as session:
        kept = await export(session, anna.id)
    assert [row["state"] for row in kept["sign_ups"]] == ["confirmed"]

    async with database.transaction() as session:
        await erase(session, anna.id, NOW, MOSCOW, CALENDAR)
        await plan_missing_reminders(session, NOW + timedelta(days=5), MOSCOW, Content(CALENDAR, *[None] * 3))  # type: ignore[arg-type]

    assert [place.person_id for place in await in_state(database, event_id, SignUpState.CONFIRMED)] == [ilya.id]
    rows = await queued(database)
    assert {row.person_id for row in rows} == {ilya.id}
    assert {row.kind for row in rows} == {
        NoticeKind.EVENT_PLACE_FREED,
        NoticeKind.EVENT_REMINDER_DAY,
        NoticeKind.EVENT_REMINDER_HOURS,
    }
    async with database.reading() as session:
        assert await export(session, anna.id) == {"sign_ups": [], "organised": [], "unfinished_event": None}
