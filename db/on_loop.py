"""SQLite read on the event loop itself: `sqlite+onloop://`.

A statement through aiosqlite is handed to a thread and back four times, which costs more than most of our reads
do. A reader of a WAL file waits for nobody, so there is nothing to step aside for: the standard library's driver,
called as it is, is the cheaper way. The loop stands still meanwhile: under a millisecond for what a window reads;
with 10,000 people in the file 10 ms for a search by a part of a name and 35 ms for counting an audience, the dearest
we have. A service of that size uses PostgreSQL. Not for writers: they wait for the lock, and the loop with them.
For an AsyncSession; an AsyncConnection of SQLAlchemy insists that a driver awaits something.
"""

import sqlite3
from typing import Any

from sqlalchemy import URL, AsyncAdaptedQueuePool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite


class Cursor(sqlite3.Cursor):
    async def _async_soft_close(self) -> None:
        """SQLAlchemy asks drivers with a thread to let go of it here."""


class Connection(sqlite3.Connection):
    def cursor(self, factory: Any = Cursor) -> Any:
        return super().cursor(factory)


class OnLoop(SQLiteDialect_pysqlite):
    """Python's own sqlite3 under an AsyncEngine: every call is over before it would have to be awaited."""

    driver = "onloop"
    is_async = True
    supports_statement_cache = True

    def create_connect_args(self, url: URL) -> Any:
        arguments, options = super().create_connect_args(url)
        return arguments, {**options, "factory": Connection}

    @classmethod
    def get_pool_class(cls, url: Any) -> Any:
        return AsyncAdaptedQueuePool


registry.register("sqlite.onloop", __name__, OnLoop.__name__)


def address(url: URL) -> URL:
    """The same file, read on the loop."""
    return url.set(drivername="sqlite+onloop")
