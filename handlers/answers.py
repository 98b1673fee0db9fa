"""The one place that turns a refusal into words for whoever caused it."""

from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Update

from dialogs.common.notice import TO_MENU
from locales import Words

ALERT_LIMIT = 200
"""Longest text of a callback answer, UTF-16 units (Bot API)."""


async def tell(bot: Bot, update: Update, words: Words, key: str, **fields: Any) -> None:
    """An alert over the pressed button; a message when nothing was pressed or the alert is refused.

    Of two answers to one press the second succeeds and nobody sees it, so handlers answer a press last: what fails
    before that is told over the button.
    """
    if update.callback_query is not None and await _alert(bot, update.callback_query.id, words.plain(key, **fields)):
        return
    cause = update.callback_query or update.message
    if cause is None or cause.from_user is None:
        return
    await bot.send_message(cause.from_user.id, words.html(key, **fields), reply_markup=way_on(words))


def way_on(words: Words) -> InlineKeyboardMarkup:
    """«Меню» under words that stand alone."""
    button = InlineKeyboardButton(text=words.plain("common-btn-menu"), callback_data=TO_MENU)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


async def _alert(bot: Bot, query_id: str, text: str) -> bool:
    if len(text.encode("utf-16-le")) // 2 > ALERT_LIMIT:
        return False
    try:
        return await bot.answer_callback_query(query_id, text=text, show_alert=True)
    except TelegramBadRequest:  # too old, or answered by whoever met the refusal
        return False
