"""Finds who writes and hands windows their context."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Chat, TelegramObject, Update, User

from db.vocabulary import Platform, Reach
from dialogs.common.context import KEY, Context, House
from locales import nearest_locale
from services.people import service as people
from services.people.views import Visitor

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class ContextMiddleware(BaseMiddleware):
    """Private chats of people only: groups, channels and other bots get no context and no answer."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        chat: Chat | None = data.get("event_chat")
        if user is None or user.is_bot or chat is None or chat.type != "private":
            return None
        platform: Platform = data["platform"]
        found = await self._visitor(platform, user)
        if not found.reachable and isinstance(event, Update) and event.my_chat_member is None:
            async with self._house.transaction() as session:
                await people.set_reach(session, platform, user.id, Reach.OPEN)
        data[KEY] = Context(self._house, platform, user.id, found)
        return await handler(event, data)

    async def _visitor(self, platform: Platform, user: User) -> Visitor:
        now = self._house.clock.now()
        async with self._house.reading() as session:
            found = await people.visitor(session, platform, user.id, now)
        if found is not None:
            return found
        locale = nearest_locale(user.language_code)
        async with self._house.transaction() as session:
            return await people.open_account(session, platform, user.id, locale, now)
