"""The methodist's queue of requests: what waits, who may take it, a kind refusal with a reason."""

from aiogram_dialog import Dialog

from dialogs.request_queue import assign, assign_confirm, card, decline, decline_confirm, list_


def build() -> Dialog:
    return Dialog(
        list_.window,
        card.window,
        assign.window,
        assign_confirm.window,
        decline.window,
        decline_confirm.window,
    )
