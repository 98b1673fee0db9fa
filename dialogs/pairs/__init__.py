"""A methodist's desk of mentoring pairs."""

from aiogram_dialog import Dialog

from dialogs.pairs import card, end, list_, new_confirm, new_mentee, new_mentor, new_order, new_period


def build() -> Dialog:
    return Dialog(
        list_.window,
        card.window,
        end.window,
        new_mentor.window,
        new_mentee.window,
        new_order.window,
        new_period.window,
        new_confirm.window,
    )
