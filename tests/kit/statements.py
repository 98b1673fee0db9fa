"""How many statements a piece of work issues; a bulk insert counts as one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from db.database import Database


@contextmanager
def counting(database: Database) -> Iterator[list[str]]:
    """The statements issued inside by readers and writers, BEGIN and the like left out."""
    statements: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            statements.append(statement)

    engines = [database.engine, database.reader] if database.is_sqlite else [database.engine]
    for engine in engines:  # PostgreSQL's reader is its engine under another option, and heard with it
        event.listen(engine.sync_engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        for engine in engines:
            event.remove(engine.sync_engine, "before_cursor_execute", note)
