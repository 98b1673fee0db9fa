"""The conversation of tests/conformance, held with python-telegram-bot."""

from __future__ import annotations

import os
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, MessageHandler, filters

URL, TOKEN = os.environ["CONFORMANCE_URL"], os.environ["CONFORMANCE_TOKEN"]
COLOURS = [[InlineKeyboardButton(name.title(), callback_data=f"colour:{name}") for name in ("red", "green")]]


async def ask(update: Update, context: Any) -> None:
    await update.message.reply_text("Which colour?", reply_markup=InlineKeyboardMarkup(COLOURS))


async def choose(update: Update, context: Any) -> None:
    query = update.callback_query
    colour = context.match[1]
    await query.edit_message_text(f"Your colour is <b>{colour}</b>", parse_mode="HTML")
    await query.answer(f"Noted: {colour}")
    await query.message.reply_document(f"{colour}\n".encode(), filename="colour.txt", caption="For your files")


async def measure(update: Update, context: Any) -> None:
    document = update.message.document
    data = await (await document.get_file()).download_as_bytearray()
    await update.message.reply_text(f"{document.file_name}: {len(data)} bytes")


app = Application.builder().token(TOKEN).base_url(f"{URL}/bot").base_file_url(f"{URL}/file/bot").build()
app.add_handler(CommandHandler("start", ask))
app.add_handler(CallbackQueryHandler(choose, pattern=r"^colour:(.+)$"))
app.add_handler(MessageHandler(filters.Document.ALL, measure))
app.run_polling()
