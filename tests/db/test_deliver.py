"""Delivery: whatever befalls one message befalls it alone; the messenger's wishes are kept; a stop drains."""

import asyncio
import logging
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.database import Database
from db.models import Account, OutboxRow
from db.vocabulary import NoticeKind, Reach
from dialogs.common.notice import Notice
from dialogs.common.notice_type import NoticeType
from locales import MissingWords, Safe
from scheduler.messenger import Refused, TryLater, Unreachable
from scheduler.ticks import Ticker
from services.content import Content
from services.outbox import rules
from services.outbox import service as outbox
from services.outbox.model import Due
from tests.kit.broadcast_people import FIRST_TEACHER, TUESDAY, USERS_FROM, people
from tests.kit.post import MOSCOW, Office
from tests.kit.statements import counting

ANNA = USERS_FROM + FIRST_TEACHER


async def load_all(session: Any, rows: Any, now: Any, content: Any) -> dict[int, int]:
    return {row.id: row.person_id for row in rows}


def render_hello(words: Any, view: Any, content: Any) -> Notice:
    return Notice(Safe(f"hello {view}"))


HELLO = {NoticeKind.BROADCAST: NoticeType(load_all, render_hello)}


async def office(database: Database, count: int, notices: Any = None, **fields: Any) -> Office:
    async with database.transaction() as session:
        await people(session, count)
        await outbox.enqueue(session, [due(number, **fields) for number in range(count)])
    return Office(database, TUESDAY, notices=HELLO if notices is None else notices)


def due(number: int, kind: NoticeKind = NoticeKind.BROADCAST) -> Due:
    return Due(kind, FIRST_TEACHER + number, 1, f"{kind}:{number}", TUESDAY)


async def records(database: Database) -> dict[tuple[str, str | None], int]:
    async with database.reading() as session:
        rows = await session.execute(
            select(OutboxRow.state, OutboxRow.failure, func.count()).group_by(OutboxRow.state, OutboxRow.failure)
        )
        return {(str(state), failure): count for state, failure, count in rows}


async def test_everyone_gets_it_once(database: Database) -> None:
    here = await office(database, 60)
    await here.deliver()
    assert {user: len(notices) for user, notices in here.post.sent.items()} == {ANNA + n: 1 for n in range(60)}
    assert await records(database) == {("sent", None): 60}


async def test_two_deliverers_send_each_row_once(database: Database) -> None:
    one = await office(database, 90)
    two = Office(database, TUESDAY, notices=HELLO)
    await asyncio.gather(one.deliver(), two.deliver())
    users = [*one.post.sent, *two.post.sent]
    assert len(users) == 90 == len(set(users))
    assert one.post.count + two.post.count == 90


async def test_one_who_stopped_the_bot_costs_the_others_nothing(database: Database) -> None:
    here = await office(database, 5)

    async def anna_is_gone(user_id: int) -> None:
        if user_id == ANNA:
            raise Unreachable(Reach.BLOCKED)

    here.post.before = anna_is_gone
    await here.deliver()
    assert await records(database) == {("sent", None): 4, ("dead", "blocked"): 1}
    async with database.reading() as session:
        assert await session.scalar(select(Account.reach).where(Account.user_id == ANNA)) == Reach.BLOCKED


