"""What both databases must do alike."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from db.database import Database, driver_url
from db.models import Account, Person

NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)


async def test_writers_lose_nothing(database: Database) -> None:
    """Read, then write: the classic lost update. A writer begins as a writer, or locks the row."""
    async with database.transaction() as session:
        session.add(Account(id=1, platform="telegram", user_id=7, created_at=NOW))

    async def miss_a_code() -> None:
        async with database.transaction() as session:
            account = (await session.scalars(select(Account).with_for_update())).one()
            await asyncio.sleep(0)
            account.wrong_codes += 1

    await asyncio.gather(*(miss_a_code() for _ in range(40)))
    async with database.reading() as session:
        assert (await session.get_one(Account, 1)).wrong_codes == 40


async def test_an_exception_takes_everything_back(database: Database) -> None:
    async def failing_use_case() -> None:
        async with database.transaction() as session:
            session.add(Person(created_at=NOW))
            await session.flush()
            raise RuntimeError("the use case failed")

    with pytest.raises(RuntimeError):
        await failing_use_case()
    async with database.reading() as session:
        assert await session.scalar(select(Person)) is None


async def test_what_is_done_while_reading_is_not_kept(database: Database) -> None:
    async with database.reading() as session:
        session.add(Person(created_at=NOW))
        await session.flush()
    async with database.reading() as session:
        assert await session.scalar(select(Person)) is None


async def test_a_key_must_point_at_something(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.transaction() as session:
            session.add(Account(platform="telegram", user_id=7, person_id=999, created_at=NOW))


async def test_moments_come_back_aware_in_utc(database: Database) -> None:
    vladivostok = timezone(timedelta(hours=10))
    async with database.transaction() as session:
        session.add(Person(id=1, created_at=NOW.astimezone(vladivostok)))
    async with database.reading() as session:
        created = (await session.get_one(Person, 1)).created_at
    assert created == NOW
    assert created.tzinfo == UTC


async def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(Exception, match="without a time zone"):
        async with database.transaction() as session:
            session.add(Person(created_at=NOW.replace(tzinfo=None)))


async def test_large_user_ids_fit(database: Database) -> None:
    async with database.transaction() as session:
        session.add(Account(platform="telegram", user_id=2**52, created_at=NOW))


@pytest.mark.parametrize("address", ["mysql://h/n", "oracle://h/n", "http://h"])
def test_other_databases_are_refused(address: str) -> None:
    with pytest.raises(Exception, match=r"neither sqlite nor postgresql|Can't load plugin"):
        driver_url(address)
