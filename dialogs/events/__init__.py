"""What there is to go to: the catalogue, the card of an event with sign-up, and «Мои мероприятия»."""

from aiogram_dialog import Dialog

from dialogs.events import card, catalogue, confirm, filters, kind, leave, mine, month


def build() -> Dialog:
    return Dialog(
        catalogue.window,
        filters.window,
        month.window,
        kind.window,
        card.window,
        confirm.window,
        leave.window,
        mine.window,
    )
