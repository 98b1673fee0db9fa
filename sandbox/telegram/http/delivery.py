"""Giving updates to a webhook, as the Bot API server does: in order for each person, retried with growing pauses.

The first repeat comes at once, those after it with pauses that double up to a minute; a Retry-After of the webhook
goes before that. Source of these rules: the open Bot API server, `WebhookActor.cpp`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import parse_qsl

import aiohttp

from sandbox.json_text import read_json
from sandbox.shapes import Json
from sandbox.world import World

SECRET = "X-Telegram-Bot-Api-Secret-Token"
LONGEST_PAUSE = 64.0
LONGEST_RETRY_AFTER = 3600
GIVEN_UP_AFTER_SECONDS = 23 * 60 * 60
NOT_FROM_ANSWERS = frozenset({"setwebhook", "deletewebhook", "close", "logout"})
ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)

Execute = Callable[[Json], Awaitable[None]]
"""Executes the method in the body of an answer."""


@dataclass(slots=True, frozen=True)
class Problem:
    """Why an update was not taken; `status` 0: there was no answer. `retry_after`: the pause that was asked for."""

    text: str
    status: int = 0
    retry_after: int = 0


class Delivery:
    """Runs while a webhook is set. Confirmed is an update that was answered with 2xx."""

    def __init__(self, world: World, execute: Execute, save: Callable[[], None]) -> None:
        self._world = world
        self._execute = execute
        self._save = save
        self._task: asyncio.Task[None] | None = None
        self._gone_since: int | None = None
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
        """One row of updates a person or chat; the rows go side by side, up to max_connections."""
        webhook, updates = self._world.profile.webhook, self._world.updates
        free = asyncio.Semaphore(webhook["max_connections"])
        rows: dict[int, asyncio.Task[None]] = {}
        async with aiohttp.ClientSession(timeout=ANSWER_WITHIN) as session, asyncio.TaskGroup() as group:
            last = 0
            while True:
                arrival = updates.arrival()
                for update_id, pending in list(updates.pending.items()):
                    if update_id > last:
                        last, whose = update_id, _row(pending.body)
                        deliver = self._deliver(session, free, pending.body, rows.get(whose))
                        rows[whose] = group.create_task(deliver)
                rows = {whose: row for whose, row in rows.items() if not row.done()}
                await arrival

    async def _deliver(
        self, session: aiohttp.ClientSession, free: asyncio.Semaphore, body: Json, before: asyncio.Task[None] | None
    ) -> None:
        if before:
            await asyncio.wait({before})
        failed = 0
        while self._still_wanted(body):
            async with free:
                problem = await self._post(session, body)
            if problem is None:
                self._world.updates.confirm(body["update_id"])
                return
            note = {"last_error_date": self._world.unix(), "last_error_message": problem.text}
            self._world.profile.webhook |= note
            if self._gone_for_long(problem):
                self._world.profile.webhook = {}
                self._world.touch("profile", "")
                self.restart()
            if problem.retry_after:
                await asyncio.sleep(problem.retry_after)
            elif failed:
                await asyncio.sleep(min(self.first_pause * 2**failed, LONGEST_PAUSE))
            failed += 1

    def _still_wanted(self, body: Json) -> bool:
        self._world.updates.expire()
        return body["update_id"] in self._world.updates.pending

    async def _post(self, session: aiohttp.ClientSession, body: Json) -> Problem | None:
        """Post one update; what went wrong, or None."""
        self._save()  # no update is handed out before it is written: its id would be given again
        webhook = self._world.profile.webhook
        headers = {SECRET: webhook["secret_token"]} if webhook.get("secret_token") else {}
        try:
            async with session.post(webhook["url"], json=body, headers=headers) as response:
                if not 200 <= response.status < 300:
                    text = f"Wrong response from the webhook: {response.status} {response.reason}"
                    return Problem(text, response.status, _retry_after(response.headers.get("Retry-After", "")))
                self._gone_since = None
                answer = _method_in(response.content_type, await response.read())
                if answer is not None:
                    await self._execute(answer)
                return None
        except TimeoutError:
            return Problem("Read timeout expired")
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientPayloadError):
            return Problem("Webhook connection closed")
        except (aiohttp.ClientError, ValueError):  # ValueError: an address that nothing can be sent to
            return Problem("Connection refused")

    def _gone_for_long(self, problem: Problem) -> bool:
        """410 Gone for 23 hours of the play: the webhook is taken for given up."""
        if problem.status != 410:
            self._gone_since = None
            return False
        self._gone_since = self._gone_since or self._world.unix()
        return self._world.unix() - self._gone_since > GIVEN_UP_AFTER_SECONDS


def _row(update: Json) -> int:
    """Whose update this is: updates of one person, or of one chat where nobody is named, never overtake each other."""
    about = next(value for key, value in update.items() if key != "update_id")
    whose = about.get("from") or about.get("user") or about.get("chat") or {}
    return int(whose.get("id", 0))


def _retry_after(header: str) -> int:
    return min(int(header), LONGEST_RETRY_AFTER) if header.isascii() and header.isdigit() else 0


def _method_in(content_type: str, body: bytes) -> Json | None:
    """The call in the body of an answer, JSON or a form; those that need an answer are not made."""
    try:
        if content_type == "application/x-www-form-urlencoded":
            answer = dict(parse_qsl(body.decode()))
        else:
            answer = read_json(body)
    except ValueError:
        return None
    name = answer.get("method") if isinstance(answer, dict) else None
    if not isinstance(name, str) or not name or name.lower().startswith("get") or name.lower() in NOT_FROM_ANSWERS:
        return None
    return dict(answer)
