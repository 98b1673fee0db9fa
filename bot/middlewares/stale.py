"""A stale button is a normal case: after a restart, after the dialog has moved on, after an update of the bot.

aiogram-dialog raises while it looks for the conversation that a button belonged to, and its own recovery then
loads the stack of a wrong object; so the errors are met here, outside of it, and the update goes in a second time
as a press of `STALE`, which handlers/stale.py answers with the present state.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram.types import CallbackQuery, TelegramObject
from aiogram_dialog.api.entities import DEFAULT_STACK_ID
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState

from handlers.stale import STALE

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class StaleMiddleware(BaseMiddleware):
    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        try:
            return await handler(event, dict(data))
        except OutdatedIntent:
            pass
        except (UnknownIntent, UnknownState):
            if not isinstance(event, CallbackQuery):
                await _forget_conversation(data)
        if not isinstance(event, CallbackQuery):
            return await handler(event, data)
        press = event.model_copy(update={"data": STALE})
        try:
            return await handler(press, dict(data))
        except (UnknownIntent, UnknownState):
            await _forget_conversation(data)
            return await handler(press, data)


async def _forget_conversation(data: dict[str, Any]) -> None:
    """Drop a stack whose top window is lost, with what was typed in it; the next thing shown is the menu."""
    bot, chat, user = data["bot"], data["event_chat"], data["event_from_user"]
    storage: BaseStorage = data["fsm_storage"]
    stack = StorageKey(bot.id, chat.id, user.id, destiny=f"aiogd:stack:{DEFAULT_STACK_ID}")
    for intent in (await storage.get_data(stack)).get("intents", []):
        await storage.set_data(StorageKey(bot.id, chat.id, user.id, destiny=f"aiogd:context:{intent}"), {})
    await storage.set_data(stack, {})
