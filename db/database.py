"""The database of the process: a way to read and a way to write.

SQLite: WAL, foreign keys on, BEGIN IMMEDIATE for whoever will write (a deferred transaction that turns into a
writer loses updates or fails with «database is locked»), and one writer of this process at a time, so that
two hundred people pressing at once wait in line instead of spinning on the lock. Readers have an engine of their
own, which asks no thread (`db/on_loop.py`). PostgreSQL needs none of it.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from db import on_loop

BUSY_TIMEOUT_MS = 10_000
READER_TIMEOUT_MS = 500
"""A reader waits only while another process repairs or closes the file; the whole bot waits with it."""

PREPARED = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what a person had erased must not linger in free pages
)

ZONE = "zone"
GREENWICH = ZoneInfo("UTC")


def driver_url(plain: str) -> URL:
    """`sqlite:///…` or `postgresql://…` with the driver we use. Raises ValueError for anything else."""
    url = make_url(plain)
    match url.get_backend_name():
        case "sqlite":
            if url.database in {None, "", ":memory:"}:
                raise ValueError("a database in memory would be one for readers and another for writers")
            return url.set(drivername="sqlite+aiosqlite")
        case "postgresql":
            return url.set(drivername="postgresql+asyncpg")
    raise ValueError(f"neither sqlite nor postgresql: {url.drivername}")


class Database:
    """Opens sessions; the caller of a use case decides where its transaction begins and ends."""

    def __init__(self, plain_url: str, zone: ZoneInfo) -> None:
        """`zone` is that of the service: sessions carry it, for days are compared and not only moments. It has no
        default: with the wrong one a role would silently end on another day."""
        self.zone = zone
        self.url = driver_url(plain_url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            assert self.url.database, "driver_url refuses an address without a file"
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        self.engine = _sqlite(self.url, BUSY_TIMEOUT_MS) if self.is_sqlite else _postgresql(self.url)
        self.reader = (
            _sqlite(on_loop.address(self.url), READER_TIMEOUT_MS, "PRAGMA query_only=ON")
            if self.is_sqlite
            else self.engine.execution_options(postgresql_readonly=True)
        )
        self._writer = self.engine.execution_options(begin="BEGIN IMMEDIATE")
        self._line = asyncio.Lock()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A transaction that may write. Committed on a clean exit, rolled back on an exception.

        Keep it short and never call a messenger inside it.
        """
        line: AbstractAsyncContextManager[Any] = self._line if self.is_sqlite else nullcontext()
        async with (
            line,
            AsyncSession(self._writer, expire_on_commit=False, info={ZONE: self.zone}) as session,
            session.begin(),
        ):
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session for getters. The database refuses whatever would change something (DBAPIError)."""
        async with AsyncSession(self.reader, autoflush=False, info={ZONE: self.zone}) as session:
            yield session

    async def close(self) -> None:
        await self.reader.dispose()
        await self.engine.dispose()


def zone_of_service(session: AsyncSession) -> ZoneInfo:
    """The zone of units that name none of their own."""
    zone: ZoneInfo = session.info[ZONE]
    return zone


def _postgresql(url: URL) -> AsyncEngine:
    return create_async_engine(url, pool_size=10, max_overflow=10, pool_pre_ping=True)


def _sqlite(url: URL, timeout_ms: int, *more: str) -> AsyncEngine:
    def prepare(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        for statement in (*PREPARED, *more):
            cursor.execute(statement)
        cursor.close()

    engine = create_async_engine(url, connect_args={"timeout": timeout_ms / 1000})
    event.listen(engine.sync_engine, "connect", prepare)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
