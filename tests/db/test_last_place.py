"""Never overbooked, and never a free place while somebody waits: whoever presses, and however many at once."""

import asyncio
from collections.abc import Coroutine
from random import Random
from typing import Any

import pytest

from db.database import Database
from db.models import Event
from db.vocabulary import NoticeKind, SignUpState
from services.events.desk import change_capacity
from services.events.errors import FewerThanConfirmed
from services.events.sign_up import cancel, sign_up
from services.events.views import Confirmed, Placed, Waiting
from services.people.views import PersonView
from tests.db.event_town import CALENDAR, MOSCOW, NOW, add_event, in_state, queued, settle_village


async def press(database: Database, person: PersonView, event_id: int) -> Placed:
    async with database.transaction() as session:
        return await sign_up(session, person, event_id, MOSCOW, CALENDAR, NOW)


async def leave(database: Database, person: PersonView, event_id: int) -> SignUpState | None:
    async with database.transaction() as session:
        return await cancel(session, person.id, event_id, MOSCOW, CALENDAR, NOW)


async def widen(database: Database, methodist: PersonView, event_id: int, capacity: int | None) -> None:
    try:
        async with database.transaction() as session:
            await change_capacity(session, methodist, event_id, capacity, MOSCOW, CALENDAR, NOW)
    except FewerThanConfirmed:
        return


async def test_two_hundred_press_at_once_for_twenty_places(database: Database) -> None:
    teachers = await settle_village(database, 200)
    event_id = await add_event(database, capacity=20)

    told = await asyncio.gather(*(press(database, teacher, event_id) for teacher in teachers))

    confirmed = await in_state(database, event_id, SignUpState.CONFIRMED)
    waiting = await in_state(database, event_id, SignUpState.WAITING)
    assert [sign_up.turn for sign_up in confirmed] == list(range(1, 21))
    assert [sign_up.turn for sign_up in waiting] == list(range(21, 201))
    assert {teacher.id for teacher, placed in zip(teachers, told, strict=True) if placed == Confirmed()} == {
        sign_up.person_id for sign_up in confirmed
    }
    positions = {
        teacher.id: placed.position
        for teacher, placed in zip(teachers, told, strict=True)
        if isinstance(placed, Waiting)
    }
    assert [positions[sign_up.person_id] for sign_up in waiting] == list(range(1, 181))
    assert {row.person_id for row in await queued(database)} == {sign_up.person_id for sign_up in confirmed}


async def test_one_person_pressing_ten_times_has_one_place(database: Database) -> None:
    anna, *_ = await settle_village(database, 2)
    event_id = await add_event(database, capacity=20)

    told = await asyncio.gather(*(press(database, anna, event_id) for _ in range(10)))

    assert told == [Confirmed()] * 10
    assert len(await in_state(database, event_id, SignUpState.CONFIRMED)) == 1


async def test_places_freed_at_once_go_to_the_first_of_the_line(database: Database) -> None:
    teachers = await settle_village(database, 40)
    event_id = await add_event(database, capacity=20)
    for teacher in teachers:
        await press(database, teacher, event_id)

    await asyncio.gather(*(leave(database, teacher, event_id) for teacher in teachers[:15]))

    confirmed = await in_state(database, event_id, SignUpState.CONFIRMED)
    assert [sign_up.person_id for sign_up in confirmed] == [teacher.id for teacher in teachers[15:35]]
    freed = await queued(database, NoticeKind.EVENT_PLACE_FREED)
    assert {row.person_id for row in freed} == {teacher.id for teacher in teachers[20:35]}


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_happens_at_once_the_line_holds(database: Database, seed: int) -> None:
    """Sign-ups, cancellations and changes of capacity in a storm; after each gust the two promises hold."""
    random = Random(seed)
    teachers = await settle_village(database, 30)
    event_id = await add_event(database, capacity=5)
    methodist = teachers[-1]
    capacities: list[int | None] = [1, 3, 5, 8, 12, None]
    for _ in range(6):
        gust: list[Coroutine[Any, Any, Any]] = []
        for _ in range(20):
            teacher = random.choice(teachers)
            match random.choice(["press", "press", "press", "leave", "leave", "widen"]):
                case "press":
                    gust.append(press(database, teacher, event_id))
                case "leave":
                    gust.append(leave(database, teacher, event_id))
                case _:
                    gust.append(widen(database, methodist, event_id, random.choice(capacities)))
        await asyncio.gather(*gust)
        await assert_line_holds(database, event_id)


async def assert_line_holds(database: Database, event_id: int) -> None:
    async with database.reading() as session:
        capacity = (await session.get_one(Event, event_id)).capacity
    confirmed = await in_state(database, event_id, SignUpState.CONFIRMED)
    waiting = await in_state(database, event_id, SignUpState.WAITING)
    turns = [sign_up.turn for sign_up in confirmed + waiting]
    assert len(turns) == len(set(turns))
    if capacity is None:
        assert not waiting
    else:
        assert len(confirmed) <= capacity
        assert not waiting or len(confirmed) == capacity
    if confirmed and waiting:
        assert max(sign_up.turn for sign_up in confirmed) < min(sign_up.turn for sign_up in waiting)
