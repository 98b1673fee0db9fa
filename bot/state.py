"""What a restart must not lose besides the database: where each conversation stands, and updates not yet handled.

Both live in one small SQLite file of their own and are written on the event loop: about 0.05 ms each, an order
cheaper than a trip through the main database. With REDIS_URL the conversations go there instead.
"""

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from aiogram.types import Update

from db.vocabulary import Platform

SCHEMA = """
CREATE TABLE IF NOT EXISTS conversation (
    bot INTEGER, chat INTEGER, person INTEGER, destiny TEXT, state TEXT, data TEXT,
    PRIMARY KEY (bot, chat, person, destiny)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS inbox (
    platform TEXT, update_id INTEGER, body TEXT, PRIMARY KEY (platform, update_id)
);
"""


class StateFile:
    """The file. `path` None keeps it in memory, for tests that restart nothing."""

    def __init__(self, path: Path | None) -> None:
        """Raises ValueError naming the file that cannot be used."""
        try:
            self._open(path)
        except (OSError, sqlite3.Error) as problem:
            raise ValueError(f"STATE_FILE: {path} cannot be used ({problem}).") from problem

    def _open(self, path: Path | None) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self.connection = sqlite3.connect(path or ":memory:", isolation_level=None, timeout=10)
        self.connection.execute("PRAGMA journal_mode=WAL")
        self.connection.execute("PRAGMA synchronous=NORMAL")
        self.connection.execute("PRAGMA secure_delete=ON")
        self.connection.executescript(SCHEMA)
        self.connection.execute("PRAGMA user_version = 0")  # a file that is only readable is refused now

    def close(self) -> None:
        self.connection.close()


class FileStorage(BaseStorage):
    """Conversation state for aiogram. Empty data is a deleted row, so closed dialogs leave nothing behind."""

    def __init__(self, file: StateFile) -> None:
        self._db = file.connection

    async def get_state(self, key: StorageKey) -> str | None:
        return self._get("state", key)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        self._set("state", key, state.state if isinstance(state, State) else state)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        text = self._get("data", key)
        return json.loads(text) if text else {}

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        self._set("data", key, json.dumps(data, ensure_ascii=False) if data else None)

    async def close(self) -> None:
        """The file is closed by whoever opened it."""

    def _get(self, column: str, key: StorageKey) -> str | None:
        row = self._db.execute(
            f"SELECT {column} FROM conversation WHERE bot=? AND chat=? AND person=? AND destiny=?",  # noqa: S608
            (key.bot_id, key.chat_id, key.user_id, key.destiny),
        ).fetchone()
        return row[0] if row else None

    def _set(self, column: str, key: StorageKey, value: str | None) -> None:
        place = (key.bot_id, key.chat_id, key.user_id, key.destiny)
        self._db.execute(
            f"INSERT INTO conversation (bot, chat, person, destiny, {column}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608
            f" ON CONFLICT DO UPDATE SET {column} = excluded.{column}",
            (*place, value),
        )
        if value is None:
            self._db.execute(
                "DELETE FROM conversation WHERE bot=? AND chat=? AND person=? AND destiny=?"
                " AND state IS NULL AND data IS NULL",
                place,
            )


REMEMBERED = 1000
"""How many handled updates are still known by number, to tell a repeated one. (The numbers may jump back:
Telegram chooses a new start after a week of silence, so «greater than the last» is no test.)"""


class Inbox:
    """Updates between «the messenger was told we have it» and «it is handled». A crash loses none of them."""

    def __init__(self, file: StateFile, platform: Platform) -> None:
        self._db = file.connection
        self._platform = platform

    def keep(self, updates: list[Update]) -> list[Update]:
        """Store before confirming. Returns those that are new: the messenger may send one twice."""
        self._db.execute("BEGIN IMMEDIATE")
        new = [update for update in updates if self._insert(update)]
        self._db.execute(
            "DELETE FROM inbox WHERE body IS NULL AND rowid < (SELECT MAX(rowid) FROM inbox) - ?",
            (REMEMBERED,),
        )
        self._db.execute("COMMIT")
        return new

    def unfinished(self) -> list[Update]:
        """What the last run had received and not handled, in order."""
        rows = self._db.execute(
            "SELECT body FROM inbox WHERE platform=? AND body IS NOT NULL ORDER BY rowid", (self._platform,)
        ).fetchall()
        return [Update.model_validate_json(body) for (body,) in rows]

    def done(self, update_id: int) -> None:
        self._db.execute("UPDATE inbox SET body=NULL WHERE platform=? AND update_id=?", (self._platform, update_id))

    def _insert(self, update: Update) -> bool:
        cursor = self._db.execute(
            "INSERT OR IGNORE INTO inbox VALUES (?, ?, ?)",
            (self._platform, update.update_id, update.model_dump_json(exclude_none=True, fallback=_unsent)),
        )
        return cursor.rowcount == 1


def _unsent(value: object) -> None:
    """aiogram puts a `Default` where the messenger sent nothing, as in the link preview of a pressed notice."""
