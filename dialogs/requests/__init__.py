"""Asking for a tutor in six short steps, and what became of each request."""

from aiogram_dialog import Dialog

from dialogs.requests import (
    confirm,
    form,
    mine_card,
    mine_list,
    mine_no_fit,
    mine_rate,
    mine_withdraw,
    note,
    sent,
    subject,
    topic,
    unsent,
    when,
)


def build() -> list[Dialog]:
    return [
        Dialog(
            unsent.window,
            subject.window,
            topic.window,
            form.window,
            when.window,
            note.window,
            confirm.window,
            sent.window,
        ),
        Dialog(mine_list.window, mine_card.window, mine_rate.window, mine_withdraw.window, mine_no_fit.window),
    ]
