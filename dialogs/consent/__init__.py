"""Consent on a screen of its own: read, agree, or go on without a name."""

from aiogram_dialog import Dialog

from dialogs.consent import ask, text


def build() -> Dialog:
    return Dialog(ask.window, text.window)
