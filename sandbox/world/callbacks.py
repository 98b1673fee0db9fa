"""Callback queries: a pressed button waits for the bot's answer for a short time."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sandbox.clock import TurnableClock
from sandbox.shapes import Json, Touch

ANSWER_WITHIN_SECONDS = 15
"""Telegram does not document its deadline."""


@dataclass(slots=True)
class Query:
    """`answer` is what the person saw: {text, show_alert}; None until the bot answered.

    `by`: the tab that pressed; only there the answer is shown.
    """

    id: str
    person_id: int
    made: float
    answer: Json | None = None
    by: str | None = None


class Callbacks:
    """Queries that may still be answered, oldest first."""

    def __init__(self, clock: TurnableClock, touch: Touch) -> None:
        self._clock = clock
        self._touch = touch
        self.last_number = 7_000_000_000
        self.by_id: dict[str, Query] = {}

    def open(self, person_id: int, by: str | None = None) -> Query:
        """A new query for a press of this person."""
        self._forget_late()
        query = Query(self.next_id(), person_id, self._now(), by=by)
        self.by_id[query.id] = query
        self._touch("callback", query.id)
        return query

    def next_id(self) -> str:
        """An id for a query of any kind."""
        self.last_number += 1
        self._touch("counters", "")
        return str(self.last_number * 1_000_003)

    def answer(self, query_id: str, answer: Json) -> Query | None:
        """Record the first answer, a later one changes nothing; None when the query is unknown or too old."""
        query = self.by_id.get(query_id)
        if query is None or self._late(query):
            return None
        if query.answer is None:
            query.answer = answer
            self._touch("callback", query.id)
        return query

    def record(self, query_id: str) -> Json:
        """What is saved."""
        return asdict(self.by_id[query_id])

    def _forget_late(self) -> None:
        for query in list(self.by_id.values()):
            if not self._late(query):
                break
            del self.by_id[query.id]
            self._touch("callback", query.id)

    def _late(self, query: Query) -> bool:
        return self._now() - query.made > ANSWER_WITHIN_SECONDS

    def _now(self) -> float:
        return self._clock.now().timestamp()
