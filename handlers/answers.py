"""The one place that turns a refusal into words for whoever caused it."""

from typing import Any

from aiogram import Bot
from aiogram.types import Update

from locales import Words

ALERT_LIMIT = 200
"""Longest text of a callback answer, UTF-16 units (Bot API)."""


async def tell(bot: Bot, update: Update, words: Words, key: str, **fields: Any) -> None:
    """An alert over the pressed button, or a message when nothing was pressed or the alert would be too long."""
    if update.callback_query is not None:
        text = words.plain(key, **fields)
        if len(text.encode("utf-16-le")) // 2 <= ALERT_LIMIT:
            await bot.answer_callback_query(update.callback_query.id, text=text, show_alert=True)
            return
        await bot.answer_callback_query(update.callback_query.id)
    cause = update.callback_query or update.message
    if cause is None or cause.from_user is None:
        return
    await bot.send_message(cause.from_user.id, words.html(key, **fields))
