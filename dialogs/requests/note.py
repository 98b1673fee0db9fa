from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.data import AskData
from dialogs.requests.steps import answered
from dialogs.states import AskTutor
from services.requests import rules


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = read(dialog_manager, AskData)
    note = data.note
    return {"topic": data.topic, "note": note, "some_note": bool(note), "no_note": not note}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    if len(typed) > rules.LONGEST_NOTE:
        words = context(manager).words
        await message.answer(words.html("requests-note-long", length=len(typed), limit=rules.LONGEST_NOTE))
        return
    await answered(manager, AskTutor.confirm, note=typed.strip())


async def on_without(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await answered(manager, AskTutor.confirm, note="")


window = Window(
    Say("requests-ask-note"),
    TextInput(id="note", on_success=on_typed),
    Button(Label("common-btn-skip"), id="skip", on_click=on_without, when="no_note"),
    Row(
        SwitchTo(Label("requests-btn-keep-note"), id="keep", state=AskTutor.confirm, when="some_note"),
        Button(Label("requests-btn-drop-note"), id="drop", on_click=on_without, when="some_note"),
    ),
    back_to(AskTutor.when),
    state=AskTutor.note,
    getter=getter,
    preview_data={"topic": "Стереометрия", "note": "10 класс", "some_note": True, "no_note": True},
)
