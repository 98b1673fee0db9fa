"""A file that somebody asked for: the one way by which a feature hands it over, whatever the messenger."""

from aiogram import Bot

from dialogs.common.notice import Attachment, Notice
from dialogs.common.notice_send import send_notice
from locales import Safe


async def send_file(bot: Bot, user_id: int, content: bytes, name: str, caption: Safe | None = None) -> None:
    """A message of its own; the caller decides where its window stands after it (`manager.show_mode`)."""
    await send_notice(bot, user_id, Notice(caption or Safe(), attachment=Attachment("document", name, content=content)))
