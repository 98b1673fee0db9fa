"""The migrations and the models tell the same story, up and down, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from db.database import Database
from db.migrate import MIGRATIONS, migrate, newest_revision
from db.models import Base


async def test_models_match_migrations(database: Database) -> None:
    def difference(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))

    async with database.engine.connect() as connection:
        assert await connection.run_sync(difference) == []


async def test_down_leaves_nothing_and_up_again_works(database: Database) -> None:
    async def tables() -> set[str]:
        async with database.engine.connect() as connection:
            return set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))

    full = await tables()
    await migrate(database, "base")
    assert await tables() == {"alembic_version"}
    await migrate(database)
    assert await tables() == full


def test_the_last_file_is_the_head_that_alembic_finds() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == newest_revision()
