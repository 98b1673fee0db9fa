"""Giving updates to a webhook, as the Bot API server does: in order for each person, retried with growing pauses."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import aiohttp

from sandbox.shapes import Json
from sandbox.world import World

SECRET = "X-Telegram-Bot-Api-Secret-Token"
LONGEST_PAUSE = 64.0
ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)

Execute = Callable[[Json], Awaitable[None]]
"""Executes the method in the body of an answer."""


class Delivery:
    """Runs while a webhook is set. Confirmed is an update that was answered with 2xx."""

    def __init__(self, world: World, execute: Execute, save: Callable[[], None]) -> None:
        self._world = world
        self._execute = execute
        self._save = save
        self._task: asyncio.Task[None] | None = None
        self.first_pause = 1.0

    def restart(self) -> None:
        """Begin with the webhook as it is set now; nothing runs without one."""
        if self._task:
            self._task.cancel()
        self._task = asyncio.create_task(self._run()) if self._world.profile.webhook else None

    async def stop(self) -> None:
        """End; what was not confirmed stays in the queue."""
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _run(self) -> None:
        """One row of updates a person; the rows go side by side, up to max_connections."""
        webhook, updates = self._world.profile.webhook, self._world.updates
        free = asyncio.Semaphore(webhook["max_connections"])
        rows: dict[int, asyncio.Task[None]] = {}
        async with aiohttp.ClientSession(timeout=ANSWER_WITHIN) as session, asyncio.TaskGroup() as group:
            last = 0
            while True:
                arrival = updates.arrival()
                for update_id, pending in list(updates.pending.items()):
                    if update_id > last:
                        last, person_id = update_id, _person_id(pending.body)
                        deliver = self._deliver(session, free, pending.body, rows.get(person_id))
                        rows[person_id] = group.create_task(deliver)
                rows = {person_id: row for person_id, row in rows.items() if not row.done()}
                await arrival

    async def _deliver(
        self, session: aiohttp.ClientSession, free: asyncio.Semaphore, body: Json, before: asyncio.Task[None] | None
    ) -> None:
        if before:
            await asyncio.wait({before})
        pause = self.first_pause
        while body["update_id"] in self._world.updates.pending:
            async with free:
                problem = await self._post(session, body)
            if problem is None:
                self._world.updates.confirm(body["update_id"])
                return
            note = {"last_error_date": self._world.unix(), "last_error_message": problem}
            self._world.profile.webhook |= note
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _post(self, session: aiohttp.ClientSession, body: Json) -> str | None:
        """Post one update; what went wrong, or None."""
        self._save()  # no update is handed out before it is written: its id would be given again
        webhook = self._world.profile.webhook
        headers = {SECRET: webhook["secret_token"]} if webhook.get("secret_token") else {}
        try:
            async with session.post(webhook["url"], json=body, headers=headers) as response:
                if not 200 <= response.status < 300:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                with suppress(ValueError, aiohttp.ContentTypeError):
                    answer = await response.json()
                    if isinstance(answer, dict) and "method" in answer:
                        await self._execute(answer)
                return None
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientError:
            return "Connection refused"


def _person_id(update: Json) -> int:
    """Whose update this is: updates of one person never overtake each other. A poll is nobody's: 0."""
    about = next(value for key, value in update.items() if key != "update_id")
    whose = about.get("from") or about.get("user") or about.get("chat") or {}
    return int(whose.get("id", 0))
