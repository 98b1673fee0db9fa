from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from dialogs.common.data import change
from dialogs.common.typed_name import understood
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.staff.data import NewPerson
from dialogs.staff.new_steps import back, look_for_school
from dialogs.states import Staff


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    if not await understood(message, manager, typed):
        return
    if change(manager, NewPerson, name=typed).seen:
        await manager.switch_to(Staff.new_confirm)
    else:
        await look_for_school(manager)


window = Window(
    Say("staff-new-name"),
    TextInput(id="new_name", on_success=on_typed),
    back(Staff.find),
    state=Staff.new_name,
    getter=getter,
    preview_data={},
)
