"""The database of the process: one engine, a way to read and a way to write.

SQLite: WAL, foreign keys on, BEGIN IMMEDIATE for whoever will write (a deferred transaction that turns into a
writer loses updates or fails with «database is locked»), and one writer of this process at a time, so that
two hundred people pressing at once wait in line instead of spinning on the lock. PostgreSQL needs none of it.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MS = 10_000


def driver_url(plain: str) -> URL:
    """`sqlite:///…` or `postgresql://…` with the driver we use. Raises ValueError for anything else."""
    url = make_url(plain)
    match url.get_backend_name():
        case "sqlite":
            return url.set(drivername="sqlite+aiosqlite")
        case "postgresql":
            return url.set(drivername="postgresql+asyncpg")
    raise ValueError(f"neither sqlite nor postgresql: {url.drivername}")


class Database:
    """Opens sessions; the caller of a use case decides where its transaction begins and ends."""

    def __init__(self, plain_url: str) -> None:
        self.url = driver_url(plain_url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite and self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        self.engine = _engine(self.url, is_sqlite=self.is_sqlite)
        self._writer = self.engine.execution_options(begin="BEGIN IMMEDIATE")
        self._line = asyncio.Lock()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A transaction that may write. Committed on a clean exit, rolled back on an exception.

        Keep it short and never call a messenger inside it.
        """
        line: AbstractAsyncContextManager[Any] = self._line if self.is_sqlite else nullcontext()
        async with line, AsyncSession(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session for getters: nothing that it does is kept."""
        async with AsyncSession(self.engine, autoflush=False) as session:
            yield session

    async def close(self) -> None:
        await self.engine.dispose()


def _engine(url: URL, *, is_sqlite: bool) -> AsyncEngine:
    if not is_sqlite:
        return create_async_engine(url, pool_size=10, max_overflow=10, pool_pre_ping=True)
    engine = create_async_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "secure_delete=ON",  # what a person had erased must not linger in free pages
        f"busy_timeout={BUSY_TIMEOUT_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
