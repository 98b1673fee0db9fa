"""Leases: nothing is lost, nothing is sent by two, a late record does not undo a newer one."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from db.database import GREENWICH, Database
from db.models import Account, OutboxRow
from db.vocabulary import DueState, NoticeKind, Platform, Reach
from services.outbox import rules
from services.outbox import service as outbox
from services.outbox.model import Claimed, Due, Priority
from services.people.service import set_reach
from tests.kit.broadcast_people import FIRST_TEACHER, TUESDAY, USERS_FROM, people
from tests.kit.post import CONTENT, MOSCOW

SECOND = timedelta(seconds=1)
CALM = (MOSCOW, CONTENT.calendar)


def due(person_id: int, key: str | None = None, *, due_at: datetime = TUESDAY, **fields: Any) -> Due:
    return Due(NoticeKind.BROADCAST, person_id, 1, key or f"k:{person_id}", due_at, **fields)


async def fill(database: Database, count: int, **fields: Any) -> None:
    async with database.transaction() as session:
        await people(session, count)
        await outbox.enqueue(session, [due(FIRST_TEACHER + number, **fields) for number in range(count)])


async def claim(database: Database, now: datetime = TUESDAY, limit: int = 25) -> list[Claimed]:
    async with database.transaction() as session:
        return await outbox.claim(session, now, limit)


async def states(database: Database) -> dict[str, int]:
    async with database.reading() as session:
        rows = await session.execute(select(OutboxRow.state, func.count()).group_by(OutboxRow.state))
        return {str(state): count for state, count in rows}


async def test_a_key_is_said_once(database: Database) -> None:
    await fill(database, 2)
    async with database.transaction() as session:
        await outbox.enqueue(session, [due(FIRST_TEACHER), due(FIRST_TEACHER, "other")])
    assert await states(database) == {"queued": 3}


async def test_the_most_urgent_goes_first(database: Database) -> None:
    await fill(database, 2)
    async with database.transaction() as session:
        await outbox.enqueue(session, [due(FIRST_TEACHER + 1, "answer", priority=Priority.PERSONAL)])
    assert [row.person_id for row in await claim(database, limit=2)] == [FIRST_TEACHER + 1, FIRST_TEACHER]


async def test_what_is_not_due_waits(database: Database) -> None:
    await fill(database, 1, due_at=TUESDAY + SECOND)
    assert await claim(database) == []
    assert len(await claim(database, TUESDAY + SECOND)) == 1


async def test_two_deliverers_never_hold_the_same_row(database: Database) -> None:
    await fill(database, 200)
    both = await asyncio.gather(*(claim(database, limit=25) for _ in range(8)))
    ids = [row.id for rows in both for row in rows]
    assert len(ids) == len(set(ids))
    assert len(ids) + len([row for _ in range(8) for row in await claim(database)]) == 200


async def test_two_processes_empty_the_queue_once(database: Database) -> None:
    """Two engines on one database, as two processes have."""
    await fill(database, 120)
    address = database.url.set(drivername=database.url.get_backend_name())
    other = Database(address.render_as_string(hide_password=False), GREENWICH)
    sent: list[int] = []

    async def deliver(one: Database) -> None:
        while rows := await claim(one, limit=7):
            for row in rows:
                sent.append(row.id)
                async with one.transaction() as session:
                    await outbox.record_sent(session, row, 1, TUESDAY)

    try:
        await asyncio.gather(deliver(database), deliver(other))
    finally:
        await other.close()
    assert len(sent) == 120 == len(set(sent))
    assert await states(database) == {"sent": 120}


async def test_a_lease_that_ran_out_is_claimed_again(database: Database) -> None:
    await fill(database, 1)
    (first,) = await claim(database)
    assert await claim(database, TUESDAY + rules.LEASE - SECOND) == []
    (second,) = await claim(database, TUESDAY + rules.LEASE)
    assert (second.id, second.attempts) == (first.id, 2)


async def test_a_late_record_does_not_undo_a_newer_one(database: Database) -> None:
    """A process that was away too long finds its row in other hands: what those record counts."""
    await fill(database, 1)
    (slow,) = await claim(database)
    later = TUESDAY + rules.LEASE
    (quick,) = await claim(database, later)
    async with database.transaction() as session:
        assert await outbox.record_sent(session, quick, 77, later)
    async with database.transaction() as session:
        assert not await outbox.record_failure(session, slow, "network", later, *CALM)
        assert not await outbox.record_dead(session, slow, "refused", later)
        assert not await outbox.record_wait(session, slow, "busy", later, *CALM)
        await outbox.record_stale(session, [slow], later)
    assert await states(database) == {"sent": 1}


async def test_what_is_past_its_time_is_not_sent(database: Database) -> None:
    """Also when it was under a lease as its process died."""
    await fill(database, 1, expires_at=TUESDAY + timedelta(minutes=1))
    assert len(await claim(database)) == 1
    assert await claim(database, TUESDAY + rules.LEASE) == []
    assert await states(database) == {"stale": 1}


async def test_failures_grow_apart_and_a_night_without_a_line_loses_nobody(database: Database) -> None:
    await fill(database, 1)
    now, tries = TUESDAY, 0
    while now < TUESDAY + timedelta(hours=12):
        (row,) = await claim(database, now)
        tries += 1
        async with database.transaction() as session:
            await outbox.record_failure(session, row, "network", now, *CALM)
        async with database.reading() as session:
            following = await outbox.next_due(session)
        assert following is not None
        assert following > now
        now = following
    assert tries < 100
    assert await states(database) == {"queued": 1}


async def test_a_wait_that_was_asked_for_is_no_failure(database: Database) -> None:
    await fill(database, 1)
    for number in range(rules.MAX_ATTEMPTS + 1):
        now = TUESDAY + timedelta(seconds=3 * number)
        (row,) = await claim(database, now)
        assert row.attempts == 1
        async with database.transaction() as session:
            await outbox.record_wait(session, row, "too_many_requests", now + timedelta(seconds=3), *CALM)
    assert await states(database) == {"queued": 1}


async def test_an_accident_is_given_up_soon(database: Database) -> None:
    await fill(database, 1)
    now = TUESDAY
    for _ in range(rules.MAX_ACCIDENTS):
        (row,) = await claim(database, now)
        async with database.transaction() as session:
            await outbox.record_accident(session, row, now, *CALM)
        now += timedelta(minutes=10)
    assert await states(database) == {"dead": 1}


async def test_the_next_due_moment_knows_leases(database: Database) -> None:
    """Whoever turns the clock after a crash must not jump over the rows that the dead process held."""
    await fill(database, 1)
    await claim(database)
    async with database.reading() as session:
        assert await outbox.next_due(session) == TUESDAY + rules.LEASE


async def test_cancelling_takes_back_only_what_is_queued(database: Database) -> None:
    await fill(database, 3)
    (first,) = await claim(database, limit=1)
    async with database.transaction() as session:
        assert await outbox.cancel(session, [NoticeKind.BROADCAST], 1) == 2
        await outbox.record_sent(session, first, 5, TUESDAY)
    assert await states(database) == {"sent": 1, "cancelled": 2}


async def test_a_row_goes_once_more_as_the_same_row(database: Database) -> None:
    await fill(database, 1)
    (row,) = await claim(database)
    async with database.transaction() as session:
        await outbox.record_dead(session, row, "blocked", TUESDAY, Reach.BLOCKED)
    async with database.transaction() as session:
        assert await outbox.requeue(session, select(OutboxRow.id), [DueState.DEAD], TUESDAY) == 1
        assert await outbox.requeue(session, select(OutboxRow.id), [DueState.DEAD], TUESDAY) == 0
    (again,) = await claim(database)
    assert (again.id, again.version, again.attempts) == (row.id, row.version + 1, 1)
    assert again.account_id is None, "the account is blocked still"


async def test_the_newest_open_account_is_written_to(database: Database) -> None:
    await fill(database, 1)
    async with database.transaction() as session:
        session.add(
            Account(
                id=9000,
                platform=Platform.TELEGRAM,
                user_id=7,
                person_id=FIRST_TEACHER,
                reach=Reach.OPEN,
                wrong_codes=0,
                created_at=TUESDAY,
            )
        )
    (row,) = await claim(database)
    assert row.user_id == 7
    async with database.transaction() as session:
        await set_reach(session, Platform.TELEGRAM, 7, Reach.BLOCKED)
    (row,) = await claim(database, TUESDAY + rules.LEASE)
    assert row.user_id == USERS_FROM + FIRST_TEACHER
