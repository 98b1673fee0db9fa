"""What both databases must do alike."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

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


async def test_whoever_reads_cannot_change_anything(database: Database) -> None:
    async with database.reading() as session:
        session.add(Person(created_at=NOW))
        with pytest.raises(DBAPIError, match=r"readonly|read-only"):
            await session.flush()
    async with database.reading() as session:
        assert await session.scalar(select(Person)) is None


async def test_a_reader_does_not_wait_for_a_writer_and_sees_what_was_committed(database: Database) -> None:
    async with database.transaction() as writer:
        writer.add(Person(id=1, created_at=NOW))
        await writer.flush()
        async with database.reading() as reader:
            assert await reader.scalar(select(Person)) is None
    async with database.reading() as reader:
        assert await reader.get_one(Person, 1)


async def test_a_reader_reads_rows_of_every_kind(database: Database) -> None:
    """Whole objects, single columns, tables without their objects: SQLAlchemy treats their results differently."""
    async with database.transaction() as session:
        session.add_all(Person(id=number, created_at=NOW) for number in (1, 2))
    async with database.reading() as session:
        assert [person.id for person in await session.scalars(select(Person).order_by(Person.id))] == [1, 2]
        assert (await session.execute(select(Person.id, Person.created_at))).all() == [(1, NOW), (2, NOW)]
        assert {row.id for row in await session.execute(select(Person.__table__))} == {1, 2}
        assert (await session.execute(text("SELECT id FROM person WHERE id = :one"), {"one": 1})).scalar() == 1


async def test_a_reader_sees_one_moment(database: Database) -> None:
    """SQLite's readers keep the state of their first look; PostgreSQL's see what is committed between two."""
    async with database.reading() as reader:
        assert await reader.scalar(select(Person)) is None
        async with database.transaction() as writer:
            writer.add(Person(id=1, created_at=NOW))
        seen = await reader.scalar(select(Person.id))
    assert seen == (None if database.is_sqlite else 1)


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


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///", "sqlite:///:memory:"])
def test_a_database_in_memory_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="in memory"):
        driver_url(address)


@pytest.mark.parametrize("address", ["mysql://h/n", "oracle://h/n", "http://h"])
def test_other_databases_are_refused(address: str) -> None:
    with pytest.raises(Exception, match=r"neither sqlite nor postgresql|Can't load plugin"):
        driver_url(address)