async def test_a_refused_message_leaves_the_account_open(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    here = await office(database, 1)

    async def refuse(user_id: int) -> None:
        raise Refused("Bad Request: wrong file")

    here.post.before = refuse
    await here.deliver()
    assert await records(database) == {("dead", "refused"): 1}
    async with database.reading() as session:
        assert await session.scalar(select(Account.reach).where(Account.user_id == ANNA)) == Reach.OPEN


async def test_a_broken_loader_stops_no_other_kind(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    async def broken(session: Any, rows: Any, now: Any, content: Any) -> dict[int, int]:
        raise ZeroDivisionError

    notices = {**HELLO, NoticeKind.CHECK_IN: NoticeType(broken, render_hello)}
    here = await office(database, 3, notices)
    async with database.transaction() as session:
        await outbox.enqueue(session, [due(0, NoticeKind.CHECK_IN), due(1, NoticeKind.EVENT_MOVED)])  # no such type
    with caplog.at_level(logging.CRITICAL):
        await here.deliver()
    assert here.post.count == 3
    assert await records(database) == {("sent", None): 3, ("queued", outbox.ACCIDENT): 2}
    for _ in range(rules.MAX_ACCIDENTS):
        here.clock.moment += timedelta(minutes=10)
        await here.deliver()
    assert await records(database) == {("sent", None): 3, ("dead", outbox.ACCIDENT): 2}


@pytest.mark.parametrize(("problem", "record"), [(ZeroDivisionError, "queued"), (MissingWords, "dead")])
async def test_a_message_that_cannot_be_rendered(
    database: Database, caplog: pytest.LogCaptureFixture, problem: type[Exception], record: str
) -> None:
    def render(words: Any, view: Any, content: Any) -> Notice:
        if view == FIRST_TEACHER:
            raise problem
        return render_hello(words, view, content)

    here = await office(database, 3, {NoticeKind.BROADCAST: NoticeType(load_all, render)})
    await here.deliver()
    assert here.post.count == 2
    assert {state for state, failure in await records(database) if failure} == {record}


async def test_what_the_loader_leaves_out_is_stale(database: Database) -> None:
    async def load_none(session: Any, rows: Any, now: Any, content: Any) -> dict[int, int]:
        return {}

    here = await office(database, 2, {NoticeKind.BROADCAST: NoticeType(load_none, render_hello)})
    await here.deliver()
    assert here.post.count == 0
    assert await records(database) == {("stale", None): 2}


async def test_asked_silence_is_kept_by_everyone_and_loses_nobody(database: Database) -> None:
    """429 speaks of the bot: the rest of the batch does not run into it one by one."""
    here = await office(database, 40)
    calls = 0

    async def busy_at_the_third(user_id: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise TryLater("too_many_requests", 0.2)

    here.post.before = busy_at_the_third
    began = asyncio.get_running_loop().time()
    await here.delivery.deliver_due()
    tried = calls
    await here.delivery.deliver_due()
    assert asyncio.get_running_loop().time() - began >= 0.2, "the next batch waits until the silence is over"
    here.clock.moment += timedelta(seconds=1)
    await here.deliver()
    assert tried <= 25
    assert here.post.count == 40
    assert set(map(len, here.post.sent.values())) == {1}
    assert {state for state, _ in await records(database)} == {"sent"}


async def test_a_lost_line_is_tried_again(database: Database) -> None:
    here = await office(database, 1)
    lost = 3

    async def no_line(user_id: int) -> None:
        nonlocal lost
        lost -= 1
        if lost >= 0:
            raise TryLater("network")

    here.post.before = no_line
    for _ in range(4):
        await here.deliver()
        here.clock.moment += timedelta(minutes=1)
    assert here.post.count == 1
    assert await records(database) == {("sent", None): 1}, "the failure before is no mark on what arrived"


async def test_a_stop_lets_what_is_on_its_way_arrive(database: Database) -> None:
    here = await office(database, 60)
    ticker = Ticker(here.house, here.delivery, here.progress)

    async def slow(user_id: int) -> None:
        await asyncio.sleep(0.05)

    here.post.before = slow
    ticker.start()
    delivering = asyncio.create_task(ticker.deliver())
    await asyncio.sleep(0.02)
    await ticker.stop()
    await delivering
    done = await records(database)
    assert 0 < done[("sent", None)] == here.post.count < 60
    assert ("leased", None) not in done
    assert await here.delivery.deliver_due() == 0, "nothing is claimed after the stop"


async def test_some_things_are_looked_over_at_a_start_and_then_hourly(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = await office(database, 0)
    looked: list[datetime] = []

    async def look(session: AsyncSession, now: datetime, zone: ZoneInfo, content: Content) -> None:
        looked.append(now)

    monkeypatch.setattr("scheduler.ticks.RARE_PLANNERS", [look])
    ticker, began = Ticker(here.house, here.delivery, here.progress), here.clock.moment
    for minutes in (0, 1, 59, 60, 61, 125):
        here.clock.moment = began + timedelta(minutes=minutes)
        await ticker.plan()
    assert looked == [began + timedelta(minutes=minutes) for minutes in (0, 60, 125)]


async def test_statements_do_not_grow_with_what_a_batch_says(database: Database) -> None:
    """Claim and load cost the same for one row and for twenty-five; each message adds its record alone."""
    here = await office(database, 26)
    with counting(database) as of_25:
        await here.delivery.deliver_due()
    with counting(database) as of_1:
        await here.delivery.deliver_due()
    assert len(of_25) - len(of_1) == 24


EVENING = datetime(2026, 10, 6, 18, 55, tzinfo=MOSCOW)
MORNING = datetime(2026, 10, 7, 8, tzinfo=MOSCOW)


async def arrivals(here: Office, until: datetime) -> list[datetime]:
    """Deliver every minute until then. Returns when something arrived."""
    found = []
    while here.clock.moment < until:
        before = here.post.count
        await here.deliver()
        found += [here.clock.moment] * (here.post.count - before)
        here.clock.moment += timedelta(minutes=1)
    return found


async def test_a_line_that_comes_back_at_night_wakes_nobody(database: Database) -> None:
    """Bad Gateway over the evening: what was due by day arrives in the morning, however often it was tried."""
    here = await office(database, 3)
    here.clock.moment = EVENING
    back = EVENING + timedelta(hours=3)

    async def no_line(user_id: int) -> None:
        if here.clock.moment < back:
            raise TryLater("network")

    here.post.before = no_line
    assert await arrivals(here, MORNING + timedelta(minutes=5)) == [MORNING] * 3
    assert await records(database) == {("sent", None): 3}


async def test_a_process_that_was_down_over_the_evening_wakes_nobody(database: Database) -> None:
    """Each reader's own night: 22:55 in Moscow is 05:55 in Vladivostok."""
    async with database.transaction() as session:
        await people(session, 3, zones=(None, "Asia/Vladivostok", None))
        await outbox.enqueue(session, [due(number) for number in range(3)])
        await outbox.enqueue(session, [replace(due(0), key="expiring", expires_at=MORNING)])
        await outbox.enqueue(session, [replace(due(2), key="urgent", due_at=EVENING + timedelta(hours=2))])
    here = Office(database, EVENING + timedelta(hours=4), notices=HELLO)
    await here.deliver()
    assert sorted(here.post.sent) == [ANNA, ANNA + 2], "what expires by the morning, and what was meant for the night"
    in_vladivostok = datetime(2026, 10, 7, 8, tzinfo=ZoneInfo("Asia/Vladivostok"))
    assert await arrivals(here, MORNING + timedelta(minutes=2)) == [in_vladivostok, MORNING, MORNING]


async def test_a_change_of_a_message_need_not_wait(database: Database) -> None:
    here = await office(database, 1)
    await here.deliver()
    async with database.transaction() as session:
        await outbox.enqueue(session, [replace(due(0), key="change", edits_key=due(0).key)])
    here.clock.moment = EVENING + timedelta(hours=3)
    await here.deliver()
    assert len(here.post.edits) == 1


async def test_whoever_stopped_the_bot_in_between_is_no_stranger(database: Database) -> None:
    """She told us by stopping it, before her message went: that is why it did not arrive."""
    here = await office(database, 3)
    async with database.transaction() as session:
        await session.execute(update(Account).where(Account.user_id == ANNA).values(reach=Reach.BLOCKED))
        await session.execute(update(Account).where(Account.user_id == ANNA + 1).values(reach=Reach.GONE))
        await session.execute(update(Account).where(Account.user_id == ANNA + 2).values(person_id=None))
    await here.deliver()
    assert await records(database) == {("dead", "blocked"): 1, ("dead", "gone"): 1, ("dead", "not_connected"): 1}
