"""What nobody expected: words where buttons were asked, stickers, unknown commands, forged buttons."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import Context
from dialogs.common.window import explain as explain_words
from dialogs.entry.api import begin
from dialogs.mentoring.api import ask_waiting
from handlers.stale import show_present
from services.units.rules import fold


async def explain(message: Message, dialog_manager: DialogManager, context: Context) -> None:
    """Nothing is open: say what the bot can read, then open what waits for an answer, else the menu.

    (An open window answers for itself.)
    """
    if fold(message.text or "") == fold(context.words.plain("common-btn-menu")):
        await begin(dialog_manager, ShowMode.SEND)
        return
    await explain_words(message, context)
    if not await ask_waiting(dialog_manager, ShowMode.SEND):
        await begin(dialog_manager, ShowMode.SEND)


async def unknown_button(query: CallbackQuery, dialog_manager: DialogManager, context: Context) -> None:
    await show_present(query, dialog_manager, context)


def build() -> Router:
    router = Router(name="fallback")
    router.message.register(explain)
    router.callback_query.register(unknown_button)
    return router
