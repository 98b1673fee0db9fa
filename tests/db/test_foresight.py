"""The outbox as the page reads it, on both databases: groups by minute, pages by moment, thousands counted."""

from datetime import timedelta

import pytest

from db.database import Database
from db.vocabulary import NoticeKind
from sandbox.foresight.outbox import listed
from sandbox.foresight.rows import SAMPLE, minutes
from services.outbox import rules
from services.outbox import service as outbox
from tests.db.test_outbox import SECOND, claim, due, fill
from tests.kit.broadcast_people import FIRST_TEACHER, TUESDAY, USERS_FROM
from tests.kit.statements import counting


async def test_rows_of_one_minute_are_one_moment(database: Database) -> None:
    await fill(database, 3)
    async with database.transaction() as session:
        later = [due(FIRST_TEACHER, f"later:{n}", due_at=TUESDAY + n * 20 * SECOND) for n in (1, 2, 3)]
        await outbox.enqueue(session, later)
    async with database.reading() as session:
        first, second = await minutes(session, 5)
        (only,) = await minutes(session, 1)
    assert (first.at, len(first.rows)) == (TUESDAY + 40 * SECOND, 5)
    assert (second.at, len(second.rows)) == (TUESDAY + 60 * SECOND, 1)
    assert only == first


async def test_a_leased_row_falls_due_when_its_lease_ends(database: Database) -> None:
    await fill(database, 1)
    await claim(database)
    async with database.reading() as session:
        (minute,) = await minutes(session, 5)
    assert minute.at == TUESDAY + rules.LEASE
    assert [row.due_at for row in minute.rows] == [minute.at]


async def test_of_many_alike_a_sample_is_read_and_the_rest_counted(database: Database) -> None:
    await fill(database, SAMPLE + 50)
    with counting(database) as statements:
        async with database.reading() as session:
            (minute,) = await minutes(session, 5)
    assert (len(minute.rows), minute.unseen) == (SAMPLE, {NoticeKind.BROADCAST: 50})
    assert len(statements) == 3


@pytest.mark.parametrize("finished", [False, True])
async def test_pages_follow_each_other(database: Database, finished: bool) -> None:
    await fill(database, 7)
    if finished:
        for number, row in enumerate(await claim(database)):
            async with database.transaction() as session:
                await outbox.record_sent(session, row, 1, TUESDAY + timedelta(minutes=number // 3))
    seen, after = [], None
    async with database.reading() as session:
        while True:
            page = await listed(session, None, finished=finished, after=after, limit=3)
            seen += page["rows"]
            after = page["more"]
            if after is None:
                break
        hers = await listed(session, USERS_FROM + FIRST_TEACHER, finished=finished, after=None, limit=3)
    assert len({row["id"] for row in seen}) == len(seen) == 7
    moments = [row["done_at"] or row["due_at"] for row in seen]
    assert moments == sorted(moments, reverse=finished)
    assert (page["finished" if finished else "waiting"], page["waiting" if finished else "finished"]) == (7, 0)
    assert [row["person_id"] for row in hers["rows"]] == [USERS_FROM + FIRST_TEACHER]


@pytest.mark.parametrize("after", ["x", "2026-10-06T07:00:00|1", "2026-10-06T07:00:00+00:00|x"])
async def test_a_page_after_nothing_is_refused(database: Database, after: str) -> None:
    async with database.reading() as session:
        with pytest.raises(ValueError, match=r"."):
            await listed(session, None, finished=False, after=after, limit=3)
