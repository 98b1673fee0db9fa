from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Row

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import menu
from dialogs.common.school_search import (
    PREVIEW,
    back_from_school,
    municipality_itself,
    school_data,
    school_keyboard,
)
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.staff.data import NewPerson
from dialogs.staff.new_steps import or_the_whole
from dialogs.states import Staff
from services.units.service import unit_name


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await school_data(dialog_manager)


async def on_chosen(manager: DialogManager, unit_id: int) -> None:
    """The municipality itself is the place of a methodist."""
    async with context(manager).reading() as session:
        name = await unit_name(session, unit_id)
    change(manager, NewPerson, unit_id=unit_id, school=name or "")
    await manager.switch_to(or_the_whole(Staff.new_subjects)(manager))


window = Window(
    Say("staff-new-school"),
    *school_keyboard(on_chosen),
    municipality_itself("staff-btn-service", on_chosen),
    Row(back_from_school(or_the_whole(Staff.new_name), Staff.new_municipality), menu()),
    state=Staff.new_school,
    getter=getter,
    preview_data=PREVIEW,
)
