"""Words that name a button of the window press it: «меню», «да», «назад»."""

from collections.abc import Iterable
from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from services.units.rules import fold


class TypedPress(CallbackQuery):
    """A press that the messenger knows nothing of: what it is answered with is said as a message."""

    async def answer(self, text: str | None = None, show_alert: bool | None = None, **_: Any) -> None:  # type: ignore[override]
        if text and isinstance(self.message, Message):
            await self.message.answer(text, parse_mode=None)


def press_of(message: Message, data: str) -> TypedPress | None:
    if message.from_user is None:
        return None
    chat = str(message.chat.id)
    press = TypedPress.model_construct(
        id=chat, from_user=message.from_user, chat_instance=chat, message=message, data=data
    )
    return press.as_(message.bot)


def named(rows: Iterable[Iterable[Any]], said: str) -> str | None:
    """What the button called so would send; None when none or more than one is."""
    wanted = fold(said)
    buttons = (one for row in rows for one in row if isinstance(one, InlineKeyboardButton))
    found = {one.callback_data for one in buttons if one.callback_data and wanted and fold(one.text) == wanted}
    return found.pop() if len(found) == 1 else None
