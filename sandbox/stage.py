"""What a bot that plays beside the sandbox offers it, so that time and silence can be trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sandbox.shapes import Json


@dataclass(frozen=True)
class Part:
    """One thing that is said at a moment, or changed in messages that are there (`edits`)."""

    kind: str
    words: Mapping[str, str]
    """What it is, by language of the page."""
    title: str
    """Of the event, or the first words of the announcement; empty where there is none."""
    people: int
    person_ids: tuple[int, ...]
    """Some of those people, as the sandbox knows them."""
    edits: bool = False

    def card(self) -> Json:
        """As the control API shows it."""
        return {
            "kind": self.kind, "words": dict(self.words), "title": self.title,
            "people": self.people, "person_ids": list(self.person_ids), "edits": self.edits,
        }  # fmt: skip


@dataclass(frozen=True)
class Due:
    """A moment at which the bot does something by itself. Without parts it is work that nobody sees."""

    at: datetime
    parts: tuple[Part, ...] = ()

    def card(self) -> Json:
        """As the control API shows it."""
        return {"at": self.at.isoformat(), "parts": [part.card() for part in self.parts]}


class Stage(Protocol):
    """Absent (None) when a foreign bot is played: then only the clock itself is turned."""

    async def turn(self, to: datetime) -> None:
        """Turn the shared clock to `to` and do all work that falls due on the way, in its order."""

    async def next_due(self) -> Due | None:
        """The next moment at which somebody hears something, as far as is known now, or None."""

    async def timeline(self, most: int) -> Sequence[Due]:
        """Up to `most` such moments, also of work that is not written down yet."""

    async def outbox(self, person_id: int | None, *, finished: bool, after: str | None, limit: int) -> Json:
        """One page of due work: {"rows", "more", "waiting", "finished"}; `more` is the `after` of the next page.

        Raises ValueError for an `after` that was never given.
        """

    async def leave(self) -> None:
        """The bot is about to close: return when what was asked is answered, and tell nothing any more."""

    async def settle(self) -> None:
        """Return when the bot has handled every update it has confirmed."""


class Gallery(Protocol):
    """Absent (None) when a foreign bot is played: nobody knows its windows."""

    async def page(self) -> str:
        """All windows of the bot as one page of HTML."""
