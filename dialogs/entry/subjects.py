from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.data import change
from dialogs.common.nav import back_only
from dialogs.common.subject_ticks import PREVIEW, subject_data, subject_keyboard
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.entry.data import EntryData
from dialogs.states import Entry


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await subject_data(dialog_manager)


async def on_ready(manager: DialogManager, subjects: tuple[str, ...]) -> None:
    change(manager, EntryData, subjects=subjects)
    await manager.switch_to(Entry.experience)


window = Window(
    Say("entry-subjects"),
    *subject_keyboard(on_ready),
    back_only(Entry.school),
    state=Entry.subjects,
    getter=getter,
    preview_data=PREVIEW,
)
