"""Server-sent events: the page hears of every change."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.control.rendering import shown, shown_draft
from sandbox.shapes import Json
from sandbox.world import Message, Person, World

LONGEST_QUEUE = 5_000
BEAT_SECONDS = 10.0


class Stream:
    """One queue a listener; a listener that can't keep up is dropped and comes back for a full refresh."""

    def __init__(self, world: World, clock: Callable[[], Awaitable[Json]]) -> None:
        self._queues: set[asyncio.Queue[bytes | None]] = set()
        self._watching: set[asyncio.Queue[bytes | None]] = set()
        self._clock = clock
        self._closed = False
        world.listeners.append(self._hear)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Write events until the listener goes or the server stops; the clock is the heartbeat.

        With `?calls=1` steps and calls, too.
        """
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",
            }
        )
        await response.prepare(request)
        queue: asyncio.Queue[bytes | None] = asyncio.Queue(LONGEST_QUEUE)
        if self._closed:
            return response
        self._queues.add(queue)
        if request.query.get("calls") == "1":
            self._watching.add(queue)
        try:
            await response.write(_event("clock", await self._clock()))
            while True:
                try:
                    event = await asyncio.wait_for(queue.get(), BEAT_SECONDS)
                except TimeoutError:
                    event = _event("clock", await self._clock())
                if event is None:
                    break
                await response.write(event)
        except (ConnectionResetError, asyncio.CancelledError):
            pass
        finally:
            self._forget(queue)
        return response

    def send(self, kind: str, payload: Json) -> None:
        """Tell every listener."""
        if self._queues:
            self._put(self._queues, _event(kind, payload))

    def send_watching(self, kind: str, payload: Callable[[], Json]) -> None:
        """Tell those who asked for steps and calls; without such nothing is made ready."""
        if self._watching:
            self._put(self._watching, _event(kind, payload()))

    def _forget(self, queue: asyncio.Queue[bytes | None]) -> None:
        self._queues.discard(queue)
        self._watching.discard(queue)

    def _put(self, queues: set[asyncio.Queue[bytes | None]], event: bytes) -> None:
        for queue in list(queues):
            if queue.full():
                self._forget(queue)
                queue.get_nowait()
                queue.put_nowait(None)
            else:
                queue.put_nowait(event)

    def open(self) -> None:
        """The server listens."""
        self._closed = False

    def close(self) -> None:
        """End all streams."""
        self._closed = True
        for queue in self._queues:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(None)

    def _hear(self, kind: str, chat_id: int | None, about: object) -> None:
        if not self._queues or (chat_id is not None and chat_id < 0):  # the page shows no groups
            return
        payload: Json = {"person_id": chat_id}
        if isinstance(about, Message):
            payload["message"] = shown(about)
        elif isinstance(about, Person):
            payload = {"person": about.card()}
        elif kind == "draft":
            payload["draft"] = shown_draft(about)
        elif kind == "answer" and isinstance(about, dict):
            payload |= about
        else:
            payload[{"delete": "message_id"}.get(kind, kind)] = about
        self.send(kind, payload)


def _event(kind: str, payload: Json) -> bytes:
    return f"event: {kind}\ndata: {json.dumps(payload, ensure_ascii=False)}\n\n".encode()
