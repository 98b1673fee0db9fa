"""The conversation of tests/conformance, held with pyTelegramBotAPI."""

from __future__ import annotations

import os
from typing import Any

from telebot import TeleBot, apihelper
from telebot.types import InlineKeyboardButton, InlineKeyboardMarkup

apihelper.API_URL = os.environ["CONFORMANCE_URL"] + "/bot{0}/{1}"
apihelper.FILE_URL = os.environ["CONFORMANCE_URL"] + "/file/bot{0}/{1}"
bot = TeleBot(os.environ["CONFORMANCE_TOKEN"])


def ask(message: Any) -> None:
    buttons = [InlineKeyboardButton(name.title(), callback_data=f"colour:{name}") for name in ("red", "green")]
    bot.send_message(message.chat.id, "Which colour?", reply_markup=InlineKeyboardMarkup([buttons]))


def choose(query: Any) -> None:
    colour, chat = query.data.partition(":")[2], query.message.chat.id
    text = f"Your colour is <b>{colour}</b>"
    bot.edit_message_text(text, chat, query.message.message_id, parse_mode="HTML")
    bot.answer_callback_query(query.id, f"Noted: {colour}")
    data = f"{colour}\n".encode()
    bot.send_document(chat, data, visible_file_name="colour.txt", caption="For your files")


def measure(message: Any) -> None:
    data = bot.download_file(bot.get_file(message.document.file_id).file_path)
    bot.reply_to(message, f"{message.document.file_name}: {len(data)} bytes")


bot.register_message_handler(ask, commands=["start"])
bot.register_callback_query_handler(choose, func=lambda query: query.data.startswith("colour:"))
bot.register_message_handler(measure, content_types=["document"])
bot.infinity_polling()
