"""A shelf of small records that are saved as they are: polls, sets of stickers and the like."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.shapes import Json, Touch


class Shelf:
    """JSON bodies by key, in the order of putting. Whoever changes a body in place puts it again."""

    def __init__(self, kind: str, touch: Touch) -> None:
        self._kind = kind
        self._touch = touch
        self._bodies: dict[str, Json] = {}

    def get(self, key: str) -> Json | None:
        """The body under this key."""
        return self._bodies.get(key)

    def put(self, key: str, body: Json) -> None:
        """Keep a new or changed body."""
        self._bodies[key] = body
        self._touch(self._kind, key)

    def drop(self, key: str) -> None:
        """Forget it; nothing happens when it is not there."""
        if self._bodies.pop(key, None) is not None:
            self._touch(self._kind, key)

    def restore(self, key: str, body: Json) -> None:
        """Take back a saved body."""
        self._bodies[key] = body

    def __iter__(self) -> Iterator[tuple[str, Json]]:
        return iter(list(self._bodies.items()))

    def __len__(self) -> int:
        return len(self._bodies)
