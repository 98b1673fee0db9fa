"""A notice whose button was pressed: its message is changed to what holds now."""

from contextlib import suppress

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message

from dialogs.common.notice import Notice
from dialogs.common.notice_markup import inline_markup

PAST_CHANGING = ("message is not modified", "message can't be edited", "message to edit not found")
"""The message says it already, or is gone or too old: the person loses nothing by that."""


async def rewrite(query: CallbackQuery, notice: Notice) -> None:
    """Put the words and buttons of `notice` into the pressed message.

    When a window is opened below (ShowMode.SEND), rewrite after opening it: aiogram-dialog takes the buttons off the
    message that was pressed.
    """
    if not isinstance(query.message, Message):
        return
    markup = inline_markup(notice)
    try:
        if query.message.text is not None:
            await query.message.edit_text(notice.text, reply_markup=markup)
        else:
            await query.message.edit_caption(caption=notice.text, reply_markup=markup)
    except TelegramBadRequest as refusal:
        if not any(words in refusal.message for words in PAST_CHANGING):
            raise


async def keep_buttons(query: CallbackQuery) -> None:
    """Opening a window below has taken them off the message that was pressed; it stays as it was."""
    if isinstance(query.message, Message):
        with suppress(TelegramBadRequest):
            await query.message.edit_reply_markup(reply_markup=query.message.reply_markup)
