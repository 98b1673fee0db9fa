"""At the moment of delivery only what still holds true is said, even if its row was already on its way."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from db.database import Database
from db.models import Event
from db.vocabulary import EventStatus, NoticeKind
from services.content import Content
from services.events import notices
from services.events.sign_up import cancel, sign_up
from services.events.views import EventNotice
from services.outbox.model import Claimed
from tests.db.event_town import CALENDAR, MOSCOW, NOW, add_event, settle_village
from tests.kit.statements import counting

CONTENT = Content(CALENDAR, None, None, None)  # type: ignore[arg-type]


def claimed(
    person_id: int,
    event_id: int,
    version: int = 1,
    kind: NoticeKind = NoticeKind.EVENT_REMINDER_DAY,
    moved_from: datetime | None = None,
) -> Claimed:
    return Claimed(
        id=1000 * event_id + person_id,
        kind=kind,
        person_id=person_id,
        subject_id=event_id,
        version=version,
        data={"from": moved_from.isoformat()} if moved_from else {},
        attempts=1,
        due_at=NOW,
        expires_at=None,
        leased_until=NOW,
        account_id=person_id,
        platform=None,
        user_id=person_id,
        locale="ru",
        zone=None,
        edits=False,
        edits_message_id=None,
    )


async def load(database: Database, loader: Any, rows: Sequence[Claimed], now: datetime = NOW) -> dict[int, EventNotice]:
    async with database.reading() as session:
        found: dict[int, EventNotice] = await loader(session, rows, now, CONTENT)
    return found


async def change(database: Database, event_id: int, **values: Any) -> None:
    async with database.transaction() as session:
        event = await session.get_one(Event, event_id)
        for name, value in values.items():
            setattr(event, name, value)


@pytest.fixture
async def scene(database: Database) -> tuple[Database, int]:
    """Of one place Анна (1) has it, Илья (2) waits; Ольга (3) has nothing to do with it."""
    anna, ilya, *_ = await settle_village(database, 4)
    event_id = await add_event(database, capacity=1)
    for person in (anna, ilya):
        async with database.transaction() as session:
            await sign_up(session, person, event_id, MOSCOW, CALENDAR, NOW)
    return database, event_id


async def test_a_reminder_is_for_who_has_a_place(scene: tuple[Database, int]) -> None:
    database, event_id = scene
    rows = [claimed(person_id, event_id) for person_id in (1, 2, 3)] + [claimed(1, 999)]
    assert [view.event.id for view in (await load(database, notices.load_reminders, rows)).values()] == [event_id]


async def test_a_reminder_of_the_old_time_is_never_said(scene: tuple[Database, int]) -> None:
    database, event_id = scene
    await change(database, event_id, version=2)
    assert await load(database, notices.load_reminders, [claimed(1, event_id)]) == {}
    assert len(await load(database, notices.load_reminders, [claimed(1, event_id, version=2)])) == 1


async def test_nor_of_a_cancelled_or_past_one_nor_to_who_has_left(scene: tuple[Database, int]) -> None:
    database, event_id = scene
    rows = [claimed(1, event_id)]
    assert await load(database, notices.load_reminders, rows, NOW + timedelta(days=20)) == {}
    async with database.transaction() as session:
        await cancel(session, 1, event_id, MOSCOW, CALENDAR, NOW)
    assert await load(database, notices.load_reminders, rows) == {}
    await change(database, event_id, status=EventStatus.CANCELLED)
    assert await load(database, notices.load_reminders, [claimed(2, event_id)]) == {}


async def test_a_place_freed_is_told_with_the_time_as_it_is_now(scene: tuple[Database, int]) -> None:
    database, event_id = scene
    row = claimed(1, event_id, kind=NoticeKind.EVENT_PLACE_FREED)
    await change(database, event_id, version=2)
    assert len(await load(database, notices.load_places_freed, [row])) == 1
    assert await load(database, notices.load_places_freed, [claimed(2, event_id)]) == {}


async def test_moves_and_cancellations_are_told_to_the_line_too(scene: tuple[Database, int]) -> None:
    database, event_id = scene
    rows = [claimed(person_id, event_id, moved_from=NOW) for person_id in (1, 2, 3)]
    moved = await load(database, notices.load_moves, rows)
    assert [(view.event.my_position, view.moved_from) for view in moved.values()] == [(0, NOW), (1, NOW)]
    assert await load(database, notices.load_cancellations, rows) == {}
    await change(database, event_id, status=EventStatus.CANCELLED)
    assert await load(database, notices.load_moves, rows) == {}
    assert len(await load(database, notices.load_cancellations, rows)) == 2


async def test_many_rows_are_read_in_two_statements(database: Database) -> None:
    teachers = await settle_village(database, 30)
    event_ids = [await add_event(database, capacity=None) for _ in range(5)]
    for teacher in teachers:
        for event_id in event_ids:
            async with database.transaction() as session:
                await sign_up(session, teacher, event_id, MOSCOW, CALENDAR, NOW)
    rows = [claimed(teacher.id, event_id) for teacher in teachers for event_id in event_ids]
    with counting(database) as seen:
        found = await load(database, notices.load_reminders, rows)
    assert len(found) == 150
    assert len(seen) == 2
