from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.subject_ticks import PREVIEW, subject_data, subject_keyboard
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.staff.data import NewPerson
from dialogs.states import Staff


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await subject_data(dialog_manager)


async def on_ready(manager: DialogManager, subjects: tuple[str, ...]) -> None:
    change(manager, NewPerson, subjects=subjects)
    await manager.switch_to(Staff.new_confirm)


window = Window(
    Say("staff-new-subjects"),
    *subject_keyboard(on_ready),
    SwitchTo(Label("common-btn-skip"), id="skip", state=Staff.new_confirm),
    back_to(Staff.new_school),
    state=Staff.new_subjects,
    getter=getter,
    preview_data=PREVIEW,
)
