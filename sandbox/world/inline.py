"""Inline mode: what people typed after the bot's name, what it answered, and the messages that came of it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from sandbox.shapes import Json
from sandbox.world.callbacks import ANSWER_WITHIN_SECONDS

if TYPE_CHECKING:
    from sandbox.world.world import World

KEPT_SECONDS = 24 * 60 * 60
CACHED_SECONDS = 300
"""How long an answer serves the same query again, unless the bot says another time."""


class InlineMode:
    """Queries on the shelf "inline_query": {id, user_id, chat_id, query, offset, made, answer}; messages sent
    by inline mode that have buttons on the shelf "inline_message".
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._queries = world.shelf("inline_query")
        self._messages = world.shelf("inline_message")

    def open(self, user_id: int, chat_id: int, query: str, offset: str) -> Json:
        """A new query without an answer."""
        now = self._world.unix()
        for key, record in self._queries:
            if now - record["made"] <= KEPT_SECONDS:
                break
            self._queries.drop(key)
        query_id = self._world.callbacks.next_id()
        record = {
            "id": query_id,
            "user_id": user_id,
            "chat_id": chat_id,
            "query": query,
            "offset": offset,
            "made": now,
            "answer": None,
        }
        self._queries.put(query_id, record)
        return record

    def query(self, query_id: str) -> Json | None:
        """What is known of this query."""
        return self._queries.get(query_id)

    def answer(self, query_id: str, answer: Json) -> Json | None:
        """Keep the answer; None when the query is unknown, answered already or too old."""
        record = self._queries.get(query_id)
        if record is None or record["answer"] is not None:
            return None
        if self._world.unix() - record["made"] > ANSWER_WITHIN_SECONDS:
            return None
        record["answer"] = {**answer, "made": self._world.unix()}
        self._queries.put(query_id, record)
        return record

    def cached(self, user_id: int, query: str, offset: str) -> Json | None:
        """An answered query with the same words whose answer may be given again; the bot is not asked."""
        now = self._world.unix()
        for _, record in self._queries:
            answer = record["answer"]
            if answer is None or (record["query"], record["offset"]) != (query, offset):
                continue
            if answer["is_personal"] and record["user_id"] != user_id:
                continue
            if now < answer["made"] + answer["cache_time"]:
                return record
        return None

    def name(self, chat_id: int, message_id: int) -> str:
        """The inline message id of a new message, by which the bot may edit it."""
        name = _name(chat_id, message_id)
        self._messages.put(name, {"chat_id": chat_id, "message_id": message_id})
        return name

    def name_of(self, chat_id: int, message_id: int) -> str | None:
        """The inline message id of this message, if it has one."""
        name = _name(chat_id, message_id)
        return name if self._messages.get(name) else None


def _name(chat_id: int, message_id: int) -> str:
    return "BAAA" + base64.urlsafe_b64encode(f"sandbox:{chat_id}:{message_id}".encode()).decode().rstrip("=")
