from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from dialogs.common.data import read
from dialogs.common.typed_name import PREVIEW, name_data
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.entry.data import EntryData
from dialogs.entry.enter import enter
from dialogs.states import Entry


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return name_data(read(dialog_manager, EntryData).name)


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await enter(manager)


window = Window(
    Say("entry-name-confirm"),
    Row(
        Button(Label("entry-btn-name-right"), id="yes", on_click=on_yes),
        SwitchTo(Label("entry-btn-name-wrong"), id="no", state=Entry.name),
    ),
    state=Entry.name_confirm,
    getter=getter,
    preview_data=PREVIEW,
)
