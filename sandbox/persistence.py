"""Saving the world: one JSON record a thing, in one file, changed ones only, in one transaction.

A file of records (SQLite) rather than one JSON document: a save costs what changed, not what there is
(about 0.1 ms for a message), so that it can be done before every answer, and a process killed in the middle
of it leaves the last whole state. An id that anybody has seen is therefore never given twice.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from sandbox.shapes import Json
from sandbox.world import Chat, Message, Person, World
from sandbox.world.callbacks import Query
from sandbox.world.updates import Pending

CLOCK_EVERY = timedelta(seconds=5)
"""How far the saved clock may lag behind a running play in which nothing happens."""


class Store:
    """The records under a directory."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self._file = sqlite3.connect(directory / "world.sqlite3", isolation_level=None)
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = NORMAL")
        self._file.execute(
            "CREATE TABLE IF NOT EXISTS records "
            "(kind TEXT, key TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID"
        )
        self._file.execute("PRAGMA user_version = 0")  # a file that is only readable is refused now

    def save(self, world: World, *, ended: bool = False) -> None:
        """Write what changed since the last save, and the clock. `ended`: the play stops here, nothing follows."""
        changed, world.changed = world.changed - {("clock", "")}, set()
        try:
            self._file.execute("BEGIN IMMEDIATE")
            for kind, key in changed:
                self._write(kind, key, _record(world, kind, key))
            self._write("clock", "", {"now": world.clock.now().isoformat(), "ended": ended})
            self._file.execute("COMMIT")
        except BaseException:
            if self._file.in_transaction:
                self._file.execute("ROLLBACK")
            world.changed |= changed
            raise

    def _write(self, kind: str, key: str, body: Json | None) -> None:
        if body is None:
            self._file.execute("DELETE FROM records WHERE kind = ? AND key = ?", (kind, key))
        else:
            text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
            self._file.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", (kind, key, text))

    def load(self, world: World) -> datetime | None:
        """Fill an empty world; the moment at which the play stopped, None when there was none.

        A killed play goes on at the latest moment that it can have reached: the clock never goes back.
        """
        saved: dict[str, dict[str, Json]] = {}
        for kind, key, text in self._file.execute("SELECT kind, key, body FROM records"):
            saved.setdefault(kind, {})[key] = json.loads(text)
        if "clock" not in saved:
            return None
        for key, body in sorted(saved.get("person", {}).items(), key=lambda item: item[1]["place"]):
            world.people[int(key)] = Person(**body["card"])
            world.places[int(key)] = body["place"]
            world.chats[int(key)] = Chat(int(key), person=world.people[int(key)])
        for key, body in saved.get("chat", {}).items():
            world.chats.setdefault(int(key), Chat(int(key))).restore(body)
        messages = [(int(key.split(":")[0]), Message(**body)) for key, body in saved.get("message", {}).items()]
        for chat_id, message in sorted(messages, key=lambda item: item[1].id):
            world.chats[chat_id].messages[message.id] = message
        for key, body in sorted(saved.get("update", {}).items(), key=lambda item: int(item[0])):
            world.updates.pending[int(key)] = Pending(**body)
        for body in saved.get("callback", {}).values():
            world.callbacks.by_id[body["id"]] = Query(**body)
        for body in saved.get("file", {}).values():
            world.files.restore(body)
        for kind, bodies in saved.items():
            if kind.startswith("shelf/"):
                for key, body in bodies.items():
                    world.shelf(kind.removeprefix("shelf/")).restore(key, body)
        if "profile" in saved:
            world.profile.restore(saved["profile"][""])
        _restore_counters(world, saved.get("counters", {}).get("", {}))
        clock = saved["clock"][""]
        return datetime.fromisoformat(clock["now"]) + (timedelta() if clock.get("ended") else CLOCK_EVERY)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _record(world: World, kind: str, key: str) -> Json | None:
    """The record as it stands now; None when it is gone."""
    match kind:
        case "counters":
            return _counters(world)
        case "profile":
            return world.profile.record()
        case "person":
            return {"place": world.places[int(key)], "card": world.people[int(key)].card()}
        case "chat":
            return world.chats[int(key)].record() if int(key) in world.chats else None
        case "message":
            chat_id, message_id = map(int, key.split(":"))
            message = world.chats[chat_id].messages.get(message_id)
            return message.record() if message else None
        case "update":
            pending = world.updates.pending.get(int(key))
            return {"body": pending.body, "made": pending.made} if pending else None
        case "callback":
            return world.callbacks.record(key) if key in world.callbacks.by_id else None
        case "file":
            return world.files.record(key)
    place, _, shelf = kind.partition("/")
    if place == "shelf":
        return world.shelf(shelf).get(key)
    raise LookupError(kind)


def _counters(world: World) -> Json:
    allowed = world.updates.allowed
    return {
        "message": world.last_message_id,
        "person": world.last_person_id,
        "group": world.last_group_number,
        "update": world.updates.last_id,
        "callback": world.callbacks.last_number,
        "file": world.files.last_number,
        "allowed": sorted(allowed) if allowed is not None else None,
    }


def _restore_counters(world: World, saved: Json) -> None:
    world.last_message_id = saved.get("message", world.last_message_id)
    world.last_person_id = saved.get("person", world.last_person_id)
    world.last_group_number = saved.get("group", world.last_group_number)
    world.updates.last_id = saved.get("update", world.updates.last_id)
    world.callbacks.last_number = saved.get("callback", world.callbacks.last_number)
    world.files.last_number = saved.get("file", world.files.last_number)
    allowed = saved.get("allowed")
    world.updates.allowed = frozenset(allowed) if allowed is not None else None
