from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from db.vocabulary import Role
from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.school_search import begin_search
from dialogs.common.typed_name import understood
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.staff.data import NewPerson
from dialogs.states import Staff


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    ctx = context(manager)
    if not await understood(message, manager, typed):
        return
    change(manager, NewPerson, name=typed)
    paths = ctx.person.scope(Role.ADMINISTRATOR)
    await begin_search(manager, Staff.new_municipality, Staff.new_school, paths)


window = Window(
    Say("staff-new-name"),
    TextInput(id="new_name", on_success=on_typed),
    back_to(Staff.find),
    state=Staff.new_name,
    getter=getter,
    preview_data={},
)
