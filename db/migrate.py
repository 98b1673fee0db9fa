"""Brings a database up to the newest revision; the bot does it at every start."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from db.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"


async def migrate(database: Database, revision: str = "head") -> None:
    """Upgrade to `revision`; `base` takes everything down.

    Alembic is imported only when there is something to do: it holds 13 MB for nothing at every other start.
    """
    if revision == "head" and await _current(database) == newest_revision():
        await _refuse_read_only(database)
        return

    def run(connection: Connection) -> None:
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        if revision == "base":
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)

    async with database.engine.begin() as connection:
        await connection.run_sync(run)


async def _refuse_read_only(database: Database) -> None:
    """A file that can only be read would be noticed at the first thing that somebody says to the bot."""
    if database.is_sqlite:
        async with database.engine.begin() as connection:
            await connection.execute(text("PRAGMA user_version = 0"))


def newest_revision() -> str:
    """Revisions are numbered: the newest is the last file."""
    return max(file.stem for file in (MIGRATIONS / "versions").glob("*.py")).partition("_")[0]


async def _current(database: Database) -> str | None:
    def read(connection: Connection) -> str | None:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found

    async with database.engine.connect() as connection:
        return await connection.run_sync(read)
