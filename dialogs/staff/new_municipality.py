from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.school_search import PREVIEW, municipality_data, municipality_keyboard
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.staff.new_steps import back
from dialogs.states import Staff


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await municipality_data(dialog_manager)


async def on_chosen(manager: DialogManager, unit_id: int) -> None:
    await manager.switch_to(Staff.new_school)


window = Window(
    Say("staff-new-municipality"),
    *municipality_keyboard(on_chosen),
    back(Staff.new_name),
    state=Staff.new_municipality,
    getter=getter,
    preview_data=PREVIEW,
)
