"""Subjects of an event, or everyone: the keyboard is the same for a new event and for one that is there."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import TextInput
from aiogram_dialog.widgets.kbd import Button, Keyboard

from dialogs.common.subject_ticks import OnSubjects, subject_keyboard, tick
from dialogs.common.words import Label


def whom_keyboard(take: OnSubjects) -> tuple[TextInput[str] | Keyboard, ...]:
    """`take` gets the subjects, none for everyone. The getter gives `subject_data`."""

    async def on_everyone(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        await tick(manager, ())
        await take(manager, ())

    return subject_keyboard(take, Button(Label("event-desk-btn-everyone"), id="everyone", on_click=on_everyone))
