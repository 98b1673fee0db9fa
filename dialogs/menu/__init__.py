"""The first thing a known person sees: what she can do here."""

from aiogram_dialog import Dialog

from dialogs.menu.main import window


def build() -> Dialog:
    return Dialog(window)
