"""The methodist's queue of requests: what waits, who may take it, a kind refusal with a reason."""

from aiogram_dialog import Dialog

from dialogs.request_queue import assign, card, decline, list_


def build() -> Dialog:
    return Dialog(list_.window, card.window, assign.window, decline.window)
