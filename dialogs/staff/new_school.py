from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import menu
from dialogs.common.school_search import (
    PREVIEW,
    SchoolSearch,
    back_from_school,
    school_data,
    school_keyboard,
)
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.staff.data import NewPerson
from dialogs.states import Staff
from services.units.service import unit_name


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await school_data(dialog_manager)


async def on_chosen(manager: DialogManager, unit_id: int) -> None:
    async with context(manager).reading() as session:
        name = await unit_name(session, unit_id)
    change(manager, NewPerson, unit_id=unit_id, school=name or "")
    await manager.switch_to(Staff.new_subjects)


async def on_service(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A methodist works in the municipality itself."""
    municipality_id = read(manager, SchoolSearch).municipality_id
    assert municipality_id is not None
    await on_chosen(manager, municipality_id)


window = Window(
    Say("staff-new-school"),
    *school_keyboard(on_chosen),
    Button(Label("staff-btn-service"), id="service", on_click=on_service),
    Row(back_from_school(Staff.new_name, Staff.new_municipality), menu()),
    state=Staff.new_school,
    getter=getter,
    preview_data=PREVIEW,
)
