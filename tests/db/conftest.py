"""`database`: a migrated database of its own for each test, on SQLite and on PostgreSQL in turn."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import asyncpg
import pytest

from db.database import GREENWICH, Database
from db.migrate import migrate
from tests.kit.postgres import postgres_server

NUMBERS = count(1)
TEMPLATE = "metod_template"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A server that holds one migrated template database."""
    with postgres_server() as address:
        asyncio.run(_make_template(address))
        yield address


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("empty") / "empty.sqlite"
    asyncio.run(_migrated(f"sqlite:///{file}"))
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest) -> str | Path:
    """Where databases are made: an address, or the file to copy. (Asked for here, outside of the event loop.)"""
    found: str | Path = request.getfixturevalue("postgres" if request.param == "postgresql" else "sqlite_template")
    return found


@pytest.fixture
async def database(server: str | Path, tmp_path: Path) -> AsyncIterator[Database]:
    if isinstance(server, Path):
        shutil.copy(server, tmp_path / "test.sqlite")
        opened = Database(f"sqlite:///{tmp_path / 'test.sqlite'}", GREENWICH)
    else:
        name, address = f"test_{next(NUMBERS)}", str(server)
        await _execute(address, f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        opened = Database(f"{address.rpartition('/')[0]}/{name}", GREENWICH)
    yield opened
    await opened.close()


async def _make_template(address: str) -> None:
    await _execute(address, f"CREATE DATABASE {TEMPLATE}")
    await _migrated(address.rsplit("/", 1)[0] + f"/{TEMPLATE}")


async def _migrated(address: str) -> None:
    database = Database(address, GREENWICH)
    await migrate(database)
    if database.is_sqlite:
        async with database.engine.connect() as connection:
            await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    await database.close()


async def _execute(address: str, statement: str) -> None:
    connection = await asyncpg.connect(address)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
