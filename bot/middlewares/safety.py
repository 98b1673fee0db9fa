"""Nobody is left without an answer: refusals are told in words, accidents are told and logged."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from aiogram import BaseMiddleware
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import TelegramObject, Update

from dialogs.common.context import KEY, Context
from handlers.answers import tell
from locales import LOCALES, load_words
from services.errors import ServiceError

log = logging.getLogger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

PAUSE_SECONDS: tuple[float, ...] = (1, 3)
"""Between tries to tell while the messenger stumbles. Together less than a pressed button waits for its answer."""
LONGEST_WAIT_SECONDS = 5


class SafetyMiddleware(BaseMiddleware):
    """Outside everything else: what a person did is kept, and the answer says what to do next."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        try:
            return await handler(event, data)
        except ServiceError as problem:
            key, fields = f"error-{problem.code}", problem.fields
        except TelegramForbiddenError:
            log.info("the person has stopped the bot while it was answering")
            return None
        except Exception:
            key, fields = "error-accident", {"number": uuid4().hex[:6].upper()}
            log.exception("accident %s", fields["number"])
        await self._tell(event, data, key, fields)
        return None

    async def _tell(self, event: TelegramObject, data: dict[str, Any], key: str, fields: dict[str, Any]) -> None:
        """An accident is often the messenger's own, and then the first apology fails as well."""
        assert isinstance(event, Update)
        context: Context | None = data.get(KEY)  # None: the accident befell the search for it
        words = context.words if context else load_words(LOCALES[0], self._zone)
        for pause in (*PAUSE_SECONDS, None):
            try:
                await tell(data["bot"], event, words, key, **fields)
                return
            except TelegramAPIError as problem:
                wait = _wait(problem, pause)
                if wait is None:
                    log.error("could not tell %s %s: %s", key, fields.get("number", ""), problem)
                    return
            await asyncio.sleep(wait)


def _wait(problem: TelegramAPIError, pause: float | None) -> float | None:
    """Seconds until the same words may get through; None when they will not, or not soon enough."""
    if pause is None:
        return None
    if isinstance(problem, TelegramRetryAfter):
        return max(pause, problem.retry_after) if problem.retry_after <= LONGEST_WAIT_SECONDS else None
    return pause if isinstance(problem, TelegramServerError | TelegramNetworkError) else None
