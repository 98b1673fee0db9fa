from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.data import change
from dialogs.common.subject_ticks import PREVIEW, subject_data, subject_keyboard
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.staff.data import NewPerson
from dialogs.staff.new_steps import back
from dialogs.states import Staff


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = await subject_data(dialog_manager)
    return {**data, "none_chosen": not data["any_chosen"]}


async def on_ready(manager: DialogManager, subjects: tuple[str, ...]) -> None:
    change(manager, NewPerson, subjects=subjects, seen=True)
    await manager.switch_to(Staff.new_confirm)


async def on_skip(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await on_ready(manager, ())


window = Window(
    Say("staff-new-subjects"),
    *subject_keyboard(on_ready),
    Button(Label("common-btn-skip"), id="skip", on_click=on_skip, when="none_chosen"),
    back(Staff.new_school),
    state=Staff.new_subjects,
    getter=getter,
    preview_data={**PREVIEW, "none_chosen": True},
)
