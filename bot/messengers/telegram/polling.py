"""Long polling that loses nothing: an update is stored before the messenger is told that we have it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import Update

from bot.state import Inbox

log = logging.getLogger(__name__)

LONG_POLL_SECONDS = 25
ALLOWED = ["message", "callback_query", "my_chat_member"]
PAUSE_SECONDS = (1, 2, 5, 10, 30)
"""Between tries while the messenger cannot be reached."""
BEGIN_AGAIN_SECONDS = (1, 2, 5, 10, 30, 60, 120, 300)
"""Between tries of an update while the conversations cannot be read: nine minutes in all."""


class Polling:
    """Gives each update to `handle` in a task of its own; those of one person are kept in order by aiogram."""

    def __init__(self, bot: Bot, inbox: Inbox, handle: Callable[[Update], Awaitable[None]]) -> None:
        self._bot = bot
        self._inbox = inbox
        self._handle = handle
        self._running: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Until cancelled. Raises TelegramUnauthorizedError for a token that the messenger does not know."""
        for update in self._inbox.unfinished():
            self._begin(update)
        offset: int | None = None
        failures = 0
        reached = False
        while True:
            try:
                updates = await self._bot.get_updates(
                    offset=offset,
                    timeout=LONG_POLL_SECONDS if reached else 0,  # the first answer tells whether the token is good
                    allowed_updates=ALLOWED,
                    request_timeout=LONG_POLL_SECONDS + 10,
                )
            except TelegramUnauthorizedError:
                raise
            except TelegramRetryAfter as wait:
                await asyncio.sleep(wait.retry_after)
                continue
            except (TelegramNetworkError, TelegramConflictError, TelegramAPIError) as problem:
                pause = PAUSE_SECONDS[min(failures, len(PAUSE_SECONDS) - 1)]
                failures += 1
                log.warning("no updates (%s), again in %s s", type(problem).__name__, pause)
                await asyncio.sleep(pause)
                continue
            failures = 0
            if not reached:
                reached = True
                log.info("serving")
            for update in self._inbox.keep(updates):
                self._begin(update)
            if updates:
                offset = updates[-1].update_id + 1

    async def idle(self) -> None:
        """Returns when everything received so far has been handled."""
        while self._running:
            await asyncio.wait(self._running)

    async def drain(self, seconds: float) -> None:
        """Wait for handlers at work; those that take longer are cut short and stay in the inbox."""
        if not self._running:
            return
        _, late = await asyncio.wait(self._running, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    def _begin(self, update: Update) -> None:
        task = asyncio.create_task(self._serve(update))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _serve(self, update: Update) -> None:
        """An update counts as handled when its handler ended, well or badly; cancelled by a stop it stays.

        What goes wrong inside a handler is answered there (SafetyMiddleware). What reaches this place came before
        it began, because the conversations could not be read: nothing has been done, so it may be tried again.
        """
        for pause in (*BEGIN_AGAIN_SECONDS, None):
            try:
                await self._handle(update)
                break
            except Exception as problem:
                if pause is None:
                    log.exception("update %s", update.update_id)
                    break
                name = type(problem).__name__
                log.warning("update %s cannot begin (%s), again in %s s", update.update_id, name, pause)
                await asyncio.sleep(pause)
        self._inbox.done(update.update_id)  # outside of the tries: what was handled is not handled again
