"""Alembic's entry. A caller passes its connection; from the command line the address is DATABASE_URL."""

import asyncio
import os
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from db.database import GREENWICH, Database
from db.models import Base
from db.types import BigId, Json, UtcDateTime


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own column types by their names into new migrations."""
    if kind == "type":
        if item is Json:
            return "db.types.Json"
        if item is BigId:
            return "db.types.BigId"
        if isinstance(item, UtcDateTime):
            return "db.types.UtcDateTime()"
    return False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=render_item,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_from_command_line() -> None:
    database = Database(os.environ.get("DATABASE_URL", "sqlite:///var/metod.sqlite"), GREENWICH)
    async with database.engine.begin() as connection:
        await connection.run_sync(run)
    await database.close()


if (passed := context.config.attributes.get("connection")) is not None:
    run(passed)
else:
    asyncio.run(run_from_command_line())
