"""Nobody is left without an answer: refusals are told in words, accidents are told and logged."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import TelegramObject, Update

from dialogs.common.context import KEY, Context
from handlers.answers import tell
from locales import LOCALES, load_words
from services.errors import ServiceError

log = logging.getLogger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class SafetyMiddleware(BaseMiddleware):
    """Outside everything else: what a person did is kept, and the answer says what to do next."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        try:
            return await handler(event, data)
        except ServiceError as refusal:
            await self._tell(event, data, f"error-{refusal.code}", **refusal.fields)
        except TelegramForbiddenError:
            log.info("the person has stopped the bot while it was answering")
        except Exception:
            number = uuid4().hex[:6].upper()
            log.exception("accident %s", number)
            await self._tell(event, data, "error-accident", number=number)
        return None

    async def _tell(self, event: TelegramObject, data: dict[str, Any], key: str, **fields: Any) -> None:
        assert isinstance(event, Update)
        context: Context | None = data.get(KEY)  # None: the accident befell the search for it
        words = context.words if context else load_words(LOCALES[0], self._zone)
        bot: Bot = data["bot"]
        try:
            await tell(bot, event, words, key, **fields)
        except TelegramAPIError:
            log.exception("could not tell %s", key)
