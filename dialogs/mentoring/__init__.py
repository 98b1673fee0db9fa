"""The weekly questions to a mentor and a mentee, and «Мой наставник», «Мои подопечные»."""

from aiogram_dialog import Dialog

from dialogs.mentoring import ask_send, ask_write, contact, done, mine, pair, question, send


def build() -> Dialog:
    return Dialog(
        question.window,
        send.window,
        done.window,
        contact.window,
        mine.window,
        pair.window,
        ask_write.window,
        ask_send.window,
    )
