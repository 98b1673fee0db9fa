"""Somebody stopped the bot, or came back."""

from aiogram import Router
from aiogram.types import ChatMemberUpdated

from db.vocabulary import Reach
from dialogs.common.context import Context
from services.people.service import set_reach


async def remember_reach(event: ChatMemberUpdated, context: Context) -> None:
    reach = Reach.BLOCKED if event.new_chat_member.status == "kicked" else Reach.OPEN
    async with context.transaction() as session:
        await set_reach(session, context.platform, context.user_id, reach)


def build() -> Router:
    router = Router(name="membership")
    router.my_chat_member.register(remember_reach)
    return router
