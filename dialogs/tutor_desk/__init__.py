"""The tutor's desk: new requests, whom she helps and when, how much she takes on."""

from aiogram_dialog import Dialog

from dialogs.tutor_desk import card, hand_back, list_, propose, settings


def build() -> Dialog:
    return Dialog(list_.window, card.window, propose.window, hand_back.window, settings.window)
