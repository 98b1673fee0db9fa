"""«Записано»: what was corrected has been kept."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from dialogs.common.context import context


async def noted(manager: DialogManager) -> None:
    """After the transaction: above the window for a tap, as a message for words."""
    said, event = context(manager).words.plain("common-noted"), manager.event
    if isinstance(event, CallbackQuery | Message):
        await event.answer(said)
