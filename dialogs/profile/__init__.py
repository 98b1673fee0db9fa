"""«Мои данные»: what is kept about a person, in her own hands."""

from aiogram_dialog import Dialog

from dialogs.profile import card


def build() -> Dialog:
    return Dialog(card.window)
