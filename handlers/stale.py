"""A button whose window is gone: say so and show where the person is now."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import Context
from dialogs.entry.api import begin

STALE = "stale"


async def show_present(query: CallbackQuery, dialog_manager: DialogManager, context: Context) -> None:
    """Re-show the open window below, or the menu when none is open: never an error, never silence.

    Whoever taps twice on a slow line has pressed the message that shows the window already: one screen is enough.
    """
    open_now = dialog_manager.has_context()
    if open_now and query.message and query.message.message_id == dialog_manager.current_stack().last_message_id:
        await dialog_manager.show(ShowMode.EDIT)
        await query.answer()
        return
    if open_now:
        await dialog_manager.show(ShowMode.SEND)
    else:
        await begin(dialog_manager, ShowMode.SEND)
    await query.answer(context.words.plain("common-alert-stale"))


def build() -> Router:
    router = Router(name="stale")
    router.callback_query.register(show_present, F.data == STALE)
    return router
