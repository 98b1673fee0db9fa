"""Whether what was typed can have been meant for the window that now takes it."""

from aiogram.types import Message
from aiogram_dialog import DialogManager


def sent_before(message: Message, manager: DialogManager) -> bool:
    """Whether it was sent before the window was shown; the numbers of a chat's messages grow.

    The second of two messages typed in a row, and the tail of one that the messenger has split, are no answer to
    the question that comes after.
    """
    shown = manager.current_stack().last_message_id
    return shown is not None and message.message_id < shown
