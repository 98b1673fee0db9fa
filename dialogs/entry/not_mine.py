"""The sheet is somebody else's: its code is forgotten, and nobody is sent on without a word."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from dialogs.common.nav import back_only
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.entry.no_code import without_code
from dialogs.states import Entry


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


window = Window(
    Say("entry-not-mine"),
    Column(
        SwitchTo(Label("entry-btn-other-code"), id="other_code", state=Entry.code),
        Button(Label("entry-btn-find-school"), id="no_code", on_click=without_code),
    ),
    back_only(Entry.welcome),
    state=Entry.not_mine,
    getter=getter,
    preview_data={},
)
