from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from dialogs.common.notice import Notice


def inline_markup(notice: Notice) -> InlineKeyboardMarkup | None:
    """The buttons of a notice as a keyboard; None when it has none."""
    if not notice.buttons:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=button.text, callback_data=button.data) for button in row]
            for row in notice.buttons
        ]
    )
