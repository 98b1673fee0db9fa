"""What nobody expected: words where buttons were asked, stickers, unknown commands, forged buttons."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import Context
from dialogs.entry.api import begin
from handlers.stale import show_present


async def explain(message: Message, dialog_manager: DialogManager, context: Context) -> None:
    """Say what the bot can read here, then show the open window again, so that the buttons are at hand."""
    unknown_command = bool(message.text and message.text.startswith("/"))
    key = "fallback-command" if unknown_command else "fallback-text" if message.text else "fallback-other"
    await message.answer(context.words.html(key))
    if dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)
    else:
        await begin(dialog_manager)


async def unknown_button(query: CallbackQuery, dialog_manager: DialogManager, context: Context) -> None:
    await show_present(query, dialog_manager, context)


def build() -> Router:
    router = Router(name="fallback")
    router.message.register(explain)
    router.callback_query.register(unknown_button)
    return router
